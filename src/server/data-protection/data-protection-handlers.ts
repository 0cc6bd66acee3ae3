import { t } from '#texts/i18n.ts'
import type { ServerContext } from '../context.ts'
import type { Handlers } from '../http/calls.ts'
import { ProblemError } from '../http/problem.ts'
import { sendFile } from '../results/send-file.ts'
import { appendToJournal } from '../storage/journal.ts'
import { inTransaction } from '../storage/transaction.ts'
import { dataProtection, setRetention } from './overview.ts'
import { personalFile } from './personal-file/personal-file.ts'
import { personalFileZip } from './personal-file/personal-file-zip.ts'
import { decideRequest, openRequests, recordRequest } from './requests.ts'
import { sessionStatistics, statisticsCsv } from './session-statistics.ts'

type DataProtectionRoute =
  | 'dataProtection'
  | 'setDataRetention'
  | 'personalFile'
  | 'statistics'
  | 'statisticsCsv'
  | 'dataRequests'
  | 'recordDataRequest'
  | 'decideDataRequest'

/** The routes about personal data: what is kept, for how long, what a candidate may ask. */
export function dataProtectionHandlers(context: ServerContext): Pick<Handlers, DataProtectionRoute> {
  const { storage, now } = context
  return {
    dataProtection: () => dataProtection(context),
    setDataRetention: async ({ body, coordinator }) => {
      await setRetention(context, body, actorOf(coordinator))
      return body
    },
    personalFile: async ({ params: { sessionId, candidateId }, coordinator, reply }) => {
      const file = await personalFile(context, sessionId, candidateId)
      if (!file) throw new ProblemError('not-found')
      const zip = await personalFileZip(file)
      await inTransaction(storage.db, (tx) =>
        appendToJournal(tx, now().toISOString(), {
          actor: actorOf(coordinator),
          act: 'personal-file-made',
          subject: { sessionId, personId: candidateId },
        }),
      )
      return sendFile(reply, 'application/zip', t('dataProtection:file.zipName'), zip)
    },
    statistics: ({ params }) => sessionStatistics(context, params.sessionId),
    statisticsCsv: async ({ params, reply }) =>
      sendFile(
        reply,
        'text/csv; charset=utf-8',
        t('dataProtection:statistics.csvName'),
        statisticsCsv(await sessionStatistics(context, params.sessionId)),
      ),
    dataRequests: async () => ({ requests: await openRequests(context) }),
    recordDataRequest: async ({ body, coordinator }) => {
      const requestId = await recordRequest(context, body, actorOf(coordinator))
      if (requestId === null) throw new ProblemError('not-found')
      return { requestId }
    },
    decideDataRequest: async ({ params, body, coordinator, reply }) => {
      const outcome = await decideRequest(context, params.requestId, body, actorOf(coordinator))
      if (!outcome.ok) throw new ProblemError(outcome.code)
      return reply.code(204).send()
    },
  }
}

function actorOf({ id }: { id: string }): string {
  return `coordinator:${id}`
}
