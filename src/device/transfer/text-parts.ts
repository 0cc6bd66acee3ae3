import { sha256 } from '#seal/hash.ts'

/**
 * A text carried by hand as QR codes that cheap cameras read from a screen. Up to `PART_LENGTH` characters it is one code, the text itself.
 * A longer one is cut into parts shown in turn, each `cdj-part.1.<id>.<place>.<count>.<piece>`: the id is the first 12 characters of the
 * SHA-256 of the whole text in base64url, places count from 1. Parts may be read in any order, and again.
 */
const PART_LENGTH = 260
const PREFIX = 'cdj-part.1.'
const ID_LENGTH = 12
const MAX_PARTS = 99

const PART = /^cdj-part\.1\.([A-Za-z0-9_-]{12})\.([1-9]\d?)\.([1-9]\d?)\.([\s\S]+)$/

/** The longest text that codes carry. */
export const MAX_CODES_LENGTH = PART_LENGTH * MAX_PARTS

/** The texts of the codes that carry `text`, one or several. Throws a RangeError above `MAX_CODES_LENGTH` characters. */
export async function splitText(text: string): Promise<string[]> {
  if (text.length > MAX_CODES_LENGTH) throw new RangeError('text too long for codes')
  const count = Math.max(1, Math.ceil(text.length / PART_LENGTH))
  if (count === 1) return [text]
  const id = (await sha256(text)).slice(0, ID_LENGTH)
  // All parts as long as each other: no code is finer than it must be.
  const length = Math.ceil(text.length / count)
  return Array.from({ length: count }, (_, at) => `${PREFIX}${id}.${at + 1}.${count}.${text.slice(at * length, (at + 1) * length)}`)
}

/** `whole`: the text is there, and is what its id says. `parts`: how many codes of it were read. */
export type TextReading = { kind: 'whole'; text: string } | { kind: 'parts'; read: number; count: number }

/** Puts the codes of a text together as they are read. Codes of another text make it start again with that one. */
export class TextAssembler {
  #id = ''
  #count = 0
  readonly #pieces = new Map<number, string>()

  async add(code: string): Promise<TextReading> {
    const [, id = '', place = '', count = '', piece = ''] = PART.exec(code) ?? []
    if (id === '' || Number(place) > Number(count)) return { kind: 'whole', text: code }
    if (id !== this.#id || Number(count) !== this.#count) this.#startWith(id, Number(count))
    this.#pieces.set(Number(place), piece)
    if (this.#pieces.size === this.#count) {
      const text = Array.from({ length: this.#count }, (_, at) => this.#pieces.get(at + 1) ?? '').join('')
      if ((await sha256(text)).startsWith(id)) return { kind: 'whole', text }
      this.#pieces.clear()
    }
    return { kind: 'parts', read: this.#pieces.size, count: this.#count }
  }

  #startWith(id: string, count: number): void {
    this.#id = id
    this.#count = count
    this.#pieces.clear()
  }
}
