import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import reader from 'zxing-wasm/reader/zxing_reader.wasm?url'

/** Reads the QR code of a CHSI record with zxing; the module comes from our own origin, when it is first needed. */
export async function readVerificationCode(pixels: ImageData): Promise<string | null> {
  prepareZXingModule({ overrides: { locateFile: () => reader } })
  const [code] = await readBarcodes(pixels, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 1 })
  return code?.isValid === true ? code.text : null
}
