import writeXlsxFile from 'write-excel-file/node'
import type { DeskResult, DeskResults } from '#contract/results.ts'
import { t } from '#texts/i18n.ts'
import { toSpreadsheetCsv } from '../desk/results-csv.ts'

/** One row a candidate: parts, title, blocks kept, retakes. The first row names the columns. */
function decisionRows({ parts, results }: DeskResults): string[][] {
  const head = [
    t('results:columns.number'),
    t('results:columns.lastName'),
    t('results:columns.firstName'),
    ...parts.flatMap(({ id }) => [partName(id), t('results:columns.decidedOn', { part: partName(id) })]),
    t('results:columns.title'),
    t('results:columns.acquired'),
    t('results:columns.retakes'),
  ]
  return [head, ...results.map(decisionRow)]
}

function decisionRow({ candidate, parts, title, retakes }: DeskResult): string[] {
  return [
    candidate.number,
    candidate.lastName,
    candidate.firstName,
    ...parts.flatMap((part) => [partWords(candidate.blocks, part), part.state === 'decided' ? (part.decidedOn ?? '') : '']),
    t(`results:outcome.${title.outcome}`),
    title.acquiredBlocks.join(', '),
    retakes.map(({ part, sections }) => `${partName(part)} : ${retakeWords(part, sections)}`).join(' ; '),
  ]
}

/** `Bloc B1`, `Entretien final`. */
export function partName(part: string): string {
  return part === 'finalInterview' ? t('results:part.finalInterview') : t('results:part.block', { id: part })
}

function partWords(registered: readonly string[], { part, state, decision }: DeskResult['parts'][number]): string {
  if (state === 'decided' && decision) return t(`domain:partVerdict.${decision.verdict}`)
  if (state === 'unsigned' || state === 'acquiredBefore') return t(`results:state.${state}`)
  return part === 'finalInterview' || registered.includes(part) ? t('results:state.undecided') : t('results:state.notRegistered')
}

function retakeWords(part: string, sections: readonly string[]): string {
  return sections.map((id) => (id === part ? t('results:page.retakeWhole') : id)).join(', ')
}

/** The decisions as French Excel opens them by double click. */
export function decisionsCsv(results: DeskResults): string {
  return toSpreadsheetCsv(decisionRows(results))
}

/** The decisions as a workbook. Every cell is text, so that nothing a person typed is read as a formula and numbers keep their zeros. */
export async function decisionsXlsx(results: DeskResults): Promise<Buffer> {
  const rows = decisionRows(results)
  const data = rows.map((row, place) =>
    row.map((value) => ({
      value,
      type: String,
      wrap: true,
      ...(place === 0 ? { fontWeight: 'bold' as const, backgroundColor: '#e7ecf5' } : {}),
    })),
  )
  const columns = (rows[0] ?? []).map((name) => ({ width: Math.max(14, Math.min(name.length + 2, 40)) }))
  return writeXlsxFile(data, { sheet: t('results:file.sheet'), columns, stickyRowsCount: 1 }).toBuffer()
}
