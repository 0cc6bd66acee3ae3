import { useMemo } from 'react'
import { foldDraft } from '#domain/draft.ts'
import type { Entry, EntryBody } from '#domain/entry.ts'
import type { Juror } from '#domain/exam-session.ts'
import type { Instant } from '#domain/primitives.ts'
import type { OralSubject, OralWork } from './oral-work.ts'
import { useGestures } from './use-gestures.ts'

/** A sheet's log as the screen uses it; a device's DraftLog read through useSyncExternalStore is one. */
export interface OralLog {
  entries: readonly Entry[]
  /** Entries the log was given and has not committed yet. */
  pendingCount: number
  writable: boolean
  /** The stored notebook was deleted under the page: the entries are in memory only. */
  isGone: boolean
  append: (body: EntryBody) => Promise<Entry>
  undo: () => Promise<boolean>
  redo: () => Promise<boolean>
  /** Writes the notebook back after it was deleted. */
  rescue: () => Promise<void>
}

/** Binds a log to the screen: what is committed, what is on its way, and the acts. */
export function useOralWorkOn(log: OralLog, subject: OralSubject, juror: Juror, now: () => Instant): OralWork {
  const gestures = useGestures(log)
  const { entries } = log
  const recorded = useMemo(() => foldDraft(entries), [entries])
  const pendingBodies = gestures.pending.flatMap(({ body }) => (body === null ? [] : [body]))
  const draft = pendingBodies.length === 0 ? recorded : foldDraft([...entries, ...pendingBodies.map(asPendingEntry)])
  return {
    subject,
    juror,
    entries,
    recorded,
    draft,
    pendingTargets: new Set(pendingBodies.flatMap((body) => (body.kind === 'mark' ? body.targets : []))),
    pendingCount: Math.max(log.pendingCount, gestures.pending.length),
    failed: gestures.failed,
    writable: log.writable,
    isGone: log.isGone,
    rescue: log.rescue,
    record: gestures.record,
    undo: gestures.undo,
    redo: gestures.redo,
    retryFailed: gestures.retryFailed,
    dismissFailed: gestures.dismissFailed,
    now,
  }
}

/** Only its body matters to the fold; it never leaves the screen. */
function asPendingEntry(body: EntryBody, index: number): Entry {
  return { id: `pending-${index}`, seq: index, at: { wallMs: 0, monoMs: 0, monoId: 'pending' }, oralMs: null, phaseId: null, body }
}
