import { expect, it } from 'vitest'
import { enrolmentResponseSchema, packageResponseSchema } from '#contract/enrolment.ts'
import { routePath } from '#contract/routes.ts'
import { parseEnrolmentCode } from '#seal/enrolment-code.ts'
import { openPackage } from '#seal/session-package.ts'
import { aVisitor } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { anEnrolledDevice, anEnrolmentRequest, deviceAuthorization, deviceKeys } from '../builders/an-enrolled-device.ts'
import { anImportFile } from '../builders/an-import-file.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { onBothEngines } from './engines.ts'

async function secretOf(link: string): Promise<string> {
  const code = await parseEnrolmentCode(new URL(link).hash.slice(1))
  if (typeof code === 'string') throw new Error(code)
  return code.secret
}

/** Two panels that share no juror. */
function twoPanels() {
  const file = anImportFile()
  const jurors = [...file.jurors, { id: 'j4', lastName: 'Huet', firstName: 'Rémi', quality: 'Formateur', external: false }]
  const jurors5 = [...jurors, { id: 'j5', lastName: 'Ivars', firstName: 'Léa', quality: 'Consultante', external: true }]
  const panels = [...file.panels, { id: 'p2', name: 'Jury B', room: 'Salle 14', jurorIds: ['j4', 'j5'], presidentId: 'j4' }]
  const orals = [...file.orals, { id: 'o9', candidateId: 'c2', panelId: 'p2', gridId: 'cdcm-b2', startsAt: '2026-11-24T14:00:00+01:00' }]
  return anImportFile({ jurors: jurors5, panels, orals })
}

onBothEngines((newServer) => {
  it('gives a device the package of its own juror, and nothing of other panels', async () => {
    const day = await aSessionDay(await newServer(), twoPanels())
    const president = await day.device('j1')
    expect(president.package.jurorId).toBe('j1')
    expect(president.package.session.orals.map((oral) => oral.id)).toEqual(['o1', 'o2', 'o3'])
    expect(president.package.session.panels.map((panel) => panel.id)).toEqual(['p1'])
    expect(president.package.session.jurors.map((juror) => juror.id)).toEqual(['j1', 'j2', 'j3'])
    expect(president.package.grids.map(({ grid }) => grid.id).sort()).toEqual(['cdcm-b1', 'cdcm-b2', 'cdcm-b3', 'cdcm-final'])

    const other = await day.device('j4')
    expect(other.package.session.candidates.map((candidate) => candidate.id)).toEqual(['c2'])
    expect(other.package.deviceKeys.map((key) => key.jurorId)).toEqual(['j4'])
  })

  it('names the panel’s other enrolled devices in a later package', async () => {
    const day = await aSessionDay(await newServer())
    const first = await day.device('j1')
    const second = await day.device('j2')
    const path = routePath('devicePackage')
    const answer = await aVisitor(day.server).get('devicePackage', {}, { authorization: await first.authorization('GET', path) })
    const { sealedPackage } = packageResponseSchema.parse(await answer.json())
    const keys = first.package.serverKeys.signing
    const serverKeyId = day.server.running().context.secrets.signing.keyId
    const refreshed = await openPackage(sealedPackage, first.sealing.privateKey, keys, serverKeyId)
    expect(refreshed.deviceKeys.map((key) => key.deviceId).sort()).toEqual([first.signing.keyId, second.signing.keyId].sort())
    expect(refreshed.deviceKeys.find((key) => key.jurorId === 'j2')).toEqual({
      jurorId: 'j2',
      deviceId: second.signing.keyId,
      key: second.signing.publicJwk,
      sealingKey: second.sealing.publicJwk,
    })
    expect(refreshed.recoveryKey).toEqual(first.package.recoveryKey)
  })

  it('answers the same device again when its first answer was lost', async () => {
    const day = await aSessionDay(await newServer())
    const request = await anEnrolmentRequest(await secretOf(await day.link('j1')), await deviceKeys())
    const visitor = aVisitor(day.server)
    const answers = [await visitor.post('enrol', request), await visitor.post('enrol', request)]
    for (const answer of answers) enrolmentResponseSchema.parse(await answer.json())
  })

  it('lets one of two devices win when both use the link at the same instant', async () => {
    const day = await aSessionDay(await newServer())
    const secret = await secretOf(await day.link('j1'))
    const requests = await Promise.all([1, 2, 3].map(async () => anEnrolmentRequest(secret, await deviceKeys())))
    const answers = await Promise.all(requests.map((request) => aVisitor(day.server).post('enrol', request)))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409])
  })

  it('refuses a secret that another device used, one it does not know, and a proof of another key', async () => {
    const day = await aSessionDay(await newServer())
    const visitor = aVisitor(day.server)
    const link = await day.link('j1')
    await anEnrolledDevice(day.server.origin, link)
    await expectProblem(
      await visitor.post('enrol', await anEnrolmentRequest(await secretOf(link), await deviceKeys())),
      409,
      'enrolment-used',
    )
    await expectProblem(await visitor.post('enrol', await anEnrolmentRequest('A'.repeat(22), await deviceKeys())), 404, 'enrolment-unknown')

    const fresh = await secretOf(await day.link('j2'))
    const mine = await anEnrolmentRequest(fresh, await deviceKeys())
    const theirs = await anEnrolmentRequest(fresh, await deviceKeys())
    await expectProblem(await visitor.post('enrol', { ...mine, proof: theirs.proof }), 401, 'device-proof-wrong')
    const otherSecret = await anEnrolmentRequest('B'.repeat(22), await deviceKeys())
    await expectProblem(await visitor.post('enrol', { ...otherSecret, secret: fresh }), 401, 'device-proof-wrong')
    expect((await visitor.post('enrol', mine)).status).toBe(200)
  })

  it('names the fields of a garbled enrolment', async () => {
    const server = await newServer()
    const problem = await expectProblem(await aVisitor(server).post('enrol', { secret: 'court' }), 400, 'invalid-request')
    expect(problem.issues?.map((issue) => issue.path)).toEqual(['secret', 'deviceName', 'signingKey', 'proof'])
    expect(problem.issues?.[1]?.message).toBe('Ce champ manque.')
  })

  it('serves a device whose clock is a day off, and no request of another path, method, age or key', async () => {
    const day = await aSessionDay(await newServer())
    const device = await day.device('j1')
    const visitor = aVisitor(day.server)
    const path = routePath('devicePackage')
    const ask = (authorization: string) => visitor.get('devicePackage', {}, { authorization })
    const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)
    expect((await ask(await device.authorization('GET', path, hoursAgo(24)))).status).toBe(200)
    expect((await ask(await device.authorization('GET', path, hoursAgo(-24)))).status).toBe(200)
    await expectProblem(await ask(await device.authorization('GET', path, hoursAgo(49))), 401, 'device-proof-wrong')
    await expectProblem(await ask(await device.authorization('POST', path)), 401, 'device-proof-wrong')
    await expectProblem(await ask(await device.authorization('GET', '/api/v1/device/readiness')), 401, 'device-proof-wrong')
    await expectProblem(await ask('Device not-a-jws'), 401, 'device-proof-wrong')
    await expectProblem(await visitor.get('devicePackage'), 401, 'device-proof-wrong')
    const { signing } = await deviceKeys()
    await expectProblem(await ask(await deviceAuthorization(signing, 'GET', path, new Date())), 401, 'device-unknown')
    const forged = await deviceAuthorization({ ...signing, keyId: device.signing.keyId }, 'GET', path, new Date())
    await expectProblem(await ask(forged), 401, 'device-proof-wrong')
  })

  it('keeps the last readiness report and shows it to the desk, line by line', async () => {
    const day = await aSessionDay(await newServer())
    const device = await day.device('j3')
    const report = {
      at: '2026-11-23T18:00:00.000Z',
      appVersion: '1.0.0',
      lines: [
        { check: 'storage', state: 'ok' },
        { check: 'storageSpace', state: 'warning', detail: { freeMiB: 120 } },
        { check: 'clock', state: 'failed' },
      ],
      sheetsWaiting: 0,
    }
    const path = routePath('deviceReadiness')
    const headers = { authorization: await device.authorization('POST', path) }
    expect((await aVisitor(day.server).post('deviceReadiness', report, {}, headers)).status).toBe(204)
    const board = (await (await day.coordinator.get('board', { sessionId: day.sessionId })).json()) as { devices: unknown[] }
    expect(board.devices).toMatchObject([{ jurorId: 'j3', readiness: { ...report, failed: 1, warnings: 1 } }])
  })
})
