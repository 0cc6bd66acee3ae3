import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { z } from 'zod'
import type { CivilIdentity } from '#domain/civil-identity.ts'
import type { PassportSettings } from '#domain/passport-settings.ts'
import { isoDateSchema } from '#domain/primitives.ts'

const NAMESPACE = 'urn:cdc:cpf:pc5:schema:1.0.0'
const XSI = 'http://www.w3.org/2001/XMLSchema-instance'

/** One holder of the full title. */
export interface CertifiedPassage {
  /** Stable for one candidate and session, so that a rejected passage is resent under the same name; 1 to 255 characters. */
  technicalId: string
  identity: CivilIdentity
  examStartsOn: string
  examEndsOn: string
  /** Date of the deliberation. */
  validFrom: string
}

export interface PassportFlow {
  /** Unique for each deposit, 1 to 50 characters. */
  flowId: string
  /** `YYYY-MM-DDThh:mm:ss±hh:mm`: seconds, a numeric offset, neither milliseconds nor `Z`. */
  at: string
  settings: PassportSettings
  passages: readonly CertifiedPassage[]
}

const timestampSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/)

/**
 * The XML of certified persons (« accrochage ») for the national skills passport, schema 1.1.2 or 1.1.5 of the Caisse des Dépôts. Only
 * holders of the full title belong in it. Throws a ZodError for a malformed timestamp, a RangeError when there is nobody to declare.
 */
export function passportXml(flow: PassportFlow): string {
  if (flow.passages.length === 0) throw new RangeError('nobody to declare')
  const { settings } = flow
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele(NAMESPACE, 'cpf:flux')
  root.att('http://www.w3.org/2000/xmlns/', 'xmlns:xsi', XSI)
  text(root, 'idFlux', flow.flowId)
  text(root, 'horodatage', timestampSchema.parse(flow.at))
  if (settings.schemaVersion === '1.1.5') text(root, 'action', 'CREATION')
  const issuer = child(root, 'emetteur')
  text(issuer, 'idClient', settings.issuerClientId)
  const certifier = child(child(issuer, 'certificateurs'), 'certificateur')
  text(certifier, 'idClient', settings.certifierClientId)
  text(certifier, 'idContrat', settings.contractId)
  const certification = child(child(certifier, 'certifications'), 'certification')
  text(certification, 'type', 'RNCP')
  text(certification, 'code', settings.certificationCode)
  if (settings.depositor) text(certification, 'natureDeposant', settings.depositor)
  const passages = child(certification, 'passageCertifications')
  for (const passage of flow.passages) addPassage(passages, passage, settings)
  return root.end({ prettyPrint: true })
}

function addPassage(parent: XMLBuilder, passage: CertifiedPassage, settings: PassportSettings): void {
  const node = child(parent, 'passageCertification')
  text(node, 'idTechnique', passage.technicalId)
  text(node, 'obtentionCertification', 'PAR_ADMISSION')
  text(node, 'donneeCertifiee', 'true')
  text(node, 'dateDebutExamen', isoDateSchema.parse(passage.examStartsOn))
  text(node, 'dateFinExamen', isoDateSchema.parse(passage.examEndsOn))
  text(node, 'modalitePassageExamen', 'EN_PRESENTIEL')
  if (settings.centrePostalCode) text(node, 'codePostalCentreExamen', settings.centrePostalCode)
  text(node, 'dateDebutValidite', isoDateSchema.parse(passage.validFrom))
  text(node, 'dateFinValidite', null)
  text(node, 'presenceNiveauLangueEuro', 'false')
  text(node, 'presenceNiveauNumeriqueEuro', 'false')
  text(node, 'scoring', null)
  text(node, 'mentionValidee', null)
  text(child(node, 'modalitesInscription'), 'modaliteAcces', null)
  addHolder(child(child(node, 'identificationTitulaire'), 'titulaire'), passage.identity)
}

function addHolder(node: XMLBuilder, identity: CivilIdentity): void {
  text(node, 'nomNaissance', identity.birthName)
  text(node, 'nomUsage', identity.usualName)
  identity.firstNames.forEach((name, index) => {
    text(node, `prenom${index + 1}`, name)
  })
  text(node, 'anneeNaissance', String(identity.birthYear))
  text(node, 'moisNaissance', identity.birthMonth === null ? null : String(identity.birthMonth))
  text(node, 'jourNaissance', identity.birthDay === null ? null : String(identity.birthDay))
  text(node, 'sexe', identity.sex)
  const place = child(node, 'codeCommuneNaissance')
  if (identity.birthPlace.kind === 'insee') text(child(place, 'codeInseeNaissance'), 'codeInsee', identity.birthPlace.code)
  else text(child(place, 'codePostalNaissance'), 'codePostal', identity.birthPlace.kind === 'postal' ? identity.birthPlace.code : null)
  if (identity.birthCommune) text(node, 'libelleCommuneNaissance', identity.birthCommune)
  if (identity.birthCountryCode) text(node, 'codePaysNaissance', identity.birthCountryCode)
  if (identity.birthCountry) text(node, 'libellePaysNaissance', identity.birthCountry)
}

function child(parent: XMLBuilder, name: string): XMLBuilder {
  return parent.ele(NAMESPACE, `cpf:${name}`)
}

/** An element with text, or `xsi:nil` for null: the schema has no empty elements. */
function text(parent: XMLBuilder, name: string, value: string | null): void {
  const node = child(parent, name)
  if (value === null) node.att(XSI, 'xsi:nil', 'true')
  else node.txt(value)
}
