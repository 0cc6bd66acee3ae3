import { useTranslation } from 'react-i18next'
import type { CalibrationSpread } from '#domain/calibration.ts'
import { observationSchema } from '#domain/entry.ts'
import type { ScoreSheet } from '#domain/sheet.ts'
import styles from './spread-tables.module.css'

interface SpreadTablesProps {
  spread: CalibrationSpread
  /** The reader's own, shown as theirs; absent at the desk. */
  ownMarks?: ScoreSheet['marks']
  /** What a section's title is on this page. */
  heading: 'h2' | 'h3'
}

/** How many gave which mark, criterion by criterion: a figure for everybody, and a bar behind it for the eye. */
export function SpreadTables({ spread, ownMarks, heading: Heading }: SpreadTablesProps) {
  const { t } = useTranslation(['calibration', 'domain'])
  return (
    <>
      <p className={styles['says']}>{t('calibration:spread.says')}</p>
      {spread.map(({ id, title, criteria }) => (
        <details key={id} className={styles['section']} open={criteria.some(({ indicators }) => indicators.some(isMarked))}>
          <summary>
            <Heading>
              {id} {title}
            </Heading>
          </summary>
          {criteria.map((criterion) => (
            <table key={criterion.id} className={styles['table']}>
              <caption>
                {criterion.id} {criterion.title}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{t('calibration:spread.indicator')}</th>
                  {observationSchema.options.map((value) => (
                    <th key={value} scope="col">
                      {t(`domain:observation.${value}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {criterion.indicators.map((indicator) => (
                  <tr key={indicator.id}>
                    <th scope="row">{indicator.label}</th>
                    {isMarked(indicator) || (
                      <td className={styles['none']} colSpan={observationSchema.options.length}>
                        {t('calibration:spread.none')}
                      </td>
                    )}
                    {isMarked(indicator) &&
                      observationSchema.options.map((value) => (
                        <CountCell
                          key={value}
                          word={t(`domain:observation.${value}`)}
                          count={indicator.counts[value]}
                          total={Object.values(indicator.counts).reduce((sum, one) => sum + one, 0)}
                          isOwn={ownMarks?.[indicator.id]?.value === value}
                        />
                      ))}
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </details>
      ))}
    </>
  )
}

function isMarked({ counts }: CalibrationSpread[number]['criteria'][number]['indicators'][number]): boolean {
  return Object.values(counts).some((count) => count > 0)
}

function CountCell({ word, count, total, isOwn }: { word: string; count: number; total: number; isOwn: boolean }) {
  const { t } = useTranslation('calibration')
  return (
    <td className="cdj-figures" data-label={word} data-own={isOwn}>
      <span className={styles['count']}>
        {count}
        {isOwn && <strong> {t('spread.you')}</strong>}
      </span>
      <span className={styles['track']} aria-hidden>
        <span style={{ width: `${total === 0 ? 0 : Math.round((count / total) * 100)}%` }} />
      </span>
    </td>
  )
}
