import type { PdfOutcome } from './pdf-document.ts'

/** Opens a PDF held in memory; the bytes are handed over to pdf.js's worker. The library is loaded at first use: nobody else pays for it. */
export async function openPdf(bytes: Uint8Array): Promise<PdfOutcome> {
  const { openWithPdfjs } = await import('./pdfjs-document.ts')
  return openWithPdfjs(bytes)
}
