import { t } from '#texts/i18n.ts'

/** What zod says of one value, as far as a person needs it. Comes from a parse, or through Fastify from a request. */
export interface FieldComplaint {
  code: string
  expected?: unknown
  format?: unknown
  pattern?: unknown
  origin?: unknown
  minimum?: unknown
  maximum?: unknown
  keys?: unknown
  values?: unknown
  /** Nothing stands at the place. */
  absent: boolean
}

const EXPECTED = {
  string: 'problems:field.expectedText',
  number: 'problems:field.expectedNumber',
  int: 'problems:field.expectedNumber',
  boolean: 'problems:field.expectedBoolean',
  array: 'problems:field.expectedList',
  tuple: 'problems:field.expectedList',
  object: 'problems:field.expectedObject',
  record: 'problems:field.expectedObject',
} as const

/** One French sentence that says what to write instead. */
export function fieldSentence(complaint: FieldComplaint): string {
  if (complaint.absent) return t('problems:field.missing')
  switch (complaint.code) {
    case 'invalid_type':
      return isKeyOf(EXPECTED, complaint.expected) ? t(EXPECTED[complaint.expected]) : t('problems:field.invalid')
    case 'invalid_value':
      return t('problems:field.expectedValue', { values: list(complaint.values) })
    case 'unrecognized_keys':
      return t('problems:field.unknown', { keys: list(complaint.keys) })
    case 'too_small':
      return limitSentence(complaint.origin, 'small', complaint.minimum)
    case 'too_big':
      return limitSentence(complaint.origin, 'big', complaint.maximum)
    case 'invalid_format':
      return formatSentence(complaint.format, complaint.pattern)
    default:
      return t('problems:field.invalid')
  }
}

const LIMITS = {
  string: { small: 'problems:field.tooShort', big: 'problems:field.tooLong' },
  array: { small: 'problems:field.tooFew', big: 'problems:field.tooMany' },
  number: { small: 'problems:field.tooSmall', big: 'problems:field.tooBig' },
} as const

function limitSentence(origin: unknown, side: 'small' | 'big', limit: unknown): string {
  const kind = isKeyOf(LIMITS, origin) ? origin : 'number'
  return t(LIMITS[kind][side], { count: Number(limit) })
}

function formatSentence(format: unknown, pattern: unknown): string {
  if (format === 'date') return t('problems:field.badDate')
  if (format === 'datetime') return t('problems:field.badInstant')
  if (format === 'email') return t('problems:field.badEmail')
  if (format === 'regex' && typeof pattern === 'string' && pattern.includes('{1,100}')) return t('problems:field.badId')
  return t('problems:field.invalid')
}

function isKeyOf<Table extends object>(table: Table, key: unknown): key is keyof Table {
  return typeof key === 'string' && Object.hasOwn(table, key)
}

function list(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => `« ${String(value)} »`).join(', ') : String(values)
}
