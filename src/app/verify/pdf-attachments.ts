// The legacy build, as in the room's reader: the modern one calls what browsers of before 2026 do not have.
import { GlobalWorkerOptions, getDocument, InvalidPDFException, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import { z } from 'zod'

GlobalWorkerOptions.workerSrc = workerAddress

const attachmentsSchema = z.record(z.string(), z.object({ content: z.instanceof(Uint8Array) })).nullable()

/** The files attached to a PDF, or null when it cannot be opened. No script of the document runs, nothing is fetched. */
export async function pdfAttachments(bytes: Uint8Array): Promise<Uint8Array[] | null> {
  const task = getDocument({
    data: bytes,
    isEvalSupported: false,
    enableXfa: false,
    useWorkerFetch: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    return Object.values(attachmentsSchema.parse(await document.getAttachments()) ?? {}).map(({ content }) => content)
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === 'PasswordException'
    if (isLocked || cause instanceof InvalidPDFException) return null
    throw new Error('pdf.js could not open the document', { cause })
  } finally {
    await task.destroy()
  }
}
