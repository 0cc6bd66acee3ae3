import type { Content } from 'pdfmake/interfaces.js'
import type { DeskResult } from '#contract/results.ts'
import { certifierName } from '#domain/certifier.ts'
import { isoDateSchema } from '#domain/primitives.ts'
import { t } from '#texts/i18n.ts'
import { printable } from '../../documents/pdf-maker.ts'
import { heading, paragraph, subheading } from '../../minutes/pdf/parts.ts'
import { longDay } from '../../minutes/pdf/words.ts'
import type { CandidateFile } from '../candidate-file.ts'
import { partName } from '../decision-rows.ts'
import { points, resultPdf, signedBy } from './result-document.ts'

/** Tells a candidate what the panels decided, why what is not acquired is not, what is to be taken again, and how to appeal. */
export async function resultLetterPdf(file: CandidateFile): Promise<Buffer> {
  const { framework, certifier, result, session, deliveredOn, holderName, appeals } = file
  const title = t('results:letter.title')
  const decided = result.parts.filter(({ state }) => state === 'decided')
  return resultPdf({
    title,
    certifier,
    deliveredOn,
    content: [
      { text: printable(holderName), alignment: 'right', bold: true },
      { text: printable(t('results:letter.number', { number: result.candidate.number })), alignment: 'right', margin: [0, 0, 0, 12] },
      { text: title, style: 'title' },
      { text: printable(`${framework.title}, ${session.title}`), style: 'subtitle' },
      paragraph(t('results:letter.opening')),
      ...decided.flatMap((part) => partContent(file, part)),
      heading(t('results:letter.certification')),
      paragraph(t(`results:letter.outcome.${result.title.outcome}`)),
      ...(result.title.acquiredBlocks.length === 0
        ? []
        : [paragraph(t('results:letter.acquired', { blocks: result.title.acquiredBlocks.join(', ') }))]),
      ...(result.title.pendingParts.length === 0
        ? []
        : [paragraph(t('results:letter.pending', { parts: result.title.pendingParts.map(partName).join(', ') }))]),
      heading(t('results:letter.appeal')),
      ...appeals.map(paragraph),
      paragraph(t('results:letter.closing', { certifier: certifierName(certifier) })),
      signedBy(certifier, deliveredOn),
    ],
  })
}

function partContent(file: CandidateFile, { part, decision, decidedOn }: DeskResult['parts'][number]): Content[] {
  if (!decision) return []
  const block = file.framework.blocks.find(({ id }) => id === part)
  const refused = decision.sections.filter(({ verdict }) => verdict !== 'acquired')
  return [
    subheading(block ? `${partName(part)} : ${block.title}` : partName(part), 1),
    {
      text: [
        `${t('results:letter.decision')} : `,
        { text: t(`domain:partVerdict.${decision.verdict}`), bold: true },
        printable(` (${t('results:page.decidedOn', { day: longDay(isoDateSchema.parse(decidedOn)) })})`),
      ],
      style: 'paragraph',
    },
    ...(decision.presence === 'present' ? [] : [paragraph(t(`domain:presence.${decision.presence}`))]),
    ...(decision.reason.trim() === '' ? [] : [paragraph(t('results:letter.reason', { reason: decision.reason }))]),
    ...points(
      refused.map(({ id, verdict, reason }) =>
        [`${id} ${file.sectionTitles.get(id) ?? ''}`.trim(), t(`domain:verdict.${verdict}`), reason]
          .filter((text) => text !== '')
          .join('. '),
      ),
    ),
    ...(decision.retake.length === 0
      ? []
      : [paragraph(t('results:letter.retake', { sections: decision.retake.map((id) => (id === part ? partName(id) : id)).join(', ') }))]),
  ]
}
