import { useCallback } from 'react'
import { partKey } from '#domain/grid.ts'
import { t } from '#texts/i18n.ts'
import { useNotebook } from '../notebook-context.tsx'
import { partLabel } from '../part-label.ts'

/** « Bloc 1 », « Entretien final », from a part's key, also for parts this juror has no oral of. */
export function usePartName(): (part: string) => string {
  const { framework, grids } = useNotebook().package
  return useCallback(
    (part) => {
      const known = grids.find(({ grid }) => partKey(grid.part) === part)
      if (known) return partLabel(known.grid, framework)
      if (part === 'finalInterview') return t('room:day.part_finalInterview')
      return t('room:day.part_block', { number: framework.blocks.findIndex(({ id }) => id === part) + 1 })
    },
    [framework, grids],
  )
}
