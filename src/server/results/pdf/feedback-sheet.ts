import type { Content } from 'pdfmake/interfaces.js'
import type { PartFeedback, SectionFeedback } from '#domain/feedback.ts'
import { t } from '#texts/i18n.ts'
import { printable } from '../../documents/pdf-maker.ts'
import { heading, note, paragraph, subheading } from '../../minutes/pdf/parts.ts'
import type { CandidateFile } from '../candidate-file.ts'
import { partName } from '../decision-rows.ts'
import { points, resultPdf } from './result-document.ts'

/** A candidate's feedback: for each competence what the panel decided, what was seen and what to work on, in plain words. */
export async function feedbackSheetPdf(
  file: CandidateFile,
  feedback: readonly { part: string; feedback: PartFeedback }[],
): Promise<Buffer> {
  const { certifier, deliveredOn, holderName, framework, session, result } = file
  const title = t('results:feedback.title')
  return resultPdf({
    title,
    certifier,
    deliveredOn,
    content: [
      { text: title, style: 'title' },
      { text: printable(`${holderName} (n° ${result.candidate.number}), ${framework.title}, ${session.title}`), style: 'subtitle' },
      paragraph(t('results:feedback.opening')),
      ...feedback.flatMap(({ part, feedback: told }) => [
        heading(partName(part)),
        ...told.sections.flatMap(sectionContent),
        ...(told.comments.length === 0 ? [] : [subheading(t('results:feedback.comments')), ...points(told.comments)]),
      ]),
      note(t('results:feedback.closing')),
    ],
  })
}

function sectionContent({ id, title, verdict, reason, seen, toImprove, comments }: SectionFeedback): Content[] {
  return [
    subheading(`${id} ${title}`),
    {
      text: [
        `${t('results:feedback.verdict')} : `,
        { text: verdict === null ? t('results:feedback.noVerdict') : t(`domain:verdict.${verdict}`), bold: true },
      ],
      style: 'paragraph',
    },
    ...(reason.trim() === '' ? [] : [paragraph(t('results:letter.reason', { reason }))]),
    ...listed(t('results:feedback.seen', { count: seen.length }), verdict === 'acquired' ? [] : seen, seen.length > 0),
    ...listed(t('results:feedback.toImprove'), toImprove, toImprove.length > 0),
    ...listed(t('results:feedback.comments'), comments, comments.length > 0),
  ]
}

function listed(words: string, items: readonly string[], isSaid: boolean): Content[] {
  return isSaid ? [paragraph(words), ...points(items)] : []
}
