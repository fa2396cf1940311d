type Read = (video: HTMLVideoElement) => Promise<string | null>

interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>
}

interface DetectorMaker {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

/** The browser's own reader of QR codes where it has one, or ours; null where there is no camera to read from. */
export async function readerOf(): Promise<Read | null> {
  if (!('mediaDevices' in navigator)) return null
  const Maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector
  if (Maker && (await Maker.getSupportedFormats()).includes('qr_code')) {
    const detector = new Maker({ formats: ['qr_code'] })
    return async (video) => (await detector.detect(video))[0]?.rawValue ?? null
  }
  const { readVerificationCode } = await import('@/images/verificationCode')
  const canvas = document.createElement('canvas')
  return async (video) => {
    const [width, height] = [video.videoWidth, video.videoHeight]
    const drawing = canvas.getContext('2d', { willReadFrequently: true })
    if (!drawing || width === 0) return null
    Object.assign(canvas, { width, height })
    drawing.drawImage(video, 0, 0)
    return readVerificationCode(drawing.getImageData(0, 0, width, height))
  }
}
