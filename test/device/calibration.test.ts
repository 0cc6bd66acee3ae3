import { describe, expect, it } from 'vitest'
import { fetchCalibration, readKeptSpread } from '#device/calibration.ts'
import { readDayOral, watchCalibrations } from '#device/day.ts'
import { db } from '#device/db.ts'
import { deliverOutbox } from '#device/deliver-outbox.ts'
import { openDraft } from '#device/draft-log.ts'
import type { Notebook } from '#device/notebook.ts'
import { refreshPackage } from '#device/package-refresh.ts'
import { readSignedSheets, signDraft } from '#device/signing.ts'
import { foldMatchesLog } from '#domain/sheet.ts'
import { anOwnServer } from './harness/a-lane.ts'
import { aNotebookOn, firstDay, reloaded } from './harness/a-notebook.ts'

const CASE = { title: 'Cas Lumen', text: 'La personne présente une étude de marché.', gridId: 'cdcm-b1', minutes: 10 }

/** A notebook of a session whose coordinator gave a case to score. */
async function aCalibratedNotebook() {
  const server = anOwnServer()
  await server.askDesk('publishCalibration', CASE)
  const notebook = await aNotebookOn(server)
  const id = notebook.package.calibrations?.[0]?.id
  if (id === undefined) throw new Error('the package has no calibration')
  return { server, notebook, id }
}

async function signed(notebook: Notebook, id: string): Promise<void> {
  const draft = await openDraft(notebook, id)
  await draft.append({ kind: 'presence', presence: 'present' })
  await draft.append({ kind: 'mark', targets: ['C1.K1.I1'], value: 'observed' })
  await signDraft(notebook, draft, { signature: { kind: 'typed', name: 'Agnès Dumas' }, signedDespite: '' })
  draft.close()
}

function idOf(all: readonly { id: string; title: string }[], title: string): string {
  return all.find((one) => one.title === title)?.id ?? ''
}

function known(notebook: Notebook): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const subscription = watchCalibrations(notebook).subscribe((list) => {
      resolve(list.map(({ calibration, sheet }) => `${calibration?.title} ${sheet?.state ?? 'none'}`))
      queueMicrotask(() => subscription.unsubscribe())
    }, reject)
  })
}

describe('a calibration on a device', () => {
  it('is scored and signed with no network, says what it is, and is none of the day’s orals', async () => {
    const { notebook, id } = await aCalibratedNotebook()
    expect(await known(notebook)).toEqual(['Cas Lumen none'])
    const before = (await firstDay(notebook)).length
    await signed(notebook, id)
    const page = await reloaded(notebook)
    expect(await known(page)).toEqual(['Cas Lumen signed'])
    expect(await firstDay(page)).toHaveLength(before)
    const [newest] = await readSignedSheets(page, id)
    if (!newest) throw new Error('no sheet')
    expect(newest.sheet).toMatchObject({
      kind: 'calibration',
      formatVersion: 2,
      oralId: id,
      candidate: { id, name: 'Cas Lumen' },
      timing: { allottedMs: 600_000 },
    })
    expect(foldMatchesLog(newest.sheet)).toBe(true)
  })

  it('shows nothing of others before one’s own sheet is on the server, then how many came', async () => {
    const { server, notebook, id } = await aCalibratedNotebook()
    await signed(notebook, id)
    expect(await fetchCalibration(notebook, id, server.origin)).toEqual({ ok: true, shown: null })
    await deliverOutbox({ origin: server.origin, onlyDue: false })
    expect(await fetchCalibration(notebook, id, server.origin)).toMatchObject({
      ok: true,
      shown: { received: 1, spread: null },
    })
  })

  it('keeps what it was shown, sealed, for when there is no network, and says of when it is', async () => {
    const { server, notebook, id } = await aCalibratedNotebook()
    await signed(notebook, id)
    await deliverOutbox({ origin: server.origin, onlyDue: false })
    expect(await readKeptSpread(notebook, id)).toBeNull()
    const fetched = await fetchCalibration(notebook, id, server.origin)
    if (!fetched.ok || fetched.shown === null) throw new Error('not shown')
    expect(Date.now() - fetched.shown.readAtMs).toBeLessThan(60_000)
    const page = await reloaded(notebook)
    expect(await fetchCalibration(page, id, 'http://localhost:9')).toMatchObject({ ok: false })
    expect(await readKeptSpread(page, id)).toEqual(fetched.shown)
    const [row] = await db.panelRows.where('[vaultId+kind+id]').equals([notebook.vaultId, 'spread', id]).toArray()
    expect(Object.keys(row?.sealed ?? {}).sort()).toEqual(['data', 'iv'])
  })

  it('once withdrawn is no longer there to do; one that was begun is, and a signed one is read', async () => {
    const { server, notebook, id } = await aCalibratedNotebook()
    await server.askDesk('publishCalibration', { ...CASE, title: 'Cas Prisme' })
    await server.askDesk('publishCalibration', { ...CASE, title: 'Cas Orme' })
    await refreshPackage(notebook, server.origin)
    const all = notebook.package.calibrations ?? []
    const begun = await openDraft(notebook, idOf(all, 'Cas Prisme'))
    await begun.append({ kind: 'presence', presence: 'present' })
    begun.close()
    await signed(notebook, id)
    expect((await known(notebook)).sort()).toEqual(['Cas Lumen signed', 'Cas Orme none', 'Cas Prisme draft'])
    for (const { id: calibrationId } of all) await server.askDesk('withdrawCalibration', {}, { calibrationId })
    expect(await refreshPackage(notebook, server.origin)).toEqual({ ok: true, changed: true })
    const page = await reloaded(notebook)
    expect((await known(page)).sort()).toEqual(['Cas Lumen signed', 'Cas Prisme draft'])
    expect((await readDayOral(page, id)).calibration?.withdrawnAt).toBeDefined()
    expect(await readSignedSheets(page, id)).toHaveLength(1)
  })
})
