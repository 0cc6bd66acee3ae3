// The legacy build, as in the room's reader: the modern one calls what browsers of before 2026 do not have.
import { GlobalWorkerOptions, getDocument, InvalidPDFException, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = workerAddress

/** How many pages a PDF has, or null when it cannot be opened: damaged, or locked by a password. */
export async function countPages(bytes: Uint8Array): Promise<number | null> {
  const task = getDocument({
    data: bytes,
    isEvalSupported: false,
    enableXfa: false,
    useWorkerFetch: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    return (await task.promise).numPages
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === 'PasswordException'
    if (isLocked || cause instanceof InvalidPDFException) return null
    throw new Error('pdf.js could not open the document', { cause })
  } finally {
    await task.destroy()
  }
}
