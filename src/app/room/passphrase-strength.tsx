import { Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MIN_PASSPHRASE, passphraseLength } from './enrolment-form-schema.ts'

const GOOD_FROM = 14
const STRONG_FROM = 20

/** How long a new passphrase is, as a meter and in words. Length is what protects: no rule about capitals or signs. */
export function PassphraseStrength({ passphrase }: { passphrase: string }) {
  const { t } = useTranslation('room')
  const length = passphraseLength(passphrase)
  const words =
    length === 0
      ? t('enrol.strength.empty')
      : length < MIN_PASSPHRASE
        ? t('enrol.strength.tooShort', { count: MIN_PASSPHRASE - length })
        : length < GOOD_FROM
          ? t('enrol.strength.enough')
          : length < STRONG_FROM
            ? t('enrol.strength.good')
            : t('enrol.strength.strong')
  return (
    <div>
      <Progress.Root size="md">
        <Progress.Section
          value={Math.min(100, (length / STRONG_FROM) * 100)}
          color="var(--cdj-accent)"
          aria-label={t('enrol.strength.label')}
          aria-valuetext={words}
        />
      </Progress.Root>
      <Text size="md" c="dimmed" mt={4} aria-hidden>
        {words}
      </Text>
    </div>
  )
}
