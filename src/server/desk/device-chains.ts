import type { DeviceChain } from '#contract/desk.ts'
import { type ChainFault, chainFaults } from '#domain/device-chain.ts'
import type { ExamSession, Oral } from '#domain/exam-session.ts'
import { minutesSchema } from '#domain/minutes.ts'
import { panelAt } from '#domain/panel-seats.ts'
import { scoreSheetSchema } from '#domain/sheet.ts'
import { fromBase64url, fromUtf8 } from '#seal/bytes.ts'
import type { Db } from '../storage/engine.ts'
import { sessionMinutes } from '../storage/minutes.ts'
import { revisionsOfDevices, type SheetSummary } from '../storage/sheets.ts'

/**
 * Which sheets the session's devices signed and the server does not have, from the places their chains leave empty, and places taken twice.
 * A missing sheet is named by the documents that know its hash (the next revision, minutes), else by the orals that still lack one.
 */
export async function deviceChains(db: Db, session: ExamSession, rows: readonly SheetSummary[]): Promise<DeviceChain[]> {
  const faults = chainFaults(
    rows.map((row) => ({ deviceId: row.device_id, chainIndex: row.chain_index, hash: row.hash, previous: row.previous })),
  )
  if (faults.length === 0) return []
  const oralOf = await namedOrals(
    db,
    session.id,
    faults.map(({ deviceId }) => deviceId),
  )
  return faults.flatMap((fault) => {
    const own = rows.filter((row) => row.device_id === fault.deviceId)
    const jurorId = own[0]?.juror_id
    return jurorId === undefined ? [] : [describe(fault, { jurorId, own, session, rows, oralOf })]
  })
}

interface Known {
  jurorId: string
  /** This device's sheets. */
  own: readonly SheetSummary[]
  session: ExamSession
  rows: readonly SheetSummary[]
  oralOf: ReadonlyMap<string, string>
}

function describe({ deviceId, missing, forks }: ChainFault, known: Known): DeviceChain {
  const received = new Set(known.own.map(({ hash }) => hash))
  const unseen = forks.flatMap(({ chainIndex, hashes }) =>
    missing.some((one) => one.chainIndex === chainIndex)
      ? []
      : hashes.filter((hash) => !received.has(hash)).map((hash) => ({ chainIndex, hash })),
  )
  return {
    deviceId,
    jurorId: known.jurorId,
    missing: [...missing, ...unseen]
      .sort((a, b) => a.chainIndex - b.chainIndex)
      .map(({ chainIndex, hash }) => ({ place: chainIndex + 1, ...oralsOf({ chainIndex, hash }, known) })),
    forks: forks.map(({ chainIndex, hashes }) => ({ place: chainIndex + 1, hashes })),
  }
}

/** What a missing sheet can be about: an oral without this juror's sheet, begun before the device signed the next one as far as its clock tells. */
function oralsOf(
  { chainIndex, hash }: ChainFault['missing'][number],
  { jurorId, own, session, rows, oralOf }: Known,
): Pick<DeviceChain['missing'][number], 'oralIds' | 'known'> {
  const named = hash === null ? undefined : oralOf.get(hash)
  if (named !== undefined) return { oralIds: [named], known: true }
  const has = new Set(rows.filter((row) => row.juror_id === jurorId).map((row) => row.oral_id))
  const lacking = session.orals
    .filter((oral) => !has.has(oral.id) && sitsAt(session, oral, jurorId))
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  const signedBeforeMs = Math.min(...own.filter((row) => row.chain_index > chainIndex).map((row) => Date.parse(row.signed_at)))
  const begun = lacking.filter((oral) => Date.parse(oral.startsAt) < signedBeforeMs)
  return { oralIds: (begun.length > 0 ? begun : lacking).map(({ id }) => id), known: false }
}

function sitsAt({ panels }: ExamSession, oral: Oral, jurorId: string): boolean {
  const panel = panels.find(({ id }) => id === oral.panelId)
  return panel !== undefined && panelAt(panel, oral.startsAt).jurorIds.includes(jurorId)
}

/** The oral of each sheet that another stored document names by its hash: the revision that replaces it, or minutes. */
async function namedOrals(db: Db, sessionId: string, deviceIds: readonly string[]): Promise<Map<string, string>> {
  const named = new Map<string, string>()
  for (const { jws } of await revisionsOfDevices(db, sessionId, deviceIds)) {
    const { replaces, oralId } = scoreSheetSchema.parse(JSON.parse(fromUtf8(fromBase64url(jws.split('.')[1] ?? ''))))
    if (replaces !== null) named.set(replaces.hash, oralId)
  }
  for (const { text } of await sessionMinutes(db, sessionId)) {
    for (const { oralId, sheets } of minutesSchema.parse(JSON.parse(text)).decisions) {
      for (const { hash } of sheets) named.set(hash, oralId)
    }
  }
  return named
}
