import { type CivilIdentity, civilIdentitySchema } from '../civil-identity.ts'
import { readDate } from './cells.ts'
import type { ColumnKey } from './columns.ts'
import { cellText, plainWords } from './table.ts'
import type { TableRow } from './table-reading.ts'

const IDENTITY_KEYS: readonly ColumnKey[] = [
  'birthName',
  'firstNames',
  'birthDate',
  'sex',
  'insee',
  'postalCode',
  'commune',
  'countryCode',
  'country',
]

const FIELD_COLUMN: Partial<Record<string, ColumnKey>> = {
  birthName: 'birthName',
  usualName: 'lastName',
  firstNames: 'firstNames',
  birthPlace: 'insee',
  birthCommune: 'commune',
  birthCountryCode: 'countryCode',
  birthCountry: 'country',
}

/**
 * The civil identity on a candidate's line, or null when the line has none (or a wrong one, complained of). Birth date and sex make one;
 * names of birth default to the usual ones, which then need not be written twice.
 */
export function readIdentity(row: TableRow, candidateId: string): CivilIdentity | null {
  if (IDENTITY_KEYS.every((key) => cellText(row.cell(key)) === '')) return null
  const missing = (['birthDate', 'sex'] as const).filter((key) => cellText(row.cell(key)) === '')
  for (const key of missing) row.complain(row.has(key) ? key : 'number', 'incompleteIdentity', '')
  const birth = missing.includes('birthDate') ? null : readBirthDate(row)
  const sex = missing.includes('sex') ? null : readSex(row)
  if (birth === null || sex === null) return null
  const lastName = row.text('lastName')
  const birthName = row.text('birthName') || lastName
  const firstNames = (row.text('firstNames') || row.text('firstName')).split(/[,;]/).map((name) => name.trim())
  const insee = row.text('insee').replace(/\s/g, '')
  const postalCode = row.text('postalCode')
  const parsed = civilIdentitySchema.safeParse({
    candidateId,
    birthName,
    usualName: birthName === lastName ? null : lastName,
    firstNames: firstNames.filter((name) => name !== ''),
    ...birth,
    sex,
    birthPlace:
      insee !== ''
        ? { kind: 'insee', code: insee.padStart(5, '0') }
        : postalCode !== ''
          ? { kind: 'postal', code: postalCode }
          : { kind: 'unknown' },
    birthCommune: row.text('commune') || null,
    birthCountryCode: row.text('countryCode') || null,
    birthCountry: row.text('country') || null,
  })
  if (parsed.success) return parsed.data
  const keys = new Set(parsed.error.issues.map(({ path }) => FIELD_COLUMN[String(path[0])] ?? 'birthName'))
  for (const key of keys) row.complain(key, 'badIdentity')
  return null
}

function readBirthDate(row: TableRow): Pick<CivilIdentity, 'birthYear' | 'birthMonth' | 'birthDay'> | null {
  const date = readDate(row.cell('birthDate'), 'birth')
  if (date !== null) {
    const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
    return { birthYear: year, birthMonth: month, birthDay: day }
  }
  row.complain('birthDate', 'badBirthDate')
  return null
}

function readSex(row: TableRow): CivilIdentity['sex'] | null {
  const word = plainWords(cellText(row.cell('sex')))
  if (/^(m|h|homme|masculin|mr|monsieur)$/.test(word)) return 'M'
  if (/^(f|femme|feminin|mme|madame|mlle)$/.test(word)) return 'F'
  row.complain('sex', 'badSex')
  return null
}
