import { describe, expect, it } from 'vitest'
import { deliveryResponseSchema } from '#contract/delivery.ts'
import { sessionBoardSchema, sessionListSchema } from '#contract/desk.ts'
import { packageResponseSchema } from '#contract/enrolment.ts'
import { type IssuedMandate, issuedMandateSchema, type MandatePost } from '#contract/mandate.ts'
import { deliberationSchema } from '#contract/minutes.ts'
import { openPreparationSchema } from '#contract/prepare.ts'
import { routePath } from '#contract/routes.ts'
import { applyMandate } from '#domain/mandate.ts'
import type { SessionPackage } from '#domain/session-package.ts'
import { thumbprint } from '#seal/keys.ts'
import { verifyMandate } from '#seal/mandate.ts'
import { openPackage } from '#seal/session-package.ts'
import { readJournal } from '#server/storage/journal.ts'
import { aVisitor } from '../builders/a-server.ts'
import { aSessionDay, type SessionDay } from '../builders/a-session-day.ts'
import { aSealedSheet, aSheet } from '../builders/a-sheet.ts'
import type { EnrolledDevice } from '../builders/an-enrolled-device.ts'
import { anImportFile } from '../builders/an-import-file.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

const LATE: MandatePost = {
  kind: 'oral',
  candidate: { number: '0099', lastName: 'Tardy', firstName: 'Zoé', accommodations: [] },
  panelId: 'p1',
  gridId: 'cdcm-b2',
  startsAt: '2026-11-24T15:00:00+01:00',
}

const SITS: MandatePost = { kind: 'juror', panelId: 'p1', jurorId: 'j4', replaces: null, fromOralId: null }

/** A second panel whose only juror the first panel can borrow. */
function twoPanels() {
  const file = anImportFile()
  const more = { ...file.jurors[0], id: 'j4', lastName: 'Hamel', firstName: 'Noé', quality: 'Professionnel', external: true }
  const partner = { ...more, id: 'j5', lastName: 'Ibanez', firstName: 'Rose' }
  return {
    ...file,
    jurors: [...file.jurors, more, partner],
    panels: [...file.panels, { id: 'p2', name: 'Jury B', room: 'Salle 14', jurorIds: ['j4', 'j5'], presidentId: 'j4' }],
  }
}

async function issue(day: SessionDay, post: MandatePost): Promise<IssuedMandate> {
  const answer = await day.coordinator.post('issueMandate', post, { sessionId: day.sessionId })
  return issuedMandateSchema.parse(await answer.json())
}

/** What the device's package becomes with a mandate handed to it, with no network. */
async function handed(device: EnrolledDevice, { mandate }: IssuedMandate): Promise<SessionPackage> {
  const outcome = applyMandate(device.package, await verifyMandate(mandate, device.package.serverKeys.signing))
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.content
}

async function delivered(day: SessionDay, device: EnrolledDevice, oralId: string): Promise<string> {
  const { envelope } = await aSealedSheet(device, aSheet(device, oralId))
  const answer = await aVisitor(day.server).post('deliver', { envelopes: [envelope.jwe] })
  const [result] = deliveryResponseSchema.parse(await answer.json()).results
  return result?.outcome === 'refused' ? result.problem.code : (result?.outcome ?? 'none')
}

async function refreshed(day: SessionDay, device: EnrolledDevice): Promise<SessionPackage> {
  const authorization = await device.authorization('GET', routePath('devicePackage'))
  const answer = await aVisitor(day.server).get('devicePackage', {}, { authorization })
  const { signing } = device.package.serverKeys
  const { sealedPackage } = packageResponseSchema.parse(await answer.json())
  return openPackage(sealedPackage, device.sealing.privateKey, signing, await thumbprint(signing))
}

onBothEngines((newServer) => {
  describe('a mandate', () => {
    it('adds a late candidate: a device that was only handed it delivers a sheet the server accepts, and a new package says the same', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      const issued = await issue(day, LATE)
      const content = await handed(device, issued)
      const oral = content.session.orals.find(({ candidateId }) => candidateId === issued.personId)
      expect(oral).toMatchObject({ gridId: 'cdcm-b2', panelId: 'p1', room: 'Salle 12' })
      expect(await delivered(day, { ...device, package: content }, oral?.id ?? '')).toBe('stored')
      const fresh = await refreshed(day, device)
      expect(fresh.session.orals).toEqual(content.session.orals)
      expect(applyMandate(fresh, await verifyMandate(issued.mandate, fresh.serverKeys.signing))).toMatchObject({ ok: true, changed: false })
      const acts = (await readJournal(day.server.running().context.storage.db)).filter(({ act }) => act === 'mandate-issued')
      expect(acts.map(({ subject }) => subject['mandateId'])).toEqual([issued.mandateId])
    })

    it('lets another juror sit in a panel; the sheets of everybody else stay accepted', async () => {
      const day = await aSessionDay(await newServer(), twoPanels())
      const substitute = await day.device('j4')
      const replaced = await day.device('j2')
      expect(substitute.package.session.orals).toEqual([])
      const content = await handed(substitute, await issue(day, SITS))
      expect(content.deviceKeys.map(({ jurorId }) => jurorId).sort()).toEqual(['j2', 'j4'])
      expect(await delivered(day, { ...substitute, package: content }, 'o1')).toBe('stored')
      expect(await delivered(day, replaced, 'o1')).toBe('stored')
    })

    it('replaces the president from an oral on: nobody waits for their sheets any more, those they signed stay, and the presidency follows', async () => {
      const day = await aSessionDay(await newServer(), twoPanels())
      const [substitute, replaced] = [await day.device('j4'), await day.device('j1')]
      expect(await delivered(day, replaced, 'o1')).toBe('stored')
      const issued = await issue(day, { ...SITS, replaces: 'j1', fromOralId: 'o2' })
      expect(issued.replacedId).toBe('j1')
      const content = await handed(substitute, issued)
      expect(content.session.panels.find(({ id }) => id === 'p1')).toEqual(
        (await refreshed(day, substitute)).session.panels.find(({ id }) => id === 'p1'),
      )
      const [listed] = sessionListSchema.parse(await (await day.coordinator.get('sessions')).json()).sessions
      expect(listed).toMatchObject({ sheetsExpected: 9, sheetsReceived: 1 })
      expect(await delivered(day, { ...substitute, package: content }, 'o2')).toBe('stored')
      const place = { sessionId: day.sessionId, panelId: 'p1', day: '2026-11-24' }
      const { orals } = deliberationSchema.parse(await (await day.coordinator.get('deliberation', place)).json())
      expect(orals.map(({ oralId, sheets, missingJurors }) => [oralId, sheets.map(({ jurorId }) => jurorId), missingJurors])).toEqual([
        ['o1', ['j1'], ['j2', 'j3']],
        ['o2', ['j4'], ['j2', 'j3']],
        ['o3', [], ['j2', 'j3', 'j4']],
      ])
      const csv = await (await day.coordinator.get('resultsCsv', { sessionId: day.sessionId })).text()
      expect(csv).toContain('2026-11-24 10:00;1 / 3;Incomplet;Noé Hamel;')
      expect(await delivered(day, replaced, 'o2')).toBe('stored')
      const again = sessionListSchema.parse(await (await day.coordinator.get('sessions')).json()).sessions
      expect(again[0]).toMatchObject({ sheetsExpected: 10, sheetsReceived: 3 })
    })

    it('stays when the preparation is changed afterwards', async () => {
      const day = await aSessionDay(await newServer(), twoPanels())
      const { sessionId } = day
      await issue(day, { ...SITS, replaces: 'j1', fromOralId: 'o2' })
      const opened = openPreparationSchema.parse(await (await day.coordinator.get('preparation', { sessionId })).json())
      const preparation = { ...opened.preparation, session: { ...opened.preparation.session, title: 'Autre titre' } }
      const saved = await day.coordinator.post('savePreparation', { revision: opened.revision, preparation }, { sessionId })
      expect(saved.status).toBe(200)
      const { panels, session } = sessionBoardSchema.parse(await (await day.coordinator.get('board', { sessionId })).json())
      expect(session.title).toBe('Autre titre')
      expect(panels[0]?.substitutions).toEqual([{ jurorId: 'j4', replaces: 'j1', from: '2026-11-24T10:00:00+01:00' }])
    })

    it('does not replace who does not sit there then, nor seat who does', async () => {
      const day = await aSessionDay(await newServer(), twoPanels())
      const post = (body: unknown) => day.coordinator.post('issueMandate', body, { sessionId: day.sessionId })
      await issue(day, { ...SITS, replaces: 'j1', fromOralId: 'o2' })
      await expectProblem(await post({ ...SITS, jurorId: 'j5', replaces: 'j1', fromOralId: 'o3' }), 409, 'mandate-useless')
      await expectProblem(await post({ ...SITS, replaces: 'j2', fromOralId: 'o3' }), 409, 'mandate-useless')
      const back = await issue(day, { ...SITS, jurorId: 'j1', replaces: 'j4', fromOralId: 'o3' })
      expect(back).toMatchObject({ personId: 'j1', replacedId: 'j4' })
      const { mandates } = (await (await day.coordinator.get('mandates', { sessionId: day.sessionId })).json()) as { mandates: unknown[] }
      expect(mandates).toHaveLength(2)
    })

    it('is refused, and changes nothing, when it would add nothing or names what is not there', async () => {
      const day = await aSessionDay(await newServer())
      const post = (body: unknown) => day.coordinator.post('issueMandate', body, { sessionId: day.sessionId })
      await issue(day, LATE)
      await expectProblem(await post(LATE), 409, 'mandate-useless')
      await expectProblem(await post({ ...LATE, candidate: { candidateId: 'c1' }, gridId: 'cdcm-b1' }), 409, 'mandate-useless')
      await expectProblem(await post({ ...SITS, jurorId: 'j1' }), 409, 'mandate-useless')
      await expectProblem(await post({ ...LATE, panelId: 'p9' }), 404, 'not-found')
      await expectProblem(await post({ ...SITS, jurorId: 'j9' }), 404, 'not-found')
      await expectProblem(await post({ ...SITS, jurorId: 'j3', fromOralId: 'o9' }), 404, 'not-found')
      await expectProblem(await aVisitor(day.server).post('issueMandate', LATE, { sessionId: day.sessionId }), 401, 'not-signed-in')
      const listed = (await (await day.coordinator.get('mandates', { sessionId: day.sessionId })).json()) as { mandates: unknown[] }
      expect(listed.mandates).toHaveLength(1)
    })

    it('loses none of two given at the same moment', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      const both = await Promise.all(
        ['0098', '0099'].map((number) =>
          issue(day, { ...LATE, candidate: { number, lastName: 'Tardy', firstName: 'Zoé', accommodations: [] } }),
        ),
      )
      expect((await refreshed(day, device)).session.candidates.map(({ id }) => id)).toEqual(
        expect.arrayContaining(both.map(({ personId }) => personId)),
      )
    })
  })
})
