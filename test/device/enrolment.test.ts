import { describe, expect, it } from 'vitest'
import { db } from '#device/db.ts'
import { enrol, unlock } from '#device/notebooks.ts'
import { formatEnrolmentCode, parseEnrolmentCode } from '#seal/enrolment-code.ts'
import { aLane } from './harness/a-lane.ts'
import { aNotebook, firstDay, PASSPHRASE } from './harness/a-notebook.ts'

const OPTIONS = { passphrase: PASSPHRASE, label: 'Carnet', deviceName: 'Tablette' }

describe('enrolling a device', () => {
  it('stores a notebook that opens again with its passphrase and lists the day in order', async () => {
    const made = await aNotebook()
    const opened = await unlock(made.vaultId, PASSPHRASE)
    if (!opened.ok) throw new Error(opened.code)
    expect(opened.notebook.juror.lastName).toBe('Dumas')
    const day = await firstDay(opened.notebook)
    expect(day.map(({ oral, sheet }) => [oral.id, sheet])).toEqual([
      ['o1', null],
      ['o2', null],
      ['o3', null],
    ])
    expect(day[0]?.allottedMs).toBe(40 * 60_000)
    expect(day[1]?.allottedMs).toBe(30 * 60_000)
  })

  it('answers a garbled code without asking anybody', async () => {
    const lane = aLane()
    const code = await lane.code()
    expect(await enrol(code.slice(0, -1), OPTIONS, lane.origin)).toEqual({ ok: false, code: 'garbled' })
    expect(await lane.requests()).toEqual([])
  })

  it('does not show the secret to a server whose key is not the pinned one', async () => {
    const lane = aLane()
    const parsed = await parseEnrolmentCode(await lane.code())
    if (typeof parsed === 'string') throw new Error(parsed)
    const code = await formatEnrolmentCode({ ...parsed, serverKeyId: 'A'.repeat(43) })
    expect(await enrol(code, OPTIONS, lane.origin)).toEqual({ ok: false, code: 'wrongServer' })
    expect((await lane.requests()).map(({ method }) => method)).toEqual(['GET'])
  })

  it('stores nothing when the server refuses a used code', async () => {
    const lane = aLane()
    const code = await lane.code()
    const first = await enrol(code, OPTIONS, lane.origin)
    expect(first.ok).toBe(true)
    const before = await db.vaults.count()
    const second = await enrol(code, OPTIONS, lane.origin)
    expect(second).toMatchObject({ ok: false, code: 'enrolment-used' })
    expect(await db.vaults.count()).toBe(before)
  })

  it('asks again with the same keys when the answer was lost', async () => {
    const lane = aLane()
    const code = await lane.code()
    await lane.fail({ kind: 'none' }, { kind: 'cutAfter' })
    expect(await enrol(code, OPTIONS, lane.origin)).toEqual({ ok: false, code: 'unreachable' })
    expect((await enrol(code, OPTIONS, lane.origin)).ok).toBe(true)
  })

  it('stores nothing when a page of the Wi-Fi answers in the place of the server', async () => {
    const lane = aLane()
    await lane.fail({ kind: 'answer', status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html>Bienvenue</html>' })
    const before = await db.vaults.count()
    expect(await enrol(await lane.code(), OPTIONS, lane.origin)).toEqual({ ok: false, code: 'captivePortal' })
    expect(await db.vaults.count()).toBe(before)
  })
})
