import Papa from 'papaparse'
import type { Table } from '#domain/tables/table.ts'

/** Lines as spreadsheets put them on the clipboard: cells between tabs, a text of several lines between quotes. Empty lines at the end go. */
export function readPasted(text: string, name: string): Table {
  const { data } = Papa.parse<string[]>(text, { delimiter: '\t', skipEmptyLines: false })
  const last = data.findLastIndex((row) => row.some((cell) => cell.trim() !== ''))
  return { name, rows: data.slice(0, last + 1) }
}
