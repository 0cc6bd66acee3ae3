import { useTranslation } from 'react-i18next'
import type { ScoreSheet } from '#domain/sheet.ts'
import { ObservationIcon } from '../oral/marking/observation-icon.tsx'
import styles from './deliberation.module.css'

/** What each juror marked for one target, side by side. */
export function JurorMarks({ target, sheets }: { target: string; sheets: readonly ScoreSheet[] }) {
  const { t } = useTranslation(['deliberation', 'domain'])
  return (
    <p className={styles['marks']}>
      {sheets.map((sheet) => {
        const value = sheet.marks[target]?.value
        return (
          <span key={sheet.juror.id}>
            {value !== undefined && <ObservationIcon value={value} size={16} />} {sheet.juror.name} :{' '}
            <strong>{value === undefined ? t('deliberation:oral.notMarked') : t(`domain:observation.${value}`)}</strong>
          </span>
        )
      })}
    </p>
  )
}
