import type { Observation, VerdictLevel } from './entry.ts'
import { type Grid, gridIndicators, sectionIndicators } from './grid.ts'
import type { ScoreSheet } from './sheet.ts'

/** One section as the panel's sheets see it. */
export interface SectionComparison {
  sectionId: string
  /** Each juror's verdict, in the order of the sheets; null where none was given. */
  verdicts: { jurorId: string; verdict: VerdictLevel | null; points: number | null; reason: string }[]
  diverges: boolean
  /** 0 when all agree, 1 between neighbours, 2 between acquired and not acquired. */
  gap: number
  /** Indicators one juror observed and another did not. */
  contestedIndicators: string[]
}

export interface OralComparison {
  sections: SectionComparison[]
  divergent: SectionComparison[]
  agreed: SectionComparison[]
  /** The jurors disagree on the part itself. */
  partDiverges: boolean
  /** Delivery items one juror observed and another did not. */
  contestedDelivery: string[]
}

const RANK: Record<VerdictLevel, number> = { notAcquired: 0, inProgress: 1, acquired: 2 }

/**
 * Sets one oral's signed sheets side by side, divergences first and widest first. Compares only sheets of the same oral that were scored
 * with this grid; throws a RangeError otherwise.
 */
export function compareSheets(grid: Grid, sheets: readonly ScoreSheet[]): OralComparison {
  if (new Set(sheets.map((sheet) => sheet.oralId)).size > 1) throw new RangeError('sheets of several orals')
  if (sheets.some((sheet) => sheet.grid.id !== grid.id)) throw new RangeError('sheets of another grid')
  const held = sheets.filter((sheet) => sheet.presence === 'present' || sheet.presence === 'interrupted')
  const sections = grid.sections.map((section) =>
    compareSection(
      section.id,
      sectionIndicators(section).map((i) => i.id),
      held,
    ),
  )
  const divergent = sections
    .filter((section) => section.diverges)
    .sort((a, b) => b.gap - a.gap || b.contestedIndicators.length - a.contestedIndicators.length)
  const agreed = sections.filter((section) => !section.diverges)
  const ownTargets = new Set(gridIndicators(grid).map((indicator) => indicator.id))
  const deliveryTargets = grid.delivery.items.map((item) => item.target).filter((target) => !ownTargets.has(target))
  return {
    sections,
    divergent,
    agreed,
    partDiverges: new Set(held.map((sheet) => sheet.part.verdict)).size > 1,
    contestedDelivery: deliveryTargets.filter((target) => contested(target, held)),
  }
}

function compareSection(sectionId: string, indicatorIds: readonly string[], sheets: readonly ScoreSheet[]): SectionComparison {
  const verdicts = sheets.map((sheet) => {
    const given = sheet.sections.find((section) => section.id === sectionId)
    return { jurorId: sheet.juror.id, verdict: given?.verdict ?? null, points: given?.points ?? null, reason: given?.reason ?? '' }
  })
  const ranks = verdicts.flatMap(({ verdict }) => (verdict === null ? [] : [RANK[verdict]]))
  const gap = ranks.length > 1 ? Math.max(...ranks) - Math.min(...ranks) : 0
  const pointsDiffer = new Set(verdicts.map(({ points }) => points)).size > 1
  return {
    sectionId,
    verdicts,
    diverges: gap > 0 || pointsDiffer || (ranks.length > 0 && ranks.length < verdicts.length),
    gap,
    contestedIndicators: indicatorIds.filter((id) => contested(id, sheets)),
  }
}

function contested(target: string, sheets: readonly ScoreSheet[]): boolean {
  const values = new Set<Observation | undefined>(sheets.map((sheet) => sheet.marks[target]?.value))
  return values.has('notObserved') && (values.has('observed') || values.has('partial'))
}

/** The latest revision of each juror's sheet among those received; a superseded one is kept, never counted. */
export function currentSheets<Item extends { sheet: ScoreSheet }>(items: readonly Item[]): Item[] {
  const latest = new Map<string, Item>()
  for (const item of items) {
    const known = latest.get(item.sheet.sheetId)
    if (!known || item.sheet.revision > known.sheet.revision) latest.set(item.sheet.sheetId, item)
  }
  return [...latest.values()]
}
