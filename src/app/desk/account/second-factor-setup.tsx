import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { QrImage } from '../../shared/qr-image.tsx'
import styles from '../desk.module.css'
import { CodeForm } from './code-form.tsx'
import { enterCode } from './own-account.ts'

interface SecondFactorSetupProps {
  /** `otpauth://` address, as telephones read it. */
  uri: string
  onAdded: () => void
  onCancel: () => void
}

/** Shows the telephone its secret, then asks for a first code: only that turns the second factor on. */
export function SecondFactorSetup({ uri, onAdded, onCancel }: SecondFactorSetupProps) {
  const { t } = useTranslation('accounts')
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return (
    <div className={styles['section']}>
      <p className={styles['plain']}>{t('account.secondFactor.scan')}</p>
      <QrImage text={uri} label={t('account.secondFactor.qr')} className={styles['qr']} />
      <p className={styles['plain']}>
        {t('account.secondFactor.manual')} <code className={styles['quote']}>{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <CodeForm label={t('code.label')} submit={t('account.secondFactor.confirm')} isNumeric onCode={enterCode} onDone={onAdded} />
      <div className={styles['tools']}>
        <Button variant="subtle" onClick={onCancel}>
          {t('account.secondFactor.cancel')}
        </Button>
      </div>
    </div>
  )
}
