import type { PanelDecision } from '#domain/deliberation.ts'
import { panelDecisionSchema } from '#domain/deliberation.ts'
import { type KnownMinutes, standingMinutes } from '#domain/results.ts'
import type { Db } from '../../storage/engine.ts'

/** A panel's decision about the candidate. How many voted for what, never who. */
export interface DecisionAbout extends Omit<PanelDecision, 'candidateId' | 'sheets' | 'missingJurors' | 'vote'> {
  vote: { inFavour: number; against: number; abstained: number; castingVote: boolean } | null
  /** Null while it is in no minutes. */
  minutes: { hash: string; day: string; state: 'inForce' | 'corrected'; isComplete: boolean } | null
}

/** What minutes recorded of one candidate's presence, and of how the oral went. */
export type AttendanceAbout = Omit<KnownMinutes['minutes']['attendance'][number], 'candidateId' | 'transcriptions'> & {
  minutesHash: string
}

/** The candidate's lines of every minutes, corrected ones too, and what panels decided since without minutes. Other candidates stay out. */
export async function decisionsAbout(
  db: Db,
  sessionId: string,
  candidateId: string,
  minutes: readonly KnownMinutes[],
): Promise<{ decisions: DecisionAbout[]; attendance: AttendanceAbout[] }> {
  const standing = new Set(standingMinutes(minutes).map(({ hash }) => hash))
  const recorded = minutes.flatMap(({ hash, complete, minutes: { day, decisions } }) =>
    decisions
      .filter((decision) => decision.candidateId === candidateId)
      .map((decision) =>
        decisionAbout(decision, {
          hash,
          day,
          state: standing.has(hash) ? ('inForce' as const) : ('corrected' as const),
          isComplete: complete,
        }),
      ),
  )
  const drafts = await db.selectFrom('decision_drafts').select('json').where('session_id', '=', sessionId).execute()
  const waiting = drafts
    .map(({ json }) => panelDecisionSchema.parse(JSON.parse(json)))
    .filter((decision) => decision.candidateId === candidateId && !recorded.some(({ oralId }) => oralId === decision.oralId))
  return {
    decisions: [...recorded, ...waiting.map((decision) => decisionAbout(decision, null))],
    attendance: minutes.flatMap(({ hash, minutes: { attendance } }) =>
      attendance
        .filter((line) => line.candidateId === candidateId)
        .map(({ candidateId: _own, transcriptions: _names, ...line }) => ({ ...line, minutesHash: hash })),
    ),
  }
}

function decisionAbout(decision: PanelDecision, minutes: DecisionAbout['minutes']): DecisionAbout {
  const { candidateId: _own, sheets: _sheets, missingJurors: _jurors, vote, ...told } = decision
  return {
    ...told,
    vote: vote && {
      inFavour: vote.inFavour.length,
      against: vote.against.length,
      abstained: vote.abstained.length,
      castingVote: vote.castingVote,
    },
    minutes,
  }
}
