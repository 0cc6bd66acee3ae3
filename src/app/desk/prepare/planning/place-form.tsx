import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PreparedOral } from '#domain/preparation.ts'
import { zonedClock, zonedMs } from '#domain/zoned-time.ts'
import { formatLongDate } from '../../../shared/formatters.ts'
import styles from '../../desk.module.css'
import own from '../prepare.module.css'
import { usePreparedSession } from '../use-prepared-session.ts'
import { boardDays } from './board-time.ts'

interface PlaceFormProps {
  oral: PreparedOral
  title: string
  day: string
  onPlace: (panelId: string, startMs: number) => void
  onRemove: () => void
  onClose: () => void
}

/** The way to place an oral without dragging: a panel, a day, a time. */
export function PlaceForm({ oral, title, day, onPlace, onRemove, onClose }: PlaceFormProps) {
  const { t } = useTranslation('prepare')
  const { now } = usePreparedSession()
  const { timeZone } = now.hours
  const clock = oral.place ? zonedClock(Date.parse(oral.place.startsAt), timeZone) : { date: day, time: now.hours.from }
  const [panelId, setPanelId] = useState(oral.place?.panelId ?? now.panels[0]?.id ?? '')
  const [date, setDate] = useState(clock.date)
  const [time, setTime] = useState(clock.time)
  const isComplete = panelId !== '' && /^\d{2}:\d{2}$/.test(time)
  return (
    <form
      className={styles['card']}
      aria-label={t('planning.form')}
      onSubmit={(event) => {
        event.preventDefault()
        if (isComplete) onPlace(panelId, zonedMs(date, time, timeZone))
      }}
    >
      <strong>{title}</strong>
      <div className={own['fields']}>
        <NativeSelect
          label={t('planning.panel')}
          value={panelId}
          onChange={(event) => setPanelId(event.currentTarget.value)}
          data={now.panels.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <NativeSelect
          label={t('planning.date')}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
          data={[...new Set([...boardDays(now), date])].map((one) => ({ value: one, label: formatLongDate(one) }))}
        />
        <TextInput
          label={t('planning.time')}
          type="time"
          value={time}
          onChange={(event) => setTime(event.currentTarget.value.slice(0, 5))}
        />
      </div>
      <div className={styles['tools']}>
        <Button type="submit" disabled={!isComplete}>
          {t('planning.place')}
        </Button>
        {oral.place && (
          <Button variant="default" onClick={onRemove}>
            {t('planning.remove')}
          </Button>
        )}
        <Button variant="subtle" onClick={onClose}>
          {t('planning.close')}
        </Button>
      </div>
    </form>
  )
}
