import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SessionBoard } from '#contract/desk.ts'
import { routePath } from '#contract/routes.ts'
import { formatLongDate } from '../../shared/formatters.ts'
import styles from '../desk.module.css'
import { panelDays } from '../minutes/panel-days.ts'
import table from '../table.module.css'

/** One sheet to print for each panel and day. */
export function AttendanceSection({ board }: { board: SessionBoard }) {
  const { t } = useTranslation('convocations')
  return (
    <section className={styles['section']} aria-labelledby="attendance-title">
      <h2 id="attendance-title">{t('page.attendance')}</h2>
      <p className={styles['plain']}>{t('page.attendanceWhy')}</p>
      <table className={table['table']} aria-labelledby="attendance-title">
        <thead>
          <tr>
            <th scope="col">{t('page.day')}</th>
            <th scope="col">{t('page.panel')}</th>
            <th scope="col">{t('page.file')}</th>
          </tr>
        </thead>
        <tbody>
          {panelDays(board, []).map(({ panel, day }) => (
            <tr key={`${panel.id}/${day}`}>
              <th scope="row">{formatLongDate(day)}</th>
              <td data-label={t('page.panel')}>{panel.name}</td>
              <td data-label={t('page.file')}>
                <Anchor href={routePath('attendanceSheet', { sessionId: board.session.id, panelId: panel.id, day })} download>
                  {t('page.sheet')}
                  <span className="cdj-visually-hidden"> {t('page.sheetOf', { panel: panel.name, day: formatLongDate(day) })}</span>
                </Anchor>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
