import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { printable } from '../../documents/pdf-maker.ts'

export const INK = '#1f2a44'
export const SOFT = '#4a4a4a'
const PALE = '#e7ecf5'

/** A section's title; it enters the document's outline and never ends a page alone. */
export function heading(text: string): Content {
  return { text: printable(text), style: 'heading', headlineLevel: 1, outline: true }
}

/** A small title: below a section's, or of a section (1) where it looks better. */
export function subheading(text: string, headlineLevel: 1 | 2 = 2): Content {
  return { text: printable(text), style: 'subheading', headlineLevel }
}

export function paragraph(text: string): Content {
  return { text: printable(text), style: 'paragraph' }
}

/** A soft line: hashes and other words for whoever checks. */
export function note(text: string): Content {
  return { text: printable(text), style: 'note' }
}

/** Name and value, one line each. */
export function facts(lines: readonly (readonly [string, string])[]): Content {
  return {
    layout: 'noBorders',
    margin: [0, 0, 0, 8],
    table: {
      headerColumns: 1,
      widths: [110, '*'],
      body: lines.map(([name, value]) => [
        { text: printable(name), color: SOFT },
        { text: printable(value), bold: true },
      ]),
    },
  }
}

/** A table with a head that is repeated on each page; a row is never cut. */
export function grid(widths: (string | number)[], head: readonly string[], rows: readonly TableCell[][]): Content {
  return {
    layout: 'lightHorizontalLines',
    margin: [0, 2, 0, 8],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [...widths],
      body: [
        head.map((text) => ({ text: printable(text), bold: true, color: INK, fillColor: PALE, margin: [0, 2, 0, 2] as const })),
        ...rows.map((row) =>
          row.map((cell) => (typeof cell === 'string' ? { text: printable(cell), margin: [0, 2, 0, 2] as const } : cell)),
        ),
      ] as TableCell[][],
    },
  }
}
