import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Juror, Panel } from '#domain/exam-session.ts'
import { panelAt } from '#domain/panel-seats.ts'
import { formatLongDate, formatTime } from '../shared/formatters.ts'
import type { OralRow, PanelRows, SheetCell } from './board-view.ts'
import { oralAnchor } from './day/day-words.ts'
import styles from './desk.module.css'
import { personName } from './person-name.ts'
import { SheetCellView } from './sheet-cell.tsx'
import { SheetCountsView } from './sheet-counts.tsx'
import tableStyles from './table.module.css'

/** One panel's orals, with the state of each juror's sheet. */
export function PanelOrals({ panel: { panel, rows, counts }, sessionId }: { panel: PanelRows; sessionId: string }) {
  const { t } = useTranslation('desk')
  const jurors = panelJurors(panel, rows)
  const days = byDay(rows)
  const presidents = new Set(rows.map(({ oral }) => panelAt(panel, oral.startsAt).presidentId))
  return (
    <section className={styles['section']} aria-label={panel.name}>
      <h3>{t('board.panelRoom', panel)}</h3>
      {rows.length === 0 ? (
        <p className={styles['plain']}>{t('board.noOrals')}</p>
      ) : (
        <>
          <SheetCountsView {...counts} />
          <table className={tableStyles['table']} aria-label={t('board.tableLabel', panel)}>
            <thead>
              <tr>
                <th scope="col">{t('board.columns.time')}</th>
                <th scope="col">{t('board.columns.candidate')}</th>
                <th scope="col">{t('board.columns.part')}</th>
                {jurors.map((juror) => (
                  <th key={juror.id} scope="col">
                    {personName(juror)}
                    {presidents.has(juror.id) && <span className={styles['soft']}> ({t('board.president')})</span>}
                  </th>
                ))}
              </tr>
            </thead>
            {days.map(([day, ofDay]) => (
              <tbody key={day}>
                {days.length > 1 && (
                  <tr>
                    <th scope="rowgroup" colSpan={3 + jurors.length}>
                      {formatLongDate(day)}
                    </th>
                  </tr>
                )}
                {ofDay.map((row) => (
                  <OralRowView key={row.oral.id} row={row} jurors={jurors} sessionId={sessionId} />
                ))}
              </tbody>
            ))}
          </table>
        </>
      )}
    </section>
  )
}

/** The rows of each day, in order: an hour alone says nothing where a panel sits on several. */
function byDay(rows: readonly OralRow[]): [day: string, rows: OralRow[]][] {
  const days = new Map<string, OralRow[]>()
  for (const row of rows) {
    const day = row.oral.startsAt.slice(0, 10)
    days.set(day, [...(days.get(day) ?? []), row])
  }
  return [...days]
}

/** Everyone with a place in some row, in the panel's order. */
function panelJurors(panel: Panel, rows: readonly OralRow[]): Juror[] {
  const cells = rows.flatMap((row) => row.cells)
  return panel.jurorIds.flatMap((id) => cells.find(({ juror }) => juror.id === id)?.juror ?? [])
}

interface OralRowViewProps {
  row: OralRow
  jurors: readonly Juror[]
  sessionId: string
}

function OralRowView({ row, jurors, sessionId }: OralRowViewProps) {
  const { t } = useTranslation('desk')
  const { candidate, oral } = row
  return (
    <tr id={oralAnchor(oral.id)} tabIndex={-1} className={styles['target']}>
      <td className="cdj-figures" data-label={t('board.columns.time')}>
        {formatTime(oral.startsAt)}
      </td>
      <th scope="row" data-label={t('board.columns.candidate')}>
        <Anchor
          component={Link}
          to={`/coordination/sessions/${encodeURIComponent(sessionId)}/candidats/${encodeURIComponent(candidate.id)}`}
        >
          {personName(candidate)}
        </Anchor>
      </th>
      <td data-label={t('board.columns.part')}>{row.partTitle}</td>
      {jurors.map((juror) => (
        <td key={juror.id} data-label={personName(juror)}>
          <JurorSheet cell={row.cells.find((cell) => cell.juror.id === juror.id)} row={row} />
        </td>
      ))}
    </tr>
  )
}

/** Empty for a juror who does not sit at this oral. */
function JurorSheet({ cell, row }: { cell: SheetCell | undefined; row: OralRow }) {
  const { t } = useTranslation('desk')
  return cell ? <SheetCellView cell={cell} row={row} /> : <span className={styles['soft']}>{t('board.notSeated')}</span>
}
