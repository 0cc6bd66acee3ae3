import type { Content } from 'pdfmake/interfaces.js'
import type { StoredMinutes } from '#contract/minutes.ts'
import { t } from '#texts/i18n.ts'
import { heading, note, paragraph } from './parts.ts'
import { signatureSvg } from './signature-svg.ts'
import { memberName, moment, names } from './words.ts'

/** Every signature with its gesture, and who has not signed yet. */
export function signatureContent({ minutes, signatures, summary }: StoredMinutes): Content[] {
  return [
    heading(t('minutes:document.signatures')),
    ...signatures.map((signature) => signatureBox(memberName(minutes, signature.signer.jurorId), signature)),
    paragraph(
      summary.missing.length === 0
        ? t('minutes:document.complete')
        : t('minutes:document.awaited', { names: names(minutes, summary.missing) }),
    ),
    ...(summary.absent.length === 0 ? [] : [paragraph(t('minutes:document.absentSigners', { names: names(minutes, summary.absent) }))]),
  ]
}

function signatureBox(name: string, { signer, receivedAt, deviceId, isValid }: StoredMinutes['signatures'][number]): Content {
  const { signature } = signer
  return {
    unbreakable: true,
    margin: [0, 0, 0, 10],
    columns: [
      {
        width: '*',
        stack: [
          { text: t('minutes:document.signedBy', { name }), bold: true },
          ...(isValid ? [] : [{ text: t('minutes:document.broken'), bold: true, color: '#a4211a' }]),
          t('minutes:document.signedAt', { when: moment(signer.signedAt) }),
          t('minutes:document.receivedAt', { when: moment(receivedAt) }),
          note(t('minutes:document.device', { id: deviceId })),
        ],
      },
      {
        width: 170,
        stack:
          signature.kind === 'drawn'
            ? [
                { svg: signatureSvg(signature.strokes), alt: t('minutes:document.picture', { name }), fit: [160, 60] },
                note(t('minutes:document.drawn')),
              ]
            : [{ text: signature.name, italics: true, fontSize: 15 }, note(t('minutes:document.typed', { name: signature.name }))],
      },
    ],
  }
}

/** What proves it all, and where to check it. */
export function proofContent({ summary, journalIndex, serverKeyId }: StoredMinutes): Content[] {
  return [
    heading(t('minutes:document.proof')),
    paragraph(t('minutes:document.kind')),
    note(
      `${t('minutes:document.hash', { hash: summary.hash })}\n${t('minutes:document.journal', { index: journalIndex })}\n${t('minutes:document.serverKey', { keyId: serverKeyId })}`,
    ),
    paragraph(t('minutes:document.verify')),
  ]
}
