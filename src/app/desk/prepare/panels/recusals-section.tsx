import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatLongDate } from '../../../shared/formatters.ts'
import styles from '../../desk.module.css'
import { namer } from '../people-words.ts'
import own from '../prepare.module.css'
import { usePreparedSession } from '../use-prepared-session.ts'

/** Who stood aside for whom: what the minutes of that panel and day will say. */
export function RecusalsSection() {
  const { t } = useTranslation('prepare')
  const { now, change } = usePreparedSession()
  const nameOf = namer(now)
  if (now.recusals.length === 0) return null
  return (
    <section className={styles['card']} aria-labelledby="recusals-title">
      <h3 id="recusals-title">{t('links.recusals')}</h3>
      <p className={styles['plain']}>{t('links.recusalsIntro')}</p>
      <ul className={styles['list']}>
        {now.recusals.map((recusal) => {
          const { jurorId, candidateId, panelId, day, reason } = recusal
          const names = { juror: nameOf(jurorId), candidate: nameOf(candidateId) }
          return (
            <li key={`${jurorId}/${candidateId}/${panelId}/${day}`} className={own['member']}>
              <span>{t('links.recusal', { ...names, panel: nameOf(panelId), date: formatLongDate(day), reason })}</span>
              <Button
                variant="subtle"
                aria-label={t('links.forgetRecusal', names)}
                onClick={() => change((before) => ({ ...before, recusals: before.recusals.filter((one) => one !== recusal) }))}
              >
                {t('panels.removeAct')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
