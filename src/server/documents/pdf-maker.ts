/** pdfmake, loaded only when a document is made, so that an ordinary start stays quick. It reads its own fonts and nothing else. */
export async function pdfMaker() {
  const { default: pdfmake } = await import('pdfmake')
  const { default: roboto } = await import('pdfmake/fonts/Roboto.js')
  const fontFiles = new Set(Object.values(roboto).flatMap((font) => Object.values(font).map(String)))
  pdfmake.setFonts(roboto)
  pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path))
  pdfmake.setUrlAccessPolicy(() => false)
  return pdfmake
}

/** A text with the spaces this font has: it lacks the narrow no-break space French puts in numbers and before some signs. */
export function printable(text: string): string {
  return text.replaceAll('\u202f', '\u00a0')
}
