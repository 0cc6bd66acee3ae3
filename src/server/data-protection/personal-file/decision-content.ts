import type { Content } from 'pdfmake/interfaces.js'
import { t } from '#texts/i18n.ts'
import { note, paragraph, subheading } from '../../minutes/pdf/parts.ts'
import { longDay, shortHash, verdictName } from '../../minutes/pdf/words.ts'
import { partName } from '../../results/decision-rows.ts'
import { points } from '../../results/pdf/result-document.ts'
import type { DecisionAbout } from './decisions-about.ts'

/** A panel's decision: what, why, competence by competence, by which minutes. */
export function decisionContent({ part, verdict, reason, sections, retake, vote, minutes }: DecisionAbout): Content[] {
  return [
    subheading(`${partName(part)} : ${t(`domain:partVerdict.${verdict}`)}`),
    note(minutesWords(minutes)),
    ...(reason.trim() === '' ? [] : [paragraph(t('dataProtection:file.decisionReason', { reason }))]),
    ...points(
      sections.map((section) =>
        [`${section.id} : ${verdictName(section.verdict)}`, section.reason].filter((text) => text !== '').join('. '),
      ),
    ),
    ...(retake.length === 0 ? [] : [paragraph(t('dataProtection:file.retake', { sections: retake.join(', ') }))]),
    ...(vote ? [paragraph(t('dataProtection:file.vote', { for: vote.inFavour, against: vote.against, abstained: vote.abstained }))] : []),
  ]
}

function minutesWords(minutes: DecisionAbout['minutes']): string {
  if (minutes === null) return t('dataProtection:file.noMinutes')
  const { day, hash, state, isComplete } = minutes
  const words = t('dataProtection:file.minutes', { day: longDay(day), hash: shortHash(hash) })
  if (state === 'corrected') return `${words} ${t('dataProtection:file.minutesCorrected')}`
  return isComplete ? words : `${words} ${t('dataProtection:file.minutesUnsigned')}`
}
