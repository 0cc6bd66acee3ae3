import { Button } from '@mantine/core'
import { IconArrowBackUp, IconMaximize } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './countdown.module.css'
import { Countdown } from './countdown.tsx'

/** The countdown on this screen, to be turned towards the candidate. */
export function CountdownScreen({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('oral')
  return (
    <main className={styles['screen']}>
      <Countdown />
      <div className={styles['acts']}>
        {document.fullscreenEnabled && (
          <Button
            variant="subtle"
            mih={48}
            leftSection={<IconMaximize size={20} aria-hidden />}
            onClick={() => void document.documentElement.requestFullscreen()}
          >
            {t('countdown.fullScreen')}
          </Button>
        )}
        <Button
          variant="subtle"
          mih={48}
          leftSection={<IconArrowBackUp size={20} aria-hidden />}
          onClick={() => {
            if (document.fullscreenElement) void document.exitFullscreen()
            onClose()
          }}
        >
          {t('countdown.close')}
        </Button>
      </div>
    </main>
  )
}
