import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { passportReportReadSchema, passportStateSchema } from '#contract/passport.ts'
import type { PassportSettings } from '#domain/passport-settings.ts'
import { verifyCredential } from '#seal/open-badge.ts'
import { parisTimestamp } from '#server/results/passport.ts'
import { aCertifier } from '../../builders/a-certifier.ts'
import { aDecidedDay, aWholeTitleFile, type DecidedDay } from '../../builders/a-result.ts'
import { expectProblem } from '../../builders/expect-problem.ts'
import { onBothEngines } from '../engines.ts'

const SETTINGS: PassportSettings = {
  schemaVersion: '1.1.2',
  issuerClientId: 'ABCD1234',
  certifierClientId: 'ABCD1234',
  contractId: 'MCFCER000001',
  certificationCode: 'RNCP99999',
  depositor: 'CERTIFICATEUR',
  centrePostalCode: '49000',
}
const IDENTITIES = `numero;nom_naissance;prenoms;date_naissance;sexe;code_insee;commune
0001;Bazin;"Inès, Maud";28/02/2001;F;49007;Angers`

async function state({ coordinator, sessionId }: DecidedDay) {
  return passportStateSchema.parse(await (await coordinator.get('passport', { sessionId })).json())
}

async function deposit({ coordinator, sessionId }: DecidedDay): Promise<{ flowId: string; xml: string }> {
  const made = await coordinator.post('makePassportDeposit', '', { sessionId })
  expect(made.status).toBe(200)
  const { flowId } = (await made.json()) as { flowId: string }
  return { flowId, xml: await (await coordinator.get('passportXml', { flowId })).text() }
}

const reportOf = (flowId: string, rejected: string, accepted: string) =>
  `<?xml version="1.0"?><rapport xmlns="urn:cdc:cpf:pc5:rapport:schema"><nomFichier>flux.xml</nomFichier><idFlux>${flowId}</idFlux>
  <idTraitement>42</idTraitement><passagesKO>${rejected}</passagesKO><PassagesOK>${accepted}</PassagesOK></rapport>`

onBothEngines((newServer) => {
  describe('the declaration to the skills passport', () => {
    it('names whose identity is missing, then gives a file the schema accepts, and follows each person to acceptance', async () => {
      const day = await aDecidedDay(await newServer(), 2, aWholeTitleFile())
      const { coordinator, sessionId } = day
      expect((await state(day)).holders).toMatchObject([{ number: '0001', state: 'identityMissing' }])
      const early = await expectProblem(await coordinator.post('makePassportDeposit', '', { sessionId }), 409, 'passport-not-ready')
      expect(early.issues?.[0]?.path).toBe('settingsMissing')
      await coordinator.post('setPassportSettings', SETTINGS)
      const nobody = await expectProblem(await coordinator.post('makePassportDeposit', '', { sessionId }), 409, 'passport-not-ready')
      expect(nobody.issues?.[0]?.path).toBe('nobodyReady')

      expect(await (await coordinator.post('importIdentities', IDENTITIES, { sessionId })).json()).toEqual({ imported: 1 })
      expect((await state(day)).holders).toMatchObject([{ state: 'ready' }])
      const first = await deposit(day)
      const schema = readFileSync('docs/schemas/passeport-competences-1.1.2.xsd', 'utf8')
      const checked = await validateXML({ xml: [{ fileName: 'flux.xml', contents: first.xml }], schema: [schema] })
      expect(checked.errors).toEqual([])
      expect(first.xml).toContain('<cpf:prenom2>Maud</cpf:prenom2>')
      expect(first.xml).toContain('<cpf:dateDebutValidite>2026-11-24</cpf:dateDebutValidite>')
      expect((await state(day)).holders).toMatchObject([{ state: 'deposited' }])
      await expectProblem(await coordinator.post('makePassportDeposit', '', { sessionId }), 409, 'passport-not-ready')

      const technicalId = `${sessionId}.c1`
      const refusal = `<passage><idTechnique>${technicalId}</idTechnique><messageErreur>Aucun titulaire</messageErreur></passage>`
      const refused = await coordinator.post('readPassportReport', reportOf(first.flowId, refusal, '<idTechnique>autre</idTechnique>'))
      expect(passportReportReadSchema.parse(await refused.json())).toEqual({
        flowId: first.flowId,
        accepted: 0,
        rejected: 1,
        unknown: ['autre'],
      })
      expect((await state(day)).holders).toMatchObject([{ state: 'rejected', messages: ['Aucun titulaire'] }])

      const second = await deposit(day)
      expect(second.flowId).not.toBe(first.flowId)
      await coordinator.post('readPassportReport', reportOf(second.flowId, '', `<idTechnique>${technicalId}</idTechnique>`))
      expect((await state(day)).holders).toMatchObject([{ state: 'accepted', messages: [] }])
    })

    it('is not for those who only hold blocks', async () => {
      expect((await state(await aDecidedDay(await newServer(), 2))).holders).toEqual([])
    })

    it('keeps no identity of a file that has a fault, and names each line', async () => {
      const day = await aDecidedDay(await newServer(), 0)
      const { coordinator, sessionId } = day
      const file = `${IDENTITIES}\n0009;Nul;Nom;2001;F;;\n0002;Cormier;Yann;31/31/2001;X;;`
      const problem = await expectProblem(await coordinator.post('importIdentities', file, { sessionId }), 422, 'import-invalid')
      expect(problem.issues?.map(({ line, path }) => [line, path])).toEqual([
        [3, 'numero'],
        [4, 'birthMonth'],
        [4, 'sex'],
      ])
      expect((await state(day)).identities).toBe(0)
    })

    it('refuses an acknowledgement that is none, or of another server', async () => {
      const { coordinator } = await aDecidedDay(await newServer(), 0)
      for (const [text, code] of [
        ['pas du xml', 'notXml'],
        [reportOf('ailleurs', '', ''), 'unknownFlow'],
      ] as const) {
        const problem = await expectProblem(await coordinator.post('readPassportReport', text), 422, 'import-invalid')
        expect(problem.issues?.[0]?.path).toBe(code)
      }
    })
  })

  describe('the badge of a block', () => {
    it('is signed by the server for an acquired block, always under the same id, and for no other block', async () => {
      const { coordinator, sessionId, server } = await aDecidedDay(await newServer(), 2)
      const params = { sessionId, candidateId: 'c1', blockId: 'B1' }
      await expectProblem(await coordinator.get('blockBadge', params), 409, 'certifier-unset')
      await coordinator.post('setCertifier', aCertifier(), { frameworkId: 'cdcm' })
      const [first, second] = [await coordinator.get('blockBadge', params), await coordinator.get('blockBadge', params)]
      const { publicKeys } = server.running().context.secrets
      const credential = await verifyCredential(await first.text(), publicKeys.signing)
      expect(credential.issuer.name).toBe('Institut des Halles SAS')
      expect(credential.credentialSubject.identifier[0]?.identityHash).toBe('Inès Bazin')
      expect((await verifyCredential(await second.text(), publicKeys.signing)).id).toBe(credential.id)
      expect(credential.id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      for (const blockId of ['B2', 'finalInterview'])
        await expectProblem(await coordinator.get('blockBadge', { ...params, blockId }), 404, 'not-found')
    })
  })
})

describe('the portal’s timestamp', () => {
  it('has seconds and the offset of Paris, in winter and in summer', () => {
    expect(parisTimestamp(new Date('2026-11-27T17:05:09.500Z'))).toBe('2026-11-27T18:05:09+01:00')
    expect(parisTimestamp(new Date('2026-07-01T22:30:00Z'))).toBe('2026-07-02T00:30:00+02:00')
  })
})
