import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** A passphrase's field, with a French « show » button the keyboard reaches too. */
export function PassphraseField(props: PasswordInputProps) {
  const { t } = useTranslation('room')
  return (
    <PasswordInput
      size="lg"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      visibilityToggleButtonProps={{ 'aria-label': t('enrol.showPassphrase'), tabIndex: 0, size: 48 }}
      {...props}
    />
  )
}
