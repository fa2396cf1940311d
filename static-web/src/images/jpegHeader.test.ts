import { describe, expect, it } from 'vitest'
import { exifOf } from './exif'
import { partsWithoutExif, readJpegHeader, withFacts } from './jpegHeader'
import { exifWithOrientation, sampleJpeg } from './sampleJpeg'

describe('A JPEG header', () => {
  it('says size and components', () => {
    expect(readJpegHeader(sampleJpeg({ width: 2480, height: 3508, components: 1 }))).toEqual({
      width: 2480,
      height: 3508,
      components: 1,
      isComplete: true,
      density: null,
      orientation: 1,
      takenAt: null,
    })
  })

  it.each([
    [{ unit: 1, density: 300 }, 300],
    [{ unit: 2, density: 100 }, 254],
    [{ unit: 0, density: 300 }, null],
    [{ unit: 1, density: 1 }, null],
  ])('says with %o a density of %s dots per inch', (jfif, density) => {
    expect(readJpegHeader(sampleJpeg({ jfif }))?.density).toBe(density)
  })

  it.each(['II', 'MM'] as const)(
    'swaps the sides where EXIF in the order %s lays the picture on its side',
    (order) => {
      const header = readJpegHeader(
        sampleJpeg({ width: 4000, height: 3000, exif: exifWithOrientation(6, order) }),
      )
      expect(header).toMatchObject({ width: 3000, height: 4000, orientation: 6 })
    },
  )

  it('takes an orientation that there is not for upright', () => {
    expect(readJpegHeader(sampleJpeg({ exif: exifWithOrientation(9, 'MM') }))?.orientation).toBe(1)
  })

  it('says nothing of orientation once EXIF is taken out', () => {
    const file = sampleJpeg({
      jfif: { unit: 1, density: 72 },
      exif: exifWithOrientation(6, 'MM'),
      bytes: 900,
    })
    const bare = Uint8Array.from(partsWithoutExif(new Uint8Array(file)).flatMap((part) => [...part]))
    expect(readJpegHeader(bare)).toMatchObject({
      width: 600,
      height: 800,
      orientation: 1,
      density: 72,
      isComplete: true,
    })
  })

  it('survives EXIF that points beyond its end', () => {
    const broken = [...exifOf('2026:03:02 10:20:30').subarray(0, 30)]
    expect(readJpegHeader(sampleJpeg({ exif: broken }))).toMatchObject({ width: 600, takenAt: null })
  })

  it('is not complete without the end-of-image marker', () => {
    expect(readJpegHeader(sampleJpeg({ isCut: true }))?.isComplete).toBe(false)
  })

  it('is absent where the file is no JPEG, or has no frame', () => {
    expect(readJpegHeader(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toBeNull()
    expect(readJpegHeader(Uint8Array.of(0xff, 0xd8, 0xff, 0xd9))).toBeNull()
    expect(readJpegHeader(new Uint8Array())).toBeNull()
  })
})

describe('Writing facts', () => {
  it('states the density where there was a header, and where there was none', () => {
    for (const file of [sampleJpeg({ jfif: { unit: 0, density: 1 } }), sampleJpeg()]) {
      const written = withFacts(file, { density: 204.6, takenAt: null })
      expect(readJpegHeader(written)).toMatchObject({ density: 205, width: 600, isComplete: true })
      expect(readJpegHeader(withFacts(written, { density: 300, takenAt: null }))?.density).toBe(300)
      expect(withFacts(written, { density: 300, takenAt: null })).toHaveLength(written.length)
    }
  })

  it('keeps when the picture was taken', () => {
    const written = withFacts(sampleJpeg({ jfif: { unit: 1, density: 72 } }), {
      density: null,
      takenAt: '2015:03:02 10:20:30',
    })
    expect(readJpegHeader(written)).toMatchObject({ takenAt: '2015:03:02 10:20:30', density: null })
  })

  it('leaves the picture itself as it was', () => {
    const file = sampleJpeg({ jfif: { unit: 1, density: 72 }, bytes: 5000 })
    const written = withFacts(file, { density: 200, takenAt: null })
    expect(written.subarray(20)).toEqual(file.subarray(20))
  })
})
