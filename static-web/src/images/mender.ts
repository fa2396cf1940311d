import type { MendResult, Opened, Unreadable } from './darkroom'
import type { Wish } from './mending'
import type { Request, Response } from './messages'
import type { Standard } from './standard'

type Asked = Request extends infer One ? (One extends Request ? Omit<One, 'id'> : never) : never

/** One picture in the hands of a worker of its own; {@link close} when done with it. */
export class Mender {
  private readonly worker = new Worker(new URL('./mender.worker.ts', import.meta.url), { type: 'module' })
  private readonly waiting = new Map<
    number,
    { resolve: (result: unknown) => void; reject: (fault: Error) => void }
  >()
  private lastId = 0

  constructor() {
    this.worker.onmessage = ({ data }: MessageEvent<Response>) => {
      const asked = this.waiting.get(data.id)
      this.waiting.delete(data.id)
      if ('fault' in data) asked?.reject(new Error(data.fault))
      else asked?.resolve(data.result)
    }
    this.worker.onerror = (event) => this.failAll(event.message)
  }

  open(file: Blob): Promise<Opened | Unreadable> {
    return this.ask({ do: 'open', file })
  }

  /** A wish that is still being worked on when another comes is answered with "superseded". */
  mend(standard: Standard, wish: Wish): Promise<MendResult> {
    return this.ask({ do: 'mend', standard, wish })
  }

  /** The text of the QR code on the open picture. */
  readCode(): Promise<string | null> {
    return this.ask({ do: 'read-code' })
  }

  close(): void {
    this.worker.terminate()
    this.failAll('Closed.')
  }

  private ask<T>(asked: Asked): Promise<T> {
    const id = ++this.lastId
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (result: unknown) => void, reject })
      this.worker.postMessage(structuredOf({ ...asked, id } as Request))
    })
  }

  private failAll(message: string): void {
    for (const { reject } of this.waiting.values()) reject(new Error(message))
    this.waiting.clear()
  }
}

/** Vue's proxies can't be cloned into a worker; files and plain values can. */
function structuredOf(request: Request): Request {
  return request.do === 'mend' ? (JSON.parse(JSON.stringify(request)) as Request) : request
}
