import { useTranslation } from 'react-i18next'
import type { ScoreSheet } from '#domain/sheet.ts'
import { clockText } from '../shared/sheet/clock-text.ts'
import styles from './desk.module.css'

/** The oral's durations: allotted, used, over, paused. */
export function SheetTiming({ timing }: { timing: ScoreSheet['timing'] }) {
  const { t } = useTranslation('desk')
  return (
    <dl className={`${styles['facts']} cdj-figures`} aria-label={t('sheet.timing.title')}>
      <div>
        <dt>{t('sheet.timing.allotted')}</dt>
        <dd>{clockText(timing.allottedMs)}</dd>
      </div>
      <div>
        <dt>{t('sheet.timing.elapsed')}</dt>
        <dd>{clockText(timing.elapsedMs)}</dd>
      </div>
      <div>
        <dt>{t('sheet.timing.overtime')}</dt>
        <dd>{timing.overtimeMs > 0 ? clockText(timing.overtimeMs) : t('sheet.timing.none')}</dd>
      </div>
      <div>
        <dt>{t('sheet.timing.paused')}</dt>
        <dd>{timing.pausedMs > 0 ? clockText(timing.pausedMs) : t('sheet.timing.nonePaused')}</dd>
      </div>
    </dl>
  )
}
