import { t } from '#texts/i18n.ts'
import type { ServerContext } from '../context.ts'
import type { Handlers } from '../http/calls.ts'
import { ProblemError } from '../http/problem.ts'
import { acquiredBlocksHandlers } from './acquired-blocks.ts'
import { decisionsCsv, decisionsXlsx } from './decision-rows.ts'
import { documentHandlers } from './document-handlers.ts'
import { passportHandlers } from './passport-handlers.ts'
import { sendFile } from './send-file.ts'
import { sessionFairness } from './session-fairness.ts'
import { foundFindings } from './session-results.ts'
import { yearFairness } from './year-fairness.ts'

type ResultsRoute = 'fairness' | 'yearFairness' | 'results' | 'resultsXlsx' | 'decisionsCsv' | 'resultsJson'

/** The routes of a session's results and of what is made from them. */
export function resultsHandlers(
  context: ServerContext,
): Pick<Handlers, ResultsRoute> &
  ReturnType<typeof documentHandlers> &
  ReturnType<typeof passportHandlers> &
  ReturnType<typeof acquiredBlocksHandlers> {
  const results = async (sessionId: string) => (await foundFindings(context, sessionId)).results
  return {
    ...documentHandlers(context),
    ...acquiredBlocksHandlers(context),
    ...passportHandlers(context),
    fairness: async ({ params }) => {
      const found = await sessionFairness(context, params.sessionId)
      if (!found) throw new ProblemError('not-found')
      return found
    },
    yearFairness: async ({ params }) => {
      const found = await yearFairness(context, params.frameworkId, params.year)
      if (!found) throw new ProblemError('not-found')
      return found
    },
    results: ({ params }) => results(params.sessionId),
    resultsXlsx: async ({ params, reply }) =>
      sendFile(reply, XLSX, t('results:file.xlsx'), await decisionsXlsx(await results(params.sessionId))),
    decisionsCsv: async ({ params, reply }) =>
      sendFile(reply, 'text/csv; charset=utf-8', t('results:file.csv'), decisionsCsv(await results(params.sessionId))),
    resultsJson: async ({ params, reply }) =>
      sendFile(
        reply,
        'application/json; charset=utf-8',
        t('results:file.json'),
        JSON.stringify({ format: 'carnet-de-jury/results', formatVersion: 1, ...(await results(params.sessionId)) }),
      ),
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
