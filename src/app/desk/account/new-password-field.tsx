import { PasswordInput, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Strength } from './password-strength.ts'
import { usePasswordStrength } from './use-password-strength.ts'

interface NewPasswordFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  error?: string | undefined
  /** The person's name and address: weak in a password. */
  known: readonly string[]
}

/** Colours say what the words beside them say; green means « remis » elsewhere and is not used. */
const LOOK = {
  0: { word: 'veryWeak', color: 'var(--cdj-danger)' },
  1: { word: 'weak', color: 'var(--cdj-danger)' },
  2: { word: 'fair', color: 'var(--cdj-device)' },
  3: { word: 'good', color: 'var(--cdj-accent)' },
  4: { word: 'veryGood', color: 'var(--cdj-accent)' },
} as const satisfies Record<Strength, { word: string; color: string }>

/** A new password, with how hard it is to guess. The meter advises; only the length is required. */
export function NewPasswordField({ label, value, onChange, error, known }: NewPasswordFieldProps) {
  const { t } = useTranslation('accounts')
  const strength = usePasswordStrength(value, known)
  return (
    <div>
      <PasswordInput
        size="md"
        label={label}
        description={t('password.hint')}
        autoComplete="new-password"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
      />
      {typeof strength === 'number' && (
        <Progress.Root mt={6} size="sm" aria-hidden>
          <Progress.Section value={(strength + 1) * 20} color={LOOK[strength].color} withAria={false} />
        </Progress.Root>
      )}
      <p role="status" style={{ margin: '4px 0 0', minHeight: '1.5em' }}>
        {strength === 'unknown' && t('password.unknown')}
        {typeof strength === 'number' && t('password.strength', { word: t(`password.words.${LOOK[strength].word}`) })}
      </p>
    </div>
  )
}
