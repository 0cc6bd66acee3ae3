import { Button, Progress } from '@mantine/core'
import { IconCameraRotate } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Receiving } from '#device/transfer/receiver.ts'
import { Notice } from '../../shared/notice.tsx'
import styles from './transfer.module.css'

interface ReceiveProgressProps {
  scanning: Extract<Receiving, { step: 'scanning' }>
  onSwitchCamera: (cameraId: string) => void
}

/** Spoken at each tenth only: a screen reader must not chatter at every image. */
const SPOKEN_STEP_PERCENT = 10

/** How much has been read, and what to do when nothing is. */
export function ReceiveProgress({ scanning, onSwitchCamera }: ReceiveProgressProps) {
  const { t } = useTranslation('transfer')
  const { progress, hint, otherCameraId } = scanning
  const percent = Math.floor((progress?.ratio ?? 0) * 100)
  const spokenPercent = Math.floor(percent / SPOKEN_STEP_PERCENT) * SPOKEN_STEP_PERCENT
  return (
    <>
      <Progress.Root size="xl">
        <Progress.Section value={percent} aria-label={t('receive.progressLabel')} />
      </Progress.Root>
      <p className={`${styles['line']} cdj-figures`}>
        {progress ? t('receive.progress', { count: progress.frames, percent }) : t('receive.searching')}
      </p>
      <p role="status" className="cdj-visually-hidden">
        {progress && t('receive.spoken', { percent: spokenPercent })}
      </p>
      {hint && <Notice tone="info" role="status" title={t(`receive.${hint}`)} />}
      <p className={styles['quiet']}>{progress ? t('receive.resume') : t('receive.tips')}</p>
      {otherCameraId !== null && (
        <div>
          <Button
            variant="default"
            size="lg"
            leftSection={<IconCameraRotate size={22} aria-hidden />}
            onClick={() => onSwitchCamera(otherCameraId)}
          >
            {t('receive.switchCamera')}
          </Button>
        </div>
      )}
    </>
  )
}
