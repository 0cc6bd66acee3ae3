import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { SessionBoard } from '#contract/desk.ts'
import { routePath } from '#contract/routes.ts'
import { PageHeader } from '../shared/page-header.tsx'
import { useNow } from '../shared/use-now.ts'
import { Answered } from './answered.tsx'
import { BOARD_CLOCK_MS, panelRows, totalCounts } from './board-view.ts'
import { ConcernList } from './concern-list.tsx'
import { ConflictNotices } from './conflict-notices.tsx'
import { DaySection } from './day/day-section.tsx'
import styles from './desk.module.css'
import { JurorDevices } from './juror-devices.tsx'
import { LivenessBadge } from './liveness-badge.tsx'
import { DeliberationSection } from './minutes/deliberation-list.tsx'
import { PanelOrals } from './panel-orals.tsx'
import { useMay } from './rights.ts'
import { sessionDates } from './session-dates.ts'
import { SheetCountsView } from './sheet-counts.tsx'
import { useLiveBoard } from './use-live-board.ts'

/** One session, live: what needs a person first, then every panel's orals, then jurors and their devices. */
export function SessionPage() {
  const { t } = useTranslation(['desk', 'results', 'prepare', 'paper', 'calibration', 'convocations'])
  const may = useMay()
  const { sessionId = '' } = useParams()
  const board = useLiveBoard(sessionId)
  const nowMs = useNow(BOARD_CLOCK_MS)
  const session = board.value?.session
  return (
    <>
      <PageHeader title={session?.title ?? t('board.loadingTitle')} opensVisit>
        {session && `${session.centre}, ${sessionDates(session)}`}
      </PageHeader>
      <Answered loaded={board}>
        {(value) => (
          <>
            <div className={`${styles['tools']} ${styles['oneLine']}`}>
              <LivenessBadge board={board} />
              <Button
                component="a"
                href={routePath('resultsCsv', { sessionId })}
                download
                variant="default"
                leftSection={<IconDownload size={18} aria-hidden />}
              >
                {t('board.csv')}
              </Button>
              <Button component={Link} to={`/coordination/sessions/${encodeURIComponent(sessionId)}/resultats`} variant="default">
                {t('results:page.link')}
              </Button>
              <Button component={Link} to={`/coordination/sessions/${encodeURIComponent(sessionId)}/convocations`} variant="default">
                {t('convocations:page.link')}
              </Button>
              <Button component={Link} to={`/coordination/sessions/${encodeURIComponent(sessionId)}/papier`} variant="default">
                {t('paper:page.link')}
              </Button>
              <Button component={Link} to={`/coordination/sessions/${encodeURIComponent(sessionId)}/calibration`} variant="default">
                {t('calibration:desk.link')}
              </Button>
              {may('preparation') && (
                <Button component={Link} to={`/coordination/sessions/${encodeURIComponent(sessionId)}/preparation`} variant="default">
                  {t('prepare:overview.title')}
                </Button>
              )}
            </div>
            <BoardView board={value} nowMs={nowMs} />
            <DeliberationSection board={value} />
          </>
        )}
      </Answered>
    </>
  )
}

/** A session's board as it stands at `nowMs` (epoch milliseconds). */
export function BoardView({ board, nowMs }: { board: SessionBoard; nowMs: number }) {
  const { t } = useTranslation('desk')
  const panels = panelRows(board, nowMs)
  return (
    <>
      <SheetCountsView {...totalCounts(panels)} />
      <ConflictNotices board={board} />
      <ConcernList board={board} nowMs={nowMs} />
      <DaySection board={board} nowMs={nowMs} />
      <section className={styles['section']} aria-labelledby="board-panels">
        <h2 id="board-panels">{t('board.panelsTitle')}</h2>
        {panels.map((panel) => (
          <PanelOrals key={panel.panel.id} panel={panel} sessionId={board.session.id} />
        ))}
      </section>
      <JurorDevices board={board} />
    </>
  )
}
