import { describe, expect, it } from 'vitest'
import { type DeliveryResult, deliveryResponseSchema, heldResponseSchema } from '#contract/delivery.ts'
import { storedMinutesSchema } from '#contract/minutes.ts'
import { verifyReceipt } from '#seal/receipt.ts'
import { sealSignedMinutes, signedMinutes } from '#seal/signed-minutes.ts'
import { aMinutesSignature, sealedMinutes, someTabletMinutes } from '../../builders/a-deliberation.ts'
import { aJournalReading } from '../../builders/a-journal-reading.ts'
import { aVisitor, type TestServer } from '../../builders/a-server.ts'
import { aSessionDay, type SessionDay } from '../../builders/a-session-day.ts'
import { deviceKeys } from '../../builders/an-enrolled-device.ts'
import { onBothEngines } from '../engines.ts'

async function deliver(server: TestServer, ...envelopes: string[]): Promise<DeliveryResult[]> {
  const answer = await aVisitor(server).post('deliver', { envelopes })
  return deliveryResponseSchema.parse(await answer.json()).results
}

const codeOf = (result: DeliveryResult | undefined) => (result?.outcome === 'refused' ? result.problem.code : result?.outcome)
const receiptOf = (result: DeliveryResult | undefined) => (result?.outcome === 'stored' ? result.receipt : '')

async function opened({ coordinator }: SessionDay, hash: string) {
  return storedMinutesSchema.parse(await (await coordinator.get('minutes', { hash })).json())
}

onBothEngines((newServer) => {
  describe('signed minutes in an envelope', () => {
    it('are stored once with a receipt that names them, and every member’s signature whichever envelope brought it', async () => {
      const day = await aSessionDay(await newServer())
      const [one, two, three] = [await day.device('j1'), await day.device('j2'), await day.device('j3')]
      const sealed = await someTabletMinutes(one)
      const first = await sealedMinutes(sealed, [one])
      const second = await sealedMinutes(sealed, [one, two])
      const third = await sealedMinutes(sealed, [three])
      const results = await deliver(day.server, first.jwe, second.jwe)
      results.push(...(await deliver(day.server, third.jwe, first.jwe)))
      expect(results.map(codeOf)).toEqual(['stored', 'stored', 'stored', 'stored'])
      expect(receiptOf(results[3])).toBe(receiptOf(results[0]))
      const receipt = await verifyReceipt(receiptOf(results[0]), one.package.serverKeys.signing, first.id)
      expect(receipt.sheetHash).toBe(sealed.hash)

      const stored = await opened(day, sealed.hash)
      expect(stored.text).toBe(sealed.text)
      expect(stored.summary).toMatchObject({ origin: 'device', signed: ['j1', 'j2', 'j3'], missing: [] })
      expect(stored.signatures.map(({ isValid }) => isValid)).toEqual([true, true, true])
      const journal = await aJournalReading(day.coordinator)
      expect(journal.brokenAt).toBeNull()
      const acts = journal.rows.filter(({ subject }) => subject['minutesHash'] === sealed.hash).map(({ act }) => act)
      expect(acts.filter((act) => act === 'minutes-signed')).toHaveLength(3)
      expect(acts.filter((act) => act === 'minutes-received')).toHaveLength(3)
      const held = await aVisitor(day.server).post('heldEnvelopes', { envelopeIds: [first.id, 'x'.repeat(43)] })
      expect(heldResponseSchema.parse(await held.json()).missing).toEqual(['x'.repeat(43)])
    })

    it('are stored once when ten deliveries of them arrive together', async () => {
      const day = await aSessionDay(await newServer())
      const [one, two] = [await day.device('j1'), await day.device('j2')]
      const sealed = await someTabletMinutes(one)
      const envelopes = await Promise.all(Array.from({ length: 10 }, () => sealedMinutes(sealed, [one, two])))
      const results = await Promise.all(envelopes.map(({ jwe }) => deliver(day.server, jwe)))
      expect(results.flat().map(codeOf)).toEqual(Array(10).fill('stored'))
      expect((await opened(day, sealed.hash)).summary.signed).toEqual(['j1', 'j2'])
      expect((await aJournalReading(day.coordinator)).brokenAt).toBeNull()
    })

    it('are refused with the reason when a signature, the text or the panel is not what it should be', async () => {
      const day = await aSessionDay(await newServer())
      const [one, two] = [await day.device('j1'), await day.device('j2')]
      const keys = one.package.serverKeys.sealing
      const sealed = await someTabletMinutes(one)
      const good = await aMinutesSignature(sealed, one)
      const seal = async (text: string, ...signatures: string[]) =>
        (await sealSignedMinutes(signedMinutes({ ...sealed, text }, signatures), keys)).jwe
      const inAnothersName = await aMinutesSignature(sealed, two, { jurorId: 'j3' })
      const stranger = await aMinutesSignature(sealed, { ...one, ...(await deviceKeys()) })
      const elsewhere = await someTabletMinutes(one, { panel: { id: 'p9', name: 'Jury Z', room: 'A' } })
      const otherDay = await someTabletMinutes(one, { day: '2026-11-25' })
      const results = await deliver(
        day.server,
        await seal(sealed.text),
        await seal(sealed.text.replace('"validated"', '"notValidated"'), good),
        await seal(sealed.text, good, inAnothersName),
        await seal(sealed.text, stranger),
        await seal('{}', good),
        await seal(elsewhere.text, await aMinutesSignature(elsewhere, one)),
        await seal(otherDay.text, await aMinutesSignature(otherDay, one)),
        await seal(sealed.text, good),
      )
      expect(results.map(codeOf)).toEqual([
        'minutes-signature-wrong',
        'minutes-signature-wrong',
        'minutes-signature-wrong',
        'minutes-signature-wrong',
        'minutes-unreadable',
        'minutes-foreign',
        'minutes-foreign',
        'stored',
      ])
    })
  })
})
