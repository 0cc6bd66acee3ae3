import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { SessionBoard } from '#contract/desk.ts'
import { routePath } from '#contract/routes.ts'
import { formatLongDate, formatTime } from '../../shared/formatters.ts'
import { PageHeader } from '../../shared/page-header.tsx'
import { Answered } from '../answered.tsx'
import { callFile } from '../api.ts'
import { type OralRow, panelRows } from '../board-view.ts'
import styles from '../desk.module.css'
import { FilesZipAct } from '../files-zip-act.tsx'
import { personName } from '../person-name.ts'
import table from '../table.module.css'
import { useAnswer } from '../use-answer.ts'
import { useFilesZip } from '../use-files-zip.ts'

/** Sheets to be filled by hand: all at once, or oral by oral. */
export function PaperPage() {
  const { t } = useTranslation('paper')
  const { sessionId = '' } = useParams()
  const board = useAnswer('board', { sessionId })
  return (
    <>
      <Anchor component={Link} to={`/coordination/sessions/${encodeURIComponent(sessionId)}`}>
        ← {board.value?.session.title ?? t('page.back')}
      </Anchor>
      <PageHeader title={t('page.title')} opensVisit>
        {t('page.subtitle')}
      </PageHeader>
      <Answered loaded={board}>{(value) => <PaperView board={value} />}</Answered>
    </>
  )
}

/** The orals of a session, each with its sheets. */
export function PaperView({ board }: { board: SessionBoard }) {
  const { t } = useTranslation('paper')
  // Only the orals are read, not what is late: any moment would do.
  const panels = panelRows(board, 0)
  const orals = panels.flatMap(({ panel, rows }) => rows.map((row) => ({ panel, row })))
  const sessionId = board.session.id
  const zip = useFilesZip(
    t('page.zip'),
    orals.map(({ row }) => ({
      path: `${fileName(row)}.pdf`,
      fetch: () => callFile('paperSheets', { params: { sessionId, oralId: row.oral.id } }),
    })),
  )
  if (orals.length === 0) return <p className={styles['plain']}>{t('page.none')}</p>
  return (
    <>
      <p className={styles['plain']}>{t('page.why')}</p>
      <FilesZipAct
        zip={zip}
        label={t('page.all', { count: zip.total })}
        progress={t('page.progress', { done: zip.done, total: zip.total })}
        progressLabel={t('page.progressLabel')}
      />
      <table className={table['table']} aria-label={t('page.table')}>
        <thead>
          <tr>
            <th scope="col">{t('page.oral')}</th>
            <th scope="col">{t('page.part')}</th>
            <th scope="col">{t('page.panel')}</th>
            <th scope="col">{t('page.file')}</th>
          </tr>
        </thead>
        <tbody>
          {orals.map(({ panel, row }) => (
            <tr key={row.oral.id}>
              <th scope="row">
                {row.candidate.number} {personName(row.candidate)}
              </th>
              <td data-label={t('page.part')}>{row.partTitle}</td>
              <td data-label={t('page.panel')}>
                {panel.name}, {formatLongDate(row.oral.startsAt.slice(0, 10))}, {formatTime(row.oral.startsAt)}
              </td>
              <td data-label={t('page.file')}>
                <Anchor href={routePath('paperSheets', { sessionId: board.session.id, oralId: row.oral.id })} download>
                  {t('page.download', { count: panel.jurorIds.length })}
                  <span className="cdj-visually-hidden">
                    {' '}
                    {t('page.downloadOf', { name: personName(row.candidate), part: row.partTitle })}
                  </span>
                </Anchor>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Sorted by day and hour in a folder's window; what an oral's id adds keeps two of them apart. */
function fileName({ oral, candidate }: OralRow): string {
  return [oral.startsAt.slice(0, 16), oral.room, candidate.number, oral.id].join('-').replace(/[^A-Za-z0-9]+/g, '-')
}
