import { Button } from '@mantine/core'
import { IconVolume } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBreakPage } from '../shared/use-break-page.ts'
import { playWarning } from './oral/timer/warning-sound.ts'
import styles from './readiness-page.module.css'

/** The alert's own sound, in the room where it will be heard: only an ear can tell the volume. */
export function SoundTest() {
  const { t } = useTranslation('room')
  const breakPage = useBreakPage()
  const [played, setPlayed] = useState<boolean | null>(null)
  const play = async () => setPlayed(await playWarning('warning'))
  return (
    <div className={styles['actions']}>
      <Button size="lg" variant="default" leftSection={<IconVolume size={22} aria-hidden />} onClick={() => void play().catch(breakPage)}>
        {t('readiness.sound.play')}
      </Button>
      <p role="status">{played !== null && (played ? t('readiness.sound.played') : t('readiness.sound.none'))}</p>
    </div>
  )
}
