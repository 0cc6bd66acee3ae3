import { Button } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconPencil } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink, Outlet, useBlocker, useParams } from 'react-router'
import type { OpenPreparation } from '#contract/prepare.ts'
import { PageHeader } from '../../shared/page-header.tsx'
import { ConfirmDialog } from '../account/confirm-dialog.tsx'
import { Answered } from '../answered.tsx'
import { sessionDates } from '../session-dates.ts'
import { useAnswer } from '../use-answer.ts'
import { FailureWithPoints } from './issue-list.tsx'
import styles from './prepare.module.css'
import { type PreparedSession, PreparedSessionProvider, useSessionChanges } from './use-prepared-session.ts'

/** A session's preparation: its pages share what is being changed until it is saved. */
export function PreparationPage() {
  const { sessionId = '' } = useParams()
  const loaded = useAnswer('preparation', { sessionId })
  return <Answered loaded={loaded}>{(opened) => <OpenedPreparation key={sessionId} sessionId={sessionId} opened={opened} />}</Answered>
}

function OpenedPreparation({ sessionId, opened }: { sessionId: string; opened: OpenPreparation }) {
  const { t } = useTranslation('prepare')
  const session = useSessionChanges(sessionId, opened)
  const base = `/coordination/sessions/${encodeURIComponent(sessionId)}`
  return (
    <PreparedSessionProvider value={session}>
      <PageHeader title={session.now.session.title} opensVisit>
        {session.now.session.centre}, {sessionDates(session.now.session)}
      </PageHeader>
      <nav className={styles['tabs']} aria-label={t('nav.label')}>
        <NavLink to={`${base}/preparation`} end>
          {t('nav.overview')}
        </NavLink>
        <NavLink to={`${base}/preparation/tableaux`}>{t('nav.tables')}</NavLink>
        <NavLink to={`${base}/preparation/planning`}>{t('nav.planning')}</NavLink>
        <NavLink to={`${base}/preparation/jurys`}>{t('nav.panels')}</NavLink>
        <NavLink to={`${base}/preparation/supports`}>{t('nav.supports')}</NavLink>
        {session.published && <Link to={base}>{t('nav.board')}</Link>}
      </nav>
      {session.failure && <FailureWithPoints failure={session.failure} />}
      <Outlet />
      <SaveBar session={session} />
      <LeaveGuard isChanged={session.isChanged || session.drafts.size > 0} base={`${base}/preparation`} />
    </PreparedSessionProvider>
  )
}

function SaveBar({ session }: { session: PreparedSession }) {
  const { t } = useTranslation('prepare')
  return (
    <div className={styles['saveBar']}>
      <Button onClick={() => void session.save()} loading={session.busy} disabled={!session.isChanged}>
        {t('save.save')}
      </Button>
      <Button
        variant="default"
        onClick={session.undo}
        aria-label={t('save.undoLast')}
        disabled={!session.canUndo || session.busy}
        leftSection={<IconArrowBackUp size={18} aria-hidden />}
      >
        {t('save.undo')}
      </Button>
      <span role="status">
        {session.isChanged ? <IconPencil size={16} aria-hidden /> : <IconCheck size={16} aria-hidden />}{' '}
        {session.isChanged ? t('save.changed') : t('save.saved')}
      </span>
    </div>
  )
}

/** Asks before changes that are not saved are left behind. */
function LeaveGuard({ isChanged, base }: { isChanged: boolean; base: string }) {
  const { t } = useTranslation('prepare')
  const blocker = useBlocker(({ nextLocation }) => isChanged && !nextLocation.pathname.startsWith(base))
  useEffect(() => {
    if (!isChanged) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isChanged])
  if (blocker.state !== 'blocked') return null
  return (
    <ConfirmDialog title={t('save.leaveTitle')} confirm={t('save.leaveAct')} onConfirm={blocker.proceed} onClose={blocker.reset}>
      {t('save.leave')}
    </ConfirmDialog>
  )
}
