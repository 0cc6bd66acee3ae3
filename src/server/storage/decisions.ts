import { type PanelDecision, panelDecisionSchema } from '#domain/deliberation.ts'
import type { Db } from './engine.ts'

/** The decisions a panel has recorded at the desk for one day, and when. Drafts: only the minutes are signed. */
export async function dayDecisions(
  db: Db,
  sessionId: string,
  panelId: string,
  day: string,
): Promise<{ decision: PanelDecision; recordedAt: string }[]> {
  const rows = await db
    .selectFrom('decision_drafts')
    .select(['json', 'recorded_at'])
    .where('session_id', '=', sessionId)
    .where('panel_id', '=', panelId)
    .where('day', '=', day)
    .execute()
  return rows.map((row) => ({ decision: panelDecisionSchema.parse(JSON.parse(row.json)), recordedAt: row.recorded_at }))
}

/** Records a decision; a later one on the same oral takes its place. */
export async function saveDecision(
  db: Db,
  place: { sessionId: string; panelId: string; day: string },
  decision: PanelDecision,
  recorded: { at: string; by: string },
): Promise<void> {
  await db
    .insertInto('decision_drafts')
    .values({
      session_id: place.sessionId,
      oral_id: decision.oralId,
      panel_id: place.panelId,
      day: place.day,
      json: JSON.stringify(decision),
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .onConflict((conflict) =>
      conflict.columns(['session_id', 'oral_id']).doUpdateSet((update) => ({
        json: update.ref('excluded.json'),
        recorded_at: update.ref('excluded.recorded_at'),
        recorded_by: update.ref('excluded.recorded_by'),
      })),
    )
    .execute()
}
