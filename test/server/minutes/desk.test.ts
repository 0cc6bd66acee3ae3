import { describe, expect, it } from 'vitest'
import {
  awaitingResponseSchema,
  deliberationSchema,
  frozenSchema,
  minutesDraftSchema,
  minutesListSchema,
  storedMinutesSchema,
} from '#contract/minutes.ts'
import { routePath } from '#contract/routes.ts'
import { awaitingMinutesSchema } from '#seal/awaiting-minutes.ts'
import { readMinutes } from '#seal/minutes.ts'
import { verifyJson } from '#seal/signed.ts'
import {
  aFavourableDecision,
  aMinutesSignature,
  deliverSheets,
  frozenMinutes,
  PANEL_DAY,
  sealedMinutes,
  someFacts,
  someTabletMinutes,
} from '../../builders/a-deliberation.ts'
import { aJournalReading } from '../../builders/a-journal-reading.ts'
import { aVisitor } from '../../builders/a-server.ts'
import { aSessionDay, type SessionDay } from '../../builders/a-session-day.ts'
import { aSealedSheet, aSheet, aWholeOral } from '../../builders/a-sheet.ts'
import type { EnrolledDevice } from '../../builders/an-enrolled-device.ts'
import { expectProblem } from '../../builders/expect-problem.ts'
import { onBothEngines } from '../engines.ts'

const placeOf = ({ sessionId }: SessionDay) => ({ sessionId, ...PANEL_DAY })

async function deliberation(day: SessionDay) {
  return deliberationSchema.parse(await (await day.coordinator.get('deliberation', placeOf(day))).json())
}

async function asDevice(day: SessionDay, device: EnrolledDevice, method: 'GET' | 'POST', path: string, body?: unknown) {
  return aVisitor(day.server).fetch(path, {
    method,
    headers: { authorization: await device.authorization(method, path), 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

/** What awaits a device's juror, as the server signed it. */
async function awaitingOf(day: SessionDay, device: EnrolledDevice) {
  const answer = await asDevice(day, device, 'GET', routePath('awaitingMinutes'))
  const { awaiting } = awaitingResponseSchema.parse(await answer.json())
  return verifyJson('cdj-awaiting+jws', awaiting, device.package.serverKeys.signing, awaitingMinutesSchema)
}

async function stored(day: SessionDay, hash: string) {
  return storedMinutesSchema.parse(await (await day.coordinator.get('minutes', { hash })).json())
}

onBothEngines((newServer) => {
  describe('a deliberation at the desk', () => {
    it('shows what the sheets propose, keeps decisions with what the panel had before it, and says when a sheet came later', async () => {
      const day = await aSessionDay(await newServer())
      const [one, two] = [await day.device('j1'), await day.device('j2')]
      await deliverSheets(day, [one], ['o1'])
      const [before] = (await deliberation(day)).orals
      expect(before).toMatchObject({ oralId: 'o1', part: 'B1', proposal: 'validated', missingJurors: ['j2', 'j3'], decision: null })
      const answer = await day.coordinator.post('recordDecision', aFavourableDecision(one, 'o1'), placeOf(day))
      expect(answer.status).toBe(200)
      const [after] = (await deliberation(day)).orals
      expect(after?.decision).toMatchObject({ verdict: 'validated', proposal: 'validated', missingJurors: ['j2', 'j3'] })
      expect(after?.decision?.sheets).toHaveLength(1)
      expect(after?.outdated).toBe(false)
      await deliverSheets(day, [two], ['o1'])
      expect((await deliberation(day)).orals[0]).toMatchObject({ outdated: true, missingJurors: ['j3'] })
    })

    it('has what stands behind the verdicts at hand: reasons, marks that differ, notes, time, delivery, opinions', async () => {
      const day = await aSessionDay(await newServer())
      const [one, two] = [await day.device('j1'), await day.device('j2')]
      await deliverSheets(day, [one], ['o1'])
      const grid = one.package.grids.find((published) => published.grid.id === 'cdcm-b1')?.grid
      if (!grid) throw new Error('no grid')
      const severe = aSheet(two, 'o1', {
        bodies: [
          ...aWholeOral(grid),
          { kind: 'mark', targets: ['C1.K1.I1'], value: 'notObserved' },
          { kind: 'verdict', sectionId: 'C1', verdict: 'notAcquired', reason: 'Sources absentes.' },
          { kind: 'note', noteId: 'n1', target: { id: 'C1', page: 4 }, text: 'Voir le tableau.', private: false },
        ],
      })
      await day.coordinator.post('deliver', { envelopes: [(await aSealedSheet(two, severe)).envelope.jwe] })
      const evidence = (await deliberation(day)).orals[0]?.evidence
      expect(evidence?.sections).toEqual([
        {
          id: 'C1',
          title: expect.stringContaining('Collecte'),
          jurors: [{ jurorId: 'j2', points: null, reason: 'Sources absentes.' }],
          contested: [
            {
              label: 'Sources identifiées',
              marks: [
                { jurorId: 'j1', value: 'observed' },
                { jurorId: 'j2', value: 'notObserved' },
              ],
            },
          ],
          notes: [{ id: 'n1', jurorId: 'j2', text: 'Voir le tableau.' }],
        },
      ])
      expect(evidence?.timings.map(({ jurorId, allottedMs }) => [jurorId, allottedMs])).toEqual([
        ['j1', 2_400_000],
        ['j2', 2_400_000],
      ])
      expect(evidence?.opinions).toContainEqual({ jurorId: 'j1', reason: '', appreciation: 'Prestation claire et structurée.' })
      expect(evidence?.delivery.length).toBeGreaterThan(0)
    })

    it('refuses a decision without its compulsory reasons, or with an impossible vote, and says which', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      await deliverSheets(day, [device], ['o1'])
      const decision = aFavourableDecision(device, 'o1')
      const [first, ...others] = decision.sections
      const incomplete = {
        ...decision,
        sections: [{ id: first?.id, verdict: 'notAcquired', reason: '' }, ...others],
        verdict: 'notValidated',
        vote: { inFavour: ['j1'], against: ['j2'], abstained: ['j9'], castingVote: false },
      }
      const problem = await expectProblem(
        await day.coordinator.post('recordDecision', incomplete, placeOf(day)),
        422,
        'decision-incomplete',
      )
      expect(problem.issues?.map(({ path }) => path)).toEqual(['C1', 'reasonMissing', 'voteOutsidePanel', 'tieUnresolved'])
      expect((await deliberation(day)).orals[0]?.decision).toBeNull()
      await expectProblem(await day.coordinator.post('recordDecision', { ...decision, oralId: 'o99' }, placeOf(day)), 404, 'not-found')
      await expectProblem(await day.coordinator.get('deliberation', { ...placeOf(day), day: '2026-12-01' }), 404, 'not-found')
    })

    it('composes minutes, tells what is missing, and freezes nothing before that', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      await deliverSheets(day, [device], ['o1'])
      await day.coordinator.post('recordDecision', aFavourableDecision(device, 'o1'), placeOf(day))
      const facts = someFacts({ appeal: ' ', absences: [{ jurorId: 'j1', reason: 'Malade' }] })
      const draft = minutesDraftSchema.parse(await (await day.coordinator.post('composeMinutes', facts, placeOf(day))).json())
      expect(draft.issues).toEqual([
        { code: 'oralUndecided', subjectId: 'o2' },
        { code: 'oralUndecided', subjectId: 'o3' },
        { code: 'appealMissing', subjectId: null },
        { code: 'noPresident', subjectId: null },
      ])
      expect(draft.minutes.attendance).toEqual([
        expect.objectContaining({
          name: 'Inès Bazin',
          presence: 'present',
          identityChecked: true,
          accommodations: ['40 minutes au lieu de 30'],
        }),
      ])
      expect(draft.minutes.titles[0]).toMatchObject({ outcome: 'pending', acquiredBlocks: ['B1'] })
      await expectProblem(await day.coordinator.post('freezeMinutes', facts, placeOf(day)), 422, 'minutes-not-ready')
      expect((await deliberation(day)).minutes).toEqual([])
    })

    it('freezes minutes once; afterwards only corrective minutes that name them', async () => {
      const day = await aSessionDay(await newServer())
      const devices = [await day.device('j1'), await day.device('j2')]
      const hash = await frozenMinutes(day, devices)
      await expectProblem(await day.coordinator.post('freezeMinutes', someFacts(), placeOf(day)), 409, 'minutes-superseded')
      const amends = { hash, reason: 'Une heure était fausse.' }
      const corrective = await day.coordinator.post('freezeMinutes', someFacts({ amends }), placeOf(day))
      const later = frozenSchema.parse(await corrective.json()).hash
      await expectProblem(await day.coordinator.post('freezeMinutes', someFacts({ amends }), placeOf(day)), 409, 'minutes-superseded')
      const list = minutesListSchema.parse(await (await day.coordinator.get('sessionMinutes', { sessionId: day.sessionId })).json())
      expect(list.minutes.map(({ hash: one, amends: corrected, amendedBy }) => [one, corrected, amendedBy])).toEqual([
        [hash, null, later],
        [later, hash, null],
      ])
      const journal = await aJournalReading(day.coordinator)
      expect(journal.rows.filter(({ act }) => act === 'minutes-frozen').map(({ subject }) => subject['amends'])).toEqual([null, hash])
      expect(journal.rows.filter(({ act }) => act === 'decision-recorded')).toHaveLength(3)
    })

    it('takes out of a decision already made whoever then stood aside, and freezes nothing while their vote counts', async () => {
      const day = await aSessionDay(await newServer())
      const [one, two] = [await day.device('j1'), await day.device('j2')]
      await deliverSheets(day, [one, two], ['o1'])
      const vote = { inFavour: ['j1', 'j2'], against: ['j3'], abstained: [], castingVote: false }
      const voted = { ...aFavourableDecision(one, 'o1'), vote }
      expect((await day.coordinator.post('recordDecision', voted, placeOf(day))).status).toBe(200)
      const facts = someFacts({ recusals: [{ jurorId: 'j2', candidateId: 'c1', reason: 'Voisine' }] })
      const draft = async () => minutesDraftSchema.parse(await (await day.coordinator.post('composeMinutes', facts, placeOf(day))).json())
      const shaken = await draft()
      expect(shaken.minutes.decisions[0]).toMatchObject({ sheets: [expect.objectContaining({ jurorId: 'j1' })], missingJurors: ['j3'] })
      expect(shaken.issues).toContainEqual({ code: 'decisionUnfinished', subjectId: 'o1' })
      const refused = await expectProblem(await day.coordinator.post('freezeMinutes', facts, placeOf(day)), 422, 'minutes-not-ready')
      expect(refused.issues?.map(({ message }) => message).join()).toContain('à reprendre (son vote ou son motif) : Inès Bazin.')
      expect((await day.coordinator.post('recordDecision', { ...voted, vote: null }, placeOf(day))).status).toBe(200)
      expect((await draft()).issues.map(({ code }) => code)).not.toContain('decisionUnfinished')
    })

    it('starts corrective minutes from the decisions of the tablet’s, changed by what the desk decides afterwards', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      await deliverSheets(day, [device], ['o1'])
      const sealed = await someTabletMinutes(device)
      await day.coordinator.post('deliver', { envelopes: [(await sealedMinutes(sealed, [device])).jwe] })
      const [taken] = (await deliberation(day)).orals
      expect(taken?.decision).toEqual(sealed.minutes.decisions[0])
      const refusal = { ...aFavourableDecision(device, 'o1'), verdict: 'notValidated', reason: 'Support non conforme.' }
      expect((await day.coordinator.post('recordDecision', refusal, placeOf(day))).status).toBe(200)
      expect((await deliberation(day)).orals[0]?.decision).toMatchObject({ verdict: 'notValidated' })
    })

    it('lets each member sign on their own device, once', async () => {
      const day = await aSessionDay(await newServer())
      const devices = [await day.device('j1'), await day.device('j2')]
      const hash = await frozenMinutes(day, devices, { absences: [{ jurorId: 'j3', reason: 'Grève des trains' }] })
      for (const device of devices) {
        const awaiting = await awaitingOf(day, device)
        expect(awaiting).toMatchObject({ jurorId: device.jurorId, sessionId: day.sessionId })
        const sealed = await readMinutes(awaiting.minutes[0]?.text ?? '')
        expect(sealed.hash).toBe(hash)
        const signPath = routePath('signMinutes', { hash })
        const signature = await aMinutesSignature(sealed, device)
        expect((await asDevice(day, device, 'POST', signPath, { signature })).status).toBe(200)
        expect((await asDevice(day, device, 'POST', signPath, { signature })).status).toBe(200)
        expect((await awaitingOf(day, device)).minutes).toEqual([])
      }
      const open = await stored(day, hash)
      expect(open.summary).toMatchObject({ signed: ['j1', 'j2'], missing: [], absent: ['j3'] })
      expect(open.signatures).toHaveLength(2)
    })

    it('refuses a signature by another device, in another’s name, or over another text', async () => {
      const day = await aSessionDay(await newServer())
      const [one, two] = [await day.device('j1'), await day.device('j2')]
      const hash = await frozenMinutes(day, [one, two])
      const sealed = await readMinutes((await stored(day, hash)).text)
      const other = await readMinutes(sealed.text.replace('Jury A', 'Jury B'))
      const path = routePath('signMinutes', { hash })
      const wrong = [
        await aMinutesSignature(sealed, two),
        await aMinutesSignature(sealed, one, { jurorId: 'j2' }),
        await aMinutesSignature(other, one),
        'rien',
      ]
      for (const signature of wrong)
        await expectProblem(await asDevice(day, one, 'POST', path, { signature }), 422, 'minutes-signature-wrong')
      const unknown = routePath('signMinutes', { hash: 'x'.repeat(43) })
      await expectProblem(await asDevice(day, one, 'POST', unknown, { signature: 'rien' }), 404, 'not-found')
      expect((await stored(day, hash)).signatures).toEqual([])
    })

    it('says that signatures no longer hold once the stored text was altered', async () => {
      const day = await aSessionDay(await newServer())
      const device = await day.device('j1')
      const hash = await frozenMinutes(day, [device])
      const sealed = await readMinutes((await stored(day, hash)).text)
      const path = routePath('signMinutes', { hash })
      await asDevice(day, device, 'POST', path, { signature: await aMinutesSignature(sealed, device) })
      const { db } = day.server.running().context.storage
      await db
        .updateTable('minutes')
        .set({ text: sealed.text.replace('"validated"', '"notValidated"') })
        .where('hash', '=', hash)
        .execute()
      expect((await stored(day, hash)).signatures.map(({ isValid }) => isValid)).toEqual([false])
    })
  })
})
