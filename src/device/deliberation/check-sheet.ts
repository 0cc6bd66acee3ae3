import { foldMatchesLog } from '#domain/sheet.ts'
import { type SignedSheet, verifySheet } from '#seal/envelope.ts'
import { sha256 } from '#seal/hash.ts'
import { SealError } from '#seal/seal-error.ts'
import type { Notebook } from '../notebook.ts'
import { deviceOwner, signingKeyOf } from './panel-day.ts'

/**
 * Why a sheet is not taken. `unknownDevice`: signed by a device this notebook does not know yet: refresh the package. `damaged`: its signature
 * or its content does not hold. `foreign`: another session, panel, candidate or juror. `otherGrid`: scored with another grid than the oral's.
 */
export type SheetRefusal = 'unknownDevice' | 'damaged' | 'foreign' | 'otherGrid'

export type SheetCheck = { ok: true; signed: SignedSheet } | { ok: false; code: SheetRefusal; jurorId: string | null }

/** Verifies a co-juror's sheet by the package alone: the device that signed, the oral, the grid's hash, and that its fold is what its log says. */
export async function checkSheet(notebook: Notebook, jws: string): Promise<SheetCheck> {
  let owner: string | null = null
  try {
    const signed = await verifySheet(jws, async (deviceId) => {
      owner = deviceOwner(notebook, deviceId)
      return owner === null ? null : signingKeyOf(notebook, owner, deviceId)
    })
    const code = (await isOfThisPanel(notebook, signed, owner)) ? null : 'foreign'
    if (code !== null) return { ok: false, code, jurorId: owner }
    if (!hasTheOralsGrid(notebook, signed)) return { ok: false, code: 'otherGrid', jurorId: owner }
    return foldMatchesLog(signed.sheet) ? { ok: true, signed } : { ok: false, code: 'damaged', jurorId: owner }
  } catch (error) {
    if (!(error instanceof SealError)) throw error
    return { ok: false, code: error.code === 'unknownKey' ? 'unknownDevice' : 'damaged', jurorId: owner }
  }
}

async function isOfThisPanel(notebook: Notebook, { sheet }: SignedSheet, owner: string | null): Promise<boolean> {
  const { session } = notebook.package
  const oral = session.orals.find(({ id }) => id === sheet.oralId)
  const panel = session.panels.find(({ id }) => id === oral?.panelId)
  const isMember = panel?.jurorIds.includes(sheet.juror.id) === true
  return (
    sheet.sessionId === session.id &&
    sheet.juror.id === owner &&
    sheet.candidate.id === oral?.candidateId &&
    isMember &&
    sheet.sheetId === (await sha256(`${session.id}/${sheet.oralId}/${sheet.juror.id}`))
  )
}

function hasTheOralsGrid(notebook: Notebook, { sheet }: SignedSheet): boolean {
  const { session, grids } = notebook.package
  const gridId = session.orals.find(({ id }) => id === sheet.oralId)?.gridId
  const published = grids.find(({ grid }) => grid.id === gridId)
  return published !== undefined && published.hash === sheet.grid.hash && sheet.grid.id === gridId
}
