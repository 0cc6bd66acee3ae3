import { describe, expect, it } from 'vitest'
import { db } from '#device/db.ts'
import { deliverOutbox } from '#device/deliver-outbox.ts'
import { declareInterests, type OwnInterests, watchInterests } from '#device/interests.ts'
import type { Notebook } from '#device/notebook.ts'
import { type OutboxSummary, watchOutbox } from '#device/outbox.ts'
import { readWipeObstacles } from '#device/wipe.ts'
import { aLane } from './harness/a-lane.ts'
import { aNotebook, aSignedSheet, reloaded } from './harness/a-notebook.ts'

const LINK = { kind: 'training', words: 'Je l’ai formé en 2025.' } as const

function first<Value>(watch: { subscribe: (next: (value: Value) => void, fail: (error: unknown) => void) => { unsubscribe: () => void } }) {
  return new Promise<Value>((resolve, reject) => {
    const subscription = watch.subscribe((value) => {
      resolve(value)
      queueMicrotask(() => subscription.unsubscribe())
    }, reject)
  })
}

const own = (notebook: Notebook): Promise<OwnInterests> => first(watchInterests(notebook))
const outbox = (notebook: Notebook): Promise<OutboxSummary> => first(watchOutbox(notebook.vaultId))

describe('the juror’s interests', () => {
  it('are signed and kept without a network, then delivered by a locked device, and proved', async () => {
    const lane = aLane()
    const notebook = await aNotebook(lane)
    const before = await own(notebook)
    expect(before).toMatchObject({ declarations: [], delivery: null })
    const [candidateId = ''] = before.undeclared
    await declareInterests(notebook, [{ candidateId, link: LINK }])
    expect(await own(notebook)).toEqual({
      declarations: [{ candidateId, link: LINK }],
      delivery: 'waiting',
      undeclared: before.undeclared.slice(1),
    })
    const row = await db.panelRows.get([notebook.vaultId, 'interests', 'own'])
    expect(JSON.stringify(row)).not.toContain('formé')
    expect((await readWipeObstacles(notebook)).undelivered).toBe(1)
    const later = await reloaded(notebook)
    notebook.lock()
    await deliverOutbox({ origin: lane.origin, onlyDue: false })
    expect((await own(later)).delivery).toBe('delivered')
    expect((await readWipeObstacles(later)).undelivered).toBe(0)
  })

  it('add up, the last word of each candidate counting, and two tabs forget nothing', async () => {
    const notebook = await aNotebook()
    await Promise.all([
      declareInterests(notebook, [{ candidateId: 'c1', link: LINK }]),
      declareInterests(notebook, [{ candidateId: 'c2', link: null }]),
    ])
    await declareInterests(notebook, [{ candidateId: 'c1', link: null }])
    expect((await own(notebook)).declarations).toEqual(
      expect.arrayContaining([
        { candidateId: 'c1', link: null },
        { candidateId: 'c2', link: null },
      ]),
    )
    expect((await own(notebook)).declarations).toHaveLength(2)
  })

  it('are an envelope beside the sheets, and no minutes', async () => {
    const notebook = await aNotebook()
    await aSignedSheet(notebook, 'o1')
    await declareInterests(notebook, [{ candidateId: 'c1', link: null }])
    expect(await outbox(notebook)).toMatchObject({ waiting: 2, minutes: 0 })
  })
})
