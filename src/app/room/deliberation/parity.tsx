import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MinutesFacts } from '#domain/compose-minutes.ts'
import styles from './deliberation.module.css'
import type { FactsFormProps } from './facts-form-props.ts'

/** The panel counted women only, or men only. */
export function isOneSided({ parity }: MinutesFacts): boolean {
  return parity !== undefined && (parity.women === 0 || parity.men === 0)
}

/** Both counts, or none: kept once both are there. */
export function Parity({ facts: { parity }, onChange }: Pick<FactsFormProps, 'facts' | 'onChange'>) {
  const { t } = useTranslation('deliberation')
  const [counts, setCounts] = useState({ women: parity ? String(parity.women) : '', men: parity ? String(parity.men) : '' })
  const give = (changes: Partial<typeof counts>) => {
    const given = { ...counts, ...changes }
    setCounts(given)
    const isWhole = [given.women, given.men].every((count) => /^\d{1,2}$/.test(count))
    void onChange(({ parity: _before, ...facts }) =>
      isWhole ? { ...facts, parity: { women: Number(given.women), men: Number(given.men) } } : facts,
    )
  }
  return (
    <>
      <div className={styles['row']}>
        {(['women', 'men'] as const).map((name) => (
          <TextInput
            key={name}
            type="number"
            min={0}
            max={50}
            inputMode="numeric"
            size="md"
            label={t(`minutes.${name}`)}
            value={counts[name]}
            onChange={(event) => give({ [name]: event.currentTarget.value })}
          />
        ))}
      </div>
      <p className={styles['quiet']}>{t('minutes.parityHint')}</p>
    </>
  )
}
