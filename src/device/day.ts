import type { Observable } from 'dexie'
import type { Presence } from '#domain/entry.ts'
import type { Candidate, Oral, Panel, WrittenSupport } from '#domain/exam-session.ts'
import type { Grid } from '#domain/grid.ts'
import type { TimerStatus } from '#domain/timer.ts'
import type { Notebook } from './notebook.ts'

/** Where a signed sheet is, computed from the outbox each time: waiting, proved received by a verified receipt, or refused. */
export type DeliveryState = 'waiting' | 'delivered' | 'refused'

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
  sheet: DaySheet | null
}

/** The juror's orals in order of their start, kept up to date. */
export function watchDay(_notebook: Notebook): Observable<DayOral[]> {
  throw new Error('not yet')
}
/** The juror's orals in order of their start, now. */
export async function readDay(_notebook: Notebook): Promise<DayOral[]> {
  throw new Error('not yet')
}
