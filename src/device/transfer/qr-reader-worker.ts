import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'

/** Reads QR codes off the page's thread, so that the camera's picture stays fluid. One picture in, one answer out, by number. */
export interface ReadRequest {
  id: number
  image: ImageData
}

/** `bytes`: what the code holds, or null when there is none to read. `failed`: the reader itself does not work. */
export type ReadAnswer = { id: number; bytes: Uint8Array<ArrayBuffer> | null } | { id: number; failed: string }

// The library would fetch its program from a public server; ours comes with the app and is there offline.
prepareZXingModule({ overrides: { locateFile: (name: string, prefix: string) => (name.endsWith('.wasm') ? wasmUrl : prefix + name) } })

addEventListener('message', (event: MessageEvent<ReadRequest>) => {
  const { id, image } = event.data
  readQr(image).then(
    (bytes) => answer({ id, bytes }),
    (error: unknown) => answer({ id, failed: error instanceof Error ? error.message : 'unknown' }),
  )
})

/** Our codes are dark on light and fill the picture: looking at it inverted or made smaller costs three times as long and finds nothing more. */
const OPTIONS: ReaderOptions = {
  formats: ['QRCode'],
  maxNumberOfSymbols: 1,
  tryHarder: true,
  tryDownscale: false,
  tryInvert: false,
  tryRotate: false,
}

function answer(message: ReadAnswer): void {
  postMessage(message)
}

async function readQr(image: ImageData): Promise<Uint8Array<ArrayBuffer> | null> {
  const [found] = await readBarcodes(image, OPTIONS)
  return found?.isValid ? new Uint8Array(found.bytes) : null
}
