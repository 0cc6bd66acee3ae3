import { useCallback } from 'react'
import type { Observation } from '#domain/entry.ts'
import type { GridIndicator } from '#domain/grid.ts'
import { useOralWork } from '../oral-work.ts'

/** One gesture for one indicator, or for all of a criterion or section: one entry each, hence one undo each. */
export function useMarking() {
  const { record } = useOralWork()
  const markOne = useCallback(
    (indicatorId: string, value: Observation | null) => void record({ kind: 'mark', targets: [indicatorId], value }),
    [record],
  )
  const markAll = useCallback(
    (indicators: readonly GridIndicator[], value: Observation) =>
      void record({ kind: 'mark', targets: indicators.map((indicator) => indicator.id), value }),
    [record],
  )
  return { markOne, markAll }
}
