import { oralsOfDay } from '#domain/compose-minutes.ts'
import type { ExamSession } from '#domain/exam-session.ts'
import type { SessionPackage } from '#domain/session-package.ts'
import type { Db } from '../storage/engine.ts'
import { findPreparation } from '../storage/preparations.ts'

type NamedRecusal = NonNullable<SessionPackage['recusals']>[number]

/** Who stood aside in a session's panels; the candidate named where that panel does not hear them that day, so that its minutes can. */
export async function sessionRecusals(db: Db, session: ExamSession): Promise<NamedRecusal[]> {
  const stored = await findPreparation(db, session.id)
  return (stored?.preparation.recusals ?? []).map((recusal) => {
    const candidate = session.candidates.find(({ id }) => id === recusal.candidateId)
    const isHeard = oralsOfDay(session, recusal.panelId, recusal.day).some(({ candidateId }) => candidateId === recusal.candidateId)
    return isHeard || !candidate ? recusal : { ...recusal, candidateName: `${candidate.firstName} ${candidate.lastName}` }
  })
}
