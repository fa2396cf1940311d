import { Darkroom } from './darkroom'
import type { Request, Response } from './messages'

/** The thread in which pictures are decoded, measured and encoded, so that the page stays alive meanwhile. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<Request>) => void) | null
  postMessage(message: Response, transfer: Transferable[]): void
}

const scope = self as unknown as WorkerScope
const darkroom = new Darkroom()

scope.onmessage = async ({ data }) => {
  try {
    const result = await answer(data)
    const transfer =
      typeof result === 'object' && result !== null && 'preview' in result ? [result.preview] : []
    scope.postMessage({ id: data.id, result }, transfer)
  } catch (fault) {
    scope.postMessage({ id: data.id, fault: String(fault) }, [])
  }
}

async function answer(request: Request) {
  switch (request.do) {
    case 'open':
      return darkroom.open(request.file)
    case 'mend':
      return darkroom.mend(request.standard, request.wish)
    case 'read-code': {
      const pixels = darkroom.pixels()
      const { readVerificationCode } = await import('./verificationCode')
      return readVerificationCode(pixels)
    }
  }
}
