import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PresenceGesture } from '#domain/entry.ts'
import { formatMoment } from '../../../shared/formatters.ts'
import { InkSurface } from '../ink/ink-surface.tsx'
import { useInk } from '../ink/use-ink.ts'
import { useOralWork } from '../oral-work.ts'
import styles from './welcome.module.css'

interface PresencePadProps {
  onSign: (gesture: PresenceGesture) => Promise<unknown>
  onCancel: () => void
}

/** What the candidate has in hand: what is signed, by whom, where it goes, and the room to sign. */
export function PresencePad({ onSign, onCancel }: PresencePadProps) {
  const { t } = useTranslation(['presenceSignature', 'shared'])
  const { subject, writable, now } = useOralWork()
  const ink = useInk()
  const padRef = useRef<HTMLDivElement>(null)
  // The frame and its buttons at once under the eyes: whoever signs does not look for them.
  useEffect(() => {
    // In braces: where scrolling gives a promise, React would take it for a clean-up.
    padRef.current?.scrollIntoView({ block: 'center' })
  }, [])
  const { firstName, lastName, number } = subject.candidate
  return (
    <div ref={padRef} className={styles['pad']}>
      <p>{t('presenceSignature:handOver')}</p>
      <div className={styles['statement']}>
        <p>
          <strong>{t('presenceSignature:statement')}</strong>
        </p>
        <p>{t('presenceSignature:whose', { name: `${firstName} ${lastName}`, number, when: formatMoment(now().wallMs) })}</p>
        <p className={styles['use']}>{t('presenceSignature:use')}</p>
      </div>
      <InkSurface ink={ink} label={t('presenceSignature:pad')} />
      <div className={styles['choices']}>
        <Button
          size="md"
          mih={48}
          disabled={!writable || ink.strokes === null}
          onClick={() => ink.strokes !== null && void onSign({ kind: 'drawn', strokes: ink.strokes })}
        >
          {t('presenceSignature:sign')}
        </Button>
        <Button size="md" mih={48} variant="default" onClick={onCancel}>
          {t('shared:actions.cancel')}
        </Button>
      </div>
    </div>
  )
}
