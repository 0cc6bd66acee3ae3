import { createContext, useContext } from 'react'
import type { Calibration } from '#domain/calibration.ts'
import type { DraftState } from '#domain/draft.ts'
import type { Entry, EntryBody } from '#domain/entry.ts'
import type { Candidate, Juror, Oral, WrittenSupport } from '#domain/exam-session.ts'
import type { Grid } from '#domain/grid.ts'
import type { Instant } from '#domain/primitives.ts'
import type { FailedGesture } from './use-gestures.ts'

/** The oral a screen is about; a device's DayOral is one. */
export interface OralSubject {
  oral: Oral
  candidate: Candidate
  grid: Grid
  support: WrittenSupport | null
  /** The grid's duration lengthened by the candidate's extra time. */
  allottedMs: number
  /** The invented case this is, and no oral; null for an oral. */
  calibration: Calibration | null
}

/** What every part of the oral's screen reads, and the few acts it may ask for. */
export interface OralWork {
  subject: OralSubject
  juror: Juror
  /** Committed entries only. */
  entries: readonly Entry[]
  /** The fold of what is committed. */
  recorded: DraftState
  /** The fold of what is committed and of the gestures still on their way: what the juror sees. */
  draft: DraftState
  /** Marks on their way, drawn as such. */
  pendingTargets: ReadonlySet<string>
  pendingCount: number
  failed: readonly FailedGesture[]
  /** This tab holds the pen and the sheet is open. */
  writable: boolean
  /** The stored notebook was deleted under the page: everything shown is in memory only. */
  isGone: boolean
  /** Gives one gesture to the log. Resolves to true once it is committed, to false when it could not be (the screen then says so). */
  record: (body: EntryBody) => Promise<boolean>
  undo: () => void
  redo: () => void
  /** Writes the notebook back after it was deleted. Rejects when that failed. */
  rescue: () => Promise<void>
  retryFailed: () => void
  dismissFailed: () => void
  now: () => Instant
}

const OralWorkContext = createContext<OralWork | null>(null)

export const OralWorkProvider = OralWorkContext

/** The oral at work. Throws outside the oral's screen: a mistake of ours. */
export function useOralWork(): OralWork {
  const work = useContext(OralWorkContext)
  if (work === null) throw new Error('no oral at work here')
  return work
}
