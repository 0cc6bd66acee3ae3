import { type ReadFramework, readFramework, type SheetComplaint, type SheetPlace } from '#domain/tables/read-framework.ts'
import { grids } from '#texts/fr/grids.ts'
import { t } from '#texts/i18n.ts'
import { readTableFiles } from '../../prepare/import/read-table-files.ts'

/** A workbook's framework, its complaints, or null when the file is no workbook. */
export async function readFrameworkWorkbook(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<ReadFramework | null> {
  const { tables, unread } = await readTableFiles([{ name, bytes }])
  return unread.length > 0 ? null : readFramework(tables, grids.workbook.labels)
}

/** `Feuille Blocs, ligne 3, Intitulé`; null: nowhere in particular. */
export function placeWords(place: SheetPlace | null): string {
  if (place === null) return t('grids:workbook.place.file')
  const { table, line, column } = place
  if (line === null) return t('grids:workbook.place.table', { table })
  return column === null ? t('grids:workbook.place.line', { table, line }) : t('grids:workbook.place.cell', { table, line, column })
}

export function complaintSentence({ code, value }: SheetComplaint): string {
  return t(`grids:workbook.complaint.${code}`, { value })
}
