import type { RetentionSettings, SetKind } from '#domain/data-retention.ts'

export type Field = SetKind | 'sheetsActiveMonths' | 'notebookDays'

/** In the order of the table above. */
export const FIELDS = [
  'candidates',
  'identities',
  'supports',
  'sheets',
  'sheetsActiveMonths',
  'notebookDays',
  'calibrations',
  'preparation',
  'drafts',
  'devices',
  'accounts',
  'requests',
] as const satisfies readonly Field[]

/** The settings as one number a field. */
export function fieldsOf({ notebookDays, sheetsActiveMonths, months }: RetentionSettings): Record<Field, number> {
  return { ...months, notebookDays, sheetsActiveMonths }
}

/** The fields as settings, not checked yet: an emptied field is no number. */
export function settingsOf({ notebookDays, sheetsActiveMonths, ...months }: Record<Field, number | string>): unknown {
  return { notebookDays, sheetsActiveMonths, months }
}
