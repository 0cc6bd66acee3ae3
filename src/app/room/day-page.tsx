import { Button } from '@mantine/core'
import { IconCalendarOff, IconCalendarQuestion, IconCircleCheck } from '@tabler/icons-react'
import { useObservable } from 'dexie-react-hooks'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { applyUpdate } from '#device/app-update.ts'
import { type DayOral, watchDay } from '#device/day.ts'
import type { OutboxSummary } from '#device/outbox.ts'
import { EmptyState } from '../shared/empty-state.tsx'
import { formatLongDate, localDate } from '../shared/formatters.ts'
import { useNow } from '../shared/use-now.ts'
import { CalibrationSection } from './calibration/calibration-section.tsx'
import { DayHeader } from './day-header.tsx'
import { DayList } from './day-list.tsx'
import styles from './day-page.module.css'
import { type DayPlan, planDay } from './day-plan.ts'
import { InterestsNotice } from './interests/interests-notice.tsx'
import { NextOralCard } from './next-oral-card.tsx'
import { useNotebook } from './notebook-context.tsx'
import { PackageNews } from './package-news.tsx'
import { useRoomStore } from './room-store.ts'
import { rememberTold } from './told-once.ts'
import { UpdateBar } from './update-bar.tsx'
import { useOnline } from './use-online.ts'

const CLOCK_EVERY_MS = 10_000

/** « Ma journée »: the next oral first, then the day in order. */
export function DayPage({ outbox }: { outbox: OutboxSummary | undefined }) {
  const { t } = useTranslation('room')
  const notebook = useNotebook()
  const orals = useObservable(() => watchDay(notebook), [notebook])
  const nowMs = useNow(CLOCK_EVERY_MS)
  const online = useOnline()
  const update = useRoomStore((state) => state.update)
  const setUpdate = useRoomStore((state) => state.setUpdate)
  if (!orals) return <p role="status">{t('day.loading')}</p>
  const plan = planDay(orals, nowMs)
  return (
    <>
      <DayHeader date={formatLongDate(todayOf(orals, nowMs))} notebook={notebook} plan={plan} outbox={outbox} online={online} />
      <UpdateBar
        state={plan.next?.state === 'inProgress' ? 'none' : update}
        onApply={applyUpdate}
        onDismiss={() => {
          rememberTold('offlineReady')
          setUpdate('none')
        }}
      />
      <PackageNews />
      <CalibrationSection />
      <InterestsNotice />
      {orals.length === 0 ? (
        <NoOral />
      ) : (
        <Day plan={plan} allDelivered={outbox !== undefined && outbox.waiting + outbox.refused.length === 0} />
      )}
    </>
  )
}

/** Today's date where the orals are, or where the device is when there are none. */
function todayOf(orals: readonly DayOral[], nowMs: number): string {
  const offsetSample = orals[0]?.oral.startsAt
  return offsetSample ? localDate(nowMs, offsetSample) : new Date(nowMs).toLocaleDateString('sv-SE')
}

function NoOral() {
  const { t } = useTranslation('room')
  return (
    <EmptyState
      icon={IconCalendarQuestion}
      title={t('day.empty.title')}
      action={
        <Button component={Link} to="/salle/reglages" variant="default" size="lg">
          {t('day.empty.action')}
        </Button>
      }
    >
      {t('day.empty.detail')}
    </EmptyState>
  )
}

function Day({ plan, allDelivered }: { plan: DayPlan; allDelivered: boolean }) {
  const { t } = useTranslation('room')
  const { framework } = useNotebook().package
  const listId = useId()
  return (
    <>
      {plan.next && <NextOralCard line={plan.next} startsInMs={plan.startsInMs} framework={framework} />}
      {!plan.next && plan.today.length > 0 && (
        <EmptyState icon={IconCircleCheck} title={t('day.finished.title')}>
          {allDelivered ? t('day.finished.detailDelivered') : t('day.finished.detail')}
        </EmptyState>
      )}
      {plan.today.length === 0 && <NothingToday plan={plan} />}
      {plan.today.length > 0 && (
        <section className={styles['section']}>
          <h2 id={listId}>{t('day.list')}</h2>
          <DayList lines={plan.today} framework={framework} labelledBy={listId} />
        </section>
      )}
      {plan.otherDays.length > 0 && <OtherDays plan={plan} />}
    </>
  )
}

function NothingToday({ plan }: { plan: DayPlan }) {
  const { t } = useTranslation('room')
  const { nextDate } = plan
  return (
    <EmptyState
      icon={IconCalendarOff}
      title={t('day.noneToday.title')}
      action={
        <Button component={Link} to={nextDate ? '/salle/pret' : '/salle/plis'} variant="default" size="lg">
          {nextDate ? t('day.noneToday.readiness') : t('day.noneToday.delivery')}
        </Button>
      }
    >
      {nextDate ? t('day.noneToday.detail', { date: formatLongDate(nextDate) }) : t('day.noneToday.detailOver')}
    </EmptyState>
  )
}

function OtherDays({ plan }: { plan: DayPlan }) {
  const { t } = useTranslation('room')
  const { framework } = useNotebook().package
  const idPrefix = useId()
  return (
    <section className={styles['section']}>
      <h2>{t('day.otherDays')}</h2>
      {plan.otherDays.map(({ date, lines }) => (
        <details key={date} className={styles['otherDay']}>
          <summary id={idPrefix + date}>{t('day.otherDay', { date: formatLongDate(date), count: lines.length })}</summary>
          <DayList lines={lines} framework={framework} labelledBy={idPrefix + date} />
        </details>
      ))}
    </section>
  )
}
