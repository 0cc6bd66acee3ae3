import type { Certifier } from '#domain/certifier.ts'
import type { CivilIdentity } from '#domain/civil-identity.ts'
import { t } from '#texts/i18n.ts'
import { toCsv } from '../desk/results-csv.ts'
import type { SessionFindings } from './session-results.ts'

/** What a printer needs for the parchments of those who obtained the whole title; what is not known is left empty. */
export function parchmentCsv(
  { results, framework }: SessionFindings,
  certifier: Certifier,
  identities: ReadonlyMap<string, CivilIdentity>,
): string {
  const awarded = results.results.filter(({ title }) => title.outcome === 'awarded')
  const head = (
    ['number', 'birthName', 'usualName', 'firstNames', 'birthDate', 'birthPlace', 'title', 'level', 'eqf', 'rncp', 'registeredOn'] as const
  ).map((column) => t(`results:parchment.${column}`))
  const tail = (['nsf', 'certifier', 'tradeName', 'decidedOn', 'place', 'signatory'] as const).map((column) =>
    t(`results:parchment.${column}`),
  )
  const rows = awarded.map(({ candidate, parts }) => {
    const identity = identities.get(candidate.id)
    return [
      candidate.number,
      identity?.birthName ?? candidate.lastName,
      identity?.usualName ?? '',
      identity?.firstNames.join(' ') ?? candidate.firstName,
      birthDate(identity),
      identity?.birthCommune ?? identity?.birthCountry ?? '',
      framework.title,
      String(framework.level),
      String(framework.level),
      certifier.rncpCode ?? '',
      certifier.registeredOn ?? '',
      certifier.nsfCodes.join(' '),
      certifier.legalName,
      certifier.tradeName ?? '',
      lastDay(parts),
      certifier.place,
      `${certifier.signatoryName}, ${certifier.signatoryQuality}`,
    ]
  })
  return toCsv([[...head, ...tail], ...rows])
}

function birthDate(identity: CivilIdentity | undefined): string {
  if (!identity) return ''
  const { birthYear, birthMonth, birthDay } = identity
  const two = (value: number) => String(value).padStart(2, '0')
  if (birthMonth === null || birthDay === null) return String(birthYear)
  return `${birthYear}-${two(birthMonth)}-${two(birthDay)}`
}

/** The day of the decision that completed the title. */
export function lastDay(parts: readonly { decidedOn: string | null }[]): string {
  return (
    parts
      .flatMap(({ decidedOn }) => decidedOn ?? [])
      .sort()
      .at(-1) ?? ''
  )
}
