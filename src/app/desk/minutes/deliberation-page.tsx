import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import type { SessionBoard } from '#contract/desk.ts'
import type { DeliberatedOral, Deliberation } from '#contract/minutes.ts'
import type { Panel } from '#domain/exam-session.ts'
import type { Minutes } from '#domain/minutes.ts'
import { panelAt, panelThrough } from '#domain/panel-seats.ts'
import { formatLongDate } from '../../shared/formatters.ts'
import { Notice } from '../../shared/notice.tsx'
import { PageHeader } from '../../shared/page-header.tsx'
import { useNow } from '../../shared/use-now.ts'
import { Answered } from '../answered.tsx'
import { BOARD_CLOCK_MS } from '../board-view.ts'
import { compareCandidate, type PartComparison } from '../candidate-view.ts'
import styles from '../desk.module.css'
import { LivenessBadge } from '../liveness-badge.tsx'
import { personName } from '../person-name.ts'
import { useMay } from '../rights.ts'
import { useAnswer } from '../use-answer.ts'
import { useLiveBoard } from '../use-live-board.ts'
import { offsetOf } from './facts-state.ts'
import { FreezeSection } from './freeze-section.tsx'
import { OralDecision } from './oral-decision.tsx'
import { minutesInForce, minutesPath } from './panel-days.ts'

/** One panel's deliberation on one day: oral by oral, then the minutes. */
export function DeliberationPage() {
  const { t } = useTranslation('minutes')
  const { sessionId = '', panelId = '', day = '' } = useParams()
  const [search] = useSearchParams()
  const board = useLiveBoard(sessionId)
  const deliberation = useAnswer('deliberation', { sessionId, panelId, day })
  const amends = search.get('corrige')
  const panel = board.value?.panels.find(({ id }) => id === panelId)
  return (
    <>
      <Anchor component={Link} to={`/coordination/sessions/${encodeURIComponent(sessionId)}`}>
        ← {board.value?.session.title ?? t('desk.back')}
      </Anchor>
      <PageHeader title={t('deliberation.title')} opensVisit>
        {panel && t('deliberation.subtitle', { panel: panel.name, day: formatLongDate(day) })}
      </PageHeader>
      <Answered loaded={board}>
        {(value) => (
          <>
            <LivenessBadge board={board} />
            <Answered loaded={deliberation}>
              {(open) =>
                amends === null ? (
                  <DeliberationView
                    board={value}
                    deliberation={open}
                    panelId={panelId}
                    day={day}
                    corrected={null}
                    onSaved={deliberation.reload}
                  />
                ) : (
                  <Correction hash={amends} board={value} deliberation={open} panelId={panelId} day={day} onSaved={deliberation.reload} />
                )
              }
            </Answered>
          </>
        )}
      </Answered>
    </>
  )
}

interface DeliberationViewProps {
  board: SessionBoard
  deliberation: Deliberation
  panelId: string
  day: string
  corrected: { hash: string; minutes: Minutes } | null
  onSaved: () => void
}

/** The same, starting from the minutes to correct. */
function Correction({ hash, ...view }: Omit<DeliberationViewProps, 'corrected'> & { hash: string }) {
  const stored = useAnswer('minutes', { hash })
  return <Answered loaded={stored}>{({ minutes }) => <DeliberationView {...view} corrected={{ hash, minutes }} />}</Answered>
}

/** A deliberation as it stands: divergent orals first, then the rest by time, then the minutes. */
export function DeliberationView({ board, deliberation, panelId, day, corrected, onSaved }: DeliberationViewProps) {
  const { t } = useTranslation('minutes')
  const may = useMay()
  const nowMs = useNow(BOARD_CLOCK_MS)
  const panel = board.panels.find(({ id }) => id === panelId)
  if (!panel) return <Notice tone="info" title={t('deliberation.unknown')} />
  const lines = deliberatedParts(board, deliberation.orals, nowMs)
  const asideFor = (candidateId: string) => deliberation.recusals.filter((one) => one.candidateId === candidateId).map((one) => one.jurorId)
  const membersOf = ({ jurorIds }: Panel) => board.jurors.filter(({ id }) => jurorIds.includes(id))
  const orals = lines.map(({ part }) => part.row.oral)
  const current = minutesInForce(deliberation.minutes, panelId, day)
  const isOpen = may('recordDecision') && (current === null || corrected !== null)
  const place = { sessionId: board.session.id, panelId, day }
  const decided = lines.filter(({ oral }) => oral.decision !== null).length
  const candidateIds = new Set(lines.map(({ oral }) => oral.candidateId))
  return (
    <>
      {corrected !== null && <Notice tone="info" title={t('deliberation.correcting')} />}
      {current !== null && corrected === null && (
        <Notice
          tone="info"
          title={t('freeze.exists')}
          actions={
            <Anchor component={Link} to={minutesPath(current.hash)}>
              {t('freeze.openExisting')}
            </Anchor>
          }
        >
          {t('freeze.existsAdvice')}
        </Notice>
      )}
      <section className={styles['section']} aria-labelledby="deliberation-orals">
        <h2 id="deliberation-orals">{t('deliberation.oralsTitle')}</h2>
        <p className={styles['plain']}>{t('deliberation.oralsIntro')}</p>
        <p className={styles['plain']} role="status">
          {t('deliberation.progress', { count: decided, total: lines.length })}
        </p>
        {lines.map(({ oral, part }) => (
          <OralDecision
            key={oral.oralId}
            oral={oral}
            part={part}
            jurors={membersOf(panelAt(panel, part.row.oral.startsAt)).filter(({ id }) => !asideFor(oral.candidateId).includes(id))}
            place={place}
            isOpen={isOpen}
            onSaved={onSaved}
          />
        ))}
      </section>
      {isOpen && (
        <FreezeSection
          key={corrected?.hash ?? ''}
          place={place}
          offset={offsetOf(lines[0]?.part.row.oral.startsAt ?? 'Z')}
          jurors={membersOf(panelThrough(panel, orals))}
          candidates={board.candidates.filter(({ id }) => candidateIds.has(id))}
          corrected={corrected}
          subjects={
            new Map([
              ...lines.map(({ oral, part: { row } }) => [oral.oralId, `${personName(row.candidate)}, ${row.partTitle}`] as const),
              ...board.jurors.map((juror) => [juror.id, personName(juror)] as const),
            ])
          }
          known={{ appeal: deliberation.appeal ?? '', recusals: deliberation.recusals }}
        />
      )}
    </>
  )
}

/** Each oral with its sheets compared; those on which the panel differs most come first, and stay there once decided. */
function deliberatedParts(
  board: SessionBoard,
  orals: readonly DeliberatedOral[],
  nowMs: number,
): { oral: DeliberatedOral; part: PartComparison }[] {
  return orals
    .flatMap((oral) => {
      const part = compareCandidate(board, oral.candidateId, nowMs).find(({ row }) => row.oral.id === oral.oralId)
      return part ? [{ oral, part }] : []
    })
    .sort((a, b) => b.part.divergent - a.part.divergent)
}
