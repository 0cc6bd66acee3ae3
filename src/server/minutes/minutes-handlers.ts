import type { FastifyReply } from 'fastify'
import type { DecisionIssue } from '#domain/deliberation.ts'
import type { ExamSession } from '#domain/exam-session.ts'
import type { MinutesIssue } from '#domain/minutes-readiness.ts'
import { t } from '#texts/i18n.ts'
import type { ServerContext } from '../context.ts'
import { refuseArchived } from '../data-protection/sheet-access.ts'
import type { Handlers } from '../http/calls.ts'
import { ProblemError } from '../http/problem.ts'
import { findMinutes } from '../storage/minutes.ts'
import { findSession } from '../storage/sessions.ts'
import { openDeliberation, recordDecision } from './deliberation.ts'
import { minutesAwaiting, takeSignature } from './device-minutes.ts'
import { draftMinutes, freezePanelMinutes } from './freeze.ts'
import { minutesPdf } from './pdf/minutes-pdf.ts'
import { proofOf } from './proof.ts'
import { listMinutes, openMinutes } from './stored-minutes.ts'

type MinutesRoute =
  | 'deliberation'
  | 'recordDecision'
  | 'composeMinutes'
  | 'freezeMinutes'
  | 'sessionMinutes'
  | 'minutes'
  | 'minutesPdf'
  | 'minutesProof'
  | 'minutesFullProof'
  | 'awaitingMinutes'
  | 'signMinutes'

/** The routes of deliberation, minutes and their proof. */
export function minutesHandlers(context: ServerContext): Pick<Handlers, MinutesRoute> {
  const sendProof = async (reply: FastifyReply, hash: string, includeSheets: boolean) => {
    const bundle = found(await proofOf(context, hash, includeSheets))
    return sendFile(reply, 'application/json; charset=utf-8', t('minutes:file.proof'), JSON.stringify(bundle))
  }
  return {
    deliberation: async ({ params, coordinator }) => found(await openDeliberation(context, params, coordinator.role)),
    recordDecision: async ({ params, body, coordinator }) => {
      const outcome = found(await recordDecision(context, params, body, `coordinator:${coordinator.id}`))
      if (!outcome.ok) throw new ProblemError('decision-incomplete', { issues: outcome.issues.map(decisionIssue) })
      return { decision: outcome.decision }
    },
    composeMinutes: async ({ params, body }) => found(await draftMinutes(context, params, body)),
    freezeMinutes: async ({ params, body, coordinator }) => {
      const outcome = found(await freezePanelMinutes(context, params, body, `coordinator:${coordinator.id}`))
      if (outcome.ok) return { hash: outcome.hash }
      if (outcome.code === 'superseded') throw new ProblemError('minutes-superseded')
      throw new ProblemError('minutes-not-ready', { issues: outcome.issues.map((issue) => minutesIssue(issue, outcome.session)) })
    },
    sessionMinutes: async ({ params }) => {
      found(await findSession(context.storage.db, params.sessionId))
      return { minutes: await listMinutes(context, params.sessionId) }
    },
    minutes: async ({ params }) => found(await openMinutes(context, params.hash)),
    minutesPdf: async ({ params, reply }) =>
      sendFile(reply, 'application/pdf', t('minutes:file.pdf'), found(await minutesPdf(context, params.hash))),
    minutesProof: ({ params, reply }) => sendProof(reply, params.hash, false),
    minutesFullProof: async ({ params, reply, coordinator }) => {
      const { session_id } = found(await findMinutes(context.storage.db, params.hash))
      await refuseArchived(context, session_id, coordinator.role)
      return sendProof(reply, params.hash, true)
    },
    awaitingMinutes: async ({ device }) => ({ awaiting: await minutesAwaiting(context, device) }),
    signMinutes: async ({ device, params, body }) => {
      const outcome = found(await takeSignature(context, device, params.hash, body.signature))
      if (!outcome.ok) throw new ProblemError(outcome.code)
      return outcome.state
    },
  }
}

function decisionIssue({ code, sectionId }: DecisionIssue) {
  return { path: sectionId ?? code, message: t(`minutes:decisionIssue.${code}`, { section: sectionId ?? '' }) }
}

function minutesIssue({ code, subjectId }: MinutesIssue, { orals, candidates, jurors }: ExamSession) {
  const candidateId = orals.find(({ id }) => id === subjectId)?.candidateId
  const person = candidates.find(({ id }) => id === candidateId) ?? jurors.find(({ id }) => id === subjectId)
  const subject = person ? `${person.firstName} ${person.lastName}` : ''
  return { path: subjectId ?? code, message: t(`minutes:issue.${code}`, { subject }) }
}

/** A file to keep, never one to cache: it holds personal data. */
function sendFile(reply: FastifyReply, type: string, fileName: string, content: string | Buffer) {
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('cache-control', 'no-store')
    .send(content)
}

function found<Value>(value: Value | null): Value {
  if (value === null) throw new ProblemError('not-found')
  return value
}
