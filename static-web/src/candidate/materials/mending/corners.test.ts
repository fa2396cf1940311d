import { expect, it } from 'vitest'
import { draggedCorner } from './corners'

const picture = { width: 1000, height: 1000 }
const crop = { x: 100, y: 100, width: 300, height: 400 }

it('A dragged corner leaves the opposite one where it is', () => {
  expect(draggedCorner(crop, 'se', { x: 50, y: 10 }, null, 60, picture)).toEqual({
    x: 100,
    y: 100,
    width: 350,
    height: 410,
  })
  expect(draggedCorner(crop, 'nw', { x: 50, y: 10 }, null, 60, picture)).toEqual({
    x: 150,
    y: 110,
    width: 250,
    height: 390,
  })
})

it('A frame with a ratio keeps it, and stays on the picture', () => {
  for (const corner of ['nw', 'ne', 'sw', 'se'] as const) {
    const dragged = draggedCorner(crop, corner, { x: 5000, y: -5000 }, 3 / 4, 60, picture)
    expect(dragged.width / dragged.height).toBeCloseTo(3 / 4)
    expect(dragged.x).toBeGreaterThanOrEqual(0)
    expect(dragged.y).toBeGreaterThanOrEqual(-1e-9)
    expect(dragged.x + dragged.width).toBeLessThanOrEqual(1000)
    expect(dragged.y + dragged.height).toBeLessThanOrEqual(1000)
  }
})

it('A frame never becomes smaller than can be held', () => {
  expect(draggedCorner(crop, 'se', { x: -900, y: -900 }, null, 60, picture)).toMatchObject({
    width: 60,
    height: 60,
  })
})
