import { Dexie } from 'dexie'
import { describe, expect, it } from 'vitest'
import { DATABASE_NAME, db } from '#device/db.ts'
import { exportDiagnostics, noteEvent } from '#device/diagnostics.ts'
import { openDraft } from '#device/draft-log.ts'
import { unlock } from '#device/notebooks.ts'
import { type StorageState, watchStorage, withDatabase } from '#device/storage.ts'
import { aDraft, aNotebook, aSignedSheet, PASSPHRASE, reloaded } from './harness/a-notebook.ts'

/** A tab of an older version, that does not make way for a newer one. */
async function anOlderTab(): Promise<IDBDatabase> {
  await deleteDatabase()
  return new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(DATABASE_NAME, 1)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
}

describe('the database', () => {
  it('is written with strict durability and no cache that shows rows before they are on disk', async () => {
    await withDatabase(() => db.facts.put({ name: 'essai', value: 1 }))
    const durabilities: string[] = []
    await db.transaction('rw', db.facts, async (transaction) => {
      await db.facts.get('essai')
      durabilities.push((transaction as unknown as { idbtrans: IDBTransaction }).idbtrans.durability)
    })
    expect(durabilities).toEqual(['strict'])
    expect((db as unknown as { _options: { cache: string } })._options.cache).toBe('disabled')
  })

  it('runs a task again once when the connection is lost under it, then says so with a stable code', async () => {
    const states: StorageState[] = []
    const stop = watchStorage((state) => states.push(state))
    let runs = 0
    const lost = () => {
      runs += 1
      return Promise.reject(new Dexie.DatabaseClosedError())
    }
    await expect(withDatabase(lost)).rejects.toMatchObject({ name: 'DeviceError', code: 'databaseClosed' })
    expect(runs).toBe(2)
    expect(states.at(-1)).toBe('closed')
    expect(await withDatabase(() => db.vaults.count())).toBeGreaterThanOrEqual(0)
    db.close({ disableAutoOpen: false })
    await withDatabase(() => db.vaults.count())
    expect(states.at(-1)).toBe('ready')
    stop()
  })

  it('says that another tab keeps an older version open, and opens once that tab is closed', async () => {
    // Lines still to be written to the diagnostic log would open the database again under our feet.
    await exportDiagnostics()
    db.close({ disableAutoOpen: false })
    const olderTab = await anOlderTab()
    const states: StorageState[] = []
    const stop = watchStorage((state) => states.push(state))
    const counting = withDatabase(() => db.vaults.count())
    await expect.poll(() => states.at(-1)).toBe('blocked')
    olderTab.close()
    expect(await counting).toBe(0)
    expect(states.at(-1)).toBe('ready')
    stop()
  })

  it('deleted under the app is said to be gone; what was recorded stays in memory and nothing is begun anew', async () => {
    const notebook = await aNotebook()
    const draft = await aDraft(notebook)
    await deleteDatabase()
    await expect(draft.append({ kind: 'appreciation', text: 'x' })).rejects.toMatchObject({ code: 'databaseGone' })
    expect(draft.getEntries()).toHaveLength(2)
    expect(await db.entries.count()).toBe(0)
    draft.close()
  })

  it('deleted under the app is noticed without a gesture, and gets everything back from memory when asked', async () => {
    const notebook = await aNotebook()
    const hash = await aSignedSheet(notebook, 'o2')
    const draft = await aDraft(notebook)
    await expect.poll(() => db.entries.count()).toBe(4)
    const late = await draft.append({ kind: 'appreciation', text: 'clair' })
    await deleteDatabase()
    await expect.poll(() => draft.getGone(), { timeout: 5_000 }).toBe(true)
    await expect(unlock(notebook.vaultId, PASSPHRASE)).rejects.toMatchObject({ code: 'databaseGone' })

    await draft.rescue()
    expect(draft.getGone()).toBe(false)
    await draft.append({ kind: 'mark', targets: ['C1.K1.I1'], value: 'partial' })
    draft.close()
    const afterReload = await reloaded(notebook)
    const again = await openDraft(afterReload, 'o1')
    expect(again.getEntries().map(({ seq }) => seq)).toEqual([0, 1, 2, 3])
    expect(again.getEntries()[2]).toEqual(late)
    expect(again.getDamaged()).toEqual([])
    again.close()
    expect((await db.signed.toArray()).map((row) => row.hash)).toEqual([hash])
    expect((await db.outbox.toArray()).map((row) => row.envelopeId)).toEqual((await db.envelopes.toArray()).map((row) => row.id))
  })

  it('written back by a tab that lost the pen is refused', async () => {
    const notebook = await aNotebook()
    const draft = await aDraft(notebook)
    const other = await openDraft(await reloaded(notebook), 'o1')
    await other.takePen()
    await expect(draft.rescue()).rejects.toMatchObject({ code: 'notWriter' })
    draft.close()
    other.close()
  })
})

/** What « Effacer les données du site » does to a page that is open. */
function deleteDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const deletion = indexedDB.deleteDatabase(DATABASE_NAME)
    deletion.onsuccess = () => resolve()
    deletion.onerror = () => reject(deletion.error)
  })
}

describe('the diagnostic log', () => {
  it('keeps the last 500 lines, each with its date and code', async () => {
    for (let line = 0; line < 520; line += 1) noteEvent('essai', { line })
    await expect.poll(() => db.diagnostics.count(), { timeout: 5_000 }).toBeGreaterThan(400)
    noteEvent('dernier')
    await expect.poll(async () => (await db.diagnostics.toCollection().last())?.event, { timeout: 5_000 }).toBe('dernier')
    const lines = (await exportDiagnostics()).split('\n')
    expect(lines.length).toBeLessThanOrEqual(500)
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ event: 'dernier', at: expect.stringMatching(/^\d{4}-/) })
  })
})
