import type { ServerContext } from '../context.ts'
import type { Handlers } from '../http/calls.ts'
import { ProblemError } from '../http/problem.ts'
import { sessionMandates } from '../storage/mandates.ts'
import { findRecoveryAnswer, sessionRecoveries } from '../storage/recoveries.ts'
import { findSession } from '../storage/sessions.ts'
import { unknownEnvelopes } from '../storage/sheets.ts'
import { issueMandate } from './mandates.ts'
import { giveRecovery, receiveRecovery } from './recover.ts'
import { receiveWipe, sessionRetention, setRetention } from './wipes.ts'

type VaultRoute =
  | 'requestRecovery'
  | 'recoveryState'
  | 'recoveries'
  | 'answerRecovery'
  | 'heldEnvelopes'
  | 'notebookWiped'
  | 'mandates'
  | 'issueMandate'
  | 'retention'
  | 'setRetention'

/** What the server does for the devices' vaults. */
export function vaultHandlers(context: ServerContext): Pick<Handlers, VaultRoute> {
  const { db } = context.storage
  return {
    heldEnvelopes: async ({ body }) => ({ missing: await unknownEnvelopes(db, body.envelopeIds) }),
    requestRecovery: async ({ body }) => {
      const filed = await receiveRecovery(context, body.request)
      if (!filed.ok) throw new ProblemError(filed.code)
      return { requestId: filed.requestId }
    },
    recoveryState: async ({ params }) => {
      const answer = await findRecoveryAnswer(db, params.requestId)
      if (answer === undefined) throw new ProblemError('not-found')
      return { answer }
    },
    recoveries: async ({ params }) => {
      if (!(await findSession(db, params.sessionId))) throw new ProblemError('not-found')
      return { recoveries: await sessionRecoveries(db, params.sessionId) }
    },
    answerRecovery: async ({ params, body, coordinator }) => {
      const given = await giveRecovery(context, {
        sessionId: params.sessionId,
        text: body.request,
        actor: `coordinator:${coordinator.id}`,
      })
      if (!given.ok) throw new ProblemError(given.code)
      return { requestId: given.requestId, answer: given.answer }
    },
    notebookWiped: async ({ body }) => {
      const received = await receiveWipe(context, body.statement)
      if (!received.ok) throw new ProblemError(received.code)
      return { receivedAt: received.receivedAt }
    },
    mandates: async ({ params }) => {
      if (!(await findSession(db, params.sessionId))) throw new ProblemError('not-found')
      return { mandates: await sessionMandates(db, params.sessionId) }
    },
    issueMandate: async ({ params, body, coordinator }) => {
      const actor = `coordinator:${coordinator.id}`
      const outcome = await issueMandate(context, { sessionId: params.sessionId, post: body, actor })
      if (!outcome.ok) throw new ProblemError(outcome.code)
      return outcome.issued
    },
    retention: async ({ params }) => {
      if (!(await findSession(db, params.sessionId))) throw new ProblemError('not-found')
      return sessionRetention(context, params.sessionId)
    },
    setRetention: async ({ params, body, coordinator }) => {
      if (!(await findSession(db, params.sessionId))) throw new ProblemError('not-found')
      await setRetention(context, { sessionId: params.sessionId, days: body.days, actor: `coordinator:${coordinator.id}` })
      return body
    },
  }
}
