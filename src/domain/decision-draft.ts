import { z } from 'zod'
import type { decisionBasis } from './compose-minutes.ts'
import { type PanelDecision, voteSchema } from './deliberation.ts'
import { partVerdictSchema, presenceSchema, verdictLevelSchema } from './entry.ts'
import type { Grid } from './grid.ts'
import { hashSchema, idSchema, proseSchema } from './primitives.ts'
import type { ScoreSheet } from './sheet.ts'

/** A panel's decision on one oral while it is being made: what is not decided yet is null. */
export const decisionDraftSchema = z.object({
  oralId: idSchema,
  /** null: as the sheets say. */
  presence: presenceSchema.nullable(),
  sections: z.record(idSchema, z.object({ verdict: verdictLevelSchema.nullable(), reason: proseSchema })),
  verdict: partVerdictSchema.nullable(),
  reason: proseSchema,
  retake: z.array(idSchema),
  vote: voteSchema.nullable(),
  /** Hashes of the sheets the panel had before it at its last change: one that comes in afterwards is then visible. */
  seenSheets: z.array(hashSchema),
})
export type DecisionDraft = z.infer<typeof decisionDraftSchema>

/** A decision nothing was said of yet. */
export function emptyDecision(oralId: string): DecisionDraft {
  return { oralId, presence: null, sections: {}, verdict: null, reason: '', retake: [], vote: null, seenSheets: [] }
}

/** Whether the oral took place, when all the sheets that came in say the same; null when they differ or there is none. */
export function agreedPresence(sheets: readonly ScoreSheet[]): ScoreSheet['presence'] | null {
  const [first, ...others] = new Set(sheets.map(({ presence }) => presence))
  return first !== undefined && others.length === 0 ? first : null
}

/**
 * The decision as the minutes will have it, or null while the part's verdict or the presence is open. Only sections of an oral that took
 * place are kept: an absent candidate has none.
 */
export function finishDecision(
  draft: DecisionDraft,
  grid: Grid,
  { sectionProposals: _proposals, ...basis }: ReturnType<typeof decisionBasis>,
  sheets: readonly ScoreSheet[],
): PanelDecision | null {
  const presence = draft.presence ?? agreedPresence(sheets)
  if (draft.verdict === null || presence === null) return null
  const tookPlace = presence === 'present' || presence === 'interrupted'
  const sections = tookPlace ? grid.sections : []
  return {
    ...basis,
    presence,
    sections: sections.flatMap(({ id }) => {
      const decided = draft.sections[id]
      return decided?.verdict ? [{ id, verdict: decided.verdict, reason: decided.reason.trim() }] : []
    }),
    verdict: draft.verdict,
    reason: draft.reason.trim(),
    retake: draft.verdict === 'validated' ? [] : draft.retake,
    vote: draft.vote,
  }
}
