import type { Content } from 'pdfmake/interfaces.js'
import { t } from '#texts/i18n.ts'
import { facts, grid, note, paragraph, subheading } from '../../minutes/pdf/parts.ts'
import { signatureSvg } from '../../minutes/pdf/signature-svg.ts'
import { duration, moment, verdictName } from '../../minutes/pdf/words.ts'
import { partName } from '../../results/decision-rows.ts'
import { points } from '../../results/pdf/result-document.ts'
import type { SheetAbout } from './sheet-about.ts'

/** One juror's sheet: presence and time, verdicts with their reasons, what was ticked, notes and questions, the appreciation. */
export function sheetContent(sheet: SheetAbout): Content[] {
  const { part, juror, revision, isCurrent, corrects } = sheet
  const title = t('dataProtection:file.sheet', { part: partName(part), juror })
  return [
    subheading(revision > 1 ? `${title}, ${t('dataProtection:file.revision', { revision })}` : title),
    ...(isCurrent ? [] : [note(t('dataProtection:file.superseded'))]),
    ...(corrects === null ? [] : [note(t('dataProtection:file.corrects', { reason: corrects }))]),
    ...(sheet.isFromPaper ? [note(t('transcription:badge'))] : []),
    facts([
      [t('dataProtection:file.presence'), [t(`domain:presence.${sheet.presence}`), sheet.presenceReason].filter(Boolean).join(', ')],
      [t('dataProtection:file.time'), timeWords(sheet)],
      [t('dataProtection:file.signedAt'), moment(sheet.signedAt)],
      [t('dataProtection:file.verdict'), verdictWords(sheet)],
    ]),
    ...presenceContent(sheet),
    ...(sheet.appreciation.trim() === '' ? [] : [paragraph(t('dataProtection:file.appreciation', { text: sheet.appreciation }))]),
    ...sectionTable(sheet),
    ...markTable(sheet),
    ...notesContent(sheet),
    ...points(
      sheet.questions.map(({ text, asked }) =>
        t(asked ? 'dataProtection:file.questionAsked' : 'dataProtection:file.questionNotAsked', { text }),
      ),
    ),
  ]
}

/** The candidate's own signature, whole: it is theirs. */
function presenceContent({ presenceSignature }: SheetAbout): Content[] {
  if (presenceSignature === null) return []
  const { gesture, at } = presenceSignature
  const told = paragraph(t(`dataProtection:file.presenceSignature.${gesture.kind}`, { when: moment(at) }))
  if (gesture.kind !== 'drawn') return [told]
  return [told, { svg: signatureSvg(gesture.strokes), alt: t('dataProtection:file.signaturePicture'), fit: [240, 80] }]
}

function timeWords({ timing: { allottedMs, elapsedMs, overtimeMs } }: SheetAbout): string {
  const words = t('dataProtection:file.timeOf', { elapsed: duration(elapsedMs), allotted: duration(allottedMs) })
  return overtimeMs > 0 ? `${words}, ${t('dataProtection:file.overtime', { over: duration(overtimeMs) })}` : words
}

function verdictWords({ verdict: { verdict, reason } }: SheetAbout): string {
  return [verdict === null ? t('dataProtection:file.noVerdict') : t(`domain:partVerdict.${verdict}`), reason]
    .filter((text) => text !== '')
    .join('. ')
}

function sectionTable({ sections }: SheetAbout): Content[] {
  const given = sections.filter(({ verdict, proposal }) => verdict !== null || proposal !== null)
  if (given.length === 0) return []
  const rows = given.map(({ id, title, verdict, points: score, reason }) => [
    `${id} ${title}`,
    [verdict === null ? t('dataProtection:file.noVerdict') : verdictName(verdict), score === null ? '' : String(score)]
      .filter(Boolean)
      .join(', '),
    reason,
  ])
  return [
    grid(['*', 90, 150], [t('dataProtection:file.competence'), t('dataProtection:file.verdict'), t('dataProtection:file.reason')], rows),
  ]
}

function markTable({ marks }: SheetAbout): Content[] {
  if (marks.length === 0) return []
  const rows = marks.map(({ id, label, value, page, details }) => [
    `${id} ${label}${Object.keys(details).length === 0 ? '' : ` (${detailWords(details)})`}`,
    t(`domain:observation.${value}`),
    page === null ? '' : t('dataProtection:file.page', { page }),
  ])
  return [grid(['*', 90, 60], [t('dataProtection:file.indicator'), t('dataProtection:file.mark'), t('dataProtection:file.where')], rows)]
}

function detailWords(details: SheetAbout['marks'][number]['details']): string {
  return Object.entries(details)
    .map(([detail, value]) => `${detail} : ${t(`domain:observation.${value}`)}`)
    .join(' ; ')
}

/** Handwriting is shown as it was drawn: it says more than that it was there. */
function notesContent({ notes }: SheetAbout): Content[] {
  return notes.flatMap(({ about, text, ink, page }) => [
    ...points([
      [about ?? t('dataProtection:file.wholeOral'), page === null ? '' : t('dataProtection:file.page', { page }), text]
        .filter((part) => part !== '')
        .join('. '),
    ]),
    ...(ink ? [{ svg: signatureSvg(ink), alt: t('dataProtection:file.inkPicture'), fit: [360, 160] as [number, number] }] : []),
  ])
}
