import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PreparedOral } from '#domain/preparation.ts'
import { zonedClock } from '#domain/zoned-time.ts'
import styles from '../../desk.module.css'
import own from '../prepare.module.css'
import { usePreparedSession } from '../use-prepared-session.ts'
import { filledMs, PlaceFields } from './place-fields.tsx'

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
  const [place, setPlace] = useState({ panelId: oral.place?.panelId ?? now.panels[0]?.id ?? '', ...clock })
  const startMs = filledMs(place, timeZone)
  return (
    <form
      className={styles['card']}
      aria-label={t('planning.form')}
      onSubmit={(event) => {
        event.preventDefault()
        if (startMs !== null) onPlace(place.panelId, startMs)
      }}
    >
      <strong>{title}</strong>
      <div className={own['fields']}>
        <PlaceFields panels={now.panels} place={place} onChange={setPlace} />
      </div>
      <div className={styles['tools']}>
        <Button type="submit" disabled={startMs === null}>
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
