import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A PDF's words, spaces made plain, and its number of pages. */
export async function readPdfText(bytes: Uint8Array): Promise<{ text: string; pages: number }> {
  const task = getDocument({ data: bytes, useSystemFonts: false, verbosity: VerbosityLevel.ERRORS })
  const document = await task.promise
  let text = ''
  for (let page = 1; page <= document.numPages; page += 1) {
    const content = await (await document.getPage(page)).getTextContent()
    text += content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('')
  }
  const read = { text: text.replace(/\s+/g, ' '), pages: document.numPages }
  await task.destroy()
  return read
}
