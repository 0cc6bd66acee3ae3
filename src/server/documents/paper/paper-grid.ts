import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { observationSchema } from '#domain/entry.ts'
import type { Grid, GridIndicator, GridSection } from '#domain/grid.ts'
import { t } from '#texts/i18n.ts'
import { INK, note, SOFT } from '../../minutes/pdf/parts.ts'
import { printable } from '../pdf-maker.ts'
import { boxCell, choices, TEXT_WIDTH, writeIn } from './boxes.ts'

const OBSERVATIONS = observationSchema.options
const WIDTHS = ['*', ...OBSERVATIONS.map(() => 46)]
const PALE = '#eef1f7'

/** One section: each indicator with a box for each mark, then the verdict and its reason. */
export function sectionContent(grid: Grid, section: GridSection): Content[] {
  const words = section.eliminatory ? ` (${t('paper:sheet.eliminatory')})` : ''
  return [
    { text: printable(`${section.id} ${section.title}${words}`), style: 'heading', headlineLevel: 1 },
    marksTable(
      section.criteria.flatMap(({ id, title, indicators }) => [
        [
          { text: printable(`${id} ${title}`), bold: true, fontSize: 9, colSpan: WIDTHS.length, margin: [0, 1, 0, 1] as const },
          ...OBSERVATIONS.map(() => ''),
        ],
        ...indicators.map((indicator) => [indicatorCell(indicator), ...OBSERVATIONS.map(boxCell)]),
      ]) as TableCell[][],
    ),
    {
      unbreakable: true,
      margin: [0, 0, 0, 8],
      stack: [
        { text: printable(t('paper:sheet.verdict', { section: section.id })), bold: true },
        choices((['acquired', 'inProgress', 'notAcquired'] as const).map((value) => t(`domain:verdict.${value}`))),
        ...(grid.scale.kind === 'points'
          ? [{ text: printable(t('paper:sheet.points', grid.scale)), margin: [0, 2, 0, 4] as [number, number, number, number] }]
          : []),
        writeIn(t('paper:sheet.reason'), TEXT_WIDTH),
      ],
    },
  ]
}

/** The delivery checklist; where it counts, each line only names the indicator it is, so that nothing is marked twice. */
export function deliveryContent(grid: Grid): Content[] {
  const { counted, items } = grid.delivery
  if (items.length === 0) return []
  const title: Content = { text: printable(t('paper:sheet.delivery')), style: 'heading', headlineLevel: 1 }
  if (!counted) {
    const rows = items.map((item) => [markedCell(printable(item.title), item.observables), ...OBSERVATIONS.map(boxCell)])
    return [title, note(t('paper:sheet.deliveryFormative')), marksTable(rows)]
  }
  const lines = items.map((item) => ({
    text: printable([`${item.title} (${t('paper:sheet.countsAs', { indicator: item.target })})`, ...item.observables].join(', ')),
  }))
  const list: Content = { ul: lines, fontSize: 9, margin: [0, 0, 0, 6] }
  return [{ unbreakable: true, stack: [title, note(t('paper:sheet.deliveryCounted')), list] }]
}

function indicatorCell({ id, label, details, essential, weight }: GridIndicator): TableCell {
  const sign = essential ? `${t('paper:sheet.essential')} ` : weight === 0 ? `${t('paper:sheet.help')} ` : ''
  return markedCell([{ text: printable(`${sign}${id} `), color: SOFT, fontSize: 8 }, printable(label)], details)
}

/** What a line asks for, and below it what helps to see it. */
function markedCell(text: Content, details: readonly string[]): TableCell {
  const help = details.length === 0 ? [] : [{ text: printable(details.join(', ')), fontSize: 8, color: SOFT }]
  return { stack: [{ text }, ...help], margin: [0, 1, 0, 1] }
}

/** Lines to mark; the head comes back on each page, and no line is cut in two. */
function marksTable(rows: TableCell[][]): Content {
  return {
    layout: {
      hLineWidth: () => 0.4,
      vLineWidth: () => 0,
      hLineColor: () => '#aaaaaa',
      paddingTop: () => 1,
      paddingBottom: () => 1,
    },
    margin: [0, 2, 0, 6],
    table: {
      headerRows: 1,
      headerColumns: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: [...WIDTHS],
      body: [
        [
          { text: t('paper:sheet.indicator'), bold: true, color: INK, fillColor: PALE, fontSize: 8.5 },
          ...OBSERVATIONS.map((value) => ({
            text: t(`paper:sheet.short.${value}`),
            bold: true,
            color: INK,
            fillColor: PALE,
            fontSize: 8.5,
            alignment: 'center' as const,
          })),
        ],
        ...rows,
      ],
    },
  }
}
