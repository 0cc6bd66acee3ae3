import type { ColumnKey, TableKind } from '#domain/tables/columns.ts'
import { changeCells, type EditOutcome } from '#domain/tables/edit-table.ts'
import type { TableComplaint } from '#domain/tables/table-reading.ts'
import { complaintWords } from '../import/complaint-words.ts'
import { usePreparedSession } from '../use-prepared-session.ts'
import type { CellDraft } from './cell-draft.ts'
import { editRequest } from './table-words.ts'

interface LineEdits {
  draftOf: (id: string) => CellDraft | undefined
  /** Lines that wait for a correction, in the order they were written. */
  waiting: string[]
  write: (id: string, key: ColumnKey, text: string) => void
  /** One text in the same column of many lines: all of them, or none. */
  writeAll: (ids: readonly string[], key: ColumnKey, text: string) => TableComplaint[]
  giveUp: () => void
}

/** Writes cells of the session. What is wrong stays in its cell with its reason until it is right: nobody has to finish a line in one go. */
export function useCellDrafts(kind: TableKind): LineEdits {
  const { now, knownGrids, change, drafts, setDrafts } = usePreparedSession()
  const keyOf = (id: string) => `${kind}/${id}`
  const take = (outcome: EditOutcome): TableComplaint[] => {
    if (!outcome.ok) return outcome.complaints
    change(() => outcome.preparation)
    return []
  }
  const without = (ids: readonly string[]) => {
    const gone = new Set(ids.map(keyOf))
    setDrafts(new Map([...drafts].filter(([key]) => !gone.has(key))))
  }
  return {
    draftOf: (id) => drafts.get(keyOf(id)),
    waiting: [...drafts.keys()].filter((key) => key.startsWith(`${kind}/`)).map((key) => key.slice(kind.length + 1)),
    write: (id, key, text) => {
      const cells = { ...drafts.get(keyOf(id))?.cells, [key]: text }
      const complaints = take(changeCells(kind, now, [{ id, cells }], editRequest(knownGrids)))
      if (complaints.length === 0) without([id])
      else setDrafts(new Map(drafts).set(keyOf(id), { cells, errors: errorsOf(complaints, key) }))
    },
    writeAll: (ids, key, text) => {
      const changes = ids.map((id) => ({ id, cells: { [key]: text } }))
      return take(changeCells(kind, now, changes, editRequest(knownGrids)))
    },
    giveUp: () => setDrafts(new Map([...drafts].filter(([key]) => !key.startsWith(`${kind}/`)))),
  }
}

function errorsOf(complaints: readonly TableComplaint[], written: ColumnKey): CellDraft['errors'] {
  const errors: CellDraft['errors'] = {}
  for (const complaint of complaints) errors[complaint.key ?? written] ??= complaintWords(complaint)
  return errors
}
