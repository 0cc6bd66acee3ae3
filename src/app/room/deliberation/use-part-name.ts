import { useCallback } from 'react'
import { partKey } from '#domain/grid.ts'
import { t } from '#texts/i18n.ts'
import { useNotebook } from '../notebook-context.tsx'
import { partLabel } from '../part-label.ts'

/** A section's title in a grid, by the grid's hash; empty for a grid this juror does not have. */
export function useSectionTitle(): (gridHash: string, sectionId: string) => string {
  const { grids } = useNotebook().package
  return useCallback(
    (gridHash, sectionId) => grids.find(({ hash }) => hash === gridHash)?.grid.sections.find(({ id }) => id === sectionId)?.title ?? '',
    [grids],
  )
}

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
