import { describe, expect, it } from 'vitest'
import { db } from '#device/db.ts'
import { openDraft } from '#device/draft-log.ts'
import { changeNotebookPassphrase, unlock } from '#device/notebooks.ts'
import { costFor } from '#device/passphrase-cost.ts'
import { remainingWaitMs, waitAfterMs } from '#device/passphrase-tries.ts'
import { fetchSupports } from '#device/supports.ts'
import { aLane } from './harness/a-lane.ts'
import { aNotebook, aSignedSheet, firstDay, PASSPHRASE } from './harness/a-notebook.ts'

/** Every byte IndexedDB holds for the app, as text of one character a byte, and as UTF-8 and UTF-16. */
async function everythingAtRest(): Promise<string> {
  const texts: string[] = []
  for (const table of db.tables) {
    for (const row of await table.toArray()) collect(row, texts)
  }
  return texts.join('\n')
}

function collect(value: unknown, texts: string[]): void {
  if (value instanceof Uint8Array) texts.push(new TextDecoder().decode(value), new TextDecoder('utf-16').decode(value))
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      texts.push(key)
      collect(inner, texts)
    }
  } else texts.push(String(value))
}

describe('the vault', () => {
  it('leaves nothing readable at rest: no candidate, no mark, no note, no passphrase, no private key, no PDF', async () => {
    const lane = aLane()
    const notebook = await aNotebook(lane)
    const draft = await openDraft(notebook, 'o2')
    await draft.append({ kind: 'appreciation', text: 'Exposé remarquablement structuré' })
    draft.close()
    await aSignedSheet(notebook, 'o1')
    await fetchSupports(notebook, undefined, lane.origin)
    await db.transaction('r', db.entries, async () => expect(await db.entries.count()).toBeGreaterThan(0))

    const text = await everythingAtRest()
    expect(text).toContain(notebook.vaultId)
    expect(text).toContain('Carnet d’essai')
    const secrets = [
      'Bazin',
      'Inès',
      'Cormier',
      'Dumas',
      'Agnès',
      'Centre d’Angers',
      'C1.K1.I1',
      'remarquablement',
      PASSPHRASE,
      '"d":',
      '%PDF',
    ]
    for (const secret of secrets) {
      expect(text.includes(secret), secret).toBe(false)
    }
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('Bazin')
  })

  it('makes wrong passphrases wait longer and longer, remembers it, and opens after', async () => {
    const { vaultId } = await aNotebook()
    const waits: number[] = []
    let triedAt = 0
    for (let tries = 0; tries < 3; tries += 1) {
      triedAt = Date.now()
      const outcome = await unlock(vaultId, 'faux')
      if (outcome.ok || outcome.code !== 'wrongPassphrase') throw new Error('opened')
      waits.push(outcome.retryInMs)
    }
    expect(waits.slice(0, 2)).toEqual([0, 0])
    // The wait runs while the passphrase is tried, which takes long on a busy machine.
    expect((await db.vaults.get(vaultId))?.nextTryAt).toBeGreaterThanOrEqual(triedAt + 2_000)
    // Too early, even with the right one, and without counting.
    await db.vaults.update(vaultId, { nextTryAt: Date.now() + 60_000 })
    expect(await unlock(vaultId, PASSPHRASE)).toMatchObject({ ok: false, code: 'wrongPassphrase' })
    expect((await db.vaults.get(vaultId))?.wrongTries).toBe(3)
    await db.vaults.update(vaultId, { nextTryAt: Date.now() - 1 })
    expect((await unlock(vaultId, PASSPHRASE)).ok).toBe(true)
    expect(await db.vaults.get(vaultId)).toMatchObject({ wrongTries: 0, nextTryAt: 0 })
  })

  it('never locks out for good, whatever the number of tries or the clock', () => {
    const waits = Array.from({ length: 60 }, (_value, tries) => waitAfterMs(tries))
    expect(waits.slice(0, 5)).toEqual([0, 0, 0, 2_000, 4_000])
    expect(Math.max(...waits)).toBe(120_000)
    expect([...waits].sort((a, b) => a - b)).toEqual(waits)
    expect(remainingWaitMs({ nextTryAt: 86_400_000 }, 0)).toBe(120_000)
  })

  it('opens under the new passphrase only, with its sheets, after a change', async () => {
    const notebook = await aNotebook()
    await aSignedSheet(notebook)
    expect(await changeNotebookPassphrase(notebook.vaultId, 'faux', 'autre phrase')).toMatchObject({ code: 'wrongPassphrase' })
    expect(await changeNotebookPassphrase(notebook.vaultId, PASSPHRASE, 'autre phrase')).toEqual({ ok: true })
    expect((await unlock(notebook.vaultId, PASSPHRASE)).ok).toBe(false)
    const opened = await unlock(notebook.vaultId, 'autre phrase')
    if (!opened.ok) throw new Error(opened.code)
    expect((await firstDay(opened.notebook))[0]?.sheet?.state).toBe('signed')
  })

  it('says that a notebook whose package was altered is damaged, and touches nothing', async () => {
    const { vaultId } = await aNotebook()
    const row = await db.records.get([vaultId, 'package'])
    if (!row) throw new Error('no row')
    const data = row.sealed.data.slice()
    data[10] = (data[10] ?? 0) ^ 1
    await db.records.put({ ...row, sealed: { ...row.sealed, data } })
    expect(await unlock(vaultId, PASSPHRASE)).toEqual({ ok: false, code: 'damaged' })
    expect(await db.records.where('[vaultId+kind]').between([vaultId, ''], [vaultId, '\uffff']).count()).toBe(3)
  })

  it('costs about half a second on any device, never under the minimum nor over its memory', () => {
    expect(costFor(50, 8)).toEqual({ memoryKiB: 189 * 1024 + 1024, iterations: 2 })
    expect(costFor(2_000, 8)).toEqual({ memoryKiB: 19_456, iterations: 2 })
    expect(costFor(1, 8).memoryKiB).toBe(256 * 1024)
    expect(costFor(1, 2).memoryKiB).toBe(128 * 1024)
  })
})
