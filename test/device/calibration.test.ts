import { describe, expect, it } from 'vitest'
import { fetchCalibration } from '#device/calibration.ts'
import { deliverOutbox } from '#device/deliver-outbox.ts'
import { openDraft } from '#device/draft-log.ts'
import { type Notebook, watchCalibrations } from '#device/notebook.ts'
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
    expect(await fetchCalibration(notebook, id, server.origin)).toEqual({ ok: true, calibration: { state: 'ownAwaited' } })
    await deliverOutbox({ origin: server.origin, onlyDue: false })
    expect(await fetchCalibration(notebook, id, server.origin)).toMatchObject({
      ok: true,
      calibration: { state: 'open', received: 1, spread: null },
    })
  })
})
