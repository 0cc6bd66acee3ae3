import type { ReceivedSheet, SessionBoard, SessionSummary } from '#contract/desk.ts'
import { receivedSheetSchema } from '#contract/desk.ts'
import type { ExamSession } from '#domain/exam-session.ts'
import { partKey } from '#domain/grid.ts'
import { oralJurors } from '#domain/panel-seats.ts'
import { panelConflicts } from '#domain/preparation-check.ts'
import type { ServerContext } from '../context.ts'
import { type Device, sessionDevices } from '../storage/devices.ts'
import { findPreparation } from '../storage/preparations.ts'
import { findGrid } from '../storage/published.ts'
import { sessionRecoveries } from '../storage/recoveries.ts'
import { sessionRefusals } from '../storage/refusals.ts'
import { sessionSecondDevices } from '../storage/second-devices.ts'
import { allSessions, findSession, type StoredSession } from '../storage/sessions.ts'
import { type SheetSummary, sessionSheets } from '../storage/sheets.ts'
import { deviceChains } from './device-chains.ts'

/** Every session with its counts, the latest import first. */
export async function listSessions({ storage: { db } }: ServerContext): Promise<SessionSummary[]> {
  const sessions = await allSessions(db)
  return Promise.all(sessions.map(async ({ session }) => summarise(session, ofOrals(session, await sessionSheets(db, session.id)))))
}

/** A sheet is expected of everyone who sits at an oral; several revisions of one count once. */
function summarise(session: ExamSession, sheets: readonly SheetSummary[]): SessionSummary {
  const panels = new Map(session.panels.map((panel) => [panel.id, panel]))
  const expected = session.orals.flatMap((oral) => {
    const panel = panels.get(oral.panelId)
    const signers = sheets.filter((sheet) => sheet.oral_id === oral.id).map((sheet) => sheet.juror_id)
    return panel ? oralJurors(panel, oral, signers) : []
  })
  return {
    id: session.id,
    title: session.title,
    centre: session.centre,
    startsOn: session.startsOn,
    endsOn: session.endsOn,
    candidates: session.candidates.length,
    orals: session.orals.length,
    sheetsExpected: expected.length,
    sheetsReceived: new Set(sheets.map((sheet) => `${sheet.oral_id}/${sheet.juror_id}`)).size,
  }
}

/** Without the sheets of calibrations, which are of no oral. */
function ofOrals(session: ExamSession, sheets: readonly SheetSummary[]): SheetSummary[] {
  const orals = new Set(session.orals.map(({ id }) => id))
  return sheets.filter((sheet) => orals.has(sheet.oral_id))
}

/** Everything the session's page shows, or null when there is no such session. */
export async function sessionBoard({ storage: { db } }: ServerContext, sessionId: string): Promise<SessionBoard | null> {
  const stored = await findSession(db, sessionId)
  if (!stored) return null
  const { candidates, jurors, panels, orals, supports: _supports, ...session } = stored.session
  const sheets = await sessionSheets(db, sessionId)
  return {
    session,
    candidates,
    jurors,
    panels,
    orals,
    grids: await boardGrids(db, stored),
    sheets: receivedSheets(ofOrals(stored.session, sheets)),
    devices: (await sessionDevices(db, sessionId)).map(boardDevice),
    refusals: await sessionRefusals(db, sessionId),
    secondDevices: await sessionSecondDevices(db, sessionId),
    recoveriesWaiting: (await sessionRecoveries(db, sessionId)).filter(({ answeredAt }) => answeredAt === null),
    chains: await deviceChains(db, stored.session, sheets),
    conflicts: await boardConflicts(db, sessionId),
  }
}

async function boardConflicts(db: ServerContext['storage']['db'], sessionId: string): Promise<SessionBoard['conflicts']> {
  const preparation = (await findPreparation(db, sessionId))?.preparation
  return (preparation?.panels ?? []).flatMap((panel) =>
    preparation ? panelConflicts(preparation, panel).map(({ jurorId, candidateId }) => ({ panelId: panel.id, jurorId, candidateId })) : [],
  )
}

/** The grids in the order of the parts, as far as the board names them. */
async function boardGrids(db: ServerContext['storage']['db'], { gridHashes, session }: StoredSession): Promise<SessionBoard['grids']> {
  const used = new Set(session.orals.map((oral) => oral.gridId))
  const entries = Object.entries(gridHashes).filter(([id]) => used.has(id))
  const grids = await Promise.all(entries.map(([, hash]) => findGrid(db, hash)))
  return grids
    .flatMap((grid) => grid ?? [])
    .map((grid) => ({
      id: grid.id,
      title: grid.title,
      partKey: partKey(grid.part),
      durationMinutes: grid.durationMinutes,
      sections: grid.sections.map(({ id, title }) => ({ id, title })),
    }))
}

/** Stored sheets as the desk lists them; `superseded` when the same juror's sheet of the same oral came again in a later revision. */
export function receivedSheets(rows: readonly SheetSummary[]): ReceivedSheet[] {
  const keyOf = (row: SheetSummary) => `${row.sheet_id}/${row.oral_id}/${row.juror_id}`
  const latest = new Map<string, number>()
  for (const row of rows) latest.set(keyOf(row), Math.max(row.revision, latest.get(keyOf(row)) ?? 0))
  return rows.map((row) =>
    receivedSheetSchema.parse({
      hash: row.hash,
      sheetId: row.sheet_id,
      oralId: row.oral_id,
      jurorId: row.juror_id,
      revision: row.revision,
      presence: row.presence,
      partVerdict: row.part_verdict,
      partProposal: row.part_proposal,
      sections: JSON.parse(row.sections),
      signedAt: row.signed_at,
      receivedAt: row.received_at,
      transcribed: row.transcribed === null ? null : JSON.parse(row.transcribed),
      superseded: row.revision < (latest.get(keyOf(row)) ?? 0),
    }),
  )
}

function boardDevice(device: Device): SessionBoard['devices'][number] {
  const { readiness } = device
  return {
    deviceId: device.id,
    jurorId: device.jurorId,
    name: device.name,
    enrolledAt: device.enrolledAt,
    lastSeenAt: device.lastSeenAt,
    revokedAt: device.revokedAt,
    readiness: readiness && {
      ...readiness,
      failed: readiness.lines.filter((line) => line.state === 'failed').length,
      warnings: readiness.lines.filter((line) => line.state === 'warning').length,
    },
  }
}
