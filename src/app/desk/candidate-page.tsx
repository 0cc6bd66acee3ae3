import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { SessionBoard } from '#contract/desk.ts'
import { Notice } from '../shared/notice.tsx'
import { PageHeader } from '../shared/page-header.tsx'
import { useNow } from '../shared/use-now.ts'
import { Answered } from './answered.tsx'
import { BOARD_CLOCK_MS } from './board-view.ts'
import { compareCandidate } from './candidate-view.ts'
import { LivenessBadge } from './liveness-badge.tsx'
import { PartComparisonView } from './part-comparison.tsx'
import { personName } from './person-name.ts'
import { AcquiredBlocks } from './results/acquired-blocks.tsx'
import { useLiveBoard } from './use-live-board.ts'

/** One candidate: for each oral, what the jurors propose and decide, side by side. */
export function CandidatePage() {
  const { t } = useTranslation('desk')
  const { sessionId = '', candidateId = '' } = useParams()
  const board = useLiveBoard(sessionId)
  const nowMs = useNow(BOARD_CLOCK_MS)
  const candidate = board.value?.candidates.find(({ id }) => id === candidateId)
  return (
    <>
      <Anchor component={Link} to={`/coordination/sessions/${encodeURIComponent(sessionId)}`}>
        ← {board.value?.session.title ?? t('candidate.back')}
      </Anchor>
      <PageHeader title={candidate ? personName(candidate) : t('candidate.loadingTitle')} opensVisit>
        {candidate && t('candidate.number', candidate)}
      </PageHeader>
      <Answered loaded={board}>
        {(value) => (
          <>
            <LivenessBadge board={board} />
            <CandidateView board={value} candidateId={candidateId} nowMs={nowMs} />
            {candidate && <AcquiredBlocks place={{ sessionId, candidateId }} />}
          </>
        )}
      </Answered>
    </>
  )
}

/** A candidate's orals compared, as the board stands at `nowMs` (epoch milliseconds). */
export function CandidateView({ board, candidateId, nowMs }: { board: SessionBoard; candidateId: string; nowMs: number }) {
  const { t } = useTranslation('desk')
  if (!board.candidates.some(({ id }) => id === candidateId)) return <Notice tone="info" title={t('candidate.unknown')} />
  const parts = compareCandidate(board, candidateId, nowMs)
  if (parts.length === 0) return <p>{t('candidate.noOrals')}</p>
  return parts.map((part) => <PartComparisonView key={part.row.oral.id} part={part} />)
}
