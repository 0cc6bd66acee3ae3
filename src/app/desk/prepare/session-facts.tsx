import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Preparation } from '#domain/preparation.ts'
import { prepare } from '#texts/fr/prepare.ts'
import styles from './prepare.module.css'

type Facts = Preparation['session']

/** Title, centre and dates of a session. */
export function FactsFields({ facts, onChange }: { facts: Facts; onChange: (facts: Facts) => void }) {
  const { t } = useTranslation('prepare')
  const field = (key: keyof Facts, label: string, type: 'text' | 'date') => (
    <TextInput
      label={label}
      type={type}
      value={facts[key]}
      maxLength={300}
      onChange={(event) => onChange({ ...facts, [key]: event.currentTarget.value })}
    />
  )
  return (
    <div className={styles['fields']}>
      {field('title', t('facts.name'), 'text')}
      {field('centre', t('facts.centre'), 'text')}
      {field('startsOn', t('facts.startsOn'), 'date')}
      {field('endsOn', t('facts.endsOn'), 'date')}
    </div>
  )
}

/** What keeps the facts from being a session, or null. */
export function factsFault({ title, centre, startsOn, endsOn }: Facts): 'missing' | 'reversed' | null {
  if ([title, centre, startsOn, endsOn].some((value) => value.trim() === '')) return 'missing'
  return endsOn < startsOn ? 'reversed' : null
}

type Zone = keyof typeof prepare.zone

export function TimeZoneField({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const { t } = useTranslation('prepare')
  const zones = Object.keys(prepare.zone) as Zone[]
  return (
    <NativeSelect
      label={t('facts.timeZone')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        ...zones.map((zone) => ({ value: zone, label: t(`zone.${zone}`) })),
        ...(zones.includes(value as Zone) ? [] : [{ value, label: value }]),
      ]}
    />
  )
}
