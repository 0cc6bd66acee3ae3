/**
 * What the page and the service worker say to each other about the heavy files: the PDF reader's engine and fonts, the QR reader, the desk.
 * They are kept apart from the app itself: an installation cut short on a bad network must leave an app that opens without any.
 */
export const KEEP_HEAVY_FILES = 'KEEP_HEAVY_FILES'

/** The service worker's answer. */
export interface HeavyFiles {
  stored: number
  expected: number
}

/** A bad network may take minutes; what has come by then is kept. */
const ANSWER_WITHIN_MS = 60_000

/** Has the worker fetch what is missing, when it can. Null when no worker answers. */
export async function keepHeavyFiles(worker: ServiceWorker): Promise<HeavyFiles | null> {
  const { port1, port2 } = new MessageChannel()
  try {
    return await new Promise<HeavyFiles | null>((resolve) => {
      const limit = setTimeout(() => resolve(null), ANSWER_WITHIN_MS)
      port1.onmessage = ({ data }: MessageEvent<HeavyFiles>) => {
        clearTimeout(limit)
        resolve(data)
      }
      worker.postMessage({ type: KEEP_HEAVY_FILES }, [port2])
    })
  } finally {
    port1.close()
  }
}
