import { Button, Textarea } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#domain/review.ts'
import { canSign } from '#domain/review.ts'
import type { Signature } from '#domain/sheet.ts'
import { Notice } from '../../../shared/notice.tsx'
import { SignatureGesture, useSignatureGesture } from '../ink/signature-gesture.tsx'
import { useOralWork } from '../oral-work.ts'
import { placeIds } from '../places.tsx'
import { failureCode } from '../use-gestures.ts'
import styles from './synthesis.module.css'

/** Signs and stores the sheet; rejects with a device's error. */
export type SignGesture = (gesture: { signature: Signature; signedDespite: string }) => Promise<unknown>

/** The juror's own gesture, drawn or typed, under the name of the candidate it is about. */
export function SignatureForm({ findings, onSign }: { findings: readonly Finding[]; onSign: SignGesture }) {
  const { t } = useTranslation('oral')
  const { subject, juror, writable, pendingCount, failed } = useOralWork()
  const [despite, setDespite] = useState('')
  const [state, setState] = useState<'idle' | 'signing' | ReturnType<typeof failureCode>>('idle')
  const gesture = useSignatureGesture()
  const { signature } = gesture
  const { candidate } = subject
  const blocked = !canSign(findings)
  const needsReason = !blocked && findings.length > 0
  const settled = pendingCount === 0 && failed.length === 0
  const ready = writable && settled && !blocked && signature !== null && (!needsReason || despite.trim() !== '') && state !== 'signing'

  const sign = async () => {
    if (signature === null) return
    setState('signing')
    try {
      await onSign({ signature, signedDespite: needsReason ? despite.trim() : '' })
      setState('idle')
    } catch (error) {
      setState(failureCode(error))
    }
  }

  return (
    <section className={styles['card']} id={placeIds.sign} tabIndex={-1} aria-labelledby="sign-title">
      <h3 id="sign-title">{t('sign.title')}</h3>
      <p>
        <strong>{t('sign.about', { candidate: `${candidate.firstName} ${candidate.lastName}`, number: candidate.number })}</strong>{' '}
        {t('sign.as', { juror: `${juror.firstName} ${juror.lastName}` })}
      </p>
      {needsReason && (
        <Textarea
          label={t('sign.despite')}
          description={t('sign.despiteHint')}
          size="md"
          autosize
          minRows={2}
          required
          value={despite}
          disabled={!writable}
          onChange={(event) => setDespite(event.currentTarget.value)}
        />
      )}
      <SignatureGesture gesture={gesture} disabled={!writable} />
      <p className={styles['hint']}>
        {blocked ? t('sign.blocked') : signature === null ? t('sign.missingSignature') : t('sign.afterwards')}
      </p>
      <Button size="lg" mih={56} leftSection={<IconSignature size={24} aria-hidden />} disabled={!ready} onClick={() => void sign()}>
        {state === 'signing' ? t('sign.signing') : t('sign.sign')}
      </Button>
      {state !== 'idle' && state !== 'signing' && (
        <Notice tone="danger" role="alert" title={t('sign.failed', { advice: t(`failure.${state}`) })} />
      )}
    </section>
  )
}
