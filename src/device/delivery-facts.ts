import { z } from 'zod'
import { db } from './db.ts'

/** How a try ended; see deliverOutbox. */
export const deliveryOutcomeSchema = z.enum([
  'delivered',
  'nothing',
  'refused',
  'wrongReceipt',
  'offline',
  'unreachable',
  'captivePortal',
  'tooLarge',
  'tooMany',
  'serverError',
])
export type DeliveryOutcome = z.infer<typeof deliveryOutcomeSchema>

const lastTrySchema = z.object({ at: z.number(), outcome: deliveryOutcomeSchema })
export type LastTry = z.infer<typeof lastTrySchema>

const FACTS = { lastTry: 'deliveryLastTry', heldUntil: 'deliveryHeldUntil' } as const

/** The last try that sent something or failed to, or null. */
export async function readLastTry(): Promise<LastTry | null> {
  const row = await db.facts.get(FACTS.lastTry)
  const parsed = lastTrySchema.safeParse(row?.value)
  return parsed.success ? parsed.data : null
}

export async function writeLastTry(value: LastTry): Promise<void> {
  await db.facts.put({ name: FACTS.lastTry, value })
}

/** Until when the server asked not to be called (Retry-After), in epoch milliseconds; 0 when it did not. */
export async function readHeldUntil(): Promise<number> {
  const row = await db.facts.get(FACTS.heldUntil)
  return typeof row?.value === 'number' ? row.value : 0
}

export async function writeHeldUntil(value: number): Promise<void> {
  await db.facts.put({ name: FACTS.heldUntil, value })
}
