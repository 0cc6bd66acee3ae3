import { type Grid, gridIndicators } from '#domain/grid.ts'

/** The words for what a mark or a note is about: a section, an indicator or a delivery item; the id itself when the grid has no such thing. */
export function targetLabel(grid: Grid, id: string): string {
  const section = grid.sections.find((candidate) => candidate.id === id)
  if (section) return `${section.id} ${section.title}`
  const indicator = gridIndicators(grid).find((candidate) => candidate.id === id)
  if (indicator) return indicator.label
  return grid.delivery.items.find((item) => item.id === id)?.title ?? id
}
