import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { CivilIdentity } from '#domain/civil-identity.ts'
import type { PassportSettings } from '#domain/passport-settings.ts'
import { readPassportReport } from '#server/results/passport-report.ts'
import { type CertifiedPassage, passportXml } from '#server/results/skills-passport-xml.ts'

const SETTINGS: PassportSettings = {
  schemaVersion: '1.1.2',
  issuerClientId: 'ABCD1234',
  certifierClientId: 'ABCD1234',
  contractId: 'MCFCER000001',
  certificationCode: 'RNCP12345',
  depositor: 'CERTIFICATEUR',
  centrePostalCode: '44000',
}

function anIdentity(changes: Partial<CivilIdentity> = {}): CivilIdentity {
  return {
    candidateId: 'c1',
    birthName: 'Aubrac & Fils <essai>',
    usualName: null,
    firstNames: ['Inès', 'Maëlle'],
    birthYear: 2001,
    birthMonth: 2,
    birthDay: 28,
    sex: 'F',
    birthPlace: { kind: 'insee', code: '44109' },
    birthCommune: 'Nantes',
    birthCountryCode: null,
    birthCountry: null,
    ...changes,
  }
}

function aPassage(technicalId: string, identity: CivilIdentity = anIdentity()): CertifiedPassage {
  return { technicalId, identity, examStartsOn: '2026-11-24', examEndsOn: '2026-11-26', validFrom: '2026-11-27' }
}

function write(passages: CertifiedPassage[], settings: Partial<PassportSettings> = {}): string {
  return passportXml({ flowId: 'flux-1', at: '2026-11-27T18:05:09+01:00', settings: { ...SETTINGS, ...settings }, passages })
}

async function complaints(xml: string, version = '1.1.2'): Promise<string[]> {
  const schema = readFileSync(`docs/schemas/passeport-competences-${version}.xsd`, 'utf8')
  const result = await validateXML({ xml: [{ fileName: 'flux.xml', contents: xml }], schema: [schema] })
  return result.errors.map((error) => error.message)
}

describe('the XML of certified persons', () => {
  it('follows schema 1.1.2, for every kind of birth place and for persons of whom little is known', async () => {
    const abroad = anIdentity({ birthPlace: { kind: 'insee', code: '99109' }, birthCountryCode: '109', birthCountry: 'Allemagne' })
    const unknown = anIdentity({
      birthPlace: { kind: 'unknown' },
      birthCommune: null,
      birthMonth: null,
      birthDay: null,
      usualName: 'Kermarec',
    })
    const postal = anIdentity({ birthPlace: { kind: 'postal', code: '29000' }, firstNames: ['Zoé'] })
    const xml = write([aPassage('p1'), aPassage('p2', abroad), aPassage('p3', unknown), aPassage('p4', postal)])
    expect(await complaints(xml)).toEqual([])
  })

  it('follows the 1.1.5 variant when the certifier chose it, and then no longer 1.1.2', async () => {
    const xml = write([aPassage('p1')], { schemaVersion: '1.1.5' })
    expect(await complaints(xml, '1.1.5')).toEqual([])
    expect(await complaints(xml, '1.1.2')).not.toEqual([])
  })

  it('is refused by the schema when a compulsory datum is missing, so the check can fail', async () => {
    const xml = write([aPassage('p1')])
    expect(await complaints(xml.replace(/<cpf:sexe>.*<\/cpf:sexe>/, ''))).not.toEqual([])
    expect(await complaints(xml.replace('+01:00', 'Z'))).not.toEqual([])
  })

  it('declares neither a level nor a mention the title does not have', () => {
    const xml = write([aPassage('p1')])
    expect(xml).toMatch(/<cpf:mentionValidee xsi:nil="true"\/>/)
    expect(xml).toMatch(/<cpf:scoring xsi:nil="true"\/>/)
    expect(xml).not.toMatch(/niveauLangueEuropeen/)
  })

  it('is not written for nobody, nor with a timestamp the portal refuses', () => {
    expect(() => write([])).toThrow(RangeError)
    expect(() => passportXml({ flowId: 'f', at: '2026-11-27T18:05:09Z', settings: SETTINGS, passages: [aPassage('p1')] })).toThrow()
  })
})

describe('the acknowledgement of a deposit', () => {
  const report = (tag: string) => `<?xml version="1.0"?><rapport xmlns="urn:cdc:cpf:pc5:rapport:schema">
    <nomFichier>flux.xml</nomFichier><idFlux>flux-1</idFlux><idTraitement>00042</idTraitement>
    <${tag}><passage><idTechnique>p2</idTechnique><messageErreur>Aucun titulaire ne correspond aux critères obligatoires</messageErreur></passage></${tag}>
    <PassagesOK><idTechnique>p1</idTechnique><idTechnique>p3</idTechnique></PassagesOK></rapport>`

  it.each(['PassagesKO', 'passagesKO'])('is read with the casing %s', (tag) => {
    expect(readPassportReport(report(tag))).toEqual({
      flowId: 'flux-1',
      processingId: '00042',
      accepted: ['p1', 'p3'],
      rejected: [{ technicalId: 'p2', messages: ['Aucun titulaire ne correspond aux critères obligatoires'] }],
    })
  })

  it('tells a message as it reads, whatever was escaped in it', () => {
    const escaped = report('PassagesKO').replace('Aucun titulaire', 'L&apos;identit&#233; &amp; l&#xE9;tat')
    expect(readPassportReport(escaped)).toMatchObject({
      rejected: [{ messages: ["L'identité & létat ne correspond aux critères obligatoires"] }],
    })
  })

  it('may have nobody rejected, or a single person accepted', () => {
    const one =
      '<rapport><idFlux>f</idFlux><idTraitement>1</idTraitement><PassagesKO/><PassagesOK><idTechnique>p1</idTechnique></PassagesOK></rapport>'
    expect(readPassportReport(one)).toMatchObject({ accepted: ['p1'], rejected: [] })
  })

  it('is refused with its reason when it is something else', () => {
    expect(readPassportReport('ceci n’est pas du XML')).toBe('notXml')
    expect(readPassportReport('<rapport><autre/></rapport>')).toBe('notAReport')
    expect(readPassportReport('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rapport>&a;</rapport>')).toBe('hasDoctype')
  })
})
