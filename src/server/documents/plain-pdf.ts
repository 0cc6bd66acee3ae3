import type { Content } from 'pdfmake/interfaces.js'
import { t } from '#texts/i18n.ts'
import { INK, SOFT } from '../minutes/pdf/parts.ts'
import { makePdf, type PdfDefinition, printable } from './pdf-maker.ts'

interface PlainDocument {
  title: string
  author: string
  /** Above each page. */
  header: string
  /** `YYYY-MM-DD`. */
  madeOn: string
  content: Content[]
}

/** A document of text, headings and tables on A4 pages, numbered, as PDF. */
export async function plainPdf(document: PlainDocument): Promise<Buffer> {
  return makePdf(definition(document))
}

function definition({ title, author, header, madeOn, content }: PlainDocument): PdfDefinition {
  return {
    info: { title: printable(title), author, creationDate: new Date(`${madeOn}T12:00:00Z`) },
    pageMargins: [56, 56, 56, 60],
    defaultStyle: { font: 'Roboto', fontSize: 10.5, lineHeight: 1.3, color: '#222222' },
    styles: {
      title: { fontSize: 20, bold: true, color: INK, margin: [0, 18, 0, 2] },
      subtitle: { fontSize: 12, color: SOFT, margin: [0, 0, 0, 14] },
      heading: { fontSize: 13, bold: true, color: INK, margin: [0, 12, 0, 4] },
      subheading: { fontSize: 11, bold: true, margin: [0, 8, 0, 2] },
      paragraph: { margin: [0, 0, 0, 6] },
      note: { fontSize: 9, color: SOFT, margin: [0, 2, 0, 4] },
    },
    header: () => ({ margin: [56, 26, 56, 0], fontSize: 9.5, color: SOFT, text: printable(header) }),
    footer: (page: number, pages: number) => ({
      margin: [56, 18, 56, 0],
      fontSize: 8.5,
      color: SOFT,
      columns: [{ text: printable(title) }, { text: t('minutes:document.page', { page, pages }), alignment: 'right', width: 90 }],
    }),
    content,
  }
}
