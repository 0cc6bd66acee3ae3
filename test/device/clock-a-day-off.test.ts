import { afterEach, describe, expect, it, vi } from 'vitest'
import { db } from '#device/db.ts'
import { deliverOutbox } from '#device/deliver-outbox.ts'
import { refreshPackage } from '#device/package-refresh.ts'
import { fetchSupports } from '#device/supports.ts'
import { aLane, anOwnServer } from './harness/a-lane.ts'
import { aNotebook, aNotebookOn, aSignedSheet, firstDay } from './harness/a-notebook.ts'

const HOUR_MS = 3_600_000

// Rows of a server of this case's own, and times from a wrong clock, would be in the way of other tests.
afterEach(async () => {
  vi.useRealTimers()
  await Promise.all([db.outbox.clear(), db.facts.clear()])
})

describe.each([
  ['a day ahead', 25 * HOUR_MS],
  ['a day behind', -25 * HOUR_MS],
])('a device whose clock is %s', (_name, offMs) => {
  it('enrols, takes the new session package, and delivers', async () => {
    vi.useFakeTimers({ now: Date.now() + offMs, toFake: ['Date'] })
    const server = anOwnServer()
    const notebook = await aNotebookOn(server)
    const candidate = { number: '0099', lastName: 'Tardy', firstName: 'Zoé', accommodations: [] }
    await server.askDesk('issueMandate', {
      kind: 'oral',
      candidate,
      panelId: 'p1',
      gridId: 'cdcm-b2',
      startsAt: '2026-11-24T15:00:00+01:00',
    })
    expect(await refreshPackage(notebook, server.origin)).toEqual({ ok: true, changed: true })
    expect((await firstDay(notebook)).map(({ candidate: { lastName } }) => lastName)).toContain('Tardy')
    await aSignedSheet(notebook)
    await deliverOutbox({ origin: server.origin, onlyDue: false })
    expect((await firstDay(notebook)).find(({ oral }) => oral.id === 'o1')?.sheet?.delivery).toBe('delivered')
  })

  it('takes the package again once its clock is right, and before', async () => {
    const lane = aLane()
    const notebook = await aNotebook(lane)
    vi.useFakeTimers({ now: Date.now() + offMs, toFake: ['Date'] })
    expect(await refreshPackage(notebook, lane.origin)).toMatchObject({ ok: true })
    expect(await fetchSupports(notebook, undefined, lane.origin)).toEqual({ ready: ['sup1'], failed: [] })
    vi.useRealTimers()
    expect(await refreshPackage(notebook, lane.origin)).toMatchObject({ ok: true })
  })
})
