import type { Preparation } from '../preparation.ts'
import type { TableKind } from './columns.ts'

/** The session without these candidates, jurors or orals, nor what only they had: orals, supports, declared links, seats. */
export function removeLines(kind: TableKind, preparation: Preparation, ids: ReadonlySet<string>): Preparation {
  switch (kind) {
    case 'candidates':
      return withoutCandidates(preparation, ids)
    case 'jurors':
      return withoutJurors(preparation, ids)
    case 'orals':
      return { ...preparation, orals: preparation.orals.filter(({ id }) => !ids.has(id)) }
  }
}

function withoutCandidates(preparation: Preparation, ids: ReadonlySet<string>): Preparation {
  const { candidates, orals, interests, exceptions } = preparation
  const supports = preparation.supports.filter(({ candidateId }) => !ids.has(candidateId))
  const kept = new Set(supports.map(({ id }) => id))
  return {
    ...preparation,
    candidates: candidates.filter(({ id }) => !ids.has(id)),
    orals: orals.filter(({ candidateId }) => !ids.has(candidateId)),
    supports,
    interests: interests.filter(({ candidateId }) => !ids.has(candidateId)),
    recusals: preparation.recusals.filter(({ candidateId }) => !ids.has(candidateId)),
    exceptions: exceptions.filter(({ supportId }) => kept.has(supportId)),
  }
}

function withoutJurors(preparation: Preparation, ids: ReadonlySet<string>): Preparation {
  return {
    ...preparation,
    jurors: preparation.jurors.filter(({ id }) => !ids.has(id)),
    panels: preparation.panels.map((panel) => ({
      ...panel,
      jurorIds: panel.jurorIds.filter((id) => !ids.has(id)),
      presidentId: panel.presidentId !== null && ids.has(panel.presidentId) ? null : panel.presidentId,
    })),
    interests: preparation.interests.filter(({ jurorId }) => !ids.has(jurorId)),
    recusals: preparation.recusals.filter(({ jurorId }) => !ids.has(jurorId)),
  }
}
