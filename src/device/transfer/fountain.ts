import type { Bytes } from '#seal/bytes.ts'

/**
 * A random linear fountain over GF(2): after each slice as it is, XORs of slices drawn one chance in two. Nearly any `slices` frames are then
 * enough, two or three more at worst, whichever were missed (MacKay, « Fountain codes », IEE Proceedings, 2005, §2).
 */
export interface Mixture {
  /** Slices mixed, ascending; never empty. */
  indices: number[]
  data: Bytes
}

/** Cuts a payload into slices, the last one filled up with zeros, and mixes them without end. */
export function* mixturesOf(payload: Bytes, sliceBytes: number): Generator<Mixture, never> {
  const count = Math.ceil(payload.length / sliceBytes)
  const slice = (index: number): Bytes => payload.subarray(index * sliceBytes, (index + 1) * sliceBytes)
  for (let index = 0; index < count; index++) yield { indices: [index], data: filledUp(slice(index), sliceBytes) }
  while (true) {
    const indices = drawSome(count)
    const data = new Uint8Array(sliceBytes)
    for (const index of indices) xorInto(data, slice(index))
    yield { indices, data }
  }
}

/** An equation: the XOR of some slices, a bit each, and what it gives. */
interface Row {
  bits: Bytes
  data: Bytes
}

/** Solves for the slices by Gaussian elimination, one mixture after the other. */
export class SliceSolver {
  readonly #count: number
  /** By the lowest slice that each mentions. */
  readonly #rows = new Map<number, Row>()

  constructor(count: number) {
    this.#count = count
  }

  /** How many slices' worth is known; all can be told when it is the number of slices. */
  get rank(): number {
    return this.#rows.size
  }

  /** Takes a mixture in. One that says nothing new changes nothing. */
  add({ indices, data }: Mixture): void {
    const row = { bits: bitsOf(indices, this.#count), data: data.slice() }
    for (let index = 0; index < this.#count; index++) {
      if (row.bits[index] === 0) continue
      const known = this.#rows.get(index)
      if (known === undefined) {
        this.#rows.set(index, row)
        return
      }
      xorRow(row, known)
    }
  }

  /** The slices in order; null until the rank is their number. */
  solve(): Bytes[] | null {
    if (this.rank < this.#count) return null
    const slices: Bytes[] = []
    for (let index = this.#count - 1; index >= 0; index--) {
      const row = this.#rows.get(index)
      if (row === undefined) return null
      const slice = row.data.slice()
      for (let later = index + 1; later < this.#count; later++) {
        const known = slices[later]
        if (row.bits[later] === 1 && known) xorInto(slice, known)
      }
      slices[index] = slice
    }
    return slices
  }
}

/** One slice in two, at least one. */
function drawSome(count: number): number[] {
  const drawn = crypto.getRandomValues(new Uint8Array(count))
  const indices = [...drawn.keys()].filter((index) => ((drawn[index] ?? 0) & 1) === 1)
  return indices.length > 0 ? indices : [(drawn[0] ?? 0) % count]
}

function bitsOf(indices: readonly number[], count: number): Bytes {
  const bits = new Uint8Array(count)
  for (const index of indices) bits[index] = 1
  return bits
}

function filledUp(slice: Bytes, length: number): Bytes {
  const filled = new Uint8Array(length)
  filled.set(slice)
  return filled
}

function xorRow(row: Row, other: Row): void {
  xorInto(row.bits, other.bits)
  xorInto(row.data, other.data)
}

function xorInto(target: Bytes, other: Bytes): void {
  for (let at = 0; at < other.length; at++) target[at] = (target[at] ?? 0) ^ (other[at] ?? 0)
}
