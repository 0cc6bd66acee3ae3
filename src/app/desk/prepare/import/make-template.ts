import writeXlsx from 'write-excel-file/universal'
import { type ColumnKey, columnKeys, isCompulsory, TABLE_KINDS } from '#domain/tables/columns.ts'
import { t } from '#texts/i18n.ts'
import { columnName } from './complaint-words.ts'

const HEAD = { type: String, fontWeight: 'bold', backgroundColor: '#e7ecf5', wrap: true } as const

/** An empty workbook whose columns are understood as they are, and a sheet that says what to write in each. */
export async function makeTemplate(): Promise<Uint8Array<ArrayBuffer>> {
  const tables = TABLE_KINDS.map((kind) => ({
    sheet: t(`prepare:kind.${kind}`),
    data: [columnKeys(kind).map((key) => ({ ...HEAD, value: columnName(key) }))],
    columns: columnKeys(kind).map((key) => ({ width: Math.max(12, columnName(key).length + 2) })),
    stickyRowsCount: 1,
  }))
  const guide = {
    sheet: t('prepare:files.guide'),
    data: [
      [t('prepare:files.guideSheet'), t('prepare:files.guideColumn'), t('prepare:files.guideCompulsory'), t('prepare:files.guideHint')].map(
        (value) => ({ ...HEAD, value }),
      ),
      ...TABLE_KINDS.flatMap((kind) =>
        columnKeys(kind).map((key: ColumnKey) =>
          [t(`prepare:kind.${kind}`), columnName(key), isCompulsory(kind, key) ? t('prepare:files.yes') : '', t(`prepare:hint.${key}`)].map(
            (value) => ({ value, type: String, wrap: true }),
          ),
        ),
      ),
    ],
    columns: [{ width: 14 }, { width: 26 }, { width: 12 }, { width: 70 }],
    stickyRowsCount: 1,
  }
  const blob = await writeXlsx([...tables, guide]).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}
