import { describe, expect, it } from 'vitest'
import { sessionBoardSchema } from '#contract/desk.ts'
import type { SheetContext } from '#domain/sheet.ts'
import { aVisitor } from '../builders/a-server.ts'
import { aSessionDay, type SessionDay } from '../builders/a-session-day.ts'
import { aSealedSheet, aSheet, aWholeOral } from '../builders/a-sheet.ts'
import type { EnrolledDevice } from '../builders/an-enrolled-device.ts'
import { onBothEngines } from './engines.ts'

/** Signs sheets as one device does, each naming the one before. */
function aSigner(device: EnrolledDevice) {
  let previous: string | null = null
  let chainIndex = 0
  return async (oralId: string, context: Partial<SheetContext> = {}, changes: Parameters<typeof aSheet>[2] = {}) => {
    const sheet = aSheet(device, oralId, { ...changes, context: { previous, chainIndex, ...context } })
    const sealed = await aSealedSheet(device, sheet)
    previous = sealed.signed.hash
    chainIndex = sheet.chainIndex + 1
    return { ...sealed, sheet }
  }
}

async function deliver(day: SessionDay, ...sealed: { envelope: { jwe: string } }[]): Promise<void> {
  const answer = await aVisitor(day.server).post('deliver', { envelopes: sealed.map(({ envelope }) => envelope.jwe) })
  expect(answer.status).toBe(200)
}

async function chainsOf(day: SessionDay) {
  return sessionBoardSchema.parse(await (await day.coordinator.get('board', { sessionId: day.sessionId })).json()).chains
}

onBothEngines((newServer) => {
  describe('the chain of a device’s sheets', () => {
    it('shows a sheet that was signed and never came, by the oral that lacks one, until it comes', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      const sign = aSigner(device)
      const first = await sign('o1')
      const lost = await sign('o2', { signedAt: '2026-11-24T09:40:00Z' })
      const third = await sign('o3', { signedAt: '2026-11-24T10:40:00Z' })
      await deliver(day, first)
      expect(await chainsOf(day)).toEqual([])
      await deliver(day, third)
      expect(await chainsOf(day)).toEqual([
        { deviceId: device.signing.keyId, jurorId: 'j1', missing: [{ place: 2, oralIds: ['o2'], known: false }], forks: [] },
      ])
      await deliver(day, lost)
      expect(await chainsOf(day)).toEqual([])
    })

    it('leaves out the orals that had not begun when the next sheet was signed', async () => {
      const day = await aSessionDay(await newServer())
      const sign = aSigner(await day.device('j1'))
      await sign('o1')
      await deliver(day, await sign('o2', { signedAt: '2026-11-24T09:40:00Z' }))
      expect((await chainsOf(day))[0]?.missing).toEqual([{ place: 1, oralIds: ['o1'], known: false }])
    })

    it('names for sure the sheet that its own correction replaces', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      const sign = aSigner(device)
      const lost = await sign('o2')
      const grid = device.package.grids.find((one) => one.hash === lost.sheet.grid.hash)?.grid
      if (!grid) throw new Error('no grid')
      const bodies = [...aWholeOral(grid), { kind: 'correction' as const, replaces: lost.signed.hash, reason: 'Erreur de saisie' }]
      await deliver(day, await sign('o2', { sheetId: lost.sheet.sheetId }, { bodies }))
      expect((await chainsOf(day))[0]?.missing).toEqual([{ place: 1, oralIds: ['o2'], known: true }])
    })

    it('shows two sheets that took the same place, as a copied device signs them, and one of them that never came', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      const sign = aSigner(device)
      const first = await sign('o1')
      const kept = await sign('o2')
      const copy = await sign('o3', { chainIndex: 1, previous: first.signed.hash })
      await deliver(day, first, kept, copy)
      const hashes = [kept.signed.hash, copy.signed.hash].sort()
      expect(await chainsOf(day)).toEqual([{ deviceId: device.signing.keyId, jurorId: 'j1', missing: [], forks: [{ place: 2, hashes }] }])
      await deliver(day, await sign('o1', { chainIndex: 3, previous: 'U'.repeat(43) }))
      expect((await chainsOf(day))[0]?.missing.map(({ place }) => place)).toEqual([3])
    })
  })
})
