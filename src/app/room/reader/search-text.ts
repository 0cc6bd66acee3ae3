import type { PageText } from './pdf/page-text.ts'

/** Text made comparable: no case, accent, hyphen nor line break. `origin[i]` is where character `i` comes from. */
export interface FoldedText {
  folded: string
  origin: readonly number[]
}

/** A page ready to be searched. */
export interface IndexedPage {
  source: PageText
  content: FoldedText
}

/** One place where the words were found. `start` and `end` are offsets in the page's own text. */
export interface SearchHit {
  page: number
  start: number
  end: number
  before: string
  match: string
  after: string
}

const SNIPPET_CHARACTERS = 40
const MAX_HITS = 500
const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', '’': "'", ʼ: "'" }
/** Hyphens: a word cut at the end of a line must be found, and so must a compound one written without. */
const HYPHENS = /[-\u00ad\u2010\u2011]/u
const COMBINING_MARKS = /\p{M}/gu

/** Folds a text for comparison, remembering where each character came from. */
export function foldText(text: string): FoldedText {
  let folded = ''
  const origin: number[] = []
  let offset = 0
  let afterHyphen = false
  for (const character of text) {
    const at = offset
    offset += character.length
    if (HYPHENS.test(character)) {
      afterHyphen = true
      continue
    }
    if (/\s/u.test(character)) {
      const cutWord = afterHyphen && character === '\n'
      if (cutWord || folded === '' || folded.endsWith(' ')) continue
      folded += ' '
      origin.push(at)
      continue
    }
    afterHyphen = false
    const plain = plainForm(character)
    folded += plain
    // One origin for each UTF-16 unit, which is what indexOf counts.
    for (let unit = 0; unit < plain.length; unit += 1) origin.push(at)
  }
  return { folded, origin }
}

function plainForm(character: string): string {
  const plain = character.normalize('NFKD').replace(COMBINING_MARKS, '').toLowerCase()
  return LIGATURES[plain] ?? plain
}

/** Prepares a page for searching. */
export function indexPage(source: PageText): IndexedPage {
  return { source, content: foldText(source.text) }
}

/** Finds words in the pages given, in reading order; at most 500 places. An empty query finds nothing. */
export function searchPages(pages: readonly IndexedPage[], query: string): SearchHit[] {
  const needle = foldText(query).folded.trim()
  const hits: SearchHit[] = []
  if (needle === '') return hits
  for (const page of pages) {
    let at = page.content.folded.indexOf(needle)
    while (at >= 0 && hits.length < MAX_HITS) {
      hits.push(hitAt(page, at, needle.length))
      at = page.content.folded.indexOf(needle, at + needle.length)
    }
  }
  return hits
}

function hitAt({ source, content }: IndexedPage, at: number, length: number): SearchHit {
  const { text } = source
  const start = content.origin[at] ?? 0
  const last = content.origin[at + length - 1] ?? start
  const end = last + (String.fromCodePoint(text.codePointAt(last) ?? 0x20).length || 1)
  return {
    page: source.page,
    start,
    end,
    before: oneLine(wholeWordsBefore(text, start)),
    match: oneLine(text.slice(start, end)),
    after: oneLine(wholeWordsAfter(text, end)),
  }
}

function wholeWordsBefore(text: string, start: number): string {
  if (start <= SNIPPET_CHARACTERS) return text.slice(0, start)
  const part = text.slice(start - SNIPPET_CHARACTERS, start)
  return `… ${part.replace(/^\S*\s/u, '')}`
}

function wholeWordsAfter(text: string, end: number): string {
  if (text.length - end <= SNIPPET_CHARACTERS) return text.slice(end)
  const part = text.slice(end, end + SNIPPET_CHARACTERS)
  return `${part.replace(/\s\S*$/u, '')} …`
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ')
}
