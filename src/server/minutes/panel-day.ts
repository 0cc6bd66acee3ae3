import type { CertifierFacts } from '#domain/certifier.ts'
import type { HashedGrid, HashedSheet } from '#domain/compose-minutes.ts'
import { oralsOfDay } from '#domain/compose-minutes.ts'
import type { PanelDecision } from '#domain/deliberation.ts'
import type { ExamSession, Oral, Panel } from '#domain/exam-session.ts'
import type { Framework } from '#domain/framework.ts'
import { type Minutes, minutesSchema } from '#domain/minutes.ts'
import { scoreSheetSchema } from '#domain/sheet.ts'
import { fromBase64url, fromUtf8 } from '#seal/bytes.ts'
import type { ServerContext } from '../context.ts'
import { sessionRecusals } from '../desk/session-recusals.ts'
import { dayDecisions } from '../storage/decisions.ts'
import { certifierFacts } from '../storage/desk-settings.ts'
import type { Db } from '../storage/engine.ts'
import { sessionMinutes } from '../storage/minutes.ts'
import { findFramework, findGrid } from '../storage/published.ts'
import type { MinutesTable } from '../storage/schema.ts'
import { findSession } from '../storage/sessions.ts'
import { sheetsOfOrals } from '../storage/sheets.ts'

export interface PanelDayPlace {
  sessionId: string
  panelId: string
  /** `YYYY-MM-DD`. */
  day: string
}

/** Everything a panel has before it on one day. */
export interface PanelDay {
  place: PanelDayPlace
  session: ExamSession
  panel: Panel
  orals: Oral[]
  framework: Framework
  certifier: CertifierFacts | null
  grids: HashedGrid[]
  sheets: HashedSheet[]
  /** Who stood aside, for whom. */
  recusals: Minutes['recusals']
  /** Of the minutes in force, as far as the desk has not decided otherwise since. */
  decisions: PanelDecision[]
  /** The session's minutes, those of other panels and days too. */
  minutes: MinutesTable[]
}

/** Reads it; null when the session has no such panel, or the panel no oral that day. */
export async function readPanelDay({ storage: { db } }: ServerContext, place: PanelDayPlace): Promise<PanelDay | null> {
  const stored = await findSession(db, place.sessionId)
  const panel = stored?.session.panels.find((one) => one.id === place.panelId)
  if (!stored || !panel) return null
  const orals = oralsOfDay(stored.session, panel.id, place.day)
  if (orals.length === 0) return null
  const gridIds = [...new Set(orals.map((oral) => oral.gridId))]
  const grids = await Promise.all(gridIds.map((id) => publishedGrid(db, stored.gridHashes[id])))
  const framework = await findFramework(db, grids[0]?.grid.framework.hash ?? '')
  if (!framework) throw new Error('the framework of a session is missing')
  const minutes = await sessionMinutes(db, place.sessionId)
  return {
    place,
    session: stored.session,
    panel,
    orals,
    framework,
    certifier: await certifierFacts(db, framework.id),
    grids,
    sheets: await readSheets(
      db,
      orals.map((oral) => oral.id),
      place.sessionId,
    ),
    recusals: await recusalsOf(db, stored.session, place),
    decisions: await currentDecisions(db, place, minutes),
    minutes,
  }
}

async function recusalsOf(db: Db, session: ExamSession, { panelId, day }: PanelDayPlace): Promise<Minutes['recusals']> {
  const all = await sessionRecusals(db, session)
  return all.filter((one) => one.panelId === panelId && one.day === day).map(({ panelId: _panel, day: _day, ...recusal }) => recusal)
}

async function publishedGrid(db: Db, hash: string | undefined): Promise<HashedGrid> {
  const grid = hash === undefined ? null : await findGrid(db, hash)
  if (hash === undefined || grid === null) throw new Error('a grid of a session is missing')
  return { hash, grid }
}

/** What the minutes in force say, then what was decided at the desk after them: corrective minutes start from both. */
async function currentDecisions(db: Db, place: PanelDayPlace, all: readonly MinutesTable[]): Promise<PanelDecision[]> {
  const current = inForce(all).filter(({ panel_id, day }) => panel_id === place.panelId && day === place.day)
  const decided = new Map(current.flatMap(({ text }) => decisionsIn(text)).map((decision) => [decision.oralId, decision]))
  const since =
    current
      .map(({ received_at }) => received_at)
      .sort()
      .at(-1) ?? ''
  for (const { decision, recordedAt } of await dayDecisions(db, place.sessionId, place.panelId, place.day)) {
    if (recordedAt > since) decided.set(decision.oralId, decision)
  }
  return [...decided.values()]
}

function decisionsIn(text: string): PanelDecision[] {
  return minutesSchema.parse(JSON.parse(text)).decisions
}

/** Verified when they were received; verified anew where proof is asked (desk/open-sheet.ts, the bundle). */
export async function readSheets(db: Db, oralIds: readonly string[], sessionId: string): Promise<HashedSheet[]> {
  const rows = await sheetsOfOrals(db, sessionId, oralIds)
  return rows.map(({ hash, jws }) => ({
    hash,
    sheet: scoreSheetSchema.parse(JSON.parse(fromUtf8(fromBase64url(jws.split('.')[1] ?? '')))),
  }))
}

/** Minutes that no later ones correct. */
export function inForce(minutes: readonly MinutesTable[]): MinutesTable[] {
  const amended = new Set(minutes.flatMap(({ amends }) => amends ?? []))
  return minutes.filter(({ hash }) => !amended.has(hash))
}

/** The decisions of the session's other panels and days, as their minutes in force say. */
export function decisionsElsewhere({ minutes, place }: PanelDay): PanelDecision[] {
  return inForce(minutes)
    .filter(({ panel_id, day }) => panel_id !== place.panelId || day !== place.day)
    .flatMap(({ text }) => decisionsIn(text))
}
