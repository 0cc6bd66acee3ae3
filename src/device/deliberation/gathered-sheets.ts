import { z } from 'zod'
import { currentSheets } from '#domain/comparison.ts'
import type { HashedSheet } from '#domain/compose-minutes.ts'
import { db, type PanelRow, rangeOf } from '../db.ts'
import type { Notebook } from '../notebook.ts'
import { readSignedSheets } from '../signing.ts'
import { withDatabase } from '../storage.ts'
import { checkSheet } from './check-sheet.ts'
import { openPanelRow, panelRowsOf, sealPanelRow } from './panel-rows.ts'

const storedSheetSchema = z.object({ jws: z.string() })

/** Stores checked sheets of co-jurors, each once. Resolves to which were new, once they are on disk. */
export async function keepSheets(notebook: Notebook, sheets: readonly { jws: string; hash: string }[]): Promise<Set<string>> {
  const rows = await Promise.all(sheets.map(({ jws, hash }) => sealPanelRow(notebook, 'sheet', hash, { jws })))
  return withDatabase(() =>
    db.transaction('rw', db.panelRows, async () => {
      const known = await db.panelRows.bulkGet(rows.map(({ vaultId, kind, id }) => [vaultId, kind, id] as [string, 'sheet', string]))
      const fresh = rows.filter((_row, index) => known[index] === undefined)
      await db.panelRows.bulkPut(fresh)
      return new Set(fresh.map(({ id }) => id))
    }),
  )
}

/** The panel's sheets for one oral, as far as this juror may see them. */
export interface OralSheets {
  /** Each member's newest signed sheet; only `received` says who else has given one while this juror has not signed their own. */
  sheets: HashedSheet[]
  /** Jurors whose sheet is here, this one's own included. */
  received: string[]
  /** Blind first: others' sheets stay shut until this juror has signed their own, or stood aside for this candidate. */
  isBlind: boolean
}

/** Every sheet on this device by oral: own and gathered, verified again, the newest of each juror. `stoodAside`: orals this juror is recused from. */
export async function readPanelSheets(
  notebook: Notebook,
  oralIds: readonly string[],
  stoodAside: ReadonlySet<string> = new Set(),
): Promise<Map<string, OralSheets>> {
  const gathered = await openGathered(notebook, await panelRowsOf(notebook, 'sheet'))
  const entries = await Promise.all(
    oralIds.map(async (oralId) => {
      const [own] = await readSignedSheets(notebook, oralId)
      const others = currentSheets(gathered.filter(({ sheet }) => sheet.oralId === oralId && sheet.juror.id !== notebook.juror.id))
      const all = inPanelOrder(notebook, oralId, [...(own ? [{ hash: own.hash, sheet: own.sheet }] : []), ...others])
      const isBlind = own === undefined && !stoodAside.has(oralId)
      return [oralId, { sheets: isBlind ? [] : all, received: all.map(({ sheet }) => sheet.juror.id), isBlind }] as const
    }),
  )
  return new Map(entries)
}

function inPanelOrder(notebook: Notebook, oralId: string, sheets: HashedSheet[]): HashedSheet[] {
  const { orals, panels } = notebook.package.session
  const panelId = orals.find(({ id }) => id === oralId)?.panelId
  const order = panels.find(({ id }) => id === panelId)?.jurorIds ?? []
  return sheets.sort((a, b) => order.indexOf(a.sheet.juror.id) - order.indexOf(b.sheet.juror.id))
}

async function openGathered(notebook: Notebook, rows: readonly PanelRow[]): Promise<HashedSheet[]> {
  const opened = await Promise.all(
    rows.map(async (row) => {
      const stored = await openPanelRow(notebook, row, storedSheetSchema)
      if (stored === null) return null
      const check = await checkSheet(notebook, stored.jws)
      return check.ok ? { hash: check.signed.hash, sheet: check.signed.sheet } : null
    }),
  )
  return opened.filter((item) => item !== null)
}

/** Every row the panel's sheets depend on, for a live query to follow. */
export async function touchPanelSheets(vaultId: string): Promise<unknown> {
  return [await rangeOf.panelKind(vaultId, 'sheet').count(), await rangeOf.vaultSigned(vaultId).count()]
}
