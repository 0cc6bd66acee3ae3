import type { DraftState } from '#domain/draft.ts'
import { type Grid, type GridCriterion, type GridIndicator, type GridSection, sectionIndicators } from '#domain/grid.ts'

type Marks = DraftState['marks']

/** The indicators only the oral shows: those the delivery's items mark. A whole criterion marked while reading leaves them alone. */
export function oralOnlyIds(grid: Grid): ReadonlySet<string> {
  return new Set(grid.delivery.items.map((item) => item.target))
}

/** Marked indicators of a section, out of all. */
export function sectionCount(section: GridSection, marks: Marks): { marked: number; total: number } {
  const indicators = sectionIndicators(section)
  return { marked: indicators.filter((indicator) => marks[indicator.id] !== undefined).length, total: indicators.length }
}

/**
 * A section with only the indicators in `shown`, or null when none is left. `shown` is fixed when the filter is turned on, so that a row
 * does not vanish under the finger that marks it.
 */
export function filteredSection(section: GridSection, shown: ReadonlySet<string>): GridSection | null {
  const criteria = section.criteria.flatMap((criterion): GridCriterion[] => {
    const indicators = criterion.indicators.filter((indicator) => shown.has(indicator.id))
    return indicators.length === 0 ? [] : [{ ...criterion, indicators }]
  })
  return criteria.length === 0 ? null : { ...section, criteria }
}

/** The ids of a grid's unmarked indicators. */
export function unmarkedIds(grid: Grid, marks: Marks): ReadonlySet<string> {
  const ids = grid.sections.flatMap(sectionIndicators).map((indicator) => indicator.id)
  return new Set(ids.filter((id) => marks[id] === undefined))
}

/** What one gesture on a criterion marks while reading: its indicators not marked yet that the written support can show. */
export function markableAtOnce(criterion: GridCriterion, marks: Marks, oralOnly: ReadonlySet<string>): GridIndicator[] {
  return criterion.indicators.filter((indicator) => marks[indicator.id] === undefined && !oralOnly.has(indicator.id))
}
