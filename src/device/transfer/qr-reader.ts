import type { Bytes } from '#seal/bytes.ts'
import type { ReadAnswer, ReadRequest } from './qr-reader-worker.ts'

export interface QrReader {
  /** The bytes of the QR code in a picture, or null when there is none to read. The picture is given away. Rejects when the reader does not work. */
  read(image: ImageData): Promise<Bytes | null>
  close(): void
}

interface Pending {
  resolve: (bytes: Bytes | null) => void
  reject: (error: Error) => void
}

/** Starts a reader on its own thread. Close it when done. */
export function openQrReader(): QrReader {
  const worker = new Worker(new URL('./qr-reader-worker.ts', import.meta.url), { type: 'module' })
  const pending = new Map<number, Pending>()
  let lastId = 0
  let failure: Error | null = null

  const settle = (id: number, act: (waiting: Pending) => void) => {
    const waiting = pending.get(id)
    pending.delete(id)
    if (waiting) act(waiting)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<ReadAnswer>) => {
    settle(data.id, ({ resolve, reject }) => ('failed' in data ? reject(new Error(data.failed)) : resolve(data.bytes)))
  })
  worker.addEventListener('error', (event) => {
    // A script that did not load says so before the first picture is given: the next ones must not wait for ever.
    const error = new Error(event.message || 'the reader did not start')
    failure = error
    for (const id of [...pending.keys()]) settle(id, ({ reject }) => reject(error))
  })

  return {
    read(image) {
      if (failure !== null) return Promise.reject(failure)
      lastId += 1
      const request: ReadRequest = { id: lastId, image }
      return new Promise((resolve, reject) => {
        pending.set(request.id, { resolve, reject })
        worker.postMessage(request, [image.data.buffer])
      })
    },
    close: () => worker.terminate(),
  }
}
