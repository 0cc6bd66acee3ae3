import { getDocument, OPS, type PDFPageProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What a screen reader is told of a PDF. */
interface PdfStructure {
  /**
   * In the order of reading, one line for each heading, paragraph, item of a list, picture or row of a table, after its tag:
   * `H1 Convocation`, `TR TH Jour | TD lundi`, `Figure Signature dessinée par …`. A `Table` or `L` goes on on another page as another.
   */
  outline: string[]
  /** Words set aside from reading, as page numbers are. */
  artifacts: string[]
  /** Words that are neither in the structure nor set aside: there should be none. */
  stray: string[]
  /** Strokes, fills and words drawn outside of any mark: there should be none. */
  unmarked: number
  /** Links and other things to act on: none has a tag, so there should be none. */
  annotations: number
  /** Whether the file says that it is tagged. */
  isMarked: boolean
}

interface Tag {
  role?: string
  alt?: string
  id?: string
  children?: Tag[]
}

/** Reads it with pdf.js. Leaves `bytes` as they are. */
export async function readPdfStructure(bytes: Uint8Array): Promise<PdfStructure> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: VerbosityLevel.ERRORS })
  const document = await task.promise
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)))
  const words: Words = { marked: new Map(), told: new Set(), artifacts: [], stray: [] }
  for (const page of pages) await collectWords(page, words)
  const outline: string[] = []
  let unmarked = 0
  let annotations = 0
  for (const page of pages) {
    const tree = (await page.getStructTree()) as Tag | null
    if (tree) outline.push(...linesOf(tree, words))
    unmarked += await countUnmarked(page)
    annotations += (await page.getAnnotations()).length
  }
  const isMarked = (await document.getMarkInfo())?.Marked === true
  await task.destroy()
  const { artifacts, marked, stray, told } = words
  const untold = [...marked].filter(([id]) => !told.has(id)).map(([, text]) => text)
  return { outline, artifacts, stray: [...stray, ...untold], unmarked, annotations, isMarked }
}

interface Words {
  /** By the id of the mark they stand in. */
  marked: Map<string, string>
  /** The marks that the structure leads to. */
  told: Set<string>
  artifacts: string[]
  stray: string[]
}

async function collectWords(page: PDFPageProxy, { marked, artifacts, stray }: Words): Promise<void> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const open: (string | null)[] = []
  for (const item of items) {
    if ('str' in item) {
      const id = open.at(-1)
      if (id) marked.set(id, `${marked.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`)
      else if (item.str.trim() !== '') (id === null ? artifacts : stray).push(spaced(item.str))
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push('id' in item && item.id ? item.id : null)
  }
}

/** On each page, pdf.js tells a table's rows on other pages too, without a word: these are left out. */
function linesOf(tag: Tag, words: Words): string[] {
  const { role, alt, children = [] } = tag
  if (role === 'TR' || role === 'LI' || children.some(({ id }) => id)) {
    if (!hasContent(tag)) return []
    if (role === 'TR') return [`TR ${children.map((cell) => `${cell.role} ${textOf(cell, words)}`.trim()).join(' | ')}`]
    const text = textOf(tag, words)
    return [`${role} ${alt ?? text}`]
  }
  return [...(role === 'Table' || role === 'L' ? [role] : []), ...children.flatMap((child) => linesOf(child, words))]
}

function hasContent({ id, children = [] }: Tag): boolean {
  return id !== undefined || children.some(hasContent)
}

function textOf({ role, alt, id, children = [] }: Tag, words: Words): string {
  if (id !== undefined) {
    words.told.add(id)
    return words.marked.get(id) ?? ''
  }
  const inner = children.map((child) => textOf(child, words))
  if (role === 'Figure') return `[${alt}]`
  return spaced(inner.join(children.some((child) => child.id) ? '' : ' / '))
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

const PAINTING = new Set([OPS.constructPath, OPS.fill, OPS.stroke, OPS.fillStroke, OPS.eoFill, OPS.showText, OPS.paintImageXObject])

async function countUnmarked(page: PDFPageProxy): Promise<number> {
  const { fnArray } = await page.getOperatorList()
  let depth = 0
  let unmarked = 0
  for (const operator of fnArray) {
    if (operator === OPS.beginMarkedContent || operator === OPS.beginMarkedContentProps) depth += 1
    else if (operator === OPS.endMarkedContent) depth -= 1
    else if (depth === 0 && PAINTING.has(operator)) unmarked += 1
  }
  return unmarked
}
