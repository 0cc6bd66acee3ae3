import writeXlsx from 'write-excel-file/universal'
import type { Framework } from '#domain/framework.ts'
import type { Cell } from '#domain/tables/table.ts'
import { writeFramework } from '#domain/tables/write-framework.ts'
import { grids } from '#texts/fr/grids.ts'

const HEAD = { type: String, fontWeight: 'bold', backgroundColor: '#e7ecf5', wrap: true } as const
const NARROW = 16
const WIDE = 60

/** A framework as a workbook that can be changed and imported again; without one, the workbook to fill in. */
export async function makeFrameworkWorkbook(framework: Framework | null): Promise<Uint8Array<ArrayBuffer>> {
  const { labels } = grids.workbook
  const sheets = writeFramework(framework, labels).map(({ name, rows: [head = [], ...rows] }, index) => ({
    sheet: name,
    data: [head.map((title) => ({ ...HEAD, value: String(title ?? '') })), ...rows.map((row) => row.map(asCell))],
    columns: head.map((title) => ({ width: index === 0 || title === labels.column.blocks.title ? WIDE : NARROW })),
    stickyRowsCount: 1,
  }))
  const blob = await writeXlsx(sheets).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function asCell(cell: Cell) {
  if (typeof cell === 'number') return { value: cell, type: Number }
  return cell === null ? null : { value: String(cell), type: String, wrap: true }
}
