import Papa from 'papaparse'
import type { FieldIssue } from '#contract/problems.ts'
import { type CivilIdentity, civilIdentitySchema } from '#domain/civil-identity.ts'
import type { Candidate } from '#domain/exam-session.ts'
import { t } from '#texts/i18n.ts'

/** The columns of the file, in any order; the first five are compulsory. */
const COLUMNS = [
  'numero',
  'nom_naissance',
  'prenoms',
  'date_naissance',
  'sexe',
  'nom_usage',
  'code_insee',
  'code_postal',
  'commune',
  'code_pays',
  'pays',
] as const
const COMPULSORY = COLUMNS.slice(0, 5)

export type ReadIdentities = { ok: true; identities: CivilIdentity[] } | { ok: false; issues: FieldIssue[] }

/** Reads a CSV of civil identities, a line a candidate known by number. All complaints come at once; nothing is kept by halves. */
export function readIdentities(csv: string, candidates: readonly Candidate[]): ReadIdentities {
  const { data, meta } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, '').trim(), {
    header: true,
    skipEmptyLines: true,
    transformHeader: (name) => name.trim().toLowerCase(),
  })
  const missing = COMPULSORY.filter((column) => !meta.fields?.includes(column))
  if (missing.length > 0) {
    return { ok: false, issues: missing.map((path) => ({ path, line: 1, message: t('results:identities.noColumn', { column: path }) })) }
  }
  const issues: FieldIssue[] = []
  const identities = data.flatMap((row, index) => {
    const line = index + 2
    const candidate = candidates.find(({ number }) => number === row['numero']?.trim())
    if (!candidate) {
      issues.push({ path: 'numero', line, message: t('results:identities.unknown', { number: row['numero'] ?? '' }) })
      return []
    }
    const parsed = civilIdentitySchema.safeParse(identityOf(candidate.id, row))
    if (parsed.success) return [parsed.data]
    const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]
    issues.push(...fields.map((path) => ({ path, line, message: t('results:identities.wrong', { field: fieldName(path) }) })))
    return []
  })
  return issues.length === 0 ? { ok: true, identities } : { ok: false, issues }
}

function identityOf(candidateId: string, row: Record<string, string>): Record<keyof CivilIdentity, unknown> {
  const cell = (column: (typeof COLUMNS)[number]) => row[column]?.trim() ?? ''
  const orNull = (column: (typeof COLUMNS)[number]) => (cell(column) === '' ? null : cell(column))
  const [birthYear, birthMonth, birthDay] = dateParts(cell('date_naissance'))
  return {
    candidateId,
    birthName: cell('nom_naissance'),
    usualName: orNull('nom_usage'),
    firstNames: cell('prenoms')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    birthYear,
    birthMonth,
    birthDay,
    sex: cell('sexe').toUpperCase(),
    birthPlace: birthPlace(cell('code_insee'), cell('code_postal')),
    birthCommune: orNull('commune'),
    birthCountryCode: orNull('code_pays'),
    birthCountry: orNull('pays'),
  }
}

/** `JJ/MM/AAAA`, `AAAA-MM-JJ` or a year alone. */
function dateParts(text: string): [number, number | null, number | null] {
  const french = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  if (french) return [Number(french[3]), Number(french[2]), Number(french[1])]
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])]
  return [/^\d{4}$/.test(text) ? Number(text) : Number.NaN, null, null]
}

function birthPlace(insee: string, postal: string): CivilIdentity['birthPlace'] {
  if (insee !== '') return { kind: 'insee', code: insee }
  return postal === '' ? { kind: 'unknown' } : { kind: 'postal', code: postal }
}

const FIELD_COLUMNS: Record<string, (typeof COLUMNS)[number]> = {
  birthName: 'nom_naissance',
  usualName: 'nom_usage',
  firstNames: 'prenoms',
  birthYear: 'date_naissance',
  birthMonth: 'date_naissance',
  birthDay: 'date_naissance',
  sex: 'sexe',
  birthPlace: 'code_insee',
  birthCommune: 'commune',
  birthCountryCode: 'code_pays',
  birthCountry: 'pays',
}

function fieldName(field: string): string {
  return FIELD_COLUMNS[field] ?? field
}
