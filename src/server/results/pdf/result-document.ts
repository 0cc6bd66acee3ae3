import type { Content } from 'pdfmake/interfaces.js'
import { type Certifier, certifierName } from '#domain/certifier.ts'
import { t } from '#texts/i18n.ts'
import { printable } from '../../documents/pdf-maker.ts'
import { plainPdf } from '../../documents/plain-pdf.ts'
import { SOFT } from '../../minutes/pdf/parts.ts'
import { plainDay } from '../../minutes/pdf/words.ts'

interface ResultDocument {
  title: string
  certifier: Certifier
  /** `YYYY-MM-DD`. */
  deliveredOn: string
  content: Content[]
}

/** A document handed to a candidate in the certifier's name, as PDF. */
export async function resultPdf({ title, certifier, deliveredOn, content }: ResultDocument): Promise<Buffer> {
  return plainPdf({ title, author: certifier.legalName, header: certifierName(certifier), madeOn: deliveredOn, content })
}

/** Where, when and by whom; room is left for the hand. */
export function signedBy({ place, signatoryName, signatoryQuality }: Certifier, deliveredOn: string): Content {
  return {
    unbreakable: true,
    margin: [0, 22, 0, 0],
    stack: [
      { text: printable(t('results:document.doneAt', { place, day: plainDay(deliveredOn) })) },
      { text: printable(`${signatoryName}, ${signatoryQuality}`), bold: true },
      { text: t('results:document.signatureRoom'), color: SOFT, fontSize: 9, margin: [0, 0, 0, 44] },
    ],
  }
}

/** A list of points; nothing when empty. */
export function points(items: readonly string[]): Content[] {
  return items.length === 0 ? [] : [{ ul: items.map((item) => ({ text: printable(item) })), margin: [0, 0, 0, 6] }]
}
