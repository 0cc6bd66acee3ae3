import { Button } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Speed } from './send-speeds.ts'
import styles from './transfer.module.css'
import { roughDuration, streamSeconds } from './transfer-words.ts'

interface SendIntroductionProps {
  count: number
  slices: number
  speed: Speed
  onStart: () => void
}

/** What to do before the code starts to move: nothing flickers until it is asked for. */
export function SendIntroduction({ count, slices, speed, onStart }: SendIntroductionProps) {
  const { t } = useTranslation('transfer')
  return (
    <section className={styles['panel']}>
      <p>
        <strong>{t('send.content', { count, duration: roughDuration(streamSeconds(slices, speed)) })}</strong>
      </p>
      <h2>{t('send.before.title')}</h2>
      <ol className={styles['steps']}>
        <li>{t('send.before.bright')}</li>
        <li>{t('send.before.other')}</li>
        <li>{t('send.before.hold')}</li>
      </ol>
      <p className={styles['quiet']}>{t('send.before.flicker')}</p>
      <p className={styles['quiet']}>{t('witness')}</p>
      <div className={styles['row']}>
        <Button size="lg" leftSection={<IconPlayerPlay size={22} aria-hidden />} onClick={onStart}>
          {t('send.start')}
        </Button>
      </div>
    </section>
  )
}
