import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { type Certifier, certifierName } from '#domain/certifier.ts'
import { t } from '#texts/i18n.ts'
import { pdfMaker, printable } from '../../documents/pdf-maker.ts'
import { INK, SOFT } from '../../minutes/pdf/parts.ts'
import { longDay } from '../../minutes/pdf/words.ts'

interface ResultDocument {
  title: string
  certifier: Certifier
  /** `YYYY-MM-DD`. */
  deliveredOn: string
  content: Content[]
}

/** A document handed to a candidate, as PDF. */
export async function resultPdf(document: ResultDocument): Promise<Buffer> {
  return (await pdfMaker()).createPdf(definition(document)).getBuffer()
}

function definition({ title, certifier, deliveredOn, content }: ResultDocument): TDocumentDefinitions {
  return {
    version: '1.7',
    language: 'fr-FR',
    displayTitle: true,
    info: { title: printable(title), author: certifier.legalName, creationDate: new Date(`${deliveredOn}T12:00:00Z`) },
    pageSize: 'A4',
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
    header: { margin: [56, 26, 56, 0], fontSize: 9.5, color: SOFT, text: printable(certifierName(certifier)) },
    footer: (page: number, pages: number) => ({
      margin: [56, 18, 56, 0],
      fontSize: 8.5,
      color: SOFT,
      columns: [{ text: printable(title) }, { text: t('minutes:document.page', { page, pages }), alignment: 'right', width: 90 }],
    }),
    pageBreakBefore: (node, query) => node.headlineLevel !== undefined && query.getFollowingNodesOnPage().length === 0,
    content,
  }
}

/** Where, when and by whom; room is left for the hand. */
export function signedBy({ place, signatoryName, signatoryQuality }: Certifier, deliveredOn: string): Content {
  return {
    unbreakable: true,
    margin: [0, 22, 0, 0],
    stack: [
      { text: printable(t('results:document.doneAt', { place, day: longDay(deliveredOn) })) },
      { text: printable(`${signatoryName}, ${signatoryQuality}`), bold: true },
      { text: t('results:document.signatureRoom'), color: SOFT, fontSize: 9, margin: [0, 0, 0, 44] },
    ],
  }
}

/** A list of points; nothing when empty. */
export function points(items: readonly string[]): Content[] {
  return items.length === 0 ? [] : [{ ul: items.map((item) => ({ text: printable(item) })), margin: [0, 0, 0, 6] }]
}
