import type { Observation, Strokes, VerdictLevel } from '#domain/entry.ts'
import { type Grid, partKey } from '#domain/grid.ts'
import type { ScoreSheet } from '#domain/sheet.ts'

/**
 * One juror's sheet as its candidate may read it: everything that was said of them, and not who said it (GDPR art. 15.4). A juror's private
 * notes never left the device. `juror`: the same number for the same juror in all of this candidate's sheets.
 */
export interface SheetAbout {
  hash: string
  part: string
  juror: number
  revision: number
  /** No later revision corrects it. */
  isCurrent: boolean
  corrects: string | null
  presence: ScoreSheet['presence']
  presenceReason: string
  identityChecked: boolean
  /** The candidate's own signature of their presence; null when they gave none with this sheet. */
  presenceSignature: NonNullable<ScoreSheet['presenceSignature']> | null
  marks: {
    id: string
    label: string
    value: Observation
    page: number | null
    oralMs: number | null
    details: Record<string, Observation>
  }[]
  notes: { about: string | null; page: number | null; text: string; ink: Strokes | null; oralMs: number | null }[]
  questions: { text: string; asked: boolean; about: string | null }[]
  sections: {
    id: string
    title: string
    proposal: VerdictLevel | null
    verdict: VerdictLevel | null
    percent: number | null
    points: number | null
    reason: string
  }[]
  verdict: ScoreSheet['part']
  appreciation: string
  timing: ScoreSheet['timing']
  signedDespite: string
  signedAt: string
  /** First filled by hand, then typed in; by whom is a juror's or a helper's name. */
  isFromPaper: boolean
  /** The gestures one by one, with their times, as they were signed. */
  log: ScoreSheet['log']
}

/** What a sheet says of its candidate, in the grid's words. */
export function sheetAbout(grid: Grid, hash: string, sheet: ScoreSheet, place: { juror: number; isCurrent: boolean }): SheetAbout {
  const labels = labelsOf(grid)
  const nameOf = (id: string | null) => (id === null ? null : (labels.get(id) ?? id))
  const targets = new Set([...Object.keys(sheet.marks), ...Object.keys(sheet.details)])
  return {
    hash,
    part: partKey(grid.part),
    ...place,
    revision: sheet.revision,
    corrects: sheet.replaces?.reason ?? null,
    presence: sheet.presence,
    presenceReason: sheet.presenceReason,
    identityChecked: sheet.identityChecked,
    presenceSignature: sheet.presenceSignature ?? null,
    marks: [...labels.keys()]
      .filter((id) => targets.has(id))
      .map((id) => {
        const mark = sheet.marks[id]
        return {
          id,
          label: labels.get(id) ?? id,
          value: mark?.value ?? 'notEvaluated',
          page: mark?.page ?? null,
          oralMs: mark?.oralMs ?? null,
          details: sheet.details[id] ?? {},
        }
      }),
    notes: sheet.notes.map(({ targetId, page, text, ink, oralMs }) => ({ about: nameOf(targetId), page, text, ink, oralMs })),
    questions: sheet.questions.map(({ text, asked, targetId }) => ({ text, asked, about: nameOf(targetId) })),
    sections: sheet.sections.map((section) => ({ ...section, title: labels.get(section.id) ?? section.id })),
    verdict: sheet.part,
    appreciation: sheet.appreciation,
    timing: sheet.timing,
    signedDespite: sheet.signedDespite,
    signedAt: sheet.signedAt,
    isFromPaper: sheet.transcribed !== undefined,
    log: sheet.log.filter(({ body }) => body.kind !== 'transcription'),
  }
}

/** Sections, indicators and delivery items, in reading order. */
function labelsOf(grid: Grid): Map<string, string> {
  return new Map([
    ...grid.sections.flatMap(({ id, title, criteria }) => [
      [id, title] as const,
      ...criteria.flatMap(({ indicators }) => indicators.map((indicator) => [indicator.id, indicator.label] as const)),
    ]),
    ...(grid.delivery.counted ? [] : grid.delivery.items.map(({ target, title }) => [target, title] as const)),
  ])
}
