import { useTranslation } from 'react-i18next'
import type { SectionComparison } from '#domain/comparison.ts'
import { formatPoints } from '../../shared/formatters.ts'
import { VerdictIcon } from '../oral/marking/verdict-icon.tsx'
import styles from './deliberation.module.css'

/** Each juror's verdict on one section, with its reason. */
export function JurorVerdicts({ comparison, nameOf }: { comparison: SectionComparison; nameOf: (jurorId: string) => string }) {
  const { t } = useTranslation(['deliberation', 'domain'])
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('deliberation:oral.juror')}</th>
          <th scope="col">{t('deliberation:oral.verdict')}</th>
          <th scope="col">{t('deliberation:oral.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {comparison.verdicts.map(({ jurorId, verdict, points, reason }) => (
          <tr key={jurorId}>
            <th scope="row">{nameOf(jurorId)}</th>
            <td>
              {verdict === null ? (
                t('deliberation:oral.noVerdict')
              ) : (
                <span className={styles['verdict']} data-verdict={verdict}>
                  <VerdictIcon verdict={verdict} /> {t(`domain:verdict.${verdict}`)}
                </span>
              )}
              {points !== null && <span className="cdj-figures"> · {t('deliberation:oral.points', { points: formatPoints(points) })}</span>}
            </td>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
