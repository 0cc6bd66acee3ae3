import type { PageSize } from './page-scale.ts'
import type { PageText } from './page-text.ts'

/** The words of a page laid over its picture: selectable, findable, read by screen readers. */
export interface TextLayer {
  /** One element per run of the page's text, in the same order. */
  elements: readonly HTMLElement[]
  runTexts: readonly string[]
  pageText: PageText
}

/** An open PDF. Pages count from 1. Every method rejects once the document is closed. */
export interface PdfDocument {
  readonly pageCount: number
  size(page: number): Promise<PageSize>
  /** Paints a page at `scale` canvas pixels per point. Rejects with an AbortError when `signal` is aborted first. */
  paint(page: number, scale: number, signal: AbortSignal): Promise<HTMLCanvasElement>
  text(page: number): Promise<PageText>
  /** Fills `container` with the page's words at `scale` CSS pixels per point. Rejects with an AbortError when `signal` is aborted first. */
  layText(page: number, container: HTMLElement, scale: number, signal: AbortSignal): Promise<TextLayer>
  /** Forgets what was decoded to paint a page (images, fonts' drawing lists). */
  release(page: number): Promise<void>
  close(): Promise<void>
}

/**
 * Why a PDF cannot be shown. `password`: it is locked by a password; `invalid`: its bytes are no readable PDF.
 */
export type PdfFailure = 'password' | 'invalid'

export type PdfOutcome = { ok: true; document: PdfDocument } | { ok: false; code: PdfFailure }
