import type { Candidate } from '../exam-session.ts'
import type { Preparation, PreparedOral } from '../preparation.ts'
import type { ColumnKey } from './columns.ts'
import type { EditRequest } from './edit-lines.ts'
import type { EditedRow, EditRows } from './edited-rows.ts'
import type { NamedGrid } from './parts.ts'
import { readCandidates } from './read-candidates.ts'
import { plainWords } from './table.ts'

/** The session with these candidates changed or added, and their orals after their registrations. Complaints say what is wrong. */
export function editCandidates(before: Preparation, { rows }: EditRows, request: EditRequest): Preparation {
  const { candidates: read } = readCandidates(
    rows.map(({ row }) => row),
    request,
  )
  const edited = new Set(rows.map(({ id }) => id))
  const former = new Map(before.candidates.map((candidate) => [candidate.id, candidate]))
  const taken = new Set(before.candidates.filter(({ id }) => !edited.has(id)).map(({ number }) => plainWords(number)))
  const changed = new Map<string, Candidate>()
  rows.forEach((line, place) => {
    const candidate = read[place]?.candidate
    if (!candidate) return
    if (taken.has(plainWords(candidate.number))) line.row.complain('number', 'duplicateNumber')
    changed.set(line.id, merged(line, candidate, former.get(line.id)))
  })
  const added = [...changed].filter(([id]) => !former.has(id)).map(([, candidate]) => candidate)
  return {
    ...before,
    candidates: [...before.candidates.map((candidate) => changed.get(candidate.id) ?? candidate), ...added],
    orals: oralsAfter(before, former, changed, request),
  }
}

/** What a line does not change stays as it was: a text is poorer than what it was made of. */
function merged({ row, id, former }: EditedRow, read: Candidate, was: Candidate | undefined): Candidate {
  const isSame = (key: ColumnKey) => former !== null && row.text(key) === (former.cells[key] ?? '')
  const keepsAccommodations = was && isSame('extraTime') && isSame('accommodation')
  return {
    ...read,
    id,
    accommodations: keepsAccommodations ? was.accommodations : read.accommodations,
    blocks: was && isSame('blocks') ? was.blocks : read.blocks,
  }
}

/** A new block is a new oral to place, a block given up is an oral less; who takes every block has the final interview too. */
function oralsAfter(
  { orals }: Preparation,
  former: ReadonlyMap<string, Candidate>,
  changed: ReadonlyMap<string, Candidate>,
  { grids, newId }: EditRequest,
): PreparedOral[] {
  const blockOf = new Map(grids.map(({ id, blockId }) => [id, blockId]))
  const kept = orals.filter(({ candidateId, gridId }) => {
    const candidate = changed.get(candidateId)
    const blockId = blockOf.get(gridId)
    const gaveUp = candidate && blockId && former.get(candidateId)?.blocks.includes(blockId) && !candidate.blocks.includes(blockId)
    return !gaveUp
  })
  const held = new Set(kept.map(({ candidateId, gridId }) => `${candidateId}/${gridId}`))
  const added = [...changed.values()].flatMap((candidate) =>
    newParts(candidate, former.get(candidate.id), grids)
      .filter(({ id }) => !held.has(`${candidate.id}/${id}`))
      .map(({ id }) => ({
        id: newId(),
        candidateId: candidate.id,
        gridId: id,
        place: null,
        room: null,
        supportId: null,
        scenario: null,
      })),
  )
  return [...kept, ...added]
}

function newParts(candidate: Candidate, was: Candidate | undefined, grids: readonly NamedGrid[]): NamedGrid[] {
  const blocks = grids.flatMap(({ blockId }) => blockId ?? [])
  const isFull = (of: Candidate | undefined) =>
    of !== undefined && blocks.every((id) => of.blocks.includes(id) || of.acquiredBefore?.includes(id))
  return grids.filter(({ blockId }) =>
    blockId === null ? isFull(candidate) && !isFull(was) : candidate.blocks.includes(blockId) && !was?.blocks.includes(blockId),
  )
}
