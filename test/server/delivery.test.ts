import { expect, it } from 'vitest'
import { type DeliveryResult, deliveryResponseSchema } from '#contract/delivery.ts'
import { type SessionBoard, sessionBoardSchema } from '#contract/desk.ts'
import type { EntryBody } from '#domain/entry.ts'
import type { ScoreSheet } from '#domain/sheet.ts'
import { sealSheet } from '#seal/envelope.ts'
import { sha256 } from '#seal/hash.ts'
import { generateSealingPair } from '#seal/keys.ts'
import { verifyReceipt } from '#seal/receipt.ts'
import { signJson } from '#seal/signed.ts'
import { aJournalReading } from '../builders/a-journal-reading.ts'
import { aVisitor, type TestServer } from '../builders/a-server.ts'
import { aSessionDay, type SessionDay } from '../builders/a-session-day.ts'
import { aSealedSheet, aSheet } from '../builders/a-sheet.ts'
import { deviceKeys, type EnrolledDevice } from '../builders/an-enrolled-device.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

async function deliver(server: TestServer, ...envelopes: string[]): Promise<DeliveryResult[]> {
  const answer = await aVisitor(server).post('deliver', { envelopes })
  expect(answer.status).toBe(200)
  return deliveryResponseSchema.parse(await answer.json()).results
}

async function board({ coordinator, sessionId }: SessionDay): Promise<SessionBoard> {
  return sessionBoardSchema.parse(await (await coordinator.get('board', { sessionId })).json())
}

const codeOf = (result: DeliveryResult | undefined) => (result?.outcome === 'refused' ? result.problem.code : result?.outcome)
const receiptOf = (result: DeliveryResult | undefined) => (result?.outcome === 'stored' ? result.receipt : null)

/** A sheet of the device's oral `o1`, with one thing falsified, signed and sealed all the same. */
async function sealed(device: EnrolledDevice, changes: Partial<ScoreSheet> = {}): Promise<string> {
  return (await aSealedSheet(device, aSheet(device, 'o1', { changes }))).envelope.jwe
}

onBothEngines((newServer) => {
  it('answers the same receipt however often an envelope comes, and stores its sheet once', async () => {
    const day = await aSessionDay(await newServer())
    const device = await day.device('j1')
    const jwe = await sealed(device)
    const [first] = await deliver(day.server, jwe)
    const [again, twin] = await deliver(day.server, jwe, jwe)
    expect(receiptOf(first)).not.toBeNull()
    expect(receiptOf(again)).toBe(receiptOf(first))
    expect(receiptOf(twin)).toBe(receiptOf(first))
    expect((await board(day)).sheets).toHaveLength(1)
  })

  it('takes a sheet heavy with notes and ink: what was signed can always be delivered, up to a whole body', async () => {
    const day = await aSessionDay(await newServer())
    const device = await day.device('j1')
    const notes = Array.from({ length: 70 }, (_, index): EntryBody => {
      return { kind: 'note', noteId: `n${index}`, target: {}, text: 'm'.repeat(20_000), private: false }
    })
    const bodies: EntryBody[] = [{ kind: 'presence', presence: 'absent' }, ...notes]
    const { envelope } = await aSealedSheet(device, aSheet(device, 'o1', { bodies }))
    expect(envelope.jwe.length).toBeGreaterThan(4_000_000)
    expect(receiptOf((await deliver(day.server, envelope.jwe))[0])).not.toBeNull()
  })

  it('stores an envelope once when twenty deliveries of it arrive together', async () => {
    const day = await aSessionDay(await newServer())
    const device = await day.device('j1')
    const jwe = await sealed(device)
    const results = await Promise.all(Array.from({ length: 20 }, () => deliver(day.server, jwe)))
    expect(new Set(results.flat().map(receiptOf)).size).toBe(1)
    expect((await board(day)).sheets).toHaveLength(1)
    const journal = await aJournalReading(day.coordinator)
    expect(journal.brokenAt).toBeNull()
    expect(journal.rows.filter((row) => row.act === 'sheet-received')).toHaveLength(1)
  })

  it('keeps the journal whole while many devices deliver at once', async () => {
    const day = await aSessionDay(await newServer())
    const devices = await Promise.all(['j1', 'j2', 'j3'].map((jurorId) => day.device(jurorId)))
    const envelopes = await Promise.all(devices.flatMap((device) => Array.from({ length: 6 }, () => sealed(device))))
    const results = await Promise.all(envelopes.map((jwe) => deliver(day.server, jwe)))
    expect(results.flat().map(codeOf)).toEqual(Array(18).fill('stored'))
    const journal = await aJournalReading(day.coordinator)
    expect(journal.brokenAt).toBeNull()
    expect(journal.rows.filter((row) => row.act === 'sheet-received')).toHaveLength(18)
  })

  it('gives a sheet sealed anew its own receipt, and stores the sheet once', async () => {
    const day = await aSessionDay(await newServer())
    const device = await day.device('j1')
    const { signed, envelope } = await aSealedSheet(device, aSheet(device, 'o1'))
    const resealed = await sealSheet(signed.jws, device.package.serverKeys.sealing)
    const results = [...(await deliver(day.server, envelope.jwe)), ...(await deliver(day.server, resealed.jwe))]
    const serverKey = device.package.serverKeys.signing
    const first = await verifyReceipt(receiptOf(results[0]) ?? '', serverKey, envelope.id)
    const second = await verifyReceipt(receiptOf(results[1]) ?? '', serverKey, resealed.id)
    expect(second.sheetHash).toBe(first.sheetHash)
    expect((await board(day)).sheets).toHaveLength(1)
  })

  it('refuses one by one what must be refused, stores the rest, and says why', async () => {
    const day = await aSessionDay(await newServer())
    const device = await day.device('j1')
    const keys = device.package.serverKeys.sealing
    const good = await sealed(device)
    const { signed } = await aSealedSheet(device, aSheet(device, 'o1'))
    const [header = '', payload = '', signature = ''] = signed.jws.split('.')
    const tampered = Buffer.from(payload, 'base64url').toString().replace('Prestation claire', 'Prestation faible')
    const tamperedJws = [header, Buffer.from(tampered).toString('base64url'), signature].join('.')
    const stranger: EnrolledDevice = { ...device, ...(await deviceKeys()) }
    const sign = (value: unknown) => signJson('cdj-sheet+jws', value, device.signing.privateKey, device.signing.keyId)
    const elsewhere = await sealSheet(signed.jws, (await generateSealingPair()).publicJwk)

    const results = await deliver(
      day.server,
      'ceci n’est pas un pli',
      elsewhere.jwe,
      (await sealSheet(tamperedJws, keys)).jwe,
      await sealed(stranger),
      (await sealSheet(await sign({ ...signed.sheet, formatVersion: 99 }), keys)).jwe,
      (await sealSheet(await sign({ ...signed.sheet, appreciation: 5 }), keys)).jwe,
      await sealed(device, { appreciation: 'Autre chose que le journal.' }),
      good,
    )
    expect(results.map(codeOf)).toEqual([
      'envelope-unreadable',
      'envelope-unreadable',
      'sheet-signature-wrong',
      'device-unknown',
      'sheet-version-unknown',
      'sheet-unreadable',
      'sheet-unreadable',
      'stored',
    ])
    const seen = await board(day)
    expect(seen.sheets).toHaveLength(1)
    expect(seen.refusals.map((refusal) => refusal.code).sort()).toEqual([
      'sheet-signature-wrong',
      'sheet-unreadable',
      'sheet-unreadable',
      'sheet-version-unknown',
    ])
    expect(new Set(seen.refusals.map((refusal) => refusal.deviceId))).toEqual(new Set([device.signing.keyId]))
  })

  it('refuses a sheet of another session, oral, candidate, juror or grid', async () => {
    const day = await aSessionDay(await newServer())
    const device = await day.device('j1')
    const foreign: Partial<ScoreSheet>[] = [
      { sessionId: 'autre' },
      { oralId: 'o99' },
      { oralId: 'o2' },
      { candidate: { id: 'c2', number: '0002', name: 'Yann Cormier' } },
      { juror: { id: 'j2', name: 'Karim Ferrand' } },
      { grid: { id: 'cdcm-b1', version: '1.0.0', hash: await sha256('une autre grille') } },
    ]
    const results = await deliver(day.server, ...(await Promise.all(foreign.map((changes) => sealed(device, changes)))))
    expect(results.map(codeOf)).toEqual(foreign.map(() => 'sheet-foreign'))
    expect((await board(day)).sheets).toEqual([])
  })

  it('shows a correction as the sheet in force, and keeps the one it replaces', async () => {
    const day = await aSessionDay(await newServer())
    const device = await day.device('j1')
    const sheetId = crypto.randomUUID()
    const first = await aSealedSheet(device, aSheet(device, 'o1', { context: { sheetId } }))
    const correction = { kind: 'correction', replaces: first.signed.hash, reason: 'Erreur de saisie' } as const
    const bodies = [...aSheet(device, 'o1').log.map((entry) => entry.body), correction]
    const second = await aSealedSheet(
      device,
      aSheet(device, 'o1', { bodies, context: { sheetId, previous: first.signed.hash, chainIndex: 1 } }),
    )
    await deliver(day.server, second.envelope.jwe, first.envelope.jwe)
    const sheets = (await board(day)).sheets.map(({ hash, revision, superseded }) => ({ hash, revision, superseded }))
    expect(sheets).toContainEqual({ hash: first.signed.hash, revision: 1, superseded: true })
    expect(sheets).toContainEqual({ hash: second.signed.hash, revision: 2, superseded: false })
    const opened = (await (await day.coordinator.get('sheet', { hash: second.signed.hash })).json()) as { revisions: unknown }
    expect(opened.revisions).toEqual([{ hash: first.signed.hash, revision: 1 }])
  })

  it('still holds what it acknowledged after it was stopped and started again', async () => {
    const day = await aSessionDay(await newServer())
    const device = await day.device('j1')
    const jwe = await sealed(device)
    const [before] = await deliver(day.server, jwe)
    await day.server.restart()
    const [after] = await deliver(day.server, jwe)
    expect(receiptOf(after)).toBe(receiptOf(before))
  })

  it('says that a sheet’s stored bytes no longer verify once they were altered', async () => {
    const day = await aSessionDay(await newServer())
    const device = await day.device('j1')
    const { signed, envelope } = await aSealedSheet(device, aSheet(device, 'o1'))
    await deliver(day.server, envelope.jwe)
    const forged = await signJson(
      'cdj-sheet+jws',
      { ...signed.sheet, appreciation: 'Forgé' },
      (await deviceKeys()).signing.privateKey,
      device.signing.keyId,
    )
    await day.server.running().context.storage.db.updateTable('sheets').set({ jws: forged }).where('hash', '=', signed.hash).execute()
    const opened = (await (await day.coordinator.get('sheet', { hash: signed.hash })).json()) as { verification: unknown }
    expect(opened.verification).toEqual({ signature: 'invalid', foldMatchesLog: false, deviceEnrolled: true })
  })

  it('takes fifty envelopes a request and refuses more', async () => {
    const server = await newServer()
    const visitor = aVisitor(server)
    await expectProblem(await visitor.post('deliver', { envelopes: Array(51).fill('x') }), 400, 'invalid-request')
    await expectProblem(await visitor.post('deliver', { envelopes: [] }), 400, 'invalid-request')
  })
})
