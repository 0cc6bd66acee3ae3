import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatTime } from '../shared/formatters.ts'
import type { OralRow, PanelRows } from './board-view.ts'
import { personName } from './concern-list.tsx'
import styles from './desk.module.css'
import { SheetCellView } from './sheet-cell.tsx'
import { SheetCountsView } from './sheet-counts.tsx'
import tableStyles from './table.module.css'

/** One panel's orals, with the state of each juror's sheet. */
export function PanelOrals({ panel: { panel, rows, counts }, sessionId }: { panel: PanelRows; sessionId: string }) {
  const { t } = useTranslation('desk')
  const jurors = rows[0]?.cells.map((cell) => cell.juror) ?? []
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
                    {juror.id === panel.presidentId && <span className={styles['soft']}> ({t('board.president')})</span>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <OralRowView key={row.oral.id} row={row} sessionId={sessionId} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

function OralRowView({ row, sessionId }: { row: OralRow; sessionId: string }) {
  const { t } = useTranslation('desk')
  const { candidate, oral } = row
  return (
    <tr>
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
      {row.cells.map((cell) => (
        <td key={cell.juror.id} data-label={personName(cell.juror)}>
          <SheetCellView cell={cell} row={row} />
        </td>
      ))}
    </tr>
  )
}
