import { Anchor } from '@mantine/core'
import { IconCheck, IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SessionBoard } from '#contract/desk.ts'
import type { MinutesSummary } from '#contract/minutes.ts'
import { formatLongDate } from '../../shared/formatters.ts'
import { StateBadge } from '../../shared/state-badge.tsx'
import { Answered } from '../answered.tsx'
import styles from '../desk.module.css'
import tableStyles from '../table.module.css'
import { useAnswer } from '../use-answer.ts'
import { deliberationPath, minutesPath, type PanelDay, panelDays } from './panel-days.ts'

/** A session's deliberations, one a panel and day, with the state of their minutes. */
export function DeliberationSection({ board }: { board: SessionBoard }) {
  const { t } = useTranslation('minutes')
  const list = useAnswer('sessionMinutes', { sessionId: board.session.id })
  return (
    <section className={styles['section']} aria-labelledby="session-minutes">
      <h2 id="session-minutes">{t('desk.sectionTitle')}</h2>
      <p className={`${styles['plain']} ${styles['soft']}`}>{t('desk.sectionIntro')}</p>
      <Answered loaded={list}>{({ minutes }) => <DeliberationTable board={board} minutes={minutes} />}</Answered>
    </section>
  )
}

export function DeliberationTable({ board, minutes }: { board: SessionBoard; minutes: readonly MinutesSummary[] }) {
  const { t } = useTranslation('minutes')
  return (
    <table className={tableStyles['table']} aria-label={t('desk.tableLabel')}>
      <thead>
        <tr>
          <th scope="col">{t('desk.columns.day')}</th>
          <th scope="col">{t('desk.columns.panel')}</th>
          <th scope="col">{t('desk.columns.deliberation')}</th>
          <th scope="col">{t('desk.columns.minutes')}</th>
        </tr>
      </thead>
      <tbody>
        {panelDays(board, minutes).map((one) => (
          <DeliberationRow key={`${one.panel.id} ${one.day}`} sessionId={board.session.id} one={one} />
        ))}
      </tbody>
    </table>
  )
}

function DeliberationRow({ sessionId, one: { panel, day, minutes } }: { sessionId: string; one: PanelDay }) {
  const { t } = useTranslation('minutes')
  const date = formatLongDate(day)
  return (
    <tr>
      <td data-label={t('desk.columns.day')}>{date}</td>
      <th scope="row" data-label={t('desk.columns.panel')}>
        {panel.name}
      </th>
      <td data-label={t('desk.columns.deliberation')}>
        <Anchor
          component={Link}
          to={deliberationPath(sessionId, panel.id, day)}
          aria-label={t('desk.openFor', { panel: panel.name, day: date })}
        >
          {t('desk.open')}
        </Anchor>
      </td>
      <td data-label={t('desk.columns.minutes')}>
        {minutes.length === 0 && <span className={styles['soft']}>{t('desk.none')}</span>}
        {minutes.length > 1 && <p className={styles['plain']}>{t('desk.several')}</p>}
        {minutes.map((summary) => (
          <span key={summary.hash} className={styles['cell']}>
            <Anchor component={Link} to={minutesPath(summary.hash)} aria-label={t('desk.minutesOf', { panel: panel.name, day: date })}>
              {summary.amends === null ? t('page.title') : t('desk.corrective')}
            </Anchor>
            <SignatureBadge minutes={summary} />
          </span>
        ))}
      </td>
    </tr>
  )
}

/** Whether all present members have signed. */
export function SignatureBadge({ minutes: { missing } }: { minutes: Pick<MinutesSummary, 'missing'> }) {
  const { t } = useTranslation('minutes')
  return missing.length === 0 ? (
    <StateBadge meaning="delivered" icon={IconCheck}>
      {t('desk.complete')}
    </StateBadge>
  ) : (
    <StateBadge meaning="neutral" icon={IconClock}>
      {t('desk.awaiting', { count: missing.length })}
    </StateBadge>
  )
}
