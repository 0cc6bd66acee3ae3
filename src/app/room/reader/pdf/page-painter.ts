import { canvasScale, cssScale, pagesToPaint, type ViewBox, type Zoom } from './page-scale.ts'
import type { PdfDocument } from './pdf-document.ts'

/** What the reader looks at. */
export interface PageView {
  page: number
  zoom: Zoom
  box: ViewBox
  devicePixelRatio: number
}

/** A page's picture, shown at `width` × `height` CSS pixels; `scale` is CSS pixels per point. */
export interface PaintedPage {
  page: number
  canvas: HTMLCanvasElement
  width: number
  height: number
  scale: number
  /** What it was painted for; differs once the view's size or zoom changed. */
  key: string
}

interface ThumbnailRequest {
  page: number
  width: number
  resolve: (canvas: HTMLCanvasElement) => void
  reject: (cause: unknown) => void
  signal: AbortSignal
}

/**
 * Paints one thing at a time, what is looked at first: the page in view, then the one the reader is heading for, then the one
 * left behind, then thumbnails. Turning the
 * page cancels whatever the new view does not want. Only those three pages keep a canvas, so memory stays the same however long the PDF.
 */
export class PagePainter {
  readonly #document: PdfDocument
  readonly #onTrouble: (cause: unknown) => void
  readonly #listeners = new Set<() => void>()
  readonly #painted = new Map<number, PaintedPage>()
  /** Pages that could not be painted, with what for: not tried again for the same view. */
  readonly #broken = new Map<number, string>()
  #thumbnails: ThumbnailRequest[] = []
  #view: PageView | null = null
  #heading: 1 | -1 = 1
  #running: { page: number; key: string; abort: AbortController } | null = null
  #closed = false

  /** `onTrouble` hears of pages that could not be painted. */
  constructor(document: PdfDocument, onTrouble: (cause: unknown) => void) {
    this.#document = document
    this.#onTrouble = onTrouble
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The page's newest picture, perhaps painted for an earlier zoom, or null. */
  picture(page: number): PaintedPage | null {
    return this.#painted.get(page) ?? null
  }

  /** True when the page could not be painted for the present view. */
  isBroken(page: number): boolean {
    return this.#view !== null && this.#broken.get(page) === viewKey(this.#view)
  }

  /** Looks at a page: paints it and its neighbours, and forgets the others. */
  look(view: PageView): void {
    if (this.#view && view.page !== this.#view.page) this.#heading = view.page > this.#view.page ? 1 : -1
    this.#view = view
    const wanted = this.#wanted(view)
    for (const page of this.#painted.keys()) if (!wanted.includes(page)) this.#forget(page)
    const running = this.#running
    if (running && running.page !== view.page && (!this.#isFresh(view.page) || !wanted.includes(running.page))) running.abort.abort()
    else if (running && running.key !== viewKey(view)) running.abort.abort()
    this.#paintNext()
  }

  /** A small picture `width` CSS pixels wide, painted when nothing more urgent waits. */
  thumbnail(page: number, width: number, signal: AbortSignal): Promise<HTMLCanvasElement> {
    return new Promise((resolve, reject) => {
      const request = { page, width, resolve, reject, signal }
      signal.addEventListener('abort', () => {
        this.#thumbnails = this.#thumbnails.filter((other) => other !== request)
        reject(signal.reason)
      })
      this.#thumbnails.push(request)
      this.#paintNext()
    })
  }

  close(): void {
    this.#closed = true
    this.#running?.abort.abort()
    this.#thumbnails = []
    for (const page of this.#painted.keys()) this.#forget(page)
    this.#listeners.clear()
  }

  #wanted(view: PageView): number[] {
    return pagesToPaint(view.page, this.#document.pageCount, this.#heading)
  }

  #isFresh(page: number): boolean {
    return this.#view !== null && this.#painted.get(page)?.key === viewKey(this.#view)
  }

  #forget(page: number): void {
    const picture = this.#painted.get(page)
    this.#painted.delete(page)
    // Safari frees a canvas's memory only when it has no size.
    if (picture) picture.canvas.width = 0
    if (!this.#closed) this.#document.release(page).catch(this.#onTrouble)
  }

  #paintNext(): void {
    if (this.#running || this.#closed || !this.#view) return
    const view = this.#view
    const wanted = this.#wanted(view)
    const page = wanted.find((candidate) => !this.#isFresh(candidate) && !this.isBroken(candidate))
    if (page !== undefined) {
      this.#run(page, viewKey(view), (signal) => this.#paint(page, view, signal))
      return
    }
    const request = this.#thumbnails.shift()
    if (request) this.#run(request.page, '', (signal) => this.#paintThumbnail(request, signal))
  }

  #run(page: number, key: string, paint: (signal: AbortSignal) => Promise<void>): void {
    const abort = new AbortController()
    this.#running = { page, key, abort }
    paint(abort.signal)
      .catch((cause: unknown) => {
        if (abort.signal.aborted) return
        if (key !== '') this.#broken.set(page, key)
        this.#tellListeners()
        this.#onTrouble(cause)
      })
      .finally(() => {
        this.#running = null
        this.#paintNext()
      })
  }

  async #paint(page: number, view: PageView, signal: AbortSignal): Promise<void> {
    const size = await this.#document.size(page)
    const scale = cssScale(view.zoom, size, view.box)
    const canvas = await this.#document.paint(page, canvasScale(scale, size, view.devicePixelRatio), signal)
    const previous = this.#painted.get(page)
    this.#painted.set(page, { page, canvas, width: size.width * scale, height: size.height * scale, scale, key: viewKey(view) })
    this.#broken.delete(page)
    this.#tellListeners()
    if (previous) previous.canvas.width = 0
  }

  #tellListeners(): void {
    for (const listener of this.#listeners) listener()
  }

  async #paintThumbnail(request: ThumbnailRequest, signal: AbortSignal): Promise<void> {
    try {
      const size = await this.#document.size(request.page)
      const scale = canvasScale(request.width / size.width, size, this.#view?.devicePixelRatio ?? 1)
      request.resolve(await this.#document.paint(request.page, scale, signal))
    } catch (cause) {
      // Something more urgent came: it goes back to the queue.
      if (signal.aborted && !this.#closed) {
        if (!request.signal.aborted) this.#thumbnails.unshift(request)
      } else request.reject(cause)
    }
  }
}

function viewKey({ zoom, box, devicePixelRatio }: PageView): string {
  const size = zoom.kind === 'factor' ? zoom.factor : zoom.kind === 'fitWidth' ? box.width : `${box.width}x${box.height}`
  return `${zoom.kind} ${size} @${devicePixelRatio}`
}
