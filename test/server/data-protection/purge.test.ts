import { describe, expect, it } from 'vitest'
import { dataProtectionSchema } from '#contract/data-protection.ts'
import { deliveryResponseSchema } from '#contract/delivery.ts'
import { sessionBoardSchema } from '#contract/desk.ts'
import { calibrationSchema } from '#domain/calibration.ts'
import { addMonths, DEFAULT_RETENTION } from '#domain/data-retention.ts'
import { verifyProof } from '#seal/proof.ts'
import { proofBundleSchema } from '#seal/proof-bundle.ts'
import { purgeExpired } from '#server/data-protection/purge.ts'
import { readJournal } from '#server/storage/journal.ts'
import { frozenMinutes } from '../../builders/a-deliberation.ts'
import { aDocumentedDay } from '../../builders/a-documented-day.ts'
import { aPdf } from '../../builders/a-pdf.ts'
import { signStoredMinutes } from '../../builders/a-result.ts'
import { aVisitor, signIn, type TestServer } from '../../builders/a-server.ts'
import { aDayOf, aSessionDay, type SessionDay } from '../../builders/a-session-day.ts'
import { aCalibrationSheet, aSealedSheet, aSheet } from '../../builders/a-sheet.ts'
import { anAccount } from '../../builders/an-account.ts'
import { expectProblem } from '../../builders/expect-problem.ts'
import { onBothEngines } from '../engines.ts'

/** A clock that starts now and is moved by hand, in months. */
function aMovingClock() {
  let shiftedTo: Date | null = null
  return {
    now: () => shiftedTo ?? new Date(),
    /** So many months and a day after the session's time began to run. */
    after: (months: number) => {
      const today = new Date().toISOString().slice(0, 10)
      const from = today > '2026-11-24' ? today : '2026-11-24'
      shiftedTo = new Date(Date.parse(`${addMonths(from, months)}T12:00:00Z`) + 86_400_000)
    },
  }
}

/** A day with minutes signed by its two present members: c1 and c2 both pass block 1, c1 the interview. */
async function aSignedDay(server: TestServer) {
  const day = await aDocumentedDay(server)
  const devices = [await day.device('j1'), await day.device('j2')]
  const minutesHash = await frozenMinutes(day, devices, { absences: [{ jurorId: 'j3', reason: 'Grève des trains' }] })
  for (const device of devices) await signStoredMinutes(day, device, minutesHash)
  return { ...day, devices, minutesHash }
}

async function purges({ server }: SessionDay) {
  const { context } = server.running()
  const kinds = (await purgeExpired(context)).map(({ kind }) => kind).sort()
  return kinds
}

async function sheetHashes({ coordinator, sessionId }: SessionDay): Promise<string[]> {
  return sessionBoardSchema.parse(await (await coordinator.get('board', { sessionId })).json()).sheets.map(({ hash }) => hash)
}

const rowsOf = async ({ server }: SessionDay) => readJournal(server.running().context.storage.db)

onBothEngines((newServer) => {
  describe('the purge', () => {
    it('erases nothing on the last day, then after a year what a year is proposed for, once, with counts in the journal', async () => {
      const clock = aMovingClock()
      const day = await aSignedDay(await newServer({ now: clock.now }))
      expect(await purges(day)).toEqual([])
      const written = await day.coordinator.post(
        'setJurorAddress',
        { email: 'j1@example.org' },
        { sessionId: day.sessionId, jurorId: 'j1' },
      )
      expect(written.status).toBe(204)
      clock.after(12)
      expect(await purges(day)).toEqual(expect.arrayContaining(['devices', 'identities', 'supports']))
      expect(await purges(day)).toEqual([])
      const rows = (await rowsOf(day)).filter(({ act }) => act === 'data-purged')
      expect(rows.map(({ actor, subject }) => ({ actor, ...subject }))).toEqual(
        expect.arrayContaining([
          { actor: 'server', kind: 'identities', sessionId: day.sessionId, count: 2 },
          { actor: 'server', kind: 'supports', sessionId: day.sessionId, count: 1 },
        ]),
      )
      const { db } = day.server.running().context.storage
      expect(await db.selectFrom('civil_identities').selectAll().execute()).toEqual([])
      expect(await db.selectFrom('juror_addresses').selectAll().execute()).toEqual([])
      expect(await db.selectFrom('support_files').selectAll().execute()).toEqual([])
      expect(JSON.stringify(await db.selectFrom('sessions').select('json').execute())).not.toContain('Bazin-Ines-plan.pdf')
      expect((await db.selectFrom('devices').select(['name', 'last_seen_at']).execute()).map(({ name }) => name)).toEqual([
        'Appareil (nom effacé)',
        'Appareil (nom effacé)',
      ])
    })

    it('keeps a file another session still has', async () => {
      const clock = aMovingClock()
      const day = await aDocumentedDay(await newServer({ now: clock.now }))
      clock.after(11)
      const { preparation } = (await (await day.coordinator.get('preparation', { sessionId: day.sessionId })).json()) as {
        preparation: object
      }
      const answer = await day.coordinator.post('createPreparation', {
        frameworkId: 'cdcm',
        preparation: { ...preparation, session: { title: 'Plus tard', centre: 'Angers', startsOn: '2026-11-24', endsOn: '2026-11-24' } },
        identities: [],
      })
      expect(answer.status).toBe(200)
      clock.after(12)
      expect(await purges(day)).toContain('supports')
      expect(await day.server.running().context.storage.db.selectFrom('support_files').select('sha256').execute()).toHaveLength(1)
    })

    it('leaves minutes proven, and their sheets known by their hash alone', async () => {
      const clock = aMovingClock()
      const day = await aSignedDay(await newServer({ now: clock.now }))
      const [hash = ''] = await sheetHashes(day)
      const { envelope } = await aSealedSheet(day.devices[0] ?? never(), aSheet(day.devices[0] ?? never(), 'o2'))
      const answered = async () =>
        deliveryResponseSchema.parse(await (await aVisitor(day.server).post('deliver', { envelopes: [envelope.jwe] })).json()).results
      const receipts = await answered()
      clock.after(60)
      expect(await purges(day)).toEqual(['candidates', 'devices', 'identities', 'preparation', 'sheets', 'signIns', 'supports'])
      const coordinator = await signIn(day.server)
      await expectProblem(await coordinator.get('sheet', { hash }), 410, 'sheet-erased')
      expect(await sheetHashes({ ...day, coordinator })).toContain(hash)

      const proof = await (await coordinator.get('minutesFullProof', { hash: day.minutesHash })).json()
      const bundle = proofBundleSchema.parse(proof)
      expect(bundle.sheets).toEqual([])
      const serverKeyId = day.server.running().context.secrets.signing.keyId
      const { findings } = await verifyProof(bundle, serverKeyId)
      expect(findings.filter(({ status }) => status === 'wrong')).toEqual([])
      const results = (await (await coordinator.get('results', { sessionId: day.sessionId })).json()) as { results: object[] }
      expect(results.results).toMatchObject([{ title: { acquiredBlocks: ['B1'] } }, { title: { acquiredBlocks: ['B1'] } }])
      // A device that sends again what it still holds is answered the same receipt.
      expect(await answered()).toEqual(receipts)
      const { db } = day.server.running().context.storage
      expect(await db.selectFrom('envelopes').select('id').where('jwe', '!=', '').execute()).toEqual([])
    })

    it('takes a calibration and its sheets after their own time, and leaves the sheets of orals; one brought later is taken, then erased too', async () => {
      const clock = aMovingClock()
      const day = await aSessionDay(await newServer({ now: clock.now }))
      const asked = { title: 'Cas Lumen', text: 'Un oral inventé.', gridId: 'cdcm-b1', minutes: 10 }
      const { id } = calibrationSchema.parse(
        await (await day.coordinator.post('publishCalibration', asked, { sessionId: day.sessionId })).json(),
      )
      const [early, late] = [await day.device('j1'), await day.device('j2')]
      const deliver = async (jwe: string) =>
        deliveryResponseSchema.parse(await (await aVisitor(day.server).post('deliver', { envelopes: [jwe] })).json()).results
      const scored = (await aSealedSheet(early, aCalibrationSheet(early, id, []))).envelope
      const receipts = await deliver(scored.jwe)
      await deliver((await aSealedSheet(early, aSheet(early, 'o1'))).envelope.jwe)

      clock.after(12)
      expect(await purges(day)).toContain('calibrations')
      expect((await rowsOf(day)).filter(({ act }) => act === 'data-purged').map(({ subject }) => subject)).toContainEqual({
        kind: 'calibrations',
        sessionId: day.sessionId,
        count: 2,
      })
      const { db } = day.server.running().context.storage
      expect(JSON.stringify(await db.selectFrom('calibrations').selectAll().execute())).not.toContain('Lumen')
      expect(await db.selectFrom('sheets').select('oral_id').where('jws', '!=', '').execute()).toEqual([{ oral_id: 'o1' }])
      const coordinator = await signIn(day.server)
      expect(await (await coordinator.get('calibrations', { sessionId: day.sessionId })).json()).toMatchObject({ calibrations: [] })
      expect((await aDayOf(day.server, coordinator, day.sessionId).device('j3')).package.calibrations).toEqual([])
      expect(await deliver(scored.jwe)).toEqual(receipts)

      expect(await deliver((await aSealedSheet(late, aCalibrationSheet(late, id, []))).envelope.jwe)).toMatchObject([{ outcome: 'stored' }])
      expect(await purges(day)).toContain('calibrations')
      expect(await db.selectFrom('sheets').select('oral_id').where('jws', '!=', '').execute()).toEqual([{ oral_id: 'o1' }])
    })

    it('takes the names of candidates, not of those who hold a block', async () => {
      const clock = aMovingClock()
      const server = await newServer({ now: clock.now })
      const day = await aDocumentedDay(server)
      clock.after(60)
      expect(await purges(day)).toContain('candidates')
      const { db } = server.running().context.storage
      const gone = JSON.stringify(await db.selectFrom('sessions').select('json').execute())
      for (const secret of ['Bazin', 'Cormier', 'Yann', '0002', '40 minutes']) expect(gone).not.toContain(secret)

      const held = await aSignedDay(await newServer({ now: aMovingClock().now }))
      const later = aMovingClock()
      later.after(60)
      const context = { ...held.server.running().context, now: later.now }
      await purgeExpired(context)
      const kept = JSON.stringify(await context.storage.db.selectFrom('sessions').select('json').execute())
      expect(kept).toContain('Bazin')
      expect(kept).toContain('Cormier')
      expect(kept).not.toContain('40 minutes')
    })

    it('follows the administrator’s settings, whose changes are in the journal, and runs at each start', async () => {
      const clock = aMovingClock()
      const server = await newServer({ now: clock.now })
      const day = await aDocumentedDay(server)
      const months = { ...DEFAULT_RETENTION.months, identities: 36, supports: 2 }
      await expectProblem(
        await day.coordinator.post('setDataRetention', { ...DEFAULT_RETENTION, sheetsActiveMonths: 61 }),
        400,
        'invalid-request',
      )
      expect((await day.coordinator.post('setDataRetention', { ...DEFAULT_RETENTION, notebookDays: 10, months })).status).toBe(200)
      const [changed] = (await rowsOf(day)).filter(({ act }) => act === 'data-retention-set')
      expect(changed?.subject).toEqual({ notebookDays: '30 > 10', identities: '12 > 36', supports: '12 > 2' })
      expect(await (await day.coordinator.get('retention', { sessionId: day.sessionId })).json()).toMatchObject({ days: 10 })

      clock.after(2)
      await server.restart()
      await expect.poll(async () => (await rowsOf(day)).map(({ act }) => act), { timeout: 10_000 }).toContain('data-purged')
      await expect
        .poll(async () => (await rowsOf(day)).filter(({ act }) => act === 'data-purged').map(({ subject }) => subject['kind']))
        .toContain('supports')
      const told = dataProtectionSchema.parse(await (await (await signIn(server)).get('dataProtection')).json())
      expect(told.settings.months.identities).toBe(36)
      expect(told.purges).toEqual(
        expect.arrayContaining([expect.objectContaining({ kind: 'supports', title: 'Session d’essai', count: 1 })]),
      )
      expect(told.upcoming.map(({ kind }) => kind)).toEqual([
        'devices',
        'calibrations',
        'identities',
        'preparation',
        'sheets',
        'candidates',
      ])
    })

    it('erases accounts a year after they were deactivated, sessions never published, and PDFs no session took', async () => {
      const clock = aMovingClock()
      const server = await newServer({ now: clock.now })
      const day = await aDocumentedDay(server)
      const { preparation } = (await (await day.coordinator.get('preparation', { sessionId: day.sessionId })).json()) as {
        preparation: object
      }
      await day.coordinator.post('createPreparation', { frameworkId: 'cdcm', preparation, identities: [] })
      const file = { method: 'POST', headers: { 'content-type': 'application/pdf' }, body: aPdf(['Pris par personne']) }
      expect((await day.coordinator.fetch('/api/v1/supports', file)).status).toBe(200)
      const leaver = await anAccount(server, day.coordinator, 'reader')
      await day.coordinator.post('deactivatePerson', '', { coordinatorId: leaver.id })
      const self = (await (await day.coordinator.get('me')).json()) as { id: string }
      expect((await day.coordinator.post('makePasswordLink', '', { coordinatorId: self.id })).status).toBe(200)
      expect((await day.coordinator.post('withdrawPasswordLink', '', { coordinatorId: self.id })).status).toBe(204)
      clock.after(12)
      expect(await purges(day)).toEqual(expect.arrayContaining(['accounts', 'drafts']))
      const { db } = server.running().context.storage
      expect(await db.selectFrom('coordinators').select('id').where('id', '=', leaver.id).execute()).toEqual([])
      expect(await db.selectFrom('coordinators').select('id').execute()).toHaveLength(1)
      expect(await db.selectFrom('coordinator_invitations').selectAll().execute()).toEqual([])
      expect(await db.selectFrom('coordinator_password_links').selectAll().execute()).toEqual([])
      expect(await db.selectFrom('support_files').select('sha256').execute()).toEqual([])
      expect(await db.selectFrom('preparations').select('session_id').execute()).toEqual([{ session_id: day.sessionId }])
    })
  })

  describe('the purge of requests', () => {
    it('takes the words of one five years after its answer, leaves what was asked and answered, and says so in the journal', async () => {
      const clock = aMovingClock()
      const day = await aDocumentedDay(await newServer({ now: clock.now }))
      const asked = {
        kind: 'access',
        sessionId: day.sessionId,
        candidateId: 'c1',
        receivedOn: '2026-11-20',
        detail: 'Une copie pour mon avocate',
      }
      const { requestId } = (await (await day.coordinator.post('recordDataRequest', asked)).json()) as { requestId: string }
      const answer = { outcome: 'granted', reason: 'Dossier remis en main propre', name: null }
      expect((await day.coordinator.post('decideDataRequest', answer, { requestId })).status).toBe(204)
      const kept = async () =>
        JSON.stringify(await day.server.running().context.storage.db.selectFrom('data_requests').selectAll().execute())
      clock.after(59)
      expect(await purges(day)).not.toContain('requests')
      expect(await kept()).toContain('avocate')
      clock.after(60)
      expect(await purges(day)).toContain('requests')
      expect(await kept()).toContain(requestId)
      for (const words of ['avocate', 'main propre']) expect(await kept()).not.toContain(words)
      const traces = (await rowsOf(day)).filter(({ act, subject }) => act === 'data-purged' && subject['kind'] === 'requests')
      expect(traces).toHaveLength(1)
    })
  })

  describe('the archive', () => {
    it('is opened after a year by those who answer for the certification alone', async () => {
      const clock = aMovingClock()
      const day = await aSignedDay(await newServer({ now: clock.now }))
      const [hash = ''] = await sheetHashes(day)
      const coordinator = await anAccount(day.server, day.coordinator, 'coordinator')
      expect((await coordinator.client.get('sheet', { hash })).status).toBe(200)
      clock.after(12)
      await expectProblem(await coordinator.client.get('sheet', { hash }), 403, 'sheet-archived')
      await expectProblem(await coordinator.client.get('minutesFullProof', { hash: day.minutesHash }), 403, 'sheet-archived')
      expect((await coordinator.client.get('minutesProof', { hash: day.minutesHash })).status).toBe(200)
      expect((await day.coordinator.get('sheet', { hash })).status).toBe(200)
    })
  })
})

function never(): never {
  throw new Error('no device')
}
