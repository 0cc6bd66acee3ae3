import { randomInt } from 'node:crypto'
import { currentSheets } from '#domain/comparison.ts'
import { type AnonymousSession, anonymousSession } from '#domain/statistics.ts'
import { t } from '#texts/i18n.ts'
import type { ServerContext } from '../context.ts'
import { toCsv } from '../desk/results-csv.ts'
import { readSheets } from '../minutes/panel-day.ts'
import { partName } from '../results/decision-rows.ts'
import { foundFindings } from '../results/session-results.ts'
import { listDataRequests } from '../storage/data-requests.ts'

/** A session without persons. Candidates whose objection was granted are left out. Throws the problem `not-found`. */
export async function sessionStatistics(context: ServerContext, sessionId: string): Promise<AnonymousSession> {
  const { session, framework, grids, results } = await foundFindings(context, sessionId)
  const { db } = context.storage
  const rows = await readSheets(
    db,
    session.orals.map(({ id }) => id),
    sessionId,
  )
  const objections = (await listDataRequests(db)).filter(
    (request) => request.sessionId === sessionId && request.kind === 'objection' && request.decision?.outcome === 'granted',
  )
  return anonymousSession(
    {
      session,
      framework,
      grids: [...grids].map(([hash, grid]) => ({ hash, grid })),
      results: results.results,
      sheets: currentSheets(rows).map(({ sheet }) => sheet),
      leftOut: new Set(objections.map(({ candidateId }) => candidateId)),
    },
    shuffled,
  )
}

/** Fisher and Yates's shuffle, drawn by the system's own randomness. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  const list = [...items]
  for (let last = list.length - 1; last > 0; last -= 1) {
    const chosen = randomInt(last + 1)
    const [a, b] = [list[last], list[chosen]]
    if (a !== undefined && b !== undefined) [list[last], list[chosen]] = [b, a]
  }
  return list
}

/** One row for each section of each sheet, orals and sheets numbered within their part in the order drawn. */
export function statisticsCsv({ parts }: AnonymousSession): string {
  const head = (
    ['part', 'oral', 'sheet', 'section', 'proposal', 'verdict', 'percent', 'points', 'sheetVerdict', 'decided', 'decision'] as const
  ).map((column) => t(`dataProtection:statistics.columns.${column}`))
  const rows = parts.flatMap(({ part, orals }) =>
    orals.flatMap((oral, oralPlace) =>
      oral.sheets.flatMap((sheet, sheetPlace) =>
        sheet.sections.map((section) => [
          partName(part),
          String(oralPlace + 1),
          String(sheetPlace + 1),
          section.id,
          section.proposal ? t(`domain:verdict.${section.proposal}`) : '',
          section.verdict ? t(`domain:verdict.${section.verdict}`) : '',
          section.percent === null ? '' : String(section.percent),
          section.points === null ? '' : String(section.points).replace('.', ','),
          sheet.verdict ? t(`domain:partVerdict.${sheet.verdict}`) : '',
          decidedWords(oral.sections.find(({ id }) => id === section.id)?.decision),
          oral.decision ? t(`domain:partVerdict.${oral.decision}`) : '',
        ]),
      ),
    ),
  )
  return toCsv([head, ...rows])
}

function decidedWords(decision: AnonymousSession['parts'][number]['orals'][number]['sections'][number]['decision'] | undefined): string {
  return decision ? t(`domain:verdict.${decision}`) : ''
}
