import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from '../desk.module.css'

/** The recovery codes, this once: to copy or to print. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation('accounts')
  const clipboard = useClipboard({ timeout: 4_000 })
  return (
    <div className={styles['section']}>
      <h3>{t('account.secondFactor.recoveryTitle')}</h3>
      <p className={styles['plain']}>{t('account.secondFactor.recovery')}</p>
      <ul className={`${styles['inline']} cdj-figures`} aria-label={t('account.secondFactor.recoveryTitle')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p role="status" className={styles['plain']}>
        {clipboard.error ? t('account.secondFactor.copyFailed') : clipboard.copied ? t('account.secondFactor.copied') : ''}
      </p>
      <div className={styles['tools']}>
        <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} onClick={() => clipboard.copy(codes.join('\n'))}>
          {t('account.secondFactor.copy')}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t('account.secondFactor.print')}
        </Button>
        <Button onClick={onKept}>{t('account.secondFactor.kept')}</Button>
      </div>
    </div>
  )
}
