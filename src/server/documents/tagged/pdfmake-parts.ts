import { createRequire } from 'node:module'
import type { Readable } from 'node:stream'
import type { Content, DynamicContent, PageSize, StyleDictionary, TableLayout, TDocumentDefinitions } from 'pdfmake/interfaces.js'

/** One line of text or one picture on its way to the page. */
export interface Mark {
  role: 'H1' | 'H2' | 'H3' | 'P' | 'Figure'
  /** Where it was drawn first; null until then. What is drawn of it later is a repetition. */
  content: StructureContent | null
  /** A picture's place on its page: left, bottom, right, top, from the page's foot. */
  bbox: readonly [number, number, number, number] | null
  /** Whether the text goes on in a paragraph of its own. */
  endsParagraph: boolean
}

/** A piece of content as pdfmake leaves it once laid out: every shorthand written out. */
export interface LaidOutNode {
  text?: unknown
  svg?: unknown
  canvas?: unknown
  stack?: LaidOutNode[]
  columns?: LaidOutNode[]
  section?: LaidOutNode
  ul?: LaidOutNode[]
  table?: { body: LaidOutNode[][]; headerRows?: number; headerColumns?: number }
  style?: unknown
  headlineLevel?: number
  alt?: string
  colSpan?: number
  rowSpan?: number
  /** Whether a neighbour spreads over this cell. */
  _span?: boolean
  /** Where its lines are, in order. */
  positions?: object[]
  /** Ours: what is drawn of this text or picture, in order. */
  marks?: Mark[]
}

/** A laid out line. Its copies share its mark. */
export interface LaidOutLine {
  inlines: { text: string }[]
  newLineForced?: boolean
  _node?: LaidOutNode
  mark?: Mark
}

/** A laid out picture. Its copies share its mark. */
export interface LaidOutSvg extends LaidOutNode {
  x: number
  y: number
  _width: number
  _height: number
  mark?: Mark
}

/** What pdfkit calls `PDFStructureContent`: a piece of a page that stands in the structure. */
export interface StructureContent {
  readonly refs: readonly object[]
}

/** What pdfkit calls `PDFStructureElement`. */
export interface StructureElement {
  readonly dictionary: { readonly data: Record<string, unknown> }
  add(child: StructureElement | StructureContent): this
}

/** A PDF in the making: what is used of pdfkit's document, to which pdfmake adds its fonts. */
export declare class PdfDocument extends Readable {
  constructor(
    fonts: object,
    images: object,
    patterns: object,
    attachments: object,
    options: object,
    virtualFiles: null,
    isLocalFileAllowed: (path: string) => boolean,
  )
  readonly page: { readonly height: number }
  file(src: string, options: object): void
  struct(role: string, options?: { alt?: string }): StructureElement
  addStructure(root: StructureElement): this
  markStructureContent(role: string): StructureContent
  markContent(tag: 'Artifact', options: { type: 'Layout' | 'Pagination' }): this
  endMarkedContent(): this
  end(): void
}

/** Places content on pages. */
export declare class LayoutBuilder {
  constructor(pageSize: object, pageMargins: object, svgMeasure: object)
  registerTableLayouts(layouts: Record<string, TableLayout>): void
  layoutDocument(
    content: { stack: Content[] },
    pdf: PdfDocument,
    styles: StyleDictionary,
    defaultStyle: object,
    background: undefined,
    header: DynamicContent | undefined,
    footer: DynamicContent | undefined,
    watermark: undefined,
    pageBreakBefore: TDocumentDefinitions['pageBreakBefore'],
  ): object[]
  processLeaf(node: LaidOutNode): void
  processSVG(node: LaidOutSvg): void
  buildNextLine(node: LaidOutNode): LaidOutLine | null
  addHeadersAndFooters(header: unknown, footer: unknown): void
  /** Where `pageBreakBefore` looks for what follows. */
  linearNodeList: object[]
}

/** Draws placed content. */
export declare class Renderer {
  constructor(pdf: PdfDocument)
  readonly pdfDocument: PdfDocument
  renderPages(pages: object[]): void
  renderLine(line: LaidOutLine, x: number, y: number): void
  renderVector(vector: object): void
  renderSVG(svg: LaidOutSvg): void
}

interface PageSizes {
  normalizePageSize(size: PageSize): { width: number; height: number }
  normalizePageMargin(margins: TDocumentDefinitions['pageMargins']): object
}

/** pdfmake's parts, loaded only when a document is made, so that an ordinary start stays quick. */
export function pdfmakeParts() {
  const load = createRequire(import.meta.url) as (path: string) => unknown
  const classOf = (name: string) => (load(`pdfmake/js/${name}.js`) as { default: unknown }).default
  return {
    PdfDocument: classOf('PDFDocument') as typeof PdfDocument,
    LayoutBuilder: classOf('LayoutBuilder') as typeof LayoutBuilder,
    Renderer: classOf('Renderer') as typeof Renderer,
    SvgMeasure: classOf('SVGMeasure') as new () => object,
    ...(load('pdfmake/js/tableLayouts.js') as { tableLayouts: Record<string, TableLayout> }),
    ...(load('pdfmake/js/PageSize.js') as PageSizes),
    fonts: load('pdfmake/fonts/Roboto.js') as Record<string, Record<string, string>>,
  }
}
