import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Receiving, receiveEnvelopes } from '#device/transfer/receiver.ts'
import { StreamDecoder } from '#device/transfer/stream-decoder.ts'
import { holdWakeLock } from '#device/wake-lock.ts'
import { PageHeader } from '../../shared/page-header.tsx'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { CameraFailureNotice } from '../transfer/camera-failure-notice.tsx'
import { ReceiveProgress } from '../transfer/receive-progress.tsx'
import transfer from '../transfer/transfer.module.css'
import { TakenResult } from './taken-result.tsx'
import { useTaking } from './use-taking.ts'

/** Films another member's code until all of it is here, verified and on the disk. */
export function TakePage() {
  const { t } = useTranslation(['deliberation', 'transfer'])
  const breakPage = useBreakPage()
  const video = useRef<HTMLVideoElement>(null)
  const [decoder] = useState(() => new StreamDecoder())
  const { taking, take, forget } = useTaking()
  const [request, setRequest] = useState<{ cameraId: string | null }>({ cameraId: null })
  const [receiving, setReceiving] = useState<Receiving>({ step: 'opening' })

  const follow = useCallback(
    (state: Receiving) => {
      setReceiving(state)
      if (state.step === 'complete') take(state.content).catch(breakPage)
    },
    [take, breakPage],
  )
  useEffect(() => {
    if (video.current === null) return
    const letScreenSleep = holdWakeLock()
    const stop = receiveEnvelopes(video.current, decoder, request.cameraId, follow, breakPage)
    return () => {
      stop()
      letScreenSleep()
    }
  }, [decoder, request, follow, breakPage])

  const startAgain = (cameraId: string | null) => {
    forget()
    setRequest({ cameraId })
  }
  const isFilming = receiving.step === 'opening' || receiving.step === 'scanning'
  return (
    <>
      <PageHeader title={t('deliberation:receive.title')}>{t('deliberation:receive.aim')}</PageHeader>
      <div className={transfer['preview']} hidden={!isFilming}>
        <video ref={video} autoPlay muted playsInline aria-label={t('transfer:receive.preview')} />
      </div>
      {receiving.step === 'opening' && (
        <div role="status">
          <p>{t('transfer:receive.opening')}</p>
          <p className={transfer['quiet']}>{t('transfer:receive.permission')}</p>
        </div>
      )}
      {receiving.step === 'scanning' && <ReceiveProgress scanning={receiving} onSwitchCamera={startAgain} />}
      {receiving.step === 'failed' && <CameraFailureNotice reason={receiving.reason} onRetry={() => startAgain(null)} />}
      {taking && (
        <TakenResult
          taking={taking}
          actions={
            <Button size="lg" variant="default" onClick={() => startAgain(request.cameraId)}>
              {t('deliberation:receive.another')}
            </Button>
          }
        />
      )}
      <div>
        <Button component={Link} to="/salle/deliberation" variant="subtle" size="lg" leftSection={<IconArrowLeft size={22} aria-hidden />}>
          {t('deliberation:give.back')}
        </Button>
      </div>
    </>
  )
}
