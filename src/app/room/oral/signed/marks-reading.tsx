import { useTranslation } from 'react-i18next'
import { type Grid, sectionIndicators } from '#domain/grid.ts'
import type { ScoreSheet } from '#domain/sheet.ts'
import { formatPoints } from '../../../shared/formatters.ts'
import { clockText } from '../../../shared/sheet/clock-text.ts'
import { ObservationIcon } from '../marking/observation-icon.tsx'
import { VerdictIcon } from '../marking/verdict-icon.tsx'
import styles from './signed.module.css'

/** Each section's verdict with its marks and when they were made. */
export function MarksReading({ grid, sheet }: { grid: Grid; sheet: ScoreSheet }) {
  const { t } = useTranslation(['oral', 'domain'])
  const formative = grid.delivery.counted ? [] : grid.delivery.items.filter((item) => sheet.marks[item.target] !== undefined)
  return (
    <section className={styles['card']} aria-labelledby="signed-marks">
      <h3 id="signed-marks">{t('oral:signed.marks')}</h3>
      {grid.sections.map((section) => {
        const given = sheet.sections.find((candidate) => candidate.id === section.id)
        const marked = sectionIndicators(section).filter((indicator) => sheet.marks[indicator.id] !== undefined)
        return (
          <details key={section.id} className={styles['section']}>
            <summary>
              <strong>{section.id}</strong> <span className={styles['title']}>{section.title}</span>
              <span className={styles['verdict']}>
                {given?.verdict ? (
                  <>
                    <VerdictIcon verdict={given.verdict} /> {t(`domain:verdict.${given.verdict}`)}
                    {given.points !== null && ` · ${formatPoints(given.points)}`}
                  </>
                ) : (
                  t('oral:signed.verdictNone')
                )}
              </span>
            </summary>
            {given !== undefined && given.reason !== '' && <p>{given.reason}</p>}
            <ul className={styles['marks']}>
              {marked.map((indicator) => (
                <MarkLine key={indicator.id} label={indicator.label} mark={sheet.marks[indicator.id]} />
              ))}
            </ul>
          </details>
        )
      })}
      {formative.length > 0 && (
        <details className={styles['section']}>
          <summary>{t('oral:delivery.title')}</summary>
          <ul className={styles['marks']}>
            {formative.map((item) => (
              <MarkLine key={item.id} label={item.title} mark={sheet.marks[item.target]} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function MarkLine({ label, mark }: { label: string; mark: ScoreSheet['marks'][string] | undefined }) {
  const { t } = useTranslation('domain')
  if (mark === undefined) return null
  return (
    <li>
      <ObservationIcon value={mark.value} size={16} /> {label} : <strong>{t(`observation.${mark.value}`)}</strong>
      {mark.oralMs !== null && <span className="cdj-figures"> ({clockText(mark.oralMs)})</span>}
    </li>
  )
}
