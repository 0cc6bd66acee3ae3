import { Button } from '@mantine/core'
import { IconCheck, IconGridDots, IconMinus, IconPlayerPause, IconPlayerPlay, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Density } from '#device/transfer/stream-encoder.ts'
import { nextSpeed, type Speed } from './send-speeds.ts'
import styles from './transfer.module.css'

interface SendControlsProps {
  isPaused: boolean
  onPaused: (isPaused: boolean) => void
  speed: Speed
  onSpeed: (speed: Speed) => void
  density: Density
  onDensity: (density: Density) => void
  onReceived: () => void
}

/** Pause, speed, size of the squares; and what only the person can know: that the other device has it all. */
export function SendControls({ isPaused, onPaused, speed, onSpeed, density, onDensity, onReceived }: SendControlsProps) {
  const { t } = useTranslation('transfer')
  const slower = nextSpeed(speed, -1)
  const faster = nextSpeed(speed, 1)
  const isFine = density === 'fine'
  return (
    <>
      <div className={styles['row']}>
        <Button size="lg" leftSection={<IconCheck size={22} aria-hidden />} onClick={onReceived} aria-describedby="send-received-hint">
          {t('send.received')}
        </Button>
        <Button
          variant="default"
          size="lg"
          leftSection={isPaused ? <IconPlayerPlay size={22} aria-hidden /> : <IconPlayerPause size={22} aria-hidden />}
          onClick={() => onPaused(!isPaused)}
        >
          {isPaused ? t('send.resume') : t('send.pause')}
        </Button>
        <Button
          variant="default"
          size="lg"
          leftSection={<IconMinus size={22} aria-hidden />}
          disabled={slower === null}
          onClick={() => slower !== null && onSpeed(slower)}
        >
          {t('send.slower')}
        </Button>
        <span role="status" className={`${styles['speed']} cdj-figures`}>
          {t('send.speed', { count: speed })}
        </span>
        <Button
          variant="default"
          size="lg"
          leftSection={<IconPlus size={22} aria-hidden />}
          disabled={faster === null}
          onClick={() => faster !== null && onSpeed(faster)}
        >
          {t('send.faster')}
        </Button>
        <Button
          variant="default"
          size="lg"
          leftSection={<IconGridDots size={22} aria-hidden />}
          onClick={() => onDensity(isFine ? 'large' : 'fine')}
          aria-describedby="send-larger-hint"
        >
          {isFine ? t('send.larger') : t('send.finer')}
        </Button>
      </div>
      <p id="send-received-hint" className={styles['quiet']}>
        {t('send.receivedHint')}
      </p>
      <p id="send-larger-hint" className={styles['quiet']}>
        {t('send.largerHint')}
      </p>
    </>
  )
}
