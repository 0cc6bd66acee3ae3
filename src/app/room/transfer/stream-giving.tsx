import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Density, EnvelopeStream } from '#device/transfer/stream-encoder.ts'
import { Notice } from '../../shared/notice.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { QrStage } from './qr-stage.tsx'
import { firstSpeed, type Speed } from './send-speeds.ts'

interface StreamGivingProps {
  count: number
  stream: EnvelopeStream
  density: Density
  onDensity: (density: Density) => void
  /** What is given, to whom and how long it takes: nothing flickers before `start`. */
  introduction: (speed: Speed, start: () => void) => ReactNode
  words: { done: string; again: string }
  /** Called when the person says that the other device has everything. */
  onReceived?: () => Promise<void>
}

/** An endless animated code, from its introduction until the other device has said it has all of it. */
export function StreamGiving({ count, stream, density, onDensity, introduction, words, onReceived }: StreamGivingProps) {
  const [speed, setSpeed] = useState<Speed>(firstSpeed)
  const breakPage = useBreakPage()
  const [step, setStep] = useState<'before' | 'running' | 'done'>('before')
  const finish = async () => {
    await onReceived?.()
    setStep('done')
  }
  if (step === 'before') return introduction(speed, () => setStep('running'))
  if (step === 'running') {
    return (
      <QrStage
        count={count}
        stream={stream}
        speed={speed}
        onSpeed={setSpeed}
        density={density}
        onDensity={onDensity}
        onReceived={() => void finish().catch(breakPage)}
      />
    )
  }
  return (
    <Notice
      tone="info"
      role="status"
      title={words.done}
      actions={
        <Button variant="default" size="lg" onClick={() => setStep('before')}>
          {words.again}
        </Button>
      }
    />
  )
}

/** More than an animated code can carry: a file takes it. */
export function StreamTooLarge() {
  const { t } = useTranslation('transfer')
  return (
    <Notice tone="danger" role="alert" title={t('send.tooLarge.title')}>
      <p>{t('send.tooLarge.detail')}</p>
    </Notice>
  )
}
