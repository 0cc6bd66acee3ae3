import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PresenceSignature } from '#domain/draft.ts'
import { formatMoment } from '../../../shared/formatters.ts'
import { SignaturePicture } from '../ink/signature-picture.tsx'
import { useOralWork } from '../oral-work.ts'
import styles from './welcome.module.css'

interface SignedPresenceProps {
  signed: PresenceSignature
  /** Absent once it can no longer be cleared. */
  onClear?: () => Promise<unknown>
}

/** The signature as it is recorded, and when it was given. A drawn one is cleared by two touches: nobody else can draw it again. */
export function SignedPresence({ signed: { gesture, wallMs }, onClear }: SignedPresenceProps) {
  const { t } = useTranslation(['presenceSignature', 'shared'])
  const { subject, writable } = useOralWork()
  const [isAsked, setAsked] = useState(false)
  const clearRef = useRef<HTMLButtonElement>(null)
  const name = `${subject.candidate.firstName} ${subject.candidate.lastName}`
  return (
    <>
      <p className={styles['signed']}>
        <IconCheck size={20} aria-hidden />
        <span>{t(`presenceSignature:said.${gesture.kind}`, { name, when: formatMoment(wallMs) })}</span>
      </p>
      {gesture.kind === 'drawn' && <SignaturePicture strokes={gesture.strokes} label={t('presenceSignature:picture', { name })} />}
      {onClear && (
        <Button
          ref={clearRef}
          size="md"
          mih={48}
          variant="default"
          className={styles['toSign'] ?? ''}
          disabled={!writable}
          {...(gesture.kind === 'drawn' ? { 'aria-expanded': isAsked } : {})}
          onClick={() => (gesture.kind === 'drawn' ? setAsked(!isAsked) : void onClear())}
        >
          {t(`presenceSignature:clear.${gesture.kind}`)}
        </Button>
      )}
      {onClear && isAsked && (
        <fieldset className={styles['question']}>
          <legend>{t('presenceSignature:clearQuestion')}</legend>
          <div className={styles['choices']}>
            <Button size="md" mih={48} disabled={!writable} onClick={() => void onClear()}>
              {t('presenceSignature:clearConfirm')}
            </Button>
            <Button
              size="md"
              mih={48}
              variant="default"
              onClick={() => {
                setAsked(false)
                clearRef.current?.focus()
              }}
            >
              {t('shared:actions.cancel')}
            </Button>
          </div>
        </fieldset>
      )}
    </>
  )
}
