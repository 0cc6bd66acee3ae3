import { fromUtf8 } from '#seal/bytes.ts'
import { isPdf, MAX_PROOF_BYTES, type Provable, type ProvableFailure, readAttachments, readProvable } from '#seal/read-proof.ts'

export type FileFailure = ProvableFailure | 'notReadable' | 'tooBig' | 'pdfUnreadable' | 'pdfWithoutProof'

/** Reads what a file holds to verify: a proof, signed minutes, or the PDF they are attached to. Nothing leaves this page. */
export async function readProofFile(file: File): Promise<Provable | FileFailure> {
  if (file.size > MAX_PROOF_BYTES) return 'tooBig'
  const bytes = await bytesOf(file)
  if (bytes === null) return 'notReadable'
  if (isPdf(bytes)) return readPdf(bytes)
  try {
    return readProvable(fromUtf8(bytes))
  } catch (cause) {
    // Not UTF-8: a picture, a spreadsheet.
    if (cause instanceof TypeError) return 'notOurs'
    throw cause
  }
}

async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (cause) {
    // The browser's word for a file that was moved, or may not be read.
    if (cause instanceof DOMException) return null
    throw cause
  }
}

/** pdf.js is loaded only for whoever verifies a PDF. */
async function readPdf(bytes: Uint8Array): Promise<Provable | FileFailure> {
  const { pdfAttachments } = await import('./pdf-attachments.ts')
  const attachments = await pdfAttachments(bytes)
  if (attachments === null) return 'pdfUnreadable'
  const read = readAttachments(attachments)
  return read === 'notOurs' ? 'pdfWithoutProof' : read
}
