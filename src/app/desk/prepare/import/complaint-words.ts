import type { ColumnKey } from '#domain/tables/columns.ts'
import type { DefaultWords } from '#domain/tables/default-words.ts'
import type { TableComplaint } from '#domain/tables/table-reading.ts'
import { t } from '#texts/i18n.ts'

export function columnName(key: ColumnKey): string {
  return t(`prepare:column.${key}`)
}

/** Where a complaint stands: `Feuille Candidats, ligne 12, colonne Date`. */
export function complaintPlace({ table, line, column }: TableComplaint): string {
  if (table === null) return t('prepare:place.file')
  if (line === null) return t('prepare:place.table', { table })
  return column === null ? t('prepare:place.line', { table, line }) : t('prepare:place.cell', { table, line, column })
}

/** What is wrong there and what to write instead. */
export function complaintWords({ code, key, value }: TableComplaint): string {
  return t(`prepare:complaint.${code}`, { value, column: key === null ? '' : columnName(key) })
}

/** Place and sentence in one line. */
export function complaintLine(complaint: TableComplaint): string {
  return `${complaintPlace(complaint)} : ${complaintWords(complaint)}`
}

export const defaultWords: DefaultWords = {
  quality: t('prepare:untold.quality'),
  room: t('prepare:untold.room'),
  panel: (name) => t('prepare:untold.panel', { name }),
  extraTime: (share) => t('prepare:untold.extraTime', { share }),
}
