import { useTranslation } from 'react-i18next'
import { formatTime } from '../../shared/formatters.ts'
import { personName } from '../person-name.ts'
import type { DayBar } from './day-view.ts'

/** One oral in a sentence: where, when, who, what, how it stands, how many sheets. */
export function useBarWords(): (bar: DayBar) => string {
  const { t } = useTranslation('desk')
  return ({ row, state, received, expected }) =>
    t('day.bar', {
      room: row.oral.room,
      time: formatTime(row.oral.startsAt),
      candidate: personName(row.candidate),
      part: row.partTitle,
      state: t(`day.state.${state}`),
      received,
      expected,
    })
}

/** The part of the page where an oral's sheets are listed. */
export function oralAnchor(oralId: string): string {
  return `oral-${oralId}`
}
