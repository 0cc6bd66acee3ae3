import type { OutboxRow } from './db.ts'

/** Where a signed sheet is, computed from the outbox each time: waiting, proved received by a verified receipt, or refused. */
export type DeliveryState = 'waiting' | 'delivered' | 'refused'

/** The state a row says. A receipt once verified outweighs anything said after. */
export function deliveryState(row: Pick<OutboxRow, 'receipt' | 'refusal'>): DeliveryState {
  if (row.receipt !== null) return 'delivered'
  return row.refusal === null ? 'waiting' : 'refused'
}
