import writeXlsxFile from 'write-excel-file/node'
import type { GivenFile } from '#app/desk/prepare/import/read-table-files.ts'
import type { NamedGrid } from '#domain/tables/parts.ts'

/** The bundled certification's grids, as tables name them. */
export const GRIDS: NamedGrid[] = ['b1', 'b2', 'b3', 'final'].map((part) => ({
  id: `cdcm-${part}`,
  title: part === 'final' ? 'Entretien final' : `Bloc ${part.slice(1)} du référentiel`,
  durationMinutes: 30,
  blockId: part === 'final' ? null : part.toUpperCase(),
}))

/** A CSV as French spreadsheets save it: semicolons, and the encoding asked for. */
export function aCsv(
  name: string,
  lines: readonly string[],
  { encoding = 'utf8', end = '\n' }: { encoding?: 'utf8' | 'latin1' | 'utf16le'; end?: string } = {},
): GivenFile {
  const text = (encoding === 'utf16le' ? '\uFEFF' : '') + lines.join(end)
  return { name: `${name}.csv`, bytes: new Uint8Array(Buffer.from(text, encoding)) }
}

/** A workbook of one sheet a table; a cell may be a text, a number, a truth value, a date or nothing. */
export async function aWorkbook(sheets: Record<string, (string | number | boolean | Date | null)[][]>): Promise<GivenFile> {
  const names = Object.keys(sheets)
  const buffer = await writeXlsxFile(
    names.map((name) => ({
      sheet: name,
      data: (sheets[name] ?? []).map((row) =>
        row.map((value) =>
          value === null
            ? null
            : value instanceof Date
              ? { value, type: Date, format: 'dd/mm/yyyy' }
              : typeof value === 'number'
                ? { value, type: Number }
                : typeof value === 'boolean'
                  ? { value, type: Boolean }
                  : { value, type: String },
        ),
      ),
    })),
  ).toBuffer()
  return { name: 'session.xlsx', bytes: new Uint8Array(buffer) }
}
