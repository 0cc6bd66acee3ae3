const NO_BREAK_SPACE = '\u00a0'

/** What French typography never parts from what stands before it. */
const BEFORE = / (?=[:;!?»%€])/g
const AFTER = /(?<=«) /g

/** A text of ours with the no-break spaces French asks for. U+00A0 everywhere: the narrow one is missing from fonts of PDF documents. */
export function withFrenchSpaces(text: string): string {
  return text.replace(BEFORE, NO_BREAK_SPACE).replace(AFTER, NO_BREAK_SPACE)
}

/** A catalogue of texts, however deep, each with its no-break spaces. Done once, so that what a person wrote is never touched. */
export function catalogueWithFrenchSpaces<Catalogue>(catalogue: Catalogue): Catalogue {
  if (typeof catalogue === 'string') return withFrenchSpaces(catalogue) as Catalogue
  if (typeof catalogue !== 'object' || catalogue === null) return catalogue
  return Object.fromEntries(Object.entries(catalogue).map(([key, value]) => [key, catalogueWithFrenchSpaces(value)])) as Catalogue
}
