import { afterEach, describe, expect, it, vi } from 'vitest'
import type { MandatePost } from '#contract/mandate.ts'
import { routePath } from '#contract/routes.ts'
import { keepPackageFresh } from '#device/keep-package-fresh.ts'
import { aLane, anOwnServer } from './harness/a-lane.ts'
import { aNotebook, aNotebookOn, firstDay } from './harness/a-notebook.ts'

const MINUTE_MS = 60_000

let stop = () => {}

afterEach(() => {
  stop()
  vi.useRealTimers()
})

/** The desk adds an oral for somebody who came late. */
async function addLateCandidate(server: ReturnType<typeof anOwnServer>): Promise<void> {
  const post: MandatePost = {
    kind: 'oral',
    candidate: { number: crypto.randomUUID(), lastName: 'Tardy', firstName: 'Zoé', accommodations: [] },
    panelId: 'p1',
    gridId: 'cdcm-b2',
    startsAt: '2026-11-24T15:00:00+01:00',
  }
  await server.askDesk('issueMandate', post)
}

describe('the session package of an open notebook', () => {
  it('is fetched anew when the network comes back, and says so once when something changed', async () => {
    const server = anOwnServer()
    const notebook = await aNotebookOn(server)
    const onChanged = vi.fn()
    stop = keepPackageFresh(notebook, onChanged, server.origin)
    await addLateCandidate(server)
    window.dispatchEvent(new Event('online'))
    await expect.poll(() => onChanged.mock.calls.length).toBe(1)
    expect((await firstDay(notebook)).map(({ candidate }) => candidate.lastName)).toContain('Tardy')

    const { issuedAt } = notebook.package
    window.dispatchEvent(new Event('online'))
    await expect.poll(() => notebook.package.issuedAt).not.toBe(issuedAt)
    expect(onChanged).toHaveBeenCalledTimes(1)
  })

  it('is asked for as the day opens, unless it has just been', async () => {
    const lane = aLane()
    const notebook = await aNotebook(lane)
    const asked = async () => (await lane.requests()).filter(({ path }) => path.endsWith(routePath('devicePackage'))).length
    const before = await asked()
    vi.useFakeTimers({ toFake: ['Date'] })
    const open = () => {
      stop()
      stop = keepPackageFresh(notebook, () => undefined, lane.origin)
    }
    open()
    vi.setSystemTime(Date.now() + 2 * MINUTE_MS)
    open()
    await expect.poll(asked).toBe(before + 1)
    open()
    vi.setSystemTime(Date.now() + 2 * MINUTE_MS)
    open()
    await expect.poll(asked).toBe(before + 2)
  })

  it('stays as it is, without a word, when the server does not answer', async () => {
    const lane = aLane()
    const notebook = await aNotebook(lane)
    const kept = notebook.package
    const onChanged = vi.fn()
    const before = (await lane.requests()).length
    await lane.fail({ kind: 'cutBefore' })
    stop = keepPackageFresh(notebook, onChanged, lane.origin)
    window.dispatchEvent(new Event('online'))
    await expect.poll(async () => (await lane.requests()).length).toBeGreaterThan(before)
    expect(notebook.package).toBe(kept)
    expect(onChanged).not.toHaveBeenCalled()
  })
})
