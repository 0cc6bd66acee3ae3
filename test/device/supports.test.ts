import { beforeAll, describe, expect, it } from 'vitest'
import { db } from '#device/db.ts'
import { refreshPackage } from '#device/package-refresh.ts'
import { checkReadiness, sendReadiness } from '#device/readiness.ts'
import { fetchSupports, readSupport, storedSupports } from '#device/supports.ts'
import { aLane } from './harness/a-lane.ts'
import { aNotebook, reloaded } from './harness/a-notebook.ts'

describe('written supports', () => {
  it('come down in sealed chunks, report their progress, and open offline after a reload', async () => {
    const lane = aLane()
    const notebook = await aNotebook(lane)
    const progress: number[] = []
    const outcome = await fetchSupports(notebook, ({ receivedBytes }) => progress.push(receivedBytes), lane.origin)
    expect(outcome).toEqual({ ready: ['sup1'], failed: [] })
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    const page = await reloaded(notebook)
    const bytes = await readSupport(page, 'sup1')
    expect(bytes?.length).toBe(page.package.session.supports[0]?.bytes)
    expect(new TextDecoder().decode(bytes?.slice(0, 5))).toBe('%PDF-')
  })

  it('go on where a cut download stopped', async () => {
    const lane = aLane()
    const notebook = await aNotebook(lane)
    await lane.fail({ kind: 'half' })
    expect(await fetchSupports(notebook, undefined, lane.origin)).toEqual({
      ready: [],
      failed: [{ supportId: 'sup1', code: 'unreachable' }],
    })
    expect(await storedSupports(notebook)).toEqual([])
    expect(await readSupport(notebook, 'sup1')).toBeNull()
    expect(await fetchSupports(await reloaded(notebook), undefined, lane.origin)).toEqual({ ready: ['sup1'], failed: [] })
    const ranges = (await lane.requests()).filter(({ path }) => path.includes('/supports/')).map(({ range }) => range)
    expect(ranges[0]).toBe('')
    expect(ranges[1]).toMatch(/^bytes=[1-9]\d*-$/)
  })

  it('are not taken from a Wi-Fi page, nor when they are not the announced ones', async () => {
    const lane = aLane()
    const notebook = await aNotebook(lane)
    const { bytes = 0 } = notebook.package.session.supports[0] ?? {}
    await lane.fail(
      { kind: 'answer', status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html></html>' },
      { kind: 'answer', status: 200, headers: { 'Content-Type': 'application/pdf' }, body: 'x'.repeat(bytes) },
    )
    const codes = []
    for (let tries = 0; tries < 2; tries += 1) codes.push((await fetchSupports(notebook, undefined, lane.origin)).failed[0]?.code)
    expect(codes).toEqual(['captivePortal', 'wrongHash'])
    expect(await db.chunks.filter((row) => row.vaultId === notebook.vaultId).count()).toBe(0)
  })

  it('are fetched anew when a stored chunk was altered', async () => {
    const lane = aLane()
    const notebook = await aNotebook(lane)
    await fetchSupports(notebook, undefined, lane.origin)
    const chunk = await db.chunks.filter((row) => row.vaultId === notebook.vaultId).first()
    if (!chunk) throw new Error('no chunk')
    const data = chunk.sealed.data.slice()
    data[0] = (data[0] ?? 0) ^ 1
    await db.chunks.put({ ...chunk, sealed: { ...chunk.sealed, data } })
    expect(await readSupport(notebook, 'sup1')).toBeNull()
    expect(await fetchSupports(notebook, undefined, lane.origin)).toEqual({ ready: ['sup1'], failed: [] })
    expect(await readSupport(notebook, 'sup1')).not.toBeNull()
  })
})

describe('the session package', () => {
  it('is refreshed when it verifies, and kept when the network lies', async () => {
    const lane = aLane()
    const notebook = await aNotebook(lane)
    expect(await refreshPackage(notebook, lane.origin)).toMatchObject({ ok: true })
    await lane.fail({ kind: 'answer', status: 200, body: '{"sealedPackage":"a.b.c.d.e"}' })
    const before = notebook.package
    expect(await refreshPackage(notebook, lane.origin)).toEqual({ ok: false, code: 'packageInvalid' })
    expect(notebook.package).toBe(before)
  })
})

describe('readiness', () => {
  beforeAll(() => {
    // The build writes it in; a browser test runs the sources.
    Object.assign(globalThis, { __APP_VERSION__: '0.0.0-test' })
  })

  it('checks every line, names what is missing, and reaches the coordinator', async () => {
    const lane = aLane()
    const notebook = await aNotebook(lane)
    const lines = await checkReadiness(notebook, lane.origin)
    const stateOf = (check: string) => lines.find((line) => line.check === check)
    const checks =
      'installed serviceWorker heavyFiles storagePersistent storageSpace clockOffset packageFresh passphraseKnown supportsStored wakeLock sound camera'
    expect(lines.map(({ check }) => check).sort()).toEqual(checks.split(' ').sort())
    expect(stateOf('clockOffset')).toMatchObject({ state: 'ok' })
    expect(stateOf('packageFresh')).toMatchObject({ state: 'ok', detail: { ageHours: 0 } })
    expect(stateOf('passphraseKnown')).toMatchObject({ state: 'warning' })
    expect(stateOf('supportsStored')).toMatchObject({ state: 'failed', detail: { stored: 0, expected: 1 } })
    expect(await sendReadiness(notebook, lines, lane.origin)).toBe(true)

    await reloaded(notebook)
    await fetchSupports(notebook, undefined, lane.origin)
    await lane.fail({ kind: 'cutBefore' })
    const later = await checkReadiness(notebook, lane.origin)
    expect(later.find(({ check }) => check === 'passphraseKnown')?.state).toBe('ok')
    expect(later.find(({ check }) => check === 'supportsStored')?.state).toBe('ok')
    expect(later.find(({ check }) => check === 'clockOffset')?.state).toBe('unknown')
  })
})
