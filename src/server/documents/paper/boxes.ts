import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { printable } from '../pdf-maker.ts'

/** Width between the margins of an A4 page, in points. */
export const TEXT_WIDTH = 595 - 2 * 40

/** Side of a box to cross, in points: 4 mm, a pen's own size. */
const SIDE = 11
const LINE = '#333333'

/** A box to cross by hand. */
export function box(): Content {
  return { canvas: [{ type: 'rect', x: 0, y: 0, w: SIDE, h: SIDE, lineWidth: 0.8, lineColor: LINE }] }
}

/** A box in the middle of a table's cell. */
export function boxCell(): TableCell {
  return { ...(box() as object), alignment: 'center', margin: [0, 2, 0, 2] } as TableCell
}

/** Boxes in a row, each with its word. */
export function choices(words: readonly string[]): Content {
  return {
    columns: words.map((word) => ({
      width: 'auto',
      columnGap: 5,
      columns: [
        { width: SIDE, ...(box() as object) },
        { width: 'auto', text: printable(word) },
      ],
    })),
    columnGap: 18,
    margin: [0, 2, 0, 4],
  } as Content
}

/** Room to write: this many ruled lines over the whole width. */
export function ruledLines(width: number, count: number): Content {
  const step = 20
  return {
    canvas: Array.from({ length: count }, (_, index) => ({
      type: 'line' as const,
      x1: 0,
      x2: width,
      y1: (index + 1) * step,
      y2: (index + 1) * step,
      lineWidth: 0.5,
      lineColor: '#888888',
    })),
    margin: [0, 0, 0, 8],
  }
}

/** A word, then a line to write on. */
export function writeIn(word: string, width: number): Content {
  return { stack: [{ text: printable(word), fontSize: 8.5, color: '#4a4a4a' }, ruledLines(width, 1)], unbreakable: true }
}
