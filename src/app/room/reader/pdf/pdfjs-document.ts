// The legacy build: the modern one calls what browsers of before 2026 do not have (Map.getOrInsertComputed, Math.sumPrecise), and an
// exam room's tablet is older than that.
import {
  GlobalWorkerOptions,
  getDocument,
  InvalidPDFException,
  type PDFDocumentProxy,
  type PDFPageProxy,
  TextLayer as PdfjsTextLayer,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { composePageText, type PageText } from './page-text.ts'
import type { PdfDocument, PdfOutcome, TextLayer } from './pdf-document.ts'
import { BundledDataFactory } from './pdfjs-assets.ts'

GlobalWorkerOptions.workerSrc = workerAddress

/** Opens a PDF with pdf.js: no script of the document runs, nothing is evaluated, nothing is fetched from elsewhere. */
export async function openWithPdfjs(bytes: Uint8Array): Promise<PdfOutcome> {
  const task = getDocument({
    data: bytes,
    isEvalSupported: false,
    enableXfa: false,
    useWorkerFetch: false,
    // Fonts the PDF does not embed come from our build: the same on every tablet, whatever fonts it has.
    useSystemFonts: false,
    BinaryDataFactory: BundledDataFactory,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    return { ok: true, document: new PdfjsDocument(await task.promise, () => task.destroy()) }
  } catch (cause) {
    await task.destroy()
    if (cause instanceof Error && cause.name === 'PasswordException') return { ok: false, code: 'password' }
    if (cause instanceof InvalidPDFException) return { ok: false, code: 'invalid' }
    throw new Error('pdf.js could not open the document', { cause })
  }
}

class PdfjsDocument implements PdfDocument {
  readonly pageCount: number
  readonly #proxy: PDFDocumentProxy
  readonly #destroy: () => Promise<void>
  readonly #texts = new Map<number, Promise<{ pageText: PageText; content: Awaited<ReturnType<PDFPageProxy['getTextContent']>> }>>()

  constructor(proxy: PDFDocumentProxy, destroy: () => Promise<void>) {
    this.#proxy = proxy
    this.#destroy = destroy
    this.pageCount = proxy.numPages
  }

  async size(page: number) {
    const { width, height } = (await this.#proxy.getPage(page)).getViewport({ scale: 1 })
    return { width, height }
  }

  async paint(page: number, scale: number, signal: AbortSignal) {
    const proxy = await this.#proxy.getPage(page)
    signal.throwIfAborted()
    const viewport = proxy.getViewport({ scale })
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.floor(viewport.width))
    canvas.height = Math.max(1, Math.floor(viewport.height))
    const rendering = proxy.render({ canvas, viewport })
    const stop = () => rendering.cancel()
    signal.addEventListener('abort', stop, { once: true })
    try {
      await rendering.promise
      return canvas
    } catch (cause) {
      canvas.width = 0
      signal.throwIfAborted()
      throw new Error(`page ${page} could not be painted`, { cause })
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }

  async text(page: number) {
    return (await this.#content(page)).pageText
  }

  async layText(page: number, container: HTMLElement, scale: number, signal: AbortSignal): Promise<TextLayer> {
    const [proxy, { content, pageText }] = await Promise.all([this.#proxy.getPage(page), this.#content(page)])
    signal.throwIfAborted()
    container.replaceChildren()
    const layer = new PdfjsTextLayer({ textContentSource: content, container, viewport: proxy.getViewport({ scale }) })
    const stop = () => layer.cancel()
    signal.addEventListener('abort', stop, { once: true })
    try {
      await layer.render()
      signal.throwIfAborted()
      return { elements: layer.textDivs, runTexts: layer.textContentItemsStr, pageText }
    } catch (cause) {
      signal.throwIfAborted()
      throw new Error(`the words of page ${page} could not be laid`, { cause })
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }

  async release(page: number) {
    const proxy = await this.#proxy.getPage(page)
    proxy.cleanup()
  }

  async close() {
    await this.#destroy()
  }

  #content(page: number) {
    const known = this.#texts.get(page)
    if (known !== undefined) return known
    const reading = this.#readContent(page)
    this.#texts.set(page, reading)
    return reading
  }

  async #readContent(page: number) {
    const content = await (await this.#proxy.getPage(page)).getTextContent()
    const runs = content.items.flatMap((item) => ('str' in item ? [{ text: item.str, endsLine: item.hasEOL }] : []))
    return { content, pageText: composePageText(page, runs) }
  }
}
