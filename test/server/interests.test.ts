import { describe, expect, it } from 'vitest'
import { deliveryResponseSchema } from '#contract/delivery.ts'
import { sessionBoardSchema } from '#contract/desk.ts'
import { packageResponseSchema } from '#contract/enrolment.ts'
import { interestListSchema } from '#contract/interests.ts'
import { deliberationSchema } from '#contract/minutes.ts'
import { routePath } from '#contract/routes.ts'
import type { Preparation } from '#domain/preparation.ts'
import type { InterestStatement } from '#seal/interests.ts'
import { generateSigningPair, type KeyPair, thumbprint } from '#seal/keys.ts'
import { verifyReceipt } from '#seal/receipt.ts'
import { openPackage } from '#seal/session-package.ts'
import { eraseNotes } from '#server/data-protection/erase-session.ts'
import { readJournal } from '#server/storage/journal.ts'
import { inTransaction } from '#server/storage/transaction.ts'
import { openedPreparation } from '../builders/a-preparation.ts'
import { aVisitor } from '../builders/a-server.ts'
import { aSessionDay, type SessionDay } from '../builders/a-session-day.ts'
import type { EnrolledDevice } from '../builders/an-enrolled-device.ts'
import { anImportFile } from '../builders/an-import-file.ts'
import { aSealedStatement, aStatement } from '../builders/an-interest-statement.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

const LINK = { kind: 'work', words: 'Yann est mon collègue.' } as const

/** Two panels: Jury A of three, Jury B of two who hear nobody yet. */
function twoPanels() {
  const file = anImportFile()
  const juror = (id: string, lastName: string) => ({ id, lastName, firstName: 'Alix', quality: 'Formatrice', external: true })
  return {
    ...file,
    jurors: [...file.jurors, juror('j4', 'Hamel'), juror('j5', 'Ivars')],
    panels: [...file.panels, { id: 'p2', name: 'Jury B', room: 'Salle 14', jurorIds: ['j4', 'j5'], presidentId: 'j4' }],
  }
}

/** Declares it twice at once; the two results. */
async function declare(day: SessionDay, device: EnrolledDevice, statement: InterestStatement, by: KeyPair = device.signing) {
  const envelope = await aSealedStatement(device, statement, by)
  const answer = await aVisitor(day.server).post('deliver', { envelopes: [envelope.jwe, envelope.jwe] })
  const [first, twin] = deliveryResponseSchema.parse(await answer.json()).results
  return { envelope, first, twin }
}

const declared = async ({ coordinator, sessionId }: SessionDay) =>
  interestListSchema.parse(await (await coordinator.get('declaredInterests', { sessionId })).json()).declarations

const board = async ({ coordinator, sessionId }: SessionDay) =>
  sessionBoardSchema.parse(await (await coordinator.get('board', { sessionId })).json())

async function newPackage(day: SessionDay, device: EnrolledDevice) {
  const path = routePath('devicePackage')
  const answer = await aVisitor(day.server).get('devicePackage', {}, { authorization: await device.authorization('GET', path) })
  const { signing } = device.package.serverKeys
  const { sealedPackage } = packageResponseSchema.parse(await answer.json())
  return openPackage(sealedPackage, device.sealing.privateKey, signing, await thumbprint(signing))
}

onBothEngines((newServer) => {
  describe('a declaration of interests', () => {
    it('is received once like a sheet, listed in the juror’s words, and written in the journal without them', async () => {
      const day = await aSessionDay(await newServer(), twoPanels())
      const device = await day.device('j1')
      const statement = aStatement(device, [
        { candidateId: 'c1', link: null },
        { candidateId: 'c2', link: LINK },
      ])
      const { envelope, first, twin } = await declare(day, device, statement)
      if (first?.outcome !== 'stored' || twin?.outcome !== 'stored') throw new Error('refused')
      expect(first.receipt).toBe(twin.receipt)
      await verifyReceipt(first.receipt, device.package.serverKeys.signing, envelope.id)
      expect(await declared(day)).toMatchObject([
        { jurorId: 'j1', candidateId: 'c1', link: null, statedAt: statement.at },
        { jurorId: 'j1', candidateId: 'c2', link: LINK },
      ])
      const rows = (await readJournal(day.server.running().context.storage.db)).filter(({ act }) => act === 'interests-declared')
      expect(rows.map(({ subject }) => subject)).toMatchObject([{ jurorId: 'j1', declared: 2, links: 1, envelopeId: envelope.id }])
      expect(JSON.stringify(rows)).not.toContain('collègue')
      expect((await board(day)).conflicts).toEqual([{ panelId: 'p1', jurorId: 'j1', candidateId: 'c2' }])
    })

    it('is replaced by a later one, even when the earlier arrives last', async () => {
      const day = await aSessionDay(await newServer(), twoPanels())
      const device = await day.device('j1')
      await declare(day, device, aStatement(device, [{ candidateId: 'c2', link: null }], { at: '2026-11-21T08:00:00Z' }))
      await declare(day, device, aStatement(device, [{ candidateId: 'c2', link: LINK }]))
      expect(await declared(day)).toMatchObject([{ candidateId: 'c2', link: null }])
      expect((await board(day)).conflicts).toEqual([])
    })

    it('is erased about one candidate alone, and an envelope sent again is still answered its receipt', async () => {
      const day = await aSessionDay(await newServer(), twoPanels())
      const device = await day.device('j1')
      const statement = aStatement(device, [
        { candidateId: 'c1', link: null },
        { candidateId: 'c2', link: LINK },
      ])
      const { envelope, first } = await declare(day, device, statement)
      const { db } = day.server.running().context.storage
      const isMeant = { candidate: (id: string) => id === 'c2', support: () => false }
      expect(await inTransaction(db, (tx) => eraseNotes(tx, day.sessionId, isMeant))).toBe(1)
      expect(await declared(day)).toMatchObject([{ candidateId: 'c1', link: null }])
      const rows = await db.selectFrom('interest_statements').select(['jws', 'declarations']).execute()
      expect(rows).toEqual([{ jws: '', declarations: JSON.stringify([{ candidateId: 'c1', link: null }]) }])
      const answer = await aVisitor(day.server).post('deliver', { envelopes: [envelope.jwe] })
      expect(deliveryResponseSchema.parse(await answer.json()).results).toEqual([first])
    })

    it('is believed only from the juror’s own device', async () => {
      const day = await aSessionDay(await newServer(), twoPanels())
      const device = await day.device('j1')
      const other = await day.device('j2')
      const declarations = [{ candidateId: 'c2', link: null }]
      const code = async (statement: InterestStatement, by?: KeyPair) => {
        const { first } = await declare(day, device, statement, by)
        return first?.outcome === 'refused' ? first.problem.code : first?.outcome
      }
      expect(await code(aStatement(device, declarations), other.signing)).toBe('interests-refused')
      expect(await code(aStatement(device, declarations, { jurorId: 'j2' }))).toBe('interests-refused')
      const stranger = await generateSigningPair()
      expect(await code(aStatement(device, declarations, { deviceId: stranger.keyId }), stranger)).toBe('device-unknown')
      expect(await declared(day)).toEqual([])
    })
  })

  describe('a declared link', () => {
    it('blocks every change of the session until the oral is moved; the recusal then enters the minutes, desk and device', async () => {
      const day = await aSessionDay(await newServer(), twoPanels())
      const { coordinator, sessionId } = day
      const device = await day.device('j1')
      await declare(day, device, aStatement(device, [{ candidateId: 'c2', link: LINK }]))
      const opened = await openedPreparation(coordinator, sessionId)
      expect(opened.preparation.interests).toEqual([{ jurorId: 'j1', candidateId: 'c2', note: LINK.words, declared: true }])
      const save = (preparation: Preparation) =>
        coordinator.post('savePreparation', { revision: opened.revision, preparation }, { sessionId })
      const renamed = { ...opened.preparation, session: { ...opened.preparation.session, title: 'Autre titre' } }
      await expectProblem(await save(renamed), 409, 'preparation-not-ready')
      await expectProblem(await save({ ...renamed, interests: [] }), 409, 'preparation-not-ready')
      const recusal = { jurorId: 'j1', candidateId: 'c2', panelId: 'p1', day: '2026-11-24', reason: 'Collègue' }
      const orals = opened.preparation.orals.map((oral) =>
        oral.id === 'o2' ? { ...oral, place: { panelId: 'p2', startsAt: '2026-11-24T10:00:00+01:00' } } : oral,
      )
      expect((await save({ ...opened.preparation, orals, recusals: [recusal] })).status).toBe(200)
      expect((await board(day)).conflicts).toEqual([])
      const told = { jurorId: 'j1', candidateId: 'c2', reason: 'Collègue', candidateName: 'Yann Cormier' }
      const place = { sessionId, panelId: 'p1', day: '2026-11-24' }
      const deliberation = deliberationSchema.parse(await (await coordinator.get('deliberation', place)).json())
      expect(deliberation.recusals).toEqual([told])
      expect((await newPackage(day, device)).recusals).toEqual([{ ...recusal, candidateName: 'Yann Cormier' }])
      expect((await newPackage(day, await day.device('j4'))).recusals).toEqual([])
    })

    it('lets the others hear the candidate when two of them remain: nothing is awaited of the one who stood aside', async () => {
      const day = await aSessionDay(await newServer(), twoPanels())
      const { coordinator, sessionId } = day
      const device = await day.device('j1')
      await declare(day, device, aStatement(device, [{ candidateId: 'c2', link: LINK }]))
      const { preparation, revision } = await openedPreparation(coordinator, sessionId)
      const recusal = { jurorId: 'j1', candidateId: 'c2', panelId: 'p1', day: '2026-11-24', reason: 'Collègue' }
      const body = { revision, preparation: { ...preparation, recusals: [recusal] } }
      expect((await coordinator.post('savePreparation', body, { sessionId })).status).toBe(200)
      const place = { sessionId, panelId: 'p1', day: '2026-11-24' }
      const { orals, recusals } = deliberationSchema.parse(await (await coordinator.get('deliberation', place)).json())
      expect(recusals).toEqual([{ jurorId: 'j1', candidateId: 'c2', reason: 'Collègue' }])
      expect(orals.find(({ oralId }) => oralId === 'o2')?.missingJurors).toEqual(['j2', 'j3'])
      expect(orals.find(({ oralId }) => oralId === 'o1')?.missingJurors).toEqual(['j1', 'j2', 'j3'])
    })
  })
})
