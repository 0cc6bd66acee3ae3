import { useObservable } from 'dexie-react-hooks'
import { useEffect, useMemo, useState } from 'react'
import { watchDay } from '#device/day.ts'
import type { DeliveryState } from '#device/delivery-state.ts'
import type { Notebook } from '#device/notebook.ts'
import { readSignedSheets } from '#device/signing.ts'
import type { SignedSheet } from '#seal/envelope.ts'

/** The signed revisions of an oral's sheet, read again each time one is signed, and where the newest one is. */
export function useSignedSheets(
  notebook: Notebook,
  oralId: string,
  isSigned: boolean,
): { sheets: readonly SignedSheet[]; delivery: DeliveryState | null } {
  const [sheets, setSheets] = useState<readonly SignedSheet[]>([])
  const [failure, setFailure] = useState<unknown>(null)
  const day = useObservable(useMemo(() => watchDay(notebook), [notebook]))
  useEffect(() => {
    let left = false
    // `isSigned` is only read to read again.
    void isSigned
    readSignedSheets(notebook, oralId).then(
      (read) => {
        if (!left) setSheets(read)
      },
      (error: unknown) => {
        if (!left) setFailure(error)
      },
    )
    return () => {
      left = true
    }
  }, [notebook, oralId, isSigned])
  // The room's error page says what is safe.
  if (failure !== null) throw failure
  return { sheets, delivery: day?.find((item) => item.oral.id === oralId)?.sheet?.delivery ?? null }
}
