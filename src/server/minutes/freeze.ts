import { randomUUID } from 'node:crypto'
import { composeMinutes, type MinutesFacts, type MinutesSources } from '#domain/compose-minutes.ts'
import type { Minutes } from '#domain/minutes.ts'
import { type MinutesIssue, minutesIssues } from '#domain/minutes-readiness.ts'
import { freezeMinutes } from '#seal/minutes.ts'
import type { ServerContext } from '../context.ts'
import { appendAfter, lockJournal } from '../storage/journal.ts'
import { insertMinutes, sessionMinutes } from '../storage/minutes.ts'
import { inTransaction } from '../storage/transaction.ts'
import { decisionsElsewhere, inForce, type PanelDay, type PanelDayPlace, readPanelDay } from './panel-day.ts'

export interface MinutesDraft {
  minutes: Minutes
  issues: MinutesIssue[]
}

/** What the minutes would say now, and what keeps them from being frozen; null when there is no such panel or day. */
export async function draftMinutes(context: ServerContext, place: PanelDayPlace, facts: MinutesFacts): Promise<MinutesDraft | null> {
  const day = await readPanelDay(context, place)
  return day && draftOf(day, facts)
}

function draftOf(day: PanelDay, facts: MinutesFacts): MinutesDraft {
  const sources: MinutesSources = {
    ...day,
    ...day.place,
    id: `pv-${randomUUID()}`,
    otherDecisions: decisionsElsewhere(day),
    facts,
  }
  return { minutes: composeMinutes(sources), issues: minutesIssues(sources) }
}

export type FreezeOutcome =
  | { ok: true; hash: string }
  | { ok: false; code: 'superseded' }
  | { ok: false; code: 'notReady'; issues: MinutesIssue[] }

/**
 * Freezes a panel's minutes of one day. They correct the ones in force when there are some, by name, or are the first: checked under the
 * journal's lock, so that two coordinators never freeze twice. Null when there is no such panel or day.
 */
export async function freezePanelMinutes(
  context: ServerContext,
  place: PanelDayPlace,
  facts: MinutesFacts,
  actor: string,
): Promise<FreezeOutcome | null> {
  const { storage, now } = context
  const day = await readPanelDay(context, place)
  if (!day) return null
  const draft = draftOf(day, facts)
  if (draft.issues.length > 0) return { ok: false, code: 'notReady', issues: draft.issues }
  const sealed = await freezeMinutes(draft.minutes)
  const at = now().toISOString()
  const amends = facts.amends?.hash ?? null
  const frozen = await inTransaction(storage.db, async (tx) => {
    const head = await lockJournal(tx)
    const known = await sessionMinutes(tx, place.sessionId)
    const current = inForce(known).filter(({ panel_id, day: date }) => panel_id === place.panelId && date === place.day)
    if (amends === null ? current.length > 0 : !current.some(({ hash }) => hash === amends)) return false
    const [row] = await appendAfter(tx, head, at, [
      {
        actor,
        act: 'minutes-frozen',
        subject: { sessionId: place.sessionId, minutesHash: sealed.hash, panelId: place.panelId, day: place.day, amends },
      },
    ])
    if (!row) throw new Error('the journal wrote no row')
    await insertMinutes(tx, [
      {
        hash: sealed.hash,
        session_id: place.sessionId,
        panel_id: place.panelId,
        day: place.day,
        text: sealed.text,
        amends,
        origin: 'desk',
        received_at: at,
        journal_index: row.index,
      },
    ])
    return true
  })
  if (!frozen) return { ok: false, code: 'superseded' }
  await storage.announceChange(place.sessionId)
  return { ok: true, hash: sealed.hash }
}
