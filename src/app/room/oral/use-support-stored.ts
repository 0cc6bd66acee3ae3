import { useEffect, useState } from 'react'
import { noteEvent } from '#device/diagnostics.ts'
import type { Notebook } from '#device/notebook.ts'
import { storedSupports } from '#device/supports.ts'
import type { WrittenSupport } from '#domain/exam-session.ts'

/** Whether a support can be read here without network; null while that is not known. */
export function useSupportStored(notebook: Notebook, support: WrittenSupport | null): boolean | null {
  const [stored, setStored] = useState<boolean | null>(null)
  const supportId = support?.id
  useEffect(() => {
    if (supportId === undefined) return
    let left = false
    storedSupports(notebook).then(
      (ids) => {
        if (!left) setStored(ids.includes(supportId))
      },
      // An oral goes on without this answer: opening the support says what is wrong.
      (error: unknown) => noteEvent('supportsNotRead', { reason: error instanceof Error ? error.name : 'unknown' }),
    )
    return () => {
      left = true
    }
  }, [notebook, supportId])
  return stored
}
