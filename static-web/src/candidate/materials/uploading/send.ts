/** What came back from sending a file; status 0 when the connection was lost. */
export interface Sent {
  readonly status: number
  readonly text: string
}

export interface Sending {
  readonly language: 'zh' | 'en'
  /** From 0 to 1; 1 when everything is on its way. */
  readonly progress: (share: number) => void
  readonly signal: AbortSignal
}

/** No byte for so long: the connection is taken for lost. */
const stalledAfterSeconds = 30

/** Sends a file's bytes by PUT. `fetch` can't tell how far an upload is, so this is the older request. */
export function send(url: string, file: Blob, { language, progress, signal }: Sending): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    let watch = 0
    const alive = () => {
      clearTimeout(watch)
      watch = window.setTimeout(() => request.abort(), stalledAfterSeconds * 1000)
    }
    const lost = () => {
      clearTimeout(watch)
      resolve({ status: 0, text: '' })
    }
    request.upload.onprogress = ({ loaded, total }) => {
      alive()
      progress(total === 0 ? 1 : loaded / total)
    }
    request.onload = () => {
      clearTimeout(watch)
      resolve({ status: request.status, text: request.responseText })
    }
    request.onerror = lost
    request.onabort = lost
    signal.addEventListener('abort', () => request.abort())
    request.open('PUT', url)
    request.setRequestHeader('Content-Type', 'image/jpeg')
    request.setRequestHeader('Accept-Language', language === 'en' ? 'en' : 'zh-CN')
    alive()
    request.send(file)
  })
}
