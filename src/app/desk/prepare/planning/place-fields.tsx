import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { zonedMs } from '#domain/zoned-time.ts'
import { formatLongDate } from '../../../shared/formatters.ts'
import { usePreparedSession } from '../use-prepared-session.ts'
import { boardDays } from './board-time.ts'

/** Where and when an oral is to be, as it is being filled in: `date` is `YYYY-MM-DD`, `time` is `HH:MM` or not yet. */
export interface FilledPlace {
  panelId: string
  date: string
  time: string
}

/** The moment a filled place names on the centre's clock (epoch ms); null while it is incomplete. */
export function filledMs({ panelId, date, time }: FilledPlace, timeZone: string): number | null {
  return panelId !== '' && /^\d{2}:\d{2}$/.test(time) ? zonedMs(date, time, timeZone) : null
}

interface PlaceFieldsProps {
  panels: readonly { id: string; name: string }[]
  place: FilledPlace
  onChange: (place: FilledPlace) => void
}

/** A panel, a day, a time. */
export function PlaceFields({ panels, place, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation('prepare')
  const { now } = usePreparedSession()
  return (
    <>
      <NativeSelect
        label={t('planning.panel')}
        value={place.panelId}
        onChange={(event) => onChange({ ...place, panelId: event.currentTarget.value })}
        data={panels.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <NativeSelect
        label={t('planning.date')}
        value={place.date}
        onChange={(event) => onChange({ ...place, date: event.currentTarget.value })}
        data={[...new Set([...boardDays(now), place.date])].map((one) => ({ value: one, label: formatLongDate(one) }))}
      />
      <TextInput
        label={t('planning.time')}
        type="time"
        value={place.time}
        onChange={(event) => onChange({ ...place, time: event.currentTarget.value.slice(0, 5) })}
      />
    </>
  )
}
