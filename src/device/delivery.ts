import type { ApiFailureCode } from './api.ts'
/**
 * How a try ended. `nothing`: nothing was due. `delivered`: every envelope sent has its verified receipt. `refused`: the server refused
 * some. `wrongReceipt`: answers that the pinned server did not sign; those sheets still wait. Otherwise why the server was not reached.
 */
export type DeliveryOutcome = 'delivered' | 'nothing' | 'refused' | 'wrongReceipt' | Exclude<ApiFailureCode, 'problem'>
export async function deliverNow(): Promise<DeliveryOutcome> {
  throw new Error('not yet')
}
/** Delivers on start, `online`, return to view, after each signature and on a timer with backoff. Returns how to stop. */
export function keepDelivering(): () => void {
  throw new Error('not yet')
}
