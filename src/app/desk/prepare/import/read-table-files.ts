import Papa from 'papaparse'
import readXlsx from 'read-excel-file/universal'
import type { Cell, Table } from '#domain/tables/table.ts'

/** A chosen file's name and bytes. */
export interface GivenFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

export type UnreadFile = { name: string; reason: 'notSpreadsheet' | 'oldExcel' | 'damaged' | 'empty' }

/** The tables of the files, in order; and the files that are none. A workbook gives one table a sheet. */
export async function readTableFiles(files: readonly GivenFile[]): Promise<{ tables: Table[]; unread: UnreadFile[] }> {
  const tables: Table[] = []
  const unread: UnreadFile[] = []
  for (const file of files) {
    const read = await readOne(file)
    if (typeof read === 'string') unread.push({ name: file.name, reason: read })
    else tables.push(...read)
  }
  return { tables: withDistinctNames(tables), unread }
}

async function readOne({ name, bytes }: GivenFile): Promise<Table[] | UnreadFile['reason']> {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'oldExcel'
  if (startsWith(bytes, [0x50, 0x4b])) return readWorkbook(bytes)
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]) || (bytes.includes(0) && !hasUtf16Mark(bytes))) return 'notSpreadsheet'
  const rows = readCsv(decodeText(bytes))
  return rows.length === 0 ? 'empty' : [{ name: name.replace(/\.[^.]+$/, ''), rows }]
}

async function readWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Table[] | UnreadFile['reason']> {
  try {
    const sheets = await readXlsx(bytes.slice().buffer)
    const tables = sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(asCell)) }))
    const filled = tables.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null && cell !== '')))
    return filled.length === 0 ? 'empty' : filled
  } catch (cause) {
    // A ZIP that is no workbook, or a workbook whose parts do not fit together: the library has no one class for them.
    if (!(cause instanceof Error)) throw cause
    return 'damaged'
  }
}

function asCell(value: unknown): Cell {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value instanceof Date ? value : null
}

/** Semicolon, comma or tab: whichever cuts the first lines most evenly. Empty lines stay, so that lines keep their numbers. */
function readCsv(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text, { delimitersToGuess: [';', '\t', ',', '|'], skipEmptyLines: false })
  const last = data.findLastIndex((row) => row.some((cell) => cell.trim() !== ''))
  return data.slice(0, last + 1)
}

/** UTF-8 (or UTF-16 with its mark) where the bytes are that; else Windows-1252, which French Excel still writes. */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, place) => bytes[place] === byte)
}

/** Two files may have a sheet of one name: complaints must tell them apart. */
function withDistinctNames(tables: readonly Table[]): Table[] {
  const used = new Map<string, number>()
  return tables.map((table) => {
    const count = (used.get(table.name) ?? 0) + 1
    used.set(table.name, count)
    return count === 1 ? table : { ...table, name: `${table.name} (${count})` }
  })
}
