import { Button } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { signKeptMinutes } from '#device/deliberation/kept-minutes.ts'
import { useNotebook } from '../notebook-context.tsx'
import { SignatureGesture, useSignatureGesture } from '../oral/ink/signature-gesture.tsx'
import styles from './deliberation.module.css'
import { NotSaved } from './not-saved.tsx'
import { useChange } from './use-change.ts'

/** This juror's own gesture on these very minutes. */
export function SignMinutes({ hash }: { hash: string }) {
  const { t } = useTranslation(['deliberation', 'oral'])
  const notebook = useNotebook()
  const gesture = useSignatureGesture()
  const [isSigning, setSigning] = useState(false)
  const { failure, change } = useChange()
  const { signature } = gesture
  const sign = async () => {
    if (signature === null) return
    setSigning(true)
    await change(() => signKeptMinutes(notebook, hash, signature))
    setSigning(false)
  }
  return (
    <section className={styles['panel']} aria-labelledby="sign-minutes">
      <h2 id="sign-minutes">{t('deliberation:kept.sign')}</h2>
      <p>{t('deliberation:kept.signHint')}</p>
      <SignatureGesture gesture={gesture} disabled={isSigning} />
      <NotSaved failure={failure} />
      <div>
        <Button
          size="lg"
          leftSection={<IconSignature size={24} aria-hidden />}
          disabled={signature === null || isSigning}
          onClick={() => void sign()}
        >
          {isSigning ? t('deliberation:kept.signing') : t('deliberation:kept.sign')}
        </Button>
      </div>
      {signature === null && <p className={styles['quiet']}>{t('oral:sign.missingSignature')}</p>}
    </section>
  )
}
