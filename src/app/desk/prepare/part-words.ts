import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { PreparedGrid } from '#contract/prepare.ts'

/** Names a part in two words: `Bloc B1`, `Entretien final`. */
export function usePartName(grids: readonly PreparedGrid[]): (gridId: string) => string {
  const { t } = useTranslation('results')
  return useCallback(
    (gridId) => {
      const part = grids.find(({ id }) => id === gridId)?.part
      if (!part) return gridId
      return part.kind === 'block' ? t('part.block', { id: part.blockId }) : t('part.finalInterview')
    },
    [grids, t],
  )
}
