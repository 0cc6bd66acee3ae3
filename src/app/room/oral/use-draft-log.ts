import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { type DraftLog, openDraft } from '#device/draft-log.ts'
import type { Notebook } from '#device/notebook.ts'
import type { OralLog } from './use-oral-work.ts'

/** A draft being opened, open, or that did not open. */
export type DraftOpening = { state: 'opening' } | { state: 'open'; draft: DraftLog } | { state: 'failed'; error: unknown }

/** Opens the draft of an oral for as long as the page shows it. Another `attempt` opens it anew. */
export function useDraftLog(notebook: Notebook, oralId: string, attempt: number): DraftOpening {
  const [opening, setOpening] = useState<DraftOpening>({ state: 'opening' })
  useEffect(() => {
    let left = false
    let opened: DraftLog | null = null
    // Only read to open again.
    void attempt
    openDraft(notebook, oralId).then(
      (draft) => {
        opened = draft
        if (left) draft.close()
        else setOpening({ state: 'open', draft })
      },
      (error: unknown) => {
        if (!left) setOpening({ state: 'failed', error })
      },
    )
    return () => {
      left = true
      opened?.close()
    }
  }, [notebook, oralId, attempt])
  return opening
}

/** A device's draft as the screen reads it: re-read whenever the log changes, in whichever tab. */
export function useOralLog(draft: DraftLog): OralLog & { holdsPen: boolean; isSigned: boolean; damagedCount: number } {
  const { subscribe, acts } = useMemo(
    () => ({
      subscribe: (listener: () => void) => draft.subscribe(listener),
      acts: {
        append: (body: Parameters<DraftLog['append']>[0]) => draft.append(body),
        undo: () => draft.undo(),
        redo: () => draft.redo(),
        rescue: () => draft.rescue(),
      },
    }),
    [draft],
  )
  const entries = useSyncExternalStore(subscribe, () => draft.getEntries())
  const pendingCount = useSyncExternalStore(subscribe, () => draft.getPending())
  const holdsPen = useSyncExternalStore(subscribe, () => draft.getWriter())
  const isSigned = useSyncExternalStore(subscribe, () => draft.getSigned())
  const damagedCount = useSyncExternalStore(subscribe, () => draft.getDamaged().length)
  const isGone = useSyncExternalStore(subscribe, () => draft.getGone())
  return { entries, pendingCount, holdsPen, isSigned, damagedCount, isGone, writable: holdsPen && !isSigned, ...acts }
}
