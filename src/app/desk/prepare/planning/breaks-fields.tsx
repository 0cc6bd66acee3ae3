import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { MAX_BREAKS, type Pause } from '#domain/preparation.ts'
import styles from '../../desk.module.css'
import own from '../prepare.module.css'
import { ClockField } from './clock-field.tsx'

const USUAL_BREAK = { from: '10:30', to: '10:45' }

/** The pauses of every day beside lunch: no oral is proposed in them. */
export function BreaksFields({ breaks, onChange }: { breaks: readonly Pause[]; onChange: (breaks: Pause[]) => void }) {
  const { t } = useTranslation('prepare')
  const set = (place: number, changes: Partial<Pause>) => onChange(breaks.map((one, at) => (at === place ? { ...one, ...changes } : one)))
  return (
    <fieldset className={own['days']} style={{ alignItems: 'end' }}>
      <legend>{t('planning.breaks')}</legend>
      {breaks.map(({ from, to }, place) => (
        // A pause has nothing of its own but its place in the list.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={place} className={styles['tools']} style={{ alignItems: 'end' }}>
          <ClockField label={t('planning.breakFrom', { number: place + 1 })} value={from} onChange={(time) => set(place, { from: time })} />
          <ClockField label={t('planning.breakTo', { number: place + 1 })} value={to} onChange={(time) => set(place, { to: time })} />
          <Button variant="subtle" onClick={() => onChange(breaks.filter((_, at) => at !== place))}>
            {t('planning.removeBreak', { number: place + 1 })}
          </Button>
        </div>
      ))}
      {breaks.length < MAX_BREAKS && (
        <div>
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onChange([...breaks, USUAL_BREAK])}>
            {t('planning.addBreak')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
