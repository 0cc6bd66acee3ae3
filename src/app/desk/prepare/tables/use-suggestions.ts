import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnKey } from '#domain/tables/columns.ts'
import { usePreparedSession } from '../use-prepared-session.ts'

/** What a cell of this column usually says, offered while it is written. Anything else may be written too. */
export function useSuggestions(key: ColumnKey): string[] {
  const { t } = useTranslation('prepare')
  const { now, knownGrids } = usePreparedSession()
  const { panels, hours } = now
  return useMemo(() => {
    const yesNo = [t('tables.yes'), t('tables.no')]
    switch (key) {
      case 'panel':
        return panels.map(({ name }) => name)
      case 'room':
        return [...new Set(panels.map(({ room }) => room))]
      case 'date':
        return hours.days.map((day) => day.split('-').reverse().join('/'))
      case 'part':
        return knownGrids.map(({ blockId, title }) => blockId ?? title)
      case 'extraTime':
        return ['1/3', '25 %', t('tables.no')]
      case 'external':
      case 'president':
        return yesNo
      default:
        return []
    }
  }, [key, panels, hours, knownGrids, t])
}
