import { db } from '#device/db.ts'

export type FlippedTable = 'entries' | 'signed' | 'envelopes' | 'receipts'

/** Flips one bit of one stored row, chosen by a number; resolves to what the row is known by. A worn-out disk does no more. */
export async function flipBit(table: FlippedTable, at: number): Promise<string> {
  if (table === 'entries') {
    const row = chosen(await db.entries.toArray(), at)
    await db.entries.put({ ...row, sealed: { ...row.sealed, data: flippedBytes(row.sealed.data, at) } })
    return String(row.seq)
  }
  if (table === 'signed') {
    const row = chosen(await db.signed.toArray(), at)
    await db.signed.put({ ...row, sealed: { ...row.sealed, data: flippedBytes(row.sealed.data, at) } })
    return row.hash
  }
  if (table === 'envelopes') {
    const row = chosen(await db.envelopes.toArray(), at)
    await db.envelopes.put({ ...row, jwe: flippedText(row.jwe, at) })
    return row.id
  }
  const row = chosen(
    (await db.outbox.toArray()).filter(({ receipt }) => receipt !== null),
    at,
  )
  await db.outbox.put({ ...row, receipt: flippedText(row.receipt ?? '', at) })
  return row.envelopeId
}

function chosen<Row>(rows: readonly Row[], at: number): Row {
  const row = rows[at % rows.length]
  if (row === undefined) throw new Error('no row to flip a bit in')
  return row
}

function flippedBytes<Bytes extends Uint8Array>(bytes: Bytes, at: number): Bytes {
  const copy = bytes.slice() as Bytes
  const place = at % copy.length
  copy[place] = (copy[place] ?? 0) ^ (1 << (at % 8))
  return copy
}

/** One character changed into another one that may stand in such a text. */
function flippedText(text: string, at: number): string {
  const place = at % text.length
  return `${text.slice(0, place)}${text[place] === 'A' ? 'B' : 'A'}${text.slice(place + 1)}`
}
