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
import { CameraFailureNotice } from './camera-failure-notice.tsx'
import { ReceiveProgress } from './receive-progress.tsx'
import { ReceivedResult } from './received-result.tsx'
import styles from './transfer.module.css'
import { useKeeping } from './use-keeping.ts'

/** Lives as long as the page: whoever leaves this screen in the middle takes up where they were. */
const decoder = new StreamDecoder()

/** « Recevoir par la caméra »: films a colleague's code until all of it is here, checked and on the disk. */
export function ReceivePage() {
  const { t } = useTranslation('transfer')
  const breakPage = useBreakPage()
  const video = useRef<HTMLVideoElement>(null)
  const { keeping, keep, retry, forget } = useKeeping()
  const [request, setRequest] = useState<{ cameraId: string | null }>({ cameraId: null })
  const [receiving, setReceiving] = useState<Receiving>({ step: 'opening' })

  const follow = useCallback(
    (state: Receiving) => {
      setReceiving(state)
      if (state.step === 'complete') keep(state.content).catch(breakPage)
    },
    [keep, breakPage],
  )
  useEffect(() => {
    if (video.current === null) return
    const letScreenSleep = holdWakeLock()
    const stop = receiveEnvelopes(video.current, decoder, request.cameraId, follow, breakPage)
    return () => {
      stop()
      letScreenSleep()
    }
  }, [request, follow, breakPage])

  const startAgain = (cameraId: string | null) => {
    forget()
    setRequest({ cameraId })
  }
  const isFilming = receiving.step === 'opening' || receiving.step === 'scanning'

  return (
    <>
      <PageHeader title={t('receive.title')}>{t('receive.aim')}</PageHeader>
      <div className={styles['preview']} hidden={!isFilming}>
        <video ref={video} autoPlay muted playsInline aria-label={t('receive.preview')} />
      </div>
      {receiving.step === 'opening' && (
        <div role="status">
          <p>{t('receive.opening')}</p>
          <p className={styles['quiet']}>{t('receive.permission')}</p>
        </div>
      )}
      {receiving.step === 'scanning' && <ReceiveProgress scanning={receiving} onSwitchCamera={startAgain} />}
      {receiving.step === 'failed' && <CameraFailureNotice reason={receiving.reason} onRetry={() => startAgain(null)} />}
      {keeping && (
        <ReceivedResult
          keeping={keeping}
          onRetry={() => void retry().catch(breakPage)}
          actions={
            <Button size="lg" onClick={() => startAgain(request.cameraId)}>
              {t('result.another')}
            </Button>
          }
        />
      )}
      <div>
        <Button component={Link} to="/salle/transfert" variant="subtle" size="lg" leftSection={<IconArrowLeft size={22} aria-hidden />}>
          {t('send.back')}
        </Button>
      </div>
    </>
  )
}
