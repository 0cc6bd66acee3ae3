import type { Content, DynamicContent, StyleDictionary, TDocumentDefinitions } from 'pdfmake/interfaces.js'

/** A French document on A4 pages. A text with a `headlineLevel` is a title. */
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

/** Makes a PDF of it. pdfmake is loaded only then, so that an ordinary start stays quick. Nothing is read but its own fonts. */
export async function makePdf({ files = [], ...definition }: PdfDefinition): Promise<Buffer> {
  const { default: pdfmake } = await import('pdfmake')
  const { default: roboto } = await import('pdfmake/fonts/Roboto.js')
  const fontFiles = new Set(Object.values(roboto).flatMap((font) => Object.values(font).map(String)))
  pdfmake.setFonts(roboto)
  pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path))
  pdfmake.setUrlAccessPolicy(() => false)
  const document: TDocumentDefinitions = {
    version: '1.7',
    language: 'fr-FR',
    displayTitle: true,
    pageSize: 'A4',
    pageBreakBefore: isTitleAlone,
    files: Object.fromEntries(files.map(attached)),
    ...definition,
  }
  return pdfmake.createPdf(document).getBuffer()
}

/** A title stays with what it announces. */
const isTitleAlone: NonNullable<TDocumentDefinitions['pageBreakBefore']> = (node, query) =>
  node.headlineLevel !== undefined && query.getFollowingNodesOnPage().length === 0

/** pdfmake embeds what a data URL holds; its types only know paths. */
function attached({ name, content, description }: AttachedFile) {
  const src = `data:application/json;base64,${Buffer.from(content, 'utf8').toString('base64')}`
  return [name, { src, name, description, type: 'application/json', relationship: 'Data' }] as const
}

/** A text with the spaces this font has: it lacks the narrow no-break space French puts in numbers and before some signs. */
export function printable(text: string): string {
  return text.replaceAll('\u202f', '\u00a0')
}
