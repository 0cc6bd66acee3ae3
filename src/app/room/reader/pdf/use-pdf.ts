import { useEffect, useState } from 'react'
import { openPdf } from './open-pdf.ts'
import type { PdfDocument, PdfFailure } from './pdf-document.ts'

/** `notStored`: the PDF is not on this device. `broken`: reading or opening it failed for a reason we do not know. */
export type PdfState =
  | { status: 'loading' }
  | { status: 'failed'; code: 'notStored' | PdfFailure | 'broken' }
  | { status: 'ready'; document: PdfDocument }

/** Opens the PDF that `read` gives and closes it with the screen. `read` must keep its identity while the PDF is the same. */
export function usePdf(read: () => Promise<Uint8Array | null>): PdfState {
  const [state, setState] = useState<PdfState>({ status: 'loading' })

  useEffect(() => {
    let left = false
    let opened: PdfDocument | null = null
    setState({ status: 'loading' })

    const open = async (): Promise<PdfState> => {
      const bytes = await read()
      if (bytes === null) return { status: 'failed', code: 'notStored' }
      if (left) return { status: 'loading' }
      const outcome = await openPdf(bytes)
      if (!outcome.ok) return { status: 'failed', code: outcome.code }
      opened = outcome.document
      return { status: 'ready', document: outcome.document }
    }
    const close = () => {
      opened?.close().catch(reportError)
    }

    open().then(
      (next) => (left ? close() : setState(next)),
      (cause: unknown) => {
        if (left) return
        reportError(cause)
        setState({ status: 'failed', code: 'broken' })
      },
    )
    return () => {
      left = true
      close()
    }
  }, [read])

  return state
}
