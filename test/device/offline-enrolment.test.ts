import { expect, it } from 'vitest'
import { db } from '#device/db.ts'
import { deliverOutbox } from '#device/deliver-outbox.ts'
import { deliveryState } from '#device/delivery-state.ts'
import { unlock } from '#device/notebooks.ts'
import { enrolOffline } from '#device/offline-enrolment.ts'
import { aLane } from './harness/a-lane.ts'
import { aSignedSheet, PASSPHRASE } from './harness/a-notebook.ts'

const OPTIONS = { passphrase: PASSPHRASE, label: 'Carnet sans réseau', deviceName: 'Tablette 9' }

async function emptied(): Promise<void> {
  await Promise.all([db.vaults.clear(), db.outbox.clear(), db.envelopes.clear(), db.facts.clear()])
}

it('makes a notebook of a file and its code without a request; locked, it registers itself before its sheets are sent', async () => {
  await emptied()
  const lane = aLane()
  const { file, code } = await lane.offline('j1')
  const made = await enrolOffline(file, { ...OPTIONS, code: code.toLowerCase().replaceAll('-', ' ') })
  if (!made.ok) throw new Error(made.code)
  expect(made.notebook.juror.id).toBe('j1')
  await aSignedSheet(made.notebook, 'o1')
  made.notebook.lock()
  expect(await lane.requests()).toEqual([])
  const reopened = await unlock(made.notebook.vaultId, PASSPHRASE)
  expect(reopened.ok).toBe(true)

  expect(await deliverOutbox({ origin: lane.origin, onlyDue: true })).toBe('delivered')
  expect((await lane.requests()).map(({ path }) => path.replace('/api/v1', ''))).toEqual(
    expect.arrayContaining(['/enrolments/carried', '/envelopes']),
  )
  expect((await lane.requests())[0]?.path).toBe('/api/v1/enrolments/carried')
  expect((await db.outbox.toArray()).map(deliveryState)).toEqual(['delivered'])
  const row = await db.vaults.get(made.notebook.vaultId)
  expect(row?.carriedRequest).toBeUndefined()
  expect(row?.certificate).toBeDefined()
})

it('keeps asking when the first answer is lost, and shows its secret to nobody meanwhile', async () => {
  await emptied()
  const lane = aLane()
  const { file, code } = await lane.offline('j1')
  const made = await enrolOffline(file, { ...OPTIONS, code })
  if (!made.ok) throw new Error(made.code)
  await aSignedSheet(made.notebook, 'o1')
  expect((await db.vaults.get(made.notebook.vaultId))?.carriedRequest?.split('.')).toHaveLength(5)
  await lane.fail({ kind: 'cutAfter' })
  await deliverOutbox({ origin: lane.origin, onlyDue: false })
  expect((await db.vaults.get(made.notebook.vaultId))?.carriedRequest).toBeDefined()
  await deliverOutbox({ origin: lane.origin, onlyDue: false })
  expect((await db.outbox.toArray()).map(deliveryState)).toEqual(['delivered'])
  expect((await db.vaults.get(made.notebook.vaultId))?.carriedRequest).toBeUndefined()
})

it('a wrong code waits longer and longer, and stores nothing', async () => {
  await emptied()
  const { file, code } = await aLane().offline('j1')
  const wrong = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`
  const outcomes = []
  for (let time = 0; time < 4; time += 1) outcomes.push(await enrolOffline(file, { ...OPTIONS, code: wrong }))
  expect(outcomes.map(({ ok }) => ok)).toEqual([false, false, false, false])
  expect(outcomes.slice(0, 2)).toEqual([
    { ok: false, code: 'wrongCode', retryInMs: 0 },
    { ok: false, code: 'wrongCode', retryInMs: 0 },
  ])
  const last = outcomes.at(-1)
  expect(last && 'retryInMs' in last && last.retryInMs).toBeGreaterThan(0)
  // The right one has to wait too.
  expect(await enrolOffline(file, { ...OPTIONS, code })).toMatchObject({ ok: false, code: 'wrongCode' })
  expect(await db.vaults.count()).toBe(0)
})

it('says what is wrong with the file, and that one has been used here', async () => {
  await emptied()
  const { file, code } = await aLane().offline('j1')
  expect(await enrolOffline('bonjour', { ...OPTIONS, code })).toEqual({ ok: false, code: 'notThisFile' })
  expect(await enrolOffline(file.replace('"formatVersion":1', '"formatVersion":2'), { ...OPTIONS, code })).toEqual({
    ok: false,
    code: 'unknownVersion',
  })
  expect((await enrolOffline(file, { ...OPTIONS, code })).ok).toBe(true)
  expect(await enrolOffline(file, { ...OPTIONS, code })).toEqual({ ok: false, code: 'alreadyHere' })
  expect(await db.vaults.count()).toBe(1)
})

it('of two devices with one file, the second keeps its sheets, refused until it is accepted', async () => {
  await emptied()
  const lane = aLane()
  const { file, code } = await lane.offline('j1')
  const first = await enrolOffline(file, { ...OPTIONS, code })
  if (!first.ok) throw new Error(first.code)
  await deliverOutbox({ origin: lane.origin, onlyDue: true })
  await emptied()
  const second = await enrolOffline(file, { ...OPTIONS, code })
  if (!second.ok) throw new Error(second.code)
  await aSignedSheet(second.notebook, 'o2')
  expect(await deliverOutbox({ origin: lane.origin, onlyDue: true })).toBe('refused')
  expect((await db.vaults.get(second.notebook.vaultId))?.carriedRequest).toBeDefined()
  await lane.acceptSecond(second.notebook.deviceId)
  expect(await deliverOutbox({ origin: lane.origin, onlyDue: true })).toBe('delivered')
  expect((await db.outbox.toArray()).map(deliveryState)).toEqual(['delivered'])
})
