import type { OutboxSummary } from '#device/outbox.ts'
import type { Meaning } from '../shared/meaning.ts'

/** The outbox in one colour: refused before waiting before delivered. Green needs every signed sheet to have its verified receipt. */
export function syncMeaning(outbox: OutboxSummary): Meaning {
  if (outbox.refused.length > 0) return 'danger'
  if (outbox.waiting > 0) return 'device'
  return outbox.delivered > 0 ? 'delivered' : 'neutral'
}
