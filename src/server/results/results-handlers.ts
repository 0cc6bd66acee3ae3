import type { FastifyReply } from 'fastify'
import { t } from '#texts/i18n.ts'
import type { ServerContext } from '../context.ts'
import type { Handlers } from '../http/calls.ts'
import { ProblemError } from '../http/problem.ts'
import { decisionsCsv, decisionsXlsx } from './decision-rows.ts'
import { readFindings, type SessionFindings } from './session-results.ts'

type ResultsRoute = 'results' | 'resultsXlsx' | 'decisionsCsv' | 'resultsJson'

/** The routes of a session's results. */
export function resultsHandlers(context: ServerContext): Pick<Handlers, ResultsRoute> {
  const findings = async (sessionId: string): Promise<SessionFindings> => {
    const read = await readFindings(context, sessionId)
    if (!read) throw new ProblemError('not-found')
    return read
  }
  return {
    results: async ({ params }) => (await findings(params.sessionId)).results,
    resultsXlsx: async ({ params, reply }) => {
      const content = await decisionsXlsx((await findings(params.sessionId)).results)
      return sendFile(reply, XLSX, t('results:file.xlsx'), content)
    },
    decisionsCsv: async ({ params, reply }) =>
      sendFile(reply, 'text/csv; charset=utf-8', t('results:file.csv'), decisionsCsv((await findings(params.sessionId)).results)),
    resultsJson: async ({ params, reply }) =>
      sendFile(
        reply,
        'application/json; charset=utf-8',
        t('results:file.json'),
        JSON.stringify({ format: 'carnet-de-jury/results', formatVersion: 1, ...(await findings(params.sessionId)).results }),
      ),
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file to keep, never one to cache: it holds personal data. */
export function sendFile(reply: FastifyReply, type: string, fileName: string, content: string | Buffer): FastifyReply {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('cache-control', 'no-store')
    .send(content)
}
