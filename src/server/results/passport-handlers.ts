import { t } from '#texts/i18n.ts'
import type { ServerContext } from '../context.ts'
import type { Handlers } from '../http/calls.ts'
import { ProblemError } from '../http/problem.ts'
import { saveIdentities } from '../storage/civil-identities.ts'
import { savePassportSettings } from '../storage/desk-settings.ts'
import { appendToJournal } from '../storage/journal.ts'
import { findDeposit } from '../storage/passport.ts'
import { findSession } from '../storage/sessions.ts'
import { inTransaction } from '../storage/transaction.ts'
import { makeDeposit, passportState, receiveReport } from './passport.ts'
import { readIdentities } from './read-identities.ts'
import { sendFile } from './send-file.ts'
import { foundFindings } from './session-results.ts'

type PassportRoute = 'passport' | 'setPassportSettings' | 'importIdentities' | 'makePassportDeposit' | 'passportXml' | 'readPassportReport'

/** The routes of the national skills passport. */
export function passportHandlers(context: ServerContext): Pick<Handlers, PassportRoute> {
  const { storage, now } = context
  return {
    passport: async ({ params }) => passportState(context, await foundFindings(context, params.sessionId)),
    setPassportSettings: async ({ body, coordinator }) => {
      await inTransaction(storage.db, async (tx) => {
        const actor = `coordinator:${coordinator.id}`
        await appendToJournal(tx, now().toISOString(), { actor, act: 'passport-settings-changed', subject: {} })
        await savePassportSettings(tx, body)
      })
      return body
    },
    importIdentities: async ({ params, request, coordinator }) => {
      const { sessionId } = params
      const stored = await findSession(storage.db, sessionId)
      if (!stored) throw new ProblemError('not-found')
      const read = readIdentities(String(request.body ?? ''), stored.session.candidates)
      if (!read.ok) throw new ProblemError('import-invalid', { issues: read.issues })
      await inTransaction(storage.db, async (tx) => {
        const subject = { sessionId, count: read.identities.length }
        await appendToJournal(tx, now().toISOString(), { actor: `coordinator:${coordinator.id}`, act: 'identities-imported', subject })
        await saveIdentities(tx, sessionId, read.identities)
      })
      return { imported: read.identities.length }
    },
    makePassportDeposit: async ({ params, coordinator }) => {
      const findings = await foundFindings(context, params.sessionId)
      const made = await makeDeposit(context, findings, `coordinator:${coordinator.id}`)
      if (made.ok) return { flowId: made.flowId }
      throw new ProblemError('passport-not-ready', { issues: [{ path: made.code, message: t(`results:passport.notReady.${made.code}`) }] })
    },
    passportXml: async ({ params, reply }) => {
      const deposit = await findDeposit(storage.db, params.flowId)
      if (!deposit) throw new ProblemError('not-found')
      if (deposit.xml === '') throw new ProblemError('file-erased')
      return sendFile(reply, 'application/xml; charset=utf-8', t('results:file.passport'), deposit.xml)
    },
    readPassportReport: async ({ request, coordinator }) => {
      const received = await receiveReport(context, String(request.body ?? ''), `coordinator:${coordinator.id}`)
      if (received.ok) return received
      throw new ProblemError('import-invalid', {
        issues: [{ path: received.code, message: t(`results:passport.report.${received.code}`) }],
      })
    },
  }
}
