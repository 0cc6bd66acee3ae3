import type { OralEvidence } from '#contract/oral-evidence.ts'
import { compareSheets, type SectionComparison } from '#domain/comparison.ts'
import { type Grid, sectionIndicators } from '#domain/grid.ts'
import type { ScoreSheet } from '#domain/sheet.ts'

/** What stands behind the verdicts of one oral's sheets, as the president's tablet shows it. */
export function oralEvidence(grid: Grid, sheets: readonly ScoreSheet[]): OralEvidence {
  const { sections, contestedDelivery } = compareSheets(grid, sheets)
  return {
    sections: sections.map((section) => sectionEvidence(grid, sheets, section)).filter(hasSomething),
    timings: sheets.map(({ juror, timing }) => ({ jurorId: juror.id, ...timing })),
    delivery: grid.delivery.items
      .map(({ title, target }) => ({ title, isContested: contestedDelivery.includes(target), marks: marksOf(target, sheets) }))
      .filter(({ marks }) => marks.some(({ value }) => value !== null)),
    opinions: sheets
      .map(({ juror, part, appreciation }) => ({ jurorId: juror.id, reason: part.reason, appreciation }))
      .filter(({ reason, appreciation }) => reason !== '' || appreciation !== ''),
  }
}

function sectionEvidence(
  grid: Grid,
  sheets: readonly ScoreSheet[],
  { sectionId, verdicts, contestedIndicators }: SectionComparison,
): OralEvidence['sections'][number] {
  const section = grid.sections.find(({ id }) => id === sectionId)
  const indicators = section ? sectionIndicators(section) : []
  const within = new Set([sectionId, ...(section?.criteria ?? []).map(({ id }) => id), ...indicators.map(({ id }) => id)])
  return {
    id: sectionId,
    title: section?.title ?? '',
    jurors: verdicts
      .filter(({ points, reason }) => points !== null || reason !== '')
      .map(({ jurorId, points, reason }) => ({ jurorId, points, reason })),
    contested: indicators
      .filter(({ id }) => contestedIndicators.includes(id))
      .map(({ id, label }) => ({ label, marks: marksOf(id, sheets) })),
    notes: sheets.flatMap(({ juror, notes }) =>
      notes.filter(({ targetId }) => targetId !== null && within.has(targetId)).map(({ id, text }) => ({ id, jurorId: juror.id, text })),
    ),
  }
}

function marksOf(target: string, sheets: readonly ScoreSheet[]): OralEvidence['delivery'][number]['marks'] {
  return sheets.map(({ juror, marks }) => ({ jurorId: juror.id, value: marks[target]?.value ?? null }))
}

function hasSomething({ jurors, contested, notes }: OralEvidence['sections'][number]): boolean {
  return jurors.length + contested.length + notes.length > 0
}
