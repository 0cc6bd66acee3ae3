import { useTranslation } from 'react-i18next'
import type { Grid } from '#domain/grid.ts'
import { compareGrids } from '#domain/grid-comparison.ts'
import { Answered } from '../answered.tsx'
import tableStyles from '../table.module.css'
import { useAnswer } from '../use-answer.ts'
import { useFactWords, useSubjectWords } from './grid-words.ts'

/** Two versions side by side: only what differs, in words. */
export function VersionComparison({ otherHash, grid }: { otherHash: string; grid: Grid }) {
  const other = useAnswer('grid', { gridHash: otherHash })
  return <Answered loaded={other}>{(answer) => <ComparisonTable before={answer.grid} after={grid} />}</Answered>
}

/** The differences between two versions, one a row. */
export function ComparisonTable({ before, after }: { before: Grid; after: Grid }) {
  const { t } = useTranslation('grids')
  const factWords = useFactWords()
  const subjectWords = useSubjectWords()
  const changes = compareGrids(before, after)
  if (changes.length === 0) return <p>{t('compare.same')}</p>
  return (
    <table className={tableStyles['table']} aria-label={t('compare.caption', { before: before.version, after: after.version })}>
      <thead>
        <tr>
          <th scope="col">{t('compare.columns.what')}</th>
          <th scope="col">{t('compare.columns.before', before)}</th>
          <th scope="col">{t('compare.columns.after', after)}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ subject, before: was, after: is }) => {
          const field = (is ?? was)?.field ?? 'label'
          return (
            <tr key={`${subject.kind} ${subject.id} ${field}`}>
              <th scope="row">{subjectWords(subject, field)}</th>
              <td data-label={t('compare.columns.before', before)}>{factWords(was)}</td>
              <td data-label={t('compare.columns.after', after)}>{factWords(is)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
