import type { JournalFilter } from '#contract/journal.ts'
import { journalPageSchema, journalSummarySchema } from '#contract/journal.ts'
import type { JournalRow } from '#domain/journal.ts'
import type { TestClient } from './a-server.ts'

/** A filter that asks for everything, but for what is given. */
export function aJournalFilter(changes: Partial<JournalFilter> = {}): JournalFilter {
  return { act: null, actor: null, sessionId: null, from: null, until: null, text: '', ...changes }
}

/** The journal read through the API, page after page, oldest first, and what the server says of its chain. */
export async function aJournalReading(
  client: TestClient,
  changes: Partial<JournalFilter> = {},
): Promise<{ rows: JournalRow[]; total: number; brokenAt: number | null }> {
  const { brokenAt } = journalSummarySchema.parse(await (await client.get('journal')).json())
  const rows: JournalRow[] = []
  for (let before: number | null = null; ; ) {
    const answer: Response = await client.post('journalRows', { ...aJournalFilter(changes), before })
    const page = journalPageSchema.parse(await answer.json())
    rows.unshift(...page.rows.toReversed())
    if (page.next === null) return { rows, total: page.total, brokenAt }
    before = page.next
  }
}
