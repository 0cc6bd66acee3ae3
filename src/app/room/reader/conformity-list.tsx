import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { WrittenSupport } from '#domain/exam-session.ts'
import type { Grid } from '#domain/grid.ts'
import { conformityLines } from './conformity-lines.ts'
import styles from './conformity-list.module.css'

interface ConformityListProps {
  support: WrittenSupport
  grid: Grid
  /** The oral's start, ISO 8601. */
  startsAt: string
}

/** Whether a support meets the grid's settings, and who decides when it does not. */
export function ConformityList({ support, grid, startsAt }: ConformityListProps) {
  const { t } = useTranslation(['reader', 'domain'])
  const lines = conformityLines(support, grid, startsAt)
  return (
    <div className={styles['conformity']}>
      <ul className={styles['lines']}>
        {lines.map((line) => {
          const Icon = line.met === null ? IconInfoCircle : line.met ? IconCheck : IconAlertTriangle
          return (
            <li key={line.about} className={styles['line']} data-met={line.met ?? undefined}>
              <Icon size={20} aria-hidden />
              <span>
                {line.sentence}
                {line.chosen && <span className={styles['chosen']}>{t('domain:certifierChoice')}</span>}
              </span>
            </li>
          )
        })}
      </ul>
      {lines.some((line) => line.met === false) && (
        <p className={styles['decides']}>
          <strong>{t('reader:conformity.whoDecides')}</strong> {t('reader:conformity.goOn')}
        </p>
      )}
    </div>
  )
}
