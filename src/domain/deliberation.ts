import { z } from 'zod'
import { compareSheets } from './comparison.ts'
import { partVerdictSchema, presenceSchema, type VerdictLevel, verdictLevelSchema } from './entry.ts'
import type { Framework } from './framework.ts'
import type { Grid } from './grid.ts'
import { documentRefSchema, hashSchema, idSchema, lineSchema, proseSchema } from './primitives.ts'
import { proposePart } from './proposal.ts'
import type { ScoreSheet } from './sheet.ts'

/**
 * How a split panel voted: `inFavour` of validating the part, or `against`. The verdict is the majority's; on a tie, and only then, the president's
 * own ballot decides, and the minutes say so.
 */
export const voteSchema = z.object({
  inFavour: z.array(idSchema),
  against: z.array(idSchema),
  abstained: z.array(idSchema),
  castingVote: z.boolean(),
})
export type Vote = z.infer<typeof voteSchema>

/** The panel's collective decision on one oral. */
export const panelDecisionSchema = z.object({
  oralId: idSchema,
  candidateId: idSchema,
  /** `B1`…, or `finalInterview`. */
  part: idSchema,
  grid: documentRefSchema,
  presence: presenceSchema,
  /** Hashes of the signed sheets the panel had before it, and the jurors whose sheet was missing. */
  sheets: z.array(z.object({ jurorId: idSchema, hash: hashSchema })),
  missingJurors: z.array(idSchema),
  /** What the rule proposed to the panel. */
  proposal: partVerdictSchema.nullable(),
  sections: z.array(z.object({ id: idSchema, verdict: verdictLevelSchema, reason: proseSchema })),
  verdict: partVerdictSchema,
  reason: proseSchema,
  /** What is to be taken again, as the certifier's rules allow; empty when nothing is. */
  retake: z.array(idSchema),
  vote: voteSchema.nullable(),
})
export type PanelDecision = z.infer<typeof panelDecisionSchema>

/** What the sheets suggest for one section: the verdict most jurors gave, or null on a tie. A proposal, never a decision. */
export function proposeCollective(
  grid: Grid,
  sheets: readonly ScoreSheet[],
): { sections: Record<string, VerdictLevel | null>; part: PanelDecision['proposal'] } {
  const comparison = compareSheets(grid, sheets)
  const sections: Record<string, VerdictLevel | null> = {}
  const verdicts: Parameters<typeof proposePart>[1] = {}
  for (const { sectionId, verdicts: given } of comparison.sections) {
    const majority = mostGiven(given.flatMap(({ verdict }) => (verdict === null ? [] : [verdict])))
    sections[sectionId] = majority
    if (majority !== null) verdicts[sectionId] = { verdict: majority, points: meanPoints(given), reason: '' }
  }
  return { sections, part: proposePart(grid, verdicts).verdict }
}

function mostGiven(verdicts: readonly VerdictLevel[]): VerdictLevel | null {
  const counts = new Map<VerdictLevel, number>()
  for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  const [first, second] = [...counts.entries()].sort((a, b) => b[1] - a[1])
  if (!first || (second && second[1] === first[1])) return null
  return first[0]
}

function meanPoints(given: readonly { points: number | null }[]): number | null {
  const points = given.flatMap((item) => (item.points === null ? [] : [item.points]))
  return points.length === 0 ? null : points.reduce((sum, value) => sum + value, 0) / points.length
}

export interface DecisionIssue {
  code:
    | 'sectionUndecided'
    | 'sectionReasonMissing'
    | 'reasonMissing'
    | 'voteOutsidePanel'
    | 'voteTwice'
    | 'castingVoteWithoutTie'
    | 'castingVoteWithoutPresident'
    | 'tieUnresolved'
    | 'voteAgainstVerdict'
  sectionId: string | null
}

/** What keeps a decision from entering the minutes: a reason is compulsory for every *non acquis*, for a refusal, and against the rule. */
export function checkDecision(
  grid: Grid,
  decision: PanelDecision,
  panel: { jurorIds: readonly string[]; presidentId: string },
): DecisionIssue[] {
  const issues: DecisionIssue[] = []
  const add = (code: DecisionIssue['code'], sectionId: string | null = null) => issues.push({ code, sectionId })
  if (decision.presence === 'present' || decision.presence === 'interrupted') {
    for (const section of grid.sections) {
      const decided = decision.sections.find((candidate) => candidate.id === section.id)
      if (!decided) {
        if (decision.presence === 'present') add('sectionUndecided', section.id)
      } else if (decided.verdict === 'notAcquired' && decided.reason.trim() === '') add('sectionReasonMissing', section.id)
    }
  }
  const against = decision.proposal !== null && decision.proposal !== decision.verdict
  if ((decision.verdict === 'notValidated' || against) && decision.reason.trim() === '') add('reasonMissing')
  if (decision.vote) checkVote(decision.vote, decision.verdict, panel, add)
  return issues
}

function checkVote(
  vote: Vote,
  verdict: PanelDecision['verdict'],
  { jurorIds, presidentId }: { jurorIds: readonly string[]; presidentId: string },
  add: (code: DecisionIssue['code']) => void,
): void {
  const cast = [...vote.inFavour, ...vote.against, ...vote.abstained]
  if (cast.some((id) => !jurorIds.includes(id))) add('voteOutsidePanel')
  if (new Set(cast).size !== cast.length) add('voteTwice')
  const isTie = vote.inFavour.length === vote.against.length
  if (vote.castingVote && !isTie) add('castingVoteWithoutTie')
  const isFavourable = isTie ? vote.inFavour.includes(presidentId) : vote.inFavour.length > vote.against.length
  if (isTie && !vote.castingVote) add('tieUnresolved')
  else if (isTie && !isFavourable && !vote.against.includes(presidentId)) add('castingVoteWithoutPresident')
  else if (isFavourable !== (verdict === 'validated')) add('voteAgainstVerdict')
}

/** The certification's outcome for one candidate. */
export const titleOutcomeSchema = z.object({
  candidateId: idSchema,
  outcome: z.enum(['awarded', 'partial', 'notAwarded', 'pending']),
  /** Blocks acquired, this session or before: kept for good. */
  acquiredBlocks: z.array(idSchema),
  /** Those among them that an earlier session gave. Absent when there is none. */
  acquiredBefore: z.array(idSchema).optional(),
  missingParts: z.array(idSchema),
  pendingParts: z.array(idSchema),
  reason: lineSchema.nullable(),
})
export type TitleOutcome = z.infer<typeof titleOutcomeSchema>

/**
 * Proposes the title from a candidate's decisions: every block and the final interview. A block acquired in an earlier session counts;
 * `pending` while a part still awaits its decision.
 */
export function proposeTitle(
  framework: Framework,
  candidateId: string,
  decisions: readonly Pick<PanelDecision, 'candidateId' | 'part' | 'verdict'>[],
  acquiredBefore: readonly string[] = [],
): TitleOutcome {
  const own = new Map(
    decisions.filter((decision) => decision.candidateId === candidateId).map((decision) => [decision.part, decision.verdict]),
  )
  const blocks = framework.blocks.map((block) => block.id)
  const parts = framework.finalInterview?.required ? [...blocks, 'finalInterview'] : blocks
  const acquired = (part: string) => own.get(part) === 'validated' || acquiredBefore.includes(part)
  const acquiredBlocks = blocks.filter(acquired)
  const pendingParts = parts.filter((part) => !acquired(part) && !own.has(part))
  const missingParts = parts.filter((part) => !acquired(part) && own.has(part))
  const outcome =
    pendingParts.length > 0 ? 'pending' : missingParts.length === 0 ? 'awarded' : acquiredBlocks.length > 0 ? 'partial' : 'notAwarded'
  const before = blocks.filter((block) => acquiredBefore.includes(block))
  return {
    candidateId,
    outcome,
    acquiredBlocks,
    ...(before.length === 0 ? {} : { acquiredBefore: before }),
    missingParts,
    pendingParts,
    reason: null,
  }
}
