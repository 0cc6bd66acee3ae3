import type { z } from 'zod'
import { SealError } from '#seal/seal-error.ts'
import { decryptJson, encryptJson } from '#seal/vault.ts'
import { address, db, type PanelRow, type PanelRowKind, rangeOf } from '../db.ts'
import { noteEvent } from '../diagnostics.ts'
import type { Notebook } from '../notebook.ts'
import { secretsOf } from '../open-notebook.ts'
import { withDatabase } from '../storage.ts'

/** Seals one document of the deliberation for its place. */
export async function sealPanelRow(notebook: Notebook, kind: PanelRowKind, id: string, value: unknown): Promise<PanelRow> {
  const { vaultId } = notebook
  return { vaultId, kind, id, sealed: await encryptJson(secretsOf(notebook).dataKey, address.panel(vaultId, kind, id), value) }
}

/** Stores one, in place of what was there. Resolves once it is on disk. */
export async function putPanelRow(notebook: Notebook, kind: PanelRowKind, id: string, value: unknown): Promise<void> {
  const row = await sealPanelRow(notebook, kind, id, value)
  await withDatabase(() => db.panelRows.put(row))
}

/** Opens a row, or null when it no longer opens or is absent: damage is noted and hides nothing else. */
export async function openPanelRow<Schema extends z.ZodType>(
  notebook: Notebook,
  row: PanelRow | undefined,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  if (!row) return null
  try {
    return await decryptJson(secretsOf(notebook).dataKey, address.panel(row.vaultId, row.kind, row.id), row.sealed, schema)
  } catch (error) {
    if (!(error instanceof SealError)) throw error
    noteEvent('panelRowDamaged', { kind: row.kind, reason: error.code })
    return null
  }
}

/** The stored document of one place, or null. */
export async function readPanelRow<Schema extends z.ZodType>(
  notebook: Notebook,
  kind: PanelRowKind,
  id: string,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  const row = await withDatabase(() => db.panelRows.get([notebook.vaultId, kind, id]))
  return openPanelRow(notebook, row, schema)
}

/** All rows of a kind, still sealed. */
export function panelRowsOf(notebook: Notebook, kind: PanelRowKind): Promise<PanelRow[]> {
  return withDatabase(() => rangeOf.panelKind(notebook.vaultId, kind).toArray())
}
