import { buffer } from 'node:stream/consumers'
import type { Content, DynamicContent, StyleDictionary, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { markingLayout } from './tagged/marking-layout.ts'
import { markingRenderer } from './tagged/marking-renderer.ts'
import { type LaidOutNode, pdfmakeParts } from './tagged/pdfmake-parts.ts'
import { addStructure } from './tagged/structure.ts'

declare module 'pdfmake/interfaces.js' {
  interface Table {
    /** How many columns, from the first, are the heads of their rows. */
    headerColumns?: number | undefined
  }
  interface ContentSvg {
    /** What the picture is, for whoever does not see it. */
    alt: string
  }
}

/** A French document on A4 pages. The text of style `title` is its title; `headlineLevel` 1 and 2 are titles below it. */
export interface PdfDefinition {
  info: { title: string; author?: string; subject?: string; creationDate?: Date }
  pageMargins: [number, number, number, number]
  defaultStyle: NonNullable<TDocumentDefinitions['defaultStyle']>
  styles: StyleDictionary
  /** Asked again for each page: it may not give the same object twice. */
  header?: DynamicContent
  footer?: DynamicContent
  content: Content[]
  files?: readonly AttachedFile[]
}

/** A JSON file that travels in the PDF. */
export interface AttachedFile {
  name: string
  content: string
  description: string
}

/** Makes a tagged PDF of it (docs/decisions.md). Nothing is read but its own fonts. */
export async function makePdf(definition: PdfDefinition): Promise<Buffer> {
  const { LayoutBuilder, PdfDocument, Renderer, SvgMeasure, ...parts } = pdfmakeParts()
  const { info, defaultStyle, files = [], footer, header, pageMargins, styles } = definition
  const pageSize = parts.normalizePageSize('A4')
  const fontFiles = new Set(Object.values(parts.fonts).flatMap((font) => Object.values(font)))
  const options = {
    pdfVersion: '1.7',
    lang: 'fr-FR',
    tagged: true,
    displayTitle: true,
    info: documentInfo(info),
    size: [pageSize.width, pageSize.height],
    autoFirstPage: false,
    font: null,
  }
  const pdf = new PdfDocument(parts.fonts, {}, {}, {}, options, null, (path) => fontFiles.has(path))
  for (const { name, content, description } of files) {
    const src = `data:application/json;base64,${Buffer.from(content, 'utf8').toString('base64')}`
    pdf.file(src, { name, description, type: 'application/json', relationship: 'Data' })
  }
  const layout = new (markingLayout(LayoutBuilder))(pageSize, parts.normalizePageMargin(pageMargins), new SvgMeasure())
  layout.registerTableLayouts(parts.tableLayouts)
  const content = { stack: definition.content }
  const pages = layout.layoutDocument(content, pdf, styles, defaultStyle, undefined, header, footer, undefined, isTitleAlone)
  const renderer = new (markingRenderer(Renderer))(pdf)
  renderer.renderPages(pages)
  // The layout wrote out this very tree.
  addStructure(pdf, content as object as LaidOutNode)
  pdf.end()
  return buffer(pdf)
}

/** Whether only titles follow a title on its page: it goes to the next with what it announces. */
const isTitleAlone: NonNullable<TDocumentDefinitions['pageBreakBefore']> = (node, query) =>
  node.headlineLevel !== undefined && query.getFollowingNodesOnPage().every(({ headlineLevel }) => headlineLevel !== undefined)

function documentInfo({ title, author, subject, creationDate }: PdfDefinition['info']): Record<string, string | Date> {
  return {
    Producer: 'pdfmake',
    Creator: 'pdfmake',
    Title: title,
    ...(author ? { Author: author } : {}),
    ...(subject ? { Subject: subject } : {}),
    ...(creationDate ? { CreationDate: creationDate } : {}),
  }
}

/** A text with the spaces this font has: it lacks the narrow no-break space French puts in numbers and before some signs. */
export function printable(text: string): string {
  return text.replaceAll('\u202f', '\u00a0')
}
