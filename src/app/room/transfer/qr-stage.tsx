import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Density, EnvelopeStream } from '#device/transfer/stream-encoder.ts'
import { holdWakeLock } from '#device/wake-lock.ts'
import { SendControls } from './send-controls.tsx'
import type { Speed } from './send-speeds.ts'
import styles from './transfer.module.css'
import { useQrAnimation } from './use-qr-animation.ts'

interface QrStageProps {
  count: number
  stream: EnvelopeStream
  speed: Speed
  onSpeed: (speed: Speed) => void
  density: Density
  onDensity: (density: Density) => void
  onReceived: () => void
}

/** The moving code, as large as it can be, and its buttons. */
export function QrStage({ count, stream, speed, onSpeed, density, onDensity, onReceived }: QrStageProps) {
  const { t } = useTranslation('transfer')
  const stage = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isPaused, setPaused] = useState(false)
  const shown = useQrAnimation(canvas, stream, isPaused ? 0 : speed)
  useEffect(() => holdWakeLock(), [])
  useEffect(() => {
    stage.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <>
      <div ref={stage} className={styles['stage']}>
        <canvas ref={canvas} role="img" aria-label={t('send.code', { count })} />
      </div>
      <SendControls
        isPaused={isPaused}
        onPaused={setPaused}
        speed={speed}
        onSpeed={onSpeed}
        density={density}
        onDensity={onDensity}
        onReceived={onReceived}
      />
      <p className={`${styles['quiet']} cdj-figures`}>{t('send.shown', { shown, needed: stream.slices })}</p>
    </>
  )
}
