import type { Observable } from 'dexie'
import type { Calibration } from '#domain/calibration.ts'
import { foldDraft } from '#domain/draft.ts'
import type { Presence } from '#domain/entry.ts'
import { allottedMs, type Candidate, type Oral, type Panel, type WrittenSupport } from '#domain/exam-session.ts'
import type { Grid } from '#domain/grid.ts'
import { panelAt } from '#domain/panel-seats.ts'
import { readTimer, type TimerStatus, timerEvents } from '#domain/timer.ts'
import { sha256 } from '#seal/hash.ts'
import { clock } from './clock.ts'
import { db, type OutboxRow, rangeOf, type SignedRow } from './db.ts'
import { type DeliveryState, deliveryState } from './delivery-state.ts'
import { DeviceError } from './device-error.ts'
import { liveMapped } from './live.ts'
import type { Notebook } from './notebook.ts'
import { sheetLogOf } from './open-notebook.ts'
import { withDatabase } from './storage.ts'

/** This juror's sheet for an oral, once it has a first entry. */
export interface DaySheet {
  sheetId: string
  revision: number
  state: 'draft' | 'signed'
  presence: Presence | null
  timerStatus: TimerStatus
  /** Hash of the newest signed revision, or null. */
  signedHash: string | null
  /** Of that revision's envelope. */
  delivery: DeliveryState | null
  /** How many stored rows no longer open; the others still count. */
  damagedRows: number
}

/** One oral of the juror's day, with everything its screen needs. */
export interface DayOral {
  oral: Oral
  candidate: Candidate
  grid: Grid
  gridHash: string
  support: WrittenSupport | null
  panel: Panel
  /** The grid's duration lengthened by the candidate's extra time. */
  allottedMs: number
  /** The invented case this is, and no oral; null for an oral. Its `candidate` and `oral` then only carry its title, text and id. */
  calibration: Calibration | null
  sheet: DaySheet | null
}

/** A juror's sheet for an oral has one id, on whichever device and in whichever revision. */
export async function sheetIdOf(notebook: Notebook, oralId: string): Promise<string> {
  const { session, jurorId } = notebook.package
  return sha256(`${session.id}/${oralId}/${jurorId}`)
}

/** The juror's orals in order of their start, kept up to date with every tab and with delivery. */
export function watchDay(notebook: Notebook): Observable<DayOral[]> {
  return liveMapped(
    () => readFacts(notebook.vaultId),
    (facts) => composeDay(notebook, facts),
  )
}

/**
 * The invented cases to score before the orals, the latest first, kept up to date likewise; a withdrawn one only when its sheet was begun. They are
 * none of the day's orals.
 */
export function watchCalibrations(notebook: Notebook): Observable<DayOral[]> {
  return liveMapped(
    () => readFacts(notebook.vaultId),
    async (facts) => {
      const known = notebook.package.calibrations ?? []
      const composed = await Promise.all(known.map((calibration) => composeCalibration(notebook, calibration, facts)))
      return composed
        .filter((one) => one !== null)
        .filter(({ calibration, sheet }) => sheet !== null || calibration?.withdrawnAt === undefined)
    },
  )
}

/** One oral or calibration, now. Throws DeviceError `unknownOral`. */
export async function readDayOral(notebook: Notebook, oralId: string): Promise<DayOral> {
  const facts = await withDatabase(() => readFacts(notebook.vaultId))
  const oral = notebook.package.session.orals.find(({ id }) => id === oralId)
  const calibration = notebook.package.calibrations?.find(({ id }) => id === oralId)
  const composed = oral
    ? await composeOral(notebook, oral, facts)
    : calibration
      ? await composeCalibration(notebook, calibration, facts)
      : null
  if (composed === null) throw new DeviceError('unknownOral')
  return composed
}

interface DayFacts {
  signed: SignedRow[]
  outbox: OutboxRow[]
}

/** Every row the day depends on is read here, so that the live query follows it; entries are decrypted later, each once. */
async function readFacts(vaultId: string): Promise<DayFacts> {
  const signed = await rangeOf.vaultSigned(vaultId).toArray()
  const outbox = await db.outbox.bulkGet(signed.map(({ envelopeId }) => envelopeId))
  await rangeOf.vaultEntries(vaultId).count()
  await db.records.get([vaultId, 'package'])
  return { signed, outbox: outbox.filter((row) => row !== undefined) }
}

async function composeDay(notebook: Notebook, facts: DayFacts): Promise<DayOral[]> {
  const orals = await Promise.all(notebook.package.session.orals.map((oral) => composeOral(notebook, oral, facts)))
  return orals.filter((oral) => oral !== null).sort((a, b) => Date.parse(a.oral.startsAt) - Date.parse(b.oral.startsAt))
}

/** Null when the juror neither sits at the oral nor began its sheet, or when it names what the package does not hold. */
async function composeOral(notebook: Notebook, oral: Oral, facts: DayFacts): Promise<DayOral | null> {
  const { session, grids, jurorId } = notebook.package
  const candidate = session.candidates.find(({ id }) => id === oral.candidateId)
  const panel = session.panels.find(({ id }) => id === oral.panelId)
  const published = grids.find(({ grid }) => grid.id === oral.gridId)
  if (!candidate || !panel?.jurorIds.includes(jurorId) || !published) return null
  const sitting = panelAt(panel, oral.startsAt)
  const base = {
    oral,
    candidate,
    panel: sitting,
    grid: published.grid,
    gridHash: published.hash,
    support: session.supports.find(({ id }) => id === oral.supportId) ?? null,
    allottedMs: allottedMs(published.grid.durationMinutes, candidate.accommodations),
    calibration: null,
  }
  const sheet = await composeSheetState(notebook, base, facts)
  return sitting.jurorIds.includes(jurorId) || sheet !== null ? { ...base, sheet } : null
}

/** An invented case in the shape of an oral, so that it is scored with the same screen. Null when the package lacks its grid. */
async function composeCalibration(notebook: Notebook, calibration: Calibration, facts: DayFacts): Promise<DayOral | null> {
  const { session, grids, jurorId } = notebook.package
  const { id, title, gridId, minutes, publishedAt, text } = calibration
  const panel = session.panels.find(({ jurorIds }) => jurorIds.includes(jurorId))
  const published = grids.find(({ grid }) => grid.id === gridId)
  if (!panel || !published) return null
  const base = {
    oral: { id, candidateId: id, panelId: panel.id, gridId, startsAt: publishedAt, room: panel.room, supportId: null, scenario: text },
    candidate: { id, number: CALIBRATION_NUMBER, lastName: title, firstName: '', accommodations: [], blocks: [] },
    panel,
    grid: published.grid,
    gridHash: published.hash,
    support: null,
    allottedMs: minutes * 60_000,
    calibration,
  }
  return { ...base, sheet: await composeSheetState(notebook, base, facts) }
}

/** In the place of a candidate's number: the sheet says by itself that nobody was heard. */
const CALIBRATION_NUMBER = 'calibration'

async function composeSheetState(notebook: Notebook, oral: Omit<DayOral, 'sheet'>, facts: DayFacts): Promise<DaySheet | null> {
  const sheetId = await sheetIdOf(notebook, oral.oral.id)
  const log = sheetLogOf(notebook, sheetId)
  await log.readOn()
  if (log.nextSeq === 0) return null
  const draft = foldDraft(log.entries)
  const newest = facts.signed.filter((row) => row.sheetId === sheetId).sort((a, b) => b.revision - a.revision)[0]
  const delivery = facts.outbox.find(({ envelopeId }) => envelopeId === newest?.envelopeId)
  const plan = { allottedMs: oral.allottedMs, phases: oral.grid.phases }
  return {
    sheetId,
    revision: draft.revision,
    state: newest && newest.revision >= draft.revision ? 'signed' : 'draft',
    presence: draft.presence,
    timerStatus: readTimer(timerEvents(log.entries), plan, clock.now()).status,
    signedHash: newest?.hash ?? null,
    delivery: delivery ? deliveryState(delivery) : null,
    damagedRows: log.damaged.length,
  }
}
