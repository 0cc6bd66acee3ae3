import type { DecisionRequest, DeliberatedOral } from '#contract/minutes.ts'
import type { PartVerdict, Presence, VerdictLevel } from '#domain/entry.ts'
import type { PartComparison } from '../candidate-view.ts'

export type Ballot = 'inFavour' | 'against' | 'abstained'

/** A decision while it is written; null where the panel has not chosen yet. */
export interface DecisionFields {
  presence: Presence
  sections: Record<string, { verdict: VerdictLevel | null; reason: string }>
  verdict: PartVerdict | null
  reason: string
  retake: string[]
  /** Each voter's ballot; null when the panel decides without a vote. */
  ballots: Record<string, Ballot> | null
  castingVote: boolean
}

/**
 * What the form starts from: the decision taken, or else what all sheets agree on. A section the sheets differ on stays open: the panel
 * has to say; so does the part's own verdict, always.
 */
export function startingFields(oral: DeliberatedOral, part: PartComparison): DecisionFields {
  const { decision } = oral
  if (decision) {
    const sections = Object.fromEntries(decision.sections.map(({ id, verdict, reason }) => [id, { verdict, reason }]))
    const { presence, verdict, reason, retake, vote } = decision
    const ballots = vote && ballotsOf(vote)
    return { presence, sections, verdict, reason, retake, ballots, castingVote: vote?.castingVote ?? false }
  }
  const agreed = new Set(part.sections.filter(({ agreement }) => agreement === 'agreed').map(({ id }) => id))
  const presences = new Set(part.sheets.map(({ presence }) => presence))
  const [presence] = presences
  return {
    presence: presences.size === 1 && presence !== undefined ? presence : 'present',
    sections: Object.fromEntries(oral.sections.map(({ id, proposal }) => [id, { verdict: agreed.has(id) ? proposal : null, reason: '' }])),
    verdict: null,
    reason: '',
    retake: [],
    ballots: null,
    castingVote: false,
  }
}

function ballotsOf(vote: NonNullable<DecisionRequest['vote']>): Record<string, Ballot> {
  return Object.fromEntries((['inFavour', 'against', 'abstained'] as const).flatMap((ballot) => vote[ballot].map((id) => [id, ballot])))
}

/** Whether the oral took place, so that its sections are decided on. */
export function tookPlace({ presence }: Pick<DecisionFields, 'presence'>): boolean {
  return presence === 'present' || presence === 'interrupted'
}

/** What is sent; null while the part's verdict is open. */
export function decisionRequest(oral: DeliberatedOral, fields: DecisionFields): DecisionRequest | null {
  const { presence, verdict, ballots } = fields
  if (verdict === null) return null
  const voters = (ballot: Ballot) => Object.entries(ballots ?? {}).flatMap(([id, given]) => (given === ballot ? [id] : []))
  return {
    oralId: oral.oralId,
    presence,
    sections: tookPlace(fields)
      ? oral.sections.flatMap(({ id }) => {
          const decided = fields.sections[id]
          return decided?.verdict ? [{ id, verdict: decided.verdict, reason: decided.reason.trim() }] : []
        })
      : [],
    verdict,
    reason: fields.reason.trim(),
    retake: verdict === 'validated' ? [] : fields.retake,
    vote: ballots && {
      inFavour: voters('inFavour'),
      against: voters('against'),
      abstained: voters('abstained'),
      castingVote: fields.castingVote,
    },
  }
}

/** Votes for and against are equal: only the president's casting vote decides. */
export function isTie(ballots: DecisionFields['ballots']): boolean {
  const given = Object.values(ballots ?? {})
  return given.filter((one) => one === 'inFavour').length === given.filter((one) => one === 'against').length
}
