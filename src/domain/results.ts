import { type PanelDecision, proposeTitle, type TitleOutcome } from './deliberation.ts'
import type { Candidate } from './exam-session.ts'
import type { Framework } from './framework.ts'
import type { Minutes } from './minutes.ts'

/** Minutes as a result may rest on them. */
export interface KnownMinutes {
  hash: string
  minutes: Minutes
  /** Every member recorded as present has signed. */
  complete: boolean
}

/** What one candidate obtained on one part, and the minutes that say so. */
export interface PartResult {
  part: string
  /** `undecided`: no minutes; `unsigned`: decided, but a signature is still awaited; `acquiredBefore`: by an earlier session. */
  state: 'decided' | 'unsigned' | 'undecided' | 'acquiredBefore'
  decision: PanelDecision | null
  minutesHash: string | null
}

export interface CandidateResult {
  candidate: Candidate
  parts: PartResult[]
  /** From complete minutes only: a decision not yet signed by all is not a result. */
  title: TitleOutcome
  /** Sections to take again, by part. */
  retakes: { part: string; sections: string[] }[]
}

/** Minutes that no later ones correct. The corrected ones are kept for ever, and decide nothing any more. */
export function standingMinutes(all: readonly KnownMinutes[]): KnownMinutes[] {
  const corrected = new Set(all.flatMap(({ minutes }) => (minutes.amends ? [minutes.amends.hash] : [])))
  return all.filter(({ hash }) => !corrected.has(hash))
}

/**
 * A session's results, candidate by candidate, from its minutes. When two standing minutes decide the same oral (two panels, a
 * re-sit on another day), the later day counts.
 */
export function sessionResults(
  framework: Framework,
  candidates: readonly Candidate[],
  minutes: readonly KnownMinutes[],
): CandidateResult[] {
  const standing = standingMinutes(minutes).sort((a, b) => (a.minutes.day < b.minutes.day ? -1 : 1))
  const parts = framework.blocks.map((block) => block.id)
  if (framework.finalInterview?.required) parts.push('finalInterview')
  return candidates.map((candidate) => {
    const results = parts.map((part) => partResult(candidate, part, standing))
    const final = results.flatMap(({ state, decision }) => (state === 'decided' && decision ? [decision] : []))
    return {
      candidate,
      parts: results,
      title: proposeTitle(framework, candidate.id, final, candidate.acquiredBefore),
      retakes: final
        .filter((decision) => decision.retake.length > 0)
        .map((decision) => ({ part: decision.part, sections: decision.retake })),
    }
  })
}

function partResult({ id, acquiredBefore = [] }: Candidate, part: string, standing: readonly KnownMinutes[]): PartResult {
  const state = acquiredBefore.includes(part) ? 'acquiredBefore' : 'undecided'
  let result: PartResult = { part, state, decision: null, minutesHash: null }
  for (const { hash, minutes, complete } of standing) {
    const decision = minutes.decisions.find((item) => item.candidateId === id && item.part === part)
    if (decision) result = { part, state: complete ? 'decided' : 'unsigned', decision, minutesHash: hash }
  }
  return result
}
