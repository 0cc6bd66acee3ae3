import type { CivilIdentity } from '../civil-identity.ts'
import type { Accommodation, Candidate } from '../exam-session.ts'
import { readExtraTime } from './cells.ts'
import type { DefaultWords } from './default-words.ts'
import { readIdentity } from './identity-columns.ts'
import { blocksNamed, type NamedGrid } from './parts.ts'
import { plainWords } from './table.ts'
import type { TableRow } from './table-reading.ts'

/** A candidate, and the line that says so. */
export interface ReadCandidate {
  candidate: Candidate
  row: TableRow
}

/** The candidates of the files, and the civil identities that stay at the desk. Without a column of blocks everybody takes all those not acquired before. */
export function readCandidates(
  rows: readonly TableRow[],
  { grids, words }: { grids: readonly NamedGrid[]; words: DefaultWords },
): { candidates: ReadCandidate[]; identities: CivilIdentity[] } {
  const candidates: ReadCandidate[] = []
  const identities: CivilIdentity[] = []
  const numbers = new Set<string>()
  for (const row of rows) {
    const number = row.required('number')
    const lastName = row.required('lastName')
    const firstName = row.required('firstName')
    if (number !== '' && numbers.has(plainWords(number))) row.complain('number', 'duplicateNumber')
    numbers.add(plainWords(number))
    const id = `c${candidates.length + 1}`
    const acquired = readAcquired(row, grids)
    const candidate = {
      id,
      number,
      lastName,
      firstName,
      accommodations: readAccommodations(row, words),
      blocks: readBlocks(row, grids, acquired),
      ...(acquired.length === 0 ? {} : { acquiredBefore: acquired }),
    }
    candidates.push({ candidate, row })
    const identity = readIdentity(row, id)
    if (identity) identities.push(identity)
  }
  return { candidates, identities }
}

/** Blocks an earlier session gave; an empty cell is none. */
function readAcquired(row: TableRow, grids: readonly NamedGrid[]): string[] {
  const { blocks, unknown } = blocksNamed(row.text('acquiredBefore'), grids)
  for (const name of unknown) row.complain('acquiredBefore', 'unknownBlock', name)
  return blocks
}

function readBlocks(row: TableRow, grids: readonly NamedGrid[], acquired: readonly string[]): string[] {
  if (!row.has('blocks')) return grids.flatMap(({ blockId }) => (blockId === null || acquired.includes(blockId) ? [] : [blockId]))
  const text = row.text('blocks')
  if (text === '') {
    row.complain('blocks', 'noBlock')
    return []
  }
  const { blocks, unknown } = blocksNamed(text, grids)
  for (const name of unknown) row.complain('blocks', 'unknownBlock', name)
  return blocks
}

/** Only an accommodation's effect is ever read: its reason is health data, and no column is asked for it. */
function readAccommodations(row: TableRow, words: DefaultWords): Accommodation[] {
  const extraTime = readExtraTime(row.cell('extraTime'))
  if (extraTime === undefined) row.complain('extraTime', 'badExtraTime')
  const effect = row.text('accommodation')
  if (!extraTime) return effect === '' ? [] : [{ effect, extraTime: null }]
  const { numerator, denominator } = extraTime
  const share = denominator === 100 ? `${numerator} %` : `${numerator}/${denominator}`
  return [{ effect: effect || words.extraTime(share), extraTime }]
}
