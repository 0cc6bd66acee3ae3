import type { Framework } from '#domain/framework.ts'
import type { Grid } from '#domain/grid.ts'
import { t } from '#texts/i18n.ts'

/** What an oral is about in two words: « Bloc 2 », counted as the framework orders its blocks, or « Entretien final ». */
export function partLabel(grid: Grid, framework: Framework): string {
  const { part } = grid
  if (part.kind === 'finalInterview') return t('room:day.part_finalInterview')
  return t('room:day.part_block', { number: framework.blocks.findIndex((block) => block.id === part.blockId) + 1 })
}
