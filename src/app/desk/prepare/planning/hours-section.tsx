import { Checkbox, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { datesBetween, type OpeningHours } from '#domain/preparation.ts'
import { formatLongDate } from '../../../shared/formatters.ts'
import styles from '../../desk.module.css'
import own from '../prepare.module.css'
import { TimeZoneField } from '../session-facts.tsx'
import { usePreparedSession } from '../use-prepared-session.ts'
import { BreaksFields } from './breaks-fields.tsx'
import { ClockField } from './clock-field.tsx'

const USUAL_LUNCH = { from: '12:30', to: '13:30' }

/** When orals may take place, and the pauses between them. */
export function HoursSection() {
  const { t } = useTranslation('prepare')
  const { now, change } = usePreparedSession()
  const { hours, session } = now
  const set = (changes: Partial<OpeningHours>) => change((before) => ({ ...before, hours: { ...before.hours, ...changes } }))
  const days = [...new Set([...datesBetween(session.startsOn, session.endsOn), ...hours.days])].sort()
  return (
    <details className={styles['details']} open={hours.days.length === 0}>
      <summary>{t('planning.hours')}</summary>
      <div className={styles['card']}>
        <fieldset className={own['days']}>
          <legend>{t('planning.days')}</legend>
          {days.map((day) => (
            <Checkbox
              key={day}
              label={formatLongDate(day)}
              checked={hours.days.includes(day)}
              onChange={() =>
                set({ days: hours.days.includes(day) ? hours.days.filter((other) => other !== day) : [...hours.days, day].sort() })
              }
            />
          ))}
        </fieldset>
        <div className={own['fields']}>
          <ClockField label={t('planning.from')} value={hours.from} onChange={(from) => set({ from })} />
          <ClockField label={t('planning.to')} value={hours.to} onChange={(to) => set({ to })} />
          <MinutesField
            label={t('planning.turnover')}
            value={hours.turnoverMinutes}
            max={120}
            onChange={(turnoverMinutes) => set({ turnoverMinutes })}
          />
          <MinutesField label={t('planning.rest')} value={hours.restMinutes} max={480} onChange={(restMinutes) => set({ restMinutes })} />
          <TimeZoneField value={hours.timeZone} onChange={(timeZone) => set({ timeZone })} />
        </div>
        <Checkbox
          label={t('planning.hasLunch')}
          checked={hours.lunch !== null}
          onChange={() => set({ lunch: hours.lunch === null ? USUAL_LUNCH : null })}
        />
        {hours.lunch && (
          <div className={own['fields']}>
            <ClockField
              label={t('planning.lunchFrom')}
              value={hours.lunch.from}
              onChange={(from) => set({ lunch: { ...USUAL_LUNCH, ...hours.lunch, from } })}
            />
            <ClockField
              label={t('planning.lunchTo')}
              value={hours.lunch.to}
              onChange={(to) => set({ lunch: { ...USUAL_LUNCH, ...hours.lunch, to } })}
            />
          </div>
        )}
        <BreaksFields breaks={hours.breaks ?? []} onChange={(breaks) => set({ breaks })} />
        <p className={`${styles['plain']} ${styles['soft']}`}>{t('planning.rule')}</p>
      </div>
    </details>
  )
}

interface MinutesFieldProps {
  label: string
  value: number
  max: number
  onChange: (minutes: number) => void
}

function MinutesField({ label, value, max, onChange }: MinutesFieldProps) {
  return (
    <TextInput
      label={label}
      type="number"
      min={0}
      max={max}
      value={value}
      onChange={(event) => {
        const minutes = Math.round(event.currentTarget.valueAsNumber)
        if (minutes >= 0 && minutes <= max) onChange(minutes)
      }}
    />
  )
}
