/** What of pdf.js is used here: its own types need a browser's. */
interface Pdfjs {
  getDocument: (options: object) => { promise: Promise<{ getAttachments: () => Promise<unknown> }>; destroy: () => Promise<void> }
}

/** The files attached to a PDF, or null when it cannot be opened. */
export async function pdfAttachments(bytes: Uint8Array): Promise<Uint8Array[] | null> {
  const pdfjs: Pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  // pdf.js takes the bytes for itself, and wants no Buffer.
  const task = pdfjs.getDocument({ data: new Uint8Array(bytes), isEvalSupported: false, verbosity: 0 })
  try {
    const attachments = await (await task.promise).getAttachments()
    return Object.values(attachments ?? {}).flatMap((one: unknown) => contentOf(one) ?? [])
  } catch (cause) {
    if (cause instanceof Error && ['InvalidPDFException', 'PasswordException'].includes(cause.name)) return null
    throw new Error('pdf.js could not open the document', { cause })
  } finally {
    await task.destroy()
  }
}

function contentOf(attachment: unknown): Uint8Array | null {
  const isFile = typeof attachment === 'object' && attachment !== null && 'content' in attachment
  return isFile && attachment.content instanceof Uint8Array ? attachment.content : null
}
