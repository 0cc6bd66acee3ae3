import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

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

/** How many lines are drawn in a PDF with round ends, as signatures are and rules are not. Empties `bytes`. */
export async function countPdfStrokes(bytes: Uint8Array): Promise<number> {
  const task = getDocument({ data: bytes, useSystemFonts: false, verbosity: VerbosityLevel.ERRORS })
  const document = await task.promise
  let strokes = 0
  for (let page = 1; page <= document.numPages; page += 1) {
    const { fnArray, argsArray } = await (await document.getPage(page)).getOperatorList()
    strokes += fnArray.filter((operator, index) => operator === OPS.setLineCap && argsArray[index]?.[0] === 1).length
  }
  await task.destroy()
  return strokes
}
