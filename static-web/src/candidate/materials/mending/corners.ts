import type { Rectangle, Size } from '@/images/geometry'

/** Of the crop frame: north-west, north-east, south-west, south-east. */
export type Corner = 'nw' | 'ne' | 'sw' | 'se'

/** The frame with one corner dragged; the opposite one stays, and so does the ratio where there is one. */
export function draggedCorner(
  crop: Rectangle,
  corner: Corner,
  by: { readonly x: number; readonly y: number },
  ratio: number | null,
  leastWidth: number,
  picture: Size,
): Rectangle {
  const [isWest, isNorth] = [corner.endsWith('w'), corner.startsWith('n')]
  const fixed = { x: isWest ? crop.x + crop.width : crop.x, y: isNorth ? crop.y + crop.height : crop.y }
  const room = {
    width: isWest ? fixed.x : picture.width - fixed.x,
    height: isNorth ? fixed.y : picture.height - fixed.y,
  }
  let width = clamped(crop.width + (isWest ? -by.x : by.x), leastWidth, room.width)
  let height = clamped(crop.height + (isNorth ? -by.y : by.y), leastWidth, room.height)
  if (ratio !== null) {
    width = Math.min(Math.max(width, height * ratio), room.width, room.height * ratio)
    height = width / ratio
  }
  return { x: isWest ? fixed.x - width : fixed.x, y: isNorth ? fixed.y - height : fixed.y, width, height }
}

function clamped(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(Math.min(least, most), value))
}
