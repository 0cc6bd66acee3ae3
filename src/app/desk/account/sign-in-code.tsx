import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../../shared/page-header.tsx'
import styles from '../desk.module.css'
import { CodeForm } from './code-form.tsx'
import { enterCode, enterRecoveryCode } from './own-account.ts'

/** The second step of a sign-in: the telephone's code, or a recovery code. */
export function SignInCode({ onDone, onRestart }: { onDone: () => void; onRestart: () => void }) {
  const { t } = useTranslation('accounts')
  const [byRecovery, setByRecovery] = useState(false)
  return (
    <>
      <PageHeader title={t('code.title')}>{byRecovery ? t('code.recoveryIntro') : t('code.intro')}</PageHeader>
      <CodeForm
        key={String(byRecovery)}
        label={byRecovery ? t('code.recoveryLabel') : t('code.label')}
        submit={t('code.submit')}
        isNumeric={!byRecovery}
        onCode={byRecovery ? enterRecoveryCode : enterCode}
        onDone={onDone}
      />
      <div className={styles['tools']}>
        <Button variant="default" onClick={() => setByRecovery(!byRecovery)}>
          {byRecovery ? t('code.useCode') : t('code.useRecovery')}
        </Button>
        <Button variant="default" onClick={onRestart}>
          {t('code.restart')}
        </Button>
      </div>
    </>
  )
}
