import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Receiving } from '#device/transfer/receiver.ts'
import { CameraFailureNotice } from './camera-failure-notice.tsx'
import { ReceiveProgress } from './receive-progress.tsx'
import styles from './transfer.module.css'

interface ReceivingStageProps {
  video: RefObject<HTMLVideoElement | null>
  receiving: Receiving
  onStartAgain: (cameraId: string | null) => void
}

/** What the camera sees, how far the reading is, or why there is no camera. */
export function ReceivingStage({ video, receiving, onStartAgain }: ReceivingStageProps) {
  const { t } = useTranslation('transfer')
  const isFilming = receiving.step === 'opening' || receiving.step === 'scanning'
  return (
    <>
      <div className={styles['preview']} hidden={!isFilming}>
        <video ref={video} autoPlay muted playsInline aria-label={t('receive.preview')} />
      </div>
      {receiving.step === 'opening' && (
        <div role="status">
          <p>{t('receive.opening')}</p>
          <p className={styles['quiet']}>{t('receive.permission')}</p>
        </div>
      )}
      {receiving.step === 'scanning' && <ReceiveProgress scanning={receiving} onSwitchCamera={onStartAgain} />}
      {receiving.step === 'failed' && <CameraFailureNotice reason={receiving.reason} onRetry={() => onStartAgain(null)} />}
    </>
  )
}
