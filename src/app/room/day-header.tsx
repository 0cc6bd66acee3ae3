import { useTranslation } from 'react-i18next'
import type { Notebook } from '#device/notebook.ts'
import type { OutboxSummary } from '#device/outbox.ts'
import { panelThrough } from '#domain/panel-seats.ts'
import { formatList } from '../shared/formatters.ts'
import { PageHeader } from '../shared/page-header.tsx'
import styles from './day-header.module.css'
import type { DayPlan } from './day-plan.ts'
import { NetworkBadge } from './network-badge.tsx'
import { SyncSentence } from './sync-chip.tsx'

interface DayHeaderProps {
  /** Today, as it is written: « mardi 24 novembre ». */
  date: string
  notebook: Pick<Notebook, 'juror' | 'package'>
  plan: DayPlan
  outbox: OutboxSummary | undefined
  online: boolean
}

/** Whose day, where, what is left, and where the sheets are. */
export function DayHeader({ date, notebook, plan, outbox, online }: DayHeaderProps) {
  const { t } = useTranslation('room')
  const { juror } = notebook
  const { session } = notebook.package
  const places = session.panels
    .map((panel) =>
      panelThrough(
        panel,
        session.orals.filter(({ panelId }) => panelId === panel.id),
      ),
    )
    .filter((panel) => panel.jurorIds.includes(juror.id))
    .map(
      (panel) =>
        t('day.place', { panel: panel.name, room: panel.room }) + (panel.presidentId === juror.id ? ` · ${t('day.president')}` : ''),
    )
  const left = [
    ...(plan.toCome > 0 ? [t('day.toCome', { count: plan.toCome })] : []),
    ...(plan.toSign > 0 ? [t('day.toSign', { count: plan.toSign })] : []),
  ]
  return (
    <div className={styles['header']}>
      <PageHeader title={t('day.title')}>
        <span className={styles['date']}>{date}</span>
      </PageHeader>
      <div className={styles['who']}>
        <p>
          <strong>{t('day.hello', { firstName: juror.firstName, lastName: juror.lastName })}</strong>
        </p>
        <p>{[session.title, ...places].join(' – ')}</p>
      </div>
      <div className={styles['state']}>
        <NetworkBadge online={online} />
        {outbox && <SyncSentence outbox={outbox} />}
      </div>
      {left.length > 0 && <p className={styles['left']}>{t('day.left', { what: formatList(left) })}</p>}
    </div>
  )
}
