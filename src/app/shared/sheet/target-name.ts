import { type Grid, gridIndicators } from '#domain/grid.ts'
import { t } from '#texts/i18n.ts'

/** What a note, a mark or a question is about, as a person reads it. */
export function targetName(grid: Grid, targetId: string | null): string {
  if (targetId === null) return t('oral:notes.whole')
  const section = grid.sections.find((candidate) => candidate.id === targetId)
  if (section) return `${section.id} ${section.title}`
  const indicator = gridIndicators(grid).find((candidate) => candidate.id === targetId)
  if (indicator) return indicator.label
  return grid.delivery.items.find((item) => item.target === targetId || item.id === targetId)?.title ?? targetId
}
