import { describe, expect, it } from 'vitest'
import { enrolmentLinkSchema, sessionListSchema } from '#contract/desk.ts'
import { aJournalReading } from '../builders/a-journal-reading.ts'
import { anUnplannedPreparation, aPreparation, aStoredPreparation, openedPreparation } from '../builders/a-preparation.ts'
import { aCoordinator, aVisitor, type TestClient } from '../builders/a-server.ts'
import { aSealedSheet, aSheet } from '../builders/a-sheet.ts'
import { anEnrolledDevice } from '../builders/an-enrolled-device.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

const IDENTITY = {
  candidateId: 'c1',
  birthName: 'Morelle-de-Naissance',
  usualName: 'Bazin',
  firstNames: ['Inès'],
  birthYear: 1998,
  birthMonth: 5,
  birthDay: 3,
  sex: 'F',
  birthPlace: { kind: 'insee', code: '49007' },
  birthCommune: 'Commune-de-Naissance',
  birthCountryCode: null,
  birthCountry: null,
}

onBothEngines((newServer) => {
  describe('a session in preparation', () => {
    it('is seen at the desk alone until it is published', async () => {
      const coordinator = await aCoordinator(await newServer())
      const { sessionId, opened } = await aStoredPreparation(coordinator, anUnplannedPreparation())
      expect(opened).toMatchObject({ published: false, heldOralIds: [], preparation: anUnplannedPreparation() })
      expect(opened.grids.map(({ id }) => id)).toEqual(['cdcm-b1', 'cdcm-b2', 'cdcm-b3', 'cdcm-final'])
      const listed = (await (await coordinator.get('preparations')).json()) as { preparations: object[] }
      expect(listed.preparations).toMatchObject([{ sessionId, candidates: 2, orals: 3, unplaced: 3 }])
      expect(sessionListSchema.parse(await (await coordinator.get('sessions')).json()).sessions).toEqual([])
      await expectProblem(await coordinator.get('board', { sessionId }), 404, 'not-found')
      await expectProblem(await coordinator.post('enrolmentLink', '', { sessionId, jurorId: 'j1' }), 404, 'not-found')
    })

    it('is refused whole when its parts do not fit together', async () => {
      const coordinator = await aCoordinator(await newServer())
      const whole = aPreparation()
      const twice = whole.candidates.map((candidate) => ({ ...candidate, number: '0001' }))
      const answer = await coordinator.post('createPreparation', {
        frameworkId: 'cdcm',
        preparation: { ...whole, candidates: twice, interests: [{ jurorId: 'j9', candidateId: 'c1', note: '' }] },
        identities: [],
      })
      const problem = await expectProblem(answer, 422, 'preparation-invalid')
      expect(problem.issues?.map(({ path }) => path)).toEqual(['candidates[1].number', 'interests[0]'])
      expect(await (await coordinator.get('preparations')).json()).toEqual({ preparations: [] })
    })

    it('is published once whole; its devices then receive it, and never an identity', async () => {
      const server = await newServer()
      const coordinator = await aCoordinator(server)
      const { sessionId, opened } = await aStoredPreparation(coordinator, aPreparation(), [IDENTITY])
      const published = await coordinator.post('publishSession', { revision: opened.revision }, { sessionId })
      expect(published.status).toBe(200)
      const link = enrolmentLinkSchema.parse(await (await coordinator.post('enrolmentLink', '', { sessionId, jurorId: 'j1' })).json())
      const device = await anEnrolledDevice(server.origin, link.link)
      expect(device.package.session.orals.map(({ id }) => id)).toEqual(['o1', 'o2', 'o3'])
      expect(JSON.stringify(device.package)).not.toMatch(/de-Naissance|1998|49007|birth/)
      const passport = (await (await coordinator.get('passport', { sessionId })).json()) as { identities: number }
      expect(passport.identities).toBe(1)
      expect(await (await coordinator.get('preparations')).json()).toEqual({ preparations: [] })
      const again = await openedPreparation(coordinator, sessionId)
      expect(again).toMatchObject({ published: true, preparation: aPreparation() })
    })

    it('says all that is missing before it can be published', async () => {
      const coordinator = await aCoordinator(await newServer())
      const alone = aPreparation().panels.map((panel) => ({ ...panel, jurorIds: ['j1'], presidentId: null }))
      const [first, ...others] = aPreparation().orals
      if (!first) throw new Error('no oral')
      const { sessionId, opened } = await aStoredPreparation(
        coordinator,
        aPreparation({ panels: alone, orals: [{ ...first, place: null }, ...others] }),
      )
      const problem = await expectProblem(
        await coordinator.post('publishSession', { revision: opened.revision }, { sessionId }),
        409,
        'preparation-not-ready',
      )
      expect(problem.issues?.map(({ path }) => path)).toEqual(['oralUnplaced', 'panelBlocked'])
    })

    it('keeps the change of who saved first, and tells the second', async () => {
      const coordinator = await aCoordinator(await newServer())
      const { sessionId, opened } = await aStoredPreparation(coordinator)
      const changed = (title: string) => ({
        revision: opened.revision,
        preparation: { ...opened.preparation, session: { ...opened.preparation.session, title } },
      })
      const saves = await Promise.all(['Un', 'Deux'].map((title) => coordinator.post('savePreparation', changed(title), { sessionId })))
      expect(saves.map(({ status }) => status).sort()).toEqual([200, 409])
      const { preparation } = await openedPreparation(coordinator, sessionId)
      expect(preparation.session.title).toBe(saves[0]?.status === 200 ? 'Un' : 'Deux')
      const loser = saves.find(({ status }) => status === 409)
      if (loser) await expectProblem(loser, 409, 'preparation-changed')
    })

    it('leaves each act in the journal', async () => {
      const coordinator = await aCoordinator(await newServer())
      const { sessionId, opened } = await aStoredPreparation(coordinator, aPreparation(), [IDENTITY])
      const saved = await coordinator.post('savePreparation', { revision: opened.revision, preparation: opened.preparation }, { sessionId })
      const { revision } = (await saved.json()) as { revision: string }
      await coordinator.post('publishSession', { revision }, { sessionId })
      const journal = await aJournalReading(coordinator)
      const acts = journal.rows.filter(({ subject }) => subject['sessionId'] === sessionId).map(({ act }) => act)
      expect(acts).toEqual(['session-created', 'identities-imported', 'session-prepared', 'session-published'])
      expect(journal.brokenAt).toBeNull()
    })
  })

  describe('a published session', () => {
    it('takes a late candidate and another juror, which devices learn from their next package', async () => {
      const server = await newServer()
      const coordinator = await aCoordinator(server)
      const { sessionId, opened } = await aStoredPreparation(coordinator)
      await coordinator.post('publishSession', { revision: opened.revision }, { sessionId })
      const { preparation, revision } = await openedPreparation(coordinator, sessionId)
      const late = { id: 'c3', number: '0003', lastName: 'Tardif', firstName: 'Ana', accommodations: [], blocks: ['B1'] }
      const oral = {
        id: 'o9',
        candidateId: 'c3',
        gridId: 'cdcm-b1',
        place: { panelId: 'p1', startsAt: '2026-11-24T14:00:00+01:00' },
        room: null,
        supportId: null,
        scenario: null,
      }
      const after = { ...preparation, candidates: [...preparation.candidates, late], orals: [...preparation.orals, oral] }
      const saved = await coordinator.post('savePreparation', { revision, preparation: after }, { sessionId })
      expect(saved.status).toBe(200)
      const link = enrolmentLinkSchema.parse(await (await coordinator.post('enrolmentLink', '', { sessionId, jurorId: 'j1' })).json())
      const device = await anEnrolledDevice(server.origin, link.link)
      expect(device.package.session.orals.find(({ id }) => id === 'o9')).toMatchObject({ candidateId: 'c3', room: 'Salle 12' })
      expect(((await saved.json()) as { revision: string }).revision).toBe((await openedPreparation(coordinator, sessionId)).revision)
    })

    it('refuses a change that leaves an oral without a place, or takes one from a signed sheet', async () => {
      const server = await newServer()
      const coordinator = await aCoordinator(server)
      const { sessionId, opened } = await aStoredPreparation(coordinator)
      await coordinator.post('publishSession', { revision: opened.revision }, { sessionId })
      const link = enrolmentLinkSchema.parse(await (await coordinator.post('enrolmentLink', '', { sessionId, jurorId: 'j1' })).json())
      const device = await anEnrolledDevice(server.origin, link.link)
      const { envelope } = await aSealedSheet(device, aSheet(device, 'o1'))
      const delivered = await aVisitor(server).post('deliver', { envelopes: [envelope.jwe] })
      expect(await delivered.json()).toMatchObject({ results: [{ outcome: 'stored' }] })
      const { preparation, revision, heldOralIds } = await openedPreparation(coordinator, sessionId)
      expect(heldOralIds).toEqual(['o1'])
      const save = (changes: object) =>
        coordinator.post('savePreparation', { revision, preparation: { ...preparation, ...changes } }, { sessionId })
      const unplaced = preparation.orals.map((oral) => (oral.id === 'o2' ? { ...oral, place: null } : oral))
      await expectProblem(await save({ orals: unplaced }), 409, 'preparation-not-ready')
      const gone = await expectProblem(await save({ orals: preparation.orals.filter(({ id }) => id !== 'o1') }), 422, 'preparation-invalid')
      expect(gone.issues?.map(({ message }) => message).join()).toContain('fiche signée')
      const without = preparation.panels.map((panel) => ({ ...panel, jurorIds: ['j2', 'j3'], presidentId: 'j2' }))
      const left = await expectProblem(await save({ panels: without }), 422, 'preparation-invalid')
      expect(left.issues?.map(({ message }) => message).join()).toContain('Agnès Dumas')
    })
  })

  describe('a written support', () => {
    const PDF = Buffer.from('%PDF-1.7\nsupport')

    it('is stored under its hash, and a session may then name it', async () => {
      const server = await newServer()
      const coordinator = await aCoordinator(server)
      const sent = await coordinator.fetch('/api/v1/supports', {
        method: 'POST',
        body: PDF,
        headers: { 'content-type': 'application/pdf' },
      })
      const received = (await sent.json()) as { sha256: string; bytes: number }
      expect(received.bytes).toBe(PDF.length)
      const support = {
        id: 's1',
        candidateId: 'c1',
        gridId: 'cdcm-b1',
        fileName: 'plan.pdf',
        ...received,
        pages: 30,
        annexStartPage: null,
        receivedOn: '2026-11-01',
      }
      const whole = aPreparation()
      const orals = whole.orals.map((oral) => (oral.id === 'o1' ? { ...oral, supportId: 's1' } : oral))
      const { opened } = await aStoredPreparation(coordinator, { ...whole, supports: [support], orals })
      expect(opened.preparation.supports).toEqual([support])
      const foreign = await coordinator.post('createPreparation', {
        frameworkId: 'cdcm',
        preparation: { ...whole, supports: [{ ...support, bytes: 9 }] },
        identities: [],
      })
      await expectProblem(foreign, 422, 'preparation-invalid')
    })

    it('is refused when it is no PDF, or larger than 20 MB', async () => {
      const coordinator = await aCoordinator(await newServer())
      const send = (body: Buffer) =>
        coordinator.fetch('/api/v1/supports', {
          method: 'POST',
          body: new Uint8Array(body),
          headers: { 'content-type': 'application/pdf' },
        })
      await expectProblem(await send(Buffer.from('PK\u0003\u0004')), 422, 'support-invalid')
      await expectProblem(await send(Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)])), 413, 'body-too-large')
      expect((await send(Buffer.concat([PDF, Buffer.alloc(19 * 1024 * 1024)]))).status).toBe(200)
    })

    const upload = async (coordinator: TestClient, text: string) => {
      const sent = await coordinator.fetch('/api/v1/supports', {
        method: 'POST',
        body: Buffer.from(`%PDF-1.7\n${text}`),
        headers: { 'content-type': 'application/pdf' },
      })
      return (await sent.json()) as { sha256: string; bytes: number }
    }
    const supportOf = (received: { sha256: string; bytes: number }) => ({
      id: 's1',
      candidateId: 'c1',
      gridId: 'cdcm-b1',
      fileName: 'plan.pdf',
      ...received,
      pages: 30,
      annexStartPage: null,
      receivedOn: '2026-11-01',
    })
    const unbound = async (coordinator: TestClient) => {
      const listed = (await (await coordinator.get('unboundSupports')).json()) as { supports: { sha256: string; receivedAt: string }[] }
      return listed.supports
    }

    it('that no session has is listed, can be read, and is deleted; one that a session has stays', async () => {
      const coordinator = await aCoordinator(await newServer())
      const [bound, loose] = [await upload(coordinator, 'rattaché'), await upload(coordinator, 'écarté')]
      await aStoredPreparation(coordinator, aPreparation({ supports: [supportOf(bound)] }))
      expect(await unbound(coordinator)).toEqual([{ ...loose, receivedAt: expect.stringMatching(/^\d{4}-/) }])
      const read = await coordinator.get('unboundSupport', { sha256: loose.sha256 })
      expect(read.headers.get('content-disposition')).toBe('attachment; filename="support.pdf"')
      expect(await read.text()).toBe('%PDF-1.7\nécarté')
      await expectProblem(await coordinator.get('unboundSupport', { sha256: bound.sha256 }), 404, 'not-found')
      const deleted = await coordinator.post('deleteUnboundSupports', { sha256s: [bound.sha256, loose.sha256] })
      expect(await deleted.json()).toEqual({ deleted: 1 })
      expect(await unbound(coordinator)).toEqual([])
      const { rows } = await aJournalReading(coordinator)
      expect(rows.filter(({ act }) => act === 'supports-deleted').map(({ subject }) => subject)).toEqual([{ documentHash: loose.sha256 }])
      await aStoredPreparation(coordinator, aPreparation({ supports: [supportOf(bound)] }))
    })

    it('goes with the draft session that alone had it', async () => {
      const coordinator = await aCoordinator(await newServer())
      const [own, shared] = [await upload(coordinator, 'un'), await upload(coordinator, 'deux')]
      const supports = [supportOf(own), { ...supportOf(shared), id: 's2', candidateId: 'c2' }]
      const { sessionId } = await aStoredPreparation(coordinator, aPreparation({ supports }), [IDENTITY])
      await aStoredPreparation(coordinator, aPreparation({ supports: [supportOf(shared)] }))
      const deleted = await coordinator.post('deletePreparation', '', { sessionId })
      expect(await deleted.json()).toEqual({ deletedSupports: 1 })
      await expectProblem(await coordinator.get('preparation', { sessionId }), 404, 'not-found')
      await expectProblem(await coordinator.post('deletePreparation', '', { sessionId }), 404, 'not-found')
      const { rows, brokenAt } = await aJournalReading(coordinator)
      expect(rows.at(-1)).toMatchObject({ act: 'preparation-deleted', subject: { sessionId, supports: 1 } })
      expect(brokenAt).toBeNull()
      expect(await unbound(coordinator)).toEqual([])
      await aStoredPreparation(coordinator, aPreparation({ supports: [supportOf(shared)] }))
    })

    it('never goes with a session that was published: it cannot be deleted so', async () => {
      const coordinator = await aCoordinator(await newServer())
      const { sessionId, opened } = await aStoredPreparation(coordinator)
      await coordinator.post('publishSession', { revision: opened.revision }, { sessionId })
      await expectProblem(await coordinator.post('deletePreparation', '', { sessionId }), 409, 'preparation-published')
      expect((await coordinator.get('board', { sessionId })).status).toBe(200)
    })
  })
})
