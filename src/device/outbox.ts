import type { Observable } from 'dexie'
import type { ProblemCode } from '#contract/problems.ts'
import type { DeliveryOutcome } from './delivery.ts'
/** Computed from the rows at each change. */
export interface OutboxSummary {
  waiting: number
  delivered: number
  refused: { envelopeId: string; code: ProblemCode }[]
  lastTry: { at: number; outcome: DeliveryOutcome } | null
}
export function watchOutbox(): Observable<OutboxSummary> {
  throw new Error('not yet')
}
/** A `.pli` file of sealed envelopes, to carry by hand. */
export async function exportEnvelopes(_vaultId?: string): Promise<{ fileName: string; text: string; count: number }> {
  throw new Error('not yet')
}
