import { Button } from '@mantine/core'
import { IconSignature, IconUserEdit } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PresenceGesture } from '#domain/entry.ts'
import { useOralWork } from '../oral-work.ts'
import { PresencePad } from './presence-pad.tsx'
import { SignedPresence } from './signed-presence.tsx'
import styles from './welcome.module.css'

/** The candidate may sign their presence on the juror's device; nothing waits for it. */
export function PresenceSignature() {
  const { t } = useTranslation('presenceSignature')
  const { recorded, draft, record, writable } = useOralWork()
  const [open, setOpen] = useState(false)
  const { presenceSignature: signed, revision } = recorded
  const cardRef = useFocusOnChange(`${signed?.entryId} ${open}`)
  if (draft.presence !== 'present') return null
  // What the juror already signed is not the juror's to change: the candidate has left.
  const isFinal = revision > 1
  if (isFinal && signed === null) return null
  const give = async (gesture: PresenceGesture | null) => {
    if (await record({ kind: 'presenceSignature', gesture })) setOpen(false)
  }
  return (
    <section ref={cardRef} className={styles['card']} tabIndex={-1} aria-labelledby="presence-signature-title">
      <h3 id="presence-signature-title">{t('title')}</h3>
      {signed !== null && <SignedPresence signed={signed} {...(isFinal ? {} : { onClear: () => give(null) })} />}
      {signed === null && open && <PresencePad onSign={give} onCancel={() => setOpen(false)} />}
      {signed === null && !open && (
        <>
          <p>{t('hint')}</p>
          <div className={styles['choices']}>
            <Button
              variant="default"
              size="md"
              mih={48}
              leftSection={<IconSignature size={20} aria-hidden />}
              disabled={!writable}
              onClick={() => setOpen(true)}
            >
              {t('open')}
            </Button>
            <Button
              variant="default"
              size="md"
              mih={48}
              leftSection={<IconUserEdit size={20} aria-hidden />}
              disabled={!writable}
              onClick={() => void give({ kind: 'paper' })}
            >
              {t('onPaper')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

/** The button that was pressed is gone after each step: the keyboard and the screen reader stay in the card. */
function useFocusOnChange(step: string) {
  const cardRef = useRef<HTMLElement>(null)
  const known = useRef(step)
  useEffect(() => {
    if (known.current === step) return
    known.current = step
    cardRef.current?.focus({ preventScroll: true })
    cardRef.current?.scrollIntoView({ block: 'nearest' })
  }, [step])
  return cardRef
}
