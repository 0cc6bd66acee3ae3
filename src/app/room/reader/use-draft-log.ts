import { useSyncExternalStore } from 'react'
import type { DraftLog } from '#device/draft-log.ts'
import type { OralLog } from '../oral/use-oral-work.ts'

/** A device's log as the screens use it: what is committed, from whichever tab, and the acts. */
export function useDraftLog(draft: DraftLog): OralLog & { writer: boolean; signed: boolean; damaged: number } {
  const entries = useSyncExternalStore(draft.subscribe, draft.getEntries)
  const pendingCount = useSyncExternalStore(draft.subscribe, draft.getPending)
  const writer = useSyncExternalStore(draft.subscribe, draft.getWriter)
  const signed = useSyncExternalStore(draft.subscribe, draft.getSigned)
  const damaged = useSyncExternalStore(draft.subscribe, () => draft.getDamaged().length)
  return {
    entries,
    pendingCount,
    writer,
    signed,
    damaged,
    writable: writer && !signed,
    append: draft.append,
    undo: draft.undo,
    redo: draft.redo,
  }
}
