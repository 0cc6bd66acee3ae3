import { z } from 'zod'
import { addMonths } from './data-retention.ts'
import { idSchema, isoDateSchema, isoInstantSchema, lineSchema, proseSchema } from './primitives.ts'

/** What a candidate may ask (GDPR art. 15, 16, 17 and 21). */
export const dataRequestKindSchema = z.enum(['access', 'rectification', 'erasure', 'objection'])
export type DataRequestKind = z.infer<typeof dataRequestKindSchema>

/** A candidate's request and what became of it. */
export const dataRequestSchema = z.object({
  id: idSchema,
  kind: dataRequestKindSchema,
  sessionId: idSchema,
  candidateId: idSchema,
  receivedOn: isoDateSchema,
  /** One month after it came (GDPR art. 12.3). */
  dueOn: isoDateSchema,
  detail: proseSchema,
  decision: z.object({ outcome: z.enum(['granted', 'refused']), reason: proseSchema, decidedAt: isoInstantSchema }).nullable(),
})
export type DataRequest = z.infer<typeof dataRequestSchema>

/** A rectified identity: never an answer, a mark or a comment, which the right to rectification does not reach (CJEU, C-434/16). */
export const rectifiedNameSchema = z.object({ lastName: lineSchema, firstName: lineSchema })

/** The day by which an answer is due. */
export function dueDate(receivedOn: string): string {
  return addMonths(receivedOn, 1)
}

/** Whether the law lets a candidate's data be erased, and why not. `until`: the last day of the time that still runs. */
export type ErasureScope = { allowed: true } | { allowed: false; because: 'minutes'; until: string } | { allowed: false; because: 'holder' }

/**
 * Before any minutes name the candidate, everything may go. Afterwards the jury's record must stay until its time is over, and for whoever
 * holds a block or the title the certifier must be able to attest it.
 */
export function erasureScope(facts: { inMinutes: boolean; isHolder: boolean; keptUntil: string; today: string }): ErasureScope {
  if (!facts.inMinutes) return { allowed: true }
  if (facts.today <= facts.keptUntil) return { allowed: false, because: 'minutes', until: facts.keptUntil }
  return facts.isHolder ? { allowed: false, because: 'holder' } : { allowed: true }
}
