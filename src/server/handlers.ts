import { CONTRACT_VERSION } from '#contract/routes.ts'
import { t } from '#texts/i18n.ts'
import { accountHandlers } from './accounts/account-handlers.ts'
import type { Auth } from './accounts/auth.ts'
import { calibrationHandlers } from './calibration/calibration-handlers.ts'
import type { ServerContext } from './context.ts'
import { dataProtectionHandlers } from './data-protection/data-protection-handlers.ts'
import { refuseArchived } from './data-protection/sheet-access.ts'
import { deliver } from './delivery/deliver.ts'
import { listSessions, sessionBoard } from './desk/board.ts'
import type { BoardEvents } from './desk/board-events.ts'
import { importSession } from './desk/import-session.ts'
import { openSheet } from './desk/open-sheet.ts'
import { sessionResultsCsv } from './desk/results-csv.ts'
import { convocationHandlers } from './documents/convocations/convocation-handlers.ts'
import { paperHandlers } from './documents/paper/paper-handlers.ts'
import { sealedPackageFor } from './enrolment/build-package.ts'
import { deviceSupport } from './enrolment/device-support.ts'
import { createEnrolmentLink, enrolDevice } from './enrolment/enrol.ts'
import { acceptSecondDevice, enrolCarried, makeOfflineEnrolment } from './enrolment/offline-enrolment.ts'
import { restoreEnrolment } from './enrolment/restore-enrolment.ts'
import { revokeDevice } from './enrolment/revoke-device.ts'
import { gridHandlers } from './grids/grid-handlers.ts'
import type { Handlers } from './http/calls.ts'
import { ProblemError } from './http/problem.ts'
import { sendSupport } from './http/support-file.ts'
import { journalHandlers } from './journal/journal-handlers.ts'
import { mailHandlers } from './mail/mail-handlers.ts'
import { minutesHandlers } from './minutes/minutes-handlers.ts'
import { prepareHandlers } from './prepare/prepare-handlers.ts'
import { resultsHandlers } from './results/results-handlers.ts'
import { saveReadiness } from './storage/devices.ts'
import { findSession } from './storage/sessions.ts'
import { vaultHandlers } from './vault/vault-handlers.ts'

/** The contract's routes, each in terms of one act. */
export function createHandlers(context: ServerContext, auth: Auth, events: BoardEvents, version: string): Handlers {
  const { storage, secrets, now } = context
  return {
    ...accountHandlers(context, auth),
    ...gridHandlers(context),
    ...vaultHandlers(context),
    ...minutesHandlers(context),
    ...resultsHandlers(context),
    ...prepareHandlers(context),
    ...dataProtectionHandlers(context),
    ...paperHandlers(context),
    ...calibrationHandlers(context),
    ...convocationHandlers(context),
    ...journalHandlers(context),
    ...mailHandlers(context),
    health: async () => ({ status: 'ok', version, contract: CONTRACT_VERSION, now: now().toISOString() }),
    serverKeys: async () => secrets.publicKeys,
    enrol: async ({ body }) => {
      const outcome = await enrolDevice(context, body)
      if (!outcome.ok) throw new ProblemError(outcome.code)
      return outcome.answer
    },
    enrolCarried: async ({ body }) => {
      const outcome = await enrolCarried(context, body.request)
      if (!outcome.ok) throw new ProblemError(outcome.code)
      return outcome.answer
    },
    offlineEnrolment: async ({ coordinator, params }) =>
      found(await makeOfflineEnrolment(context, { ...params, actor: `coordinator:${coordinator.id}` })),
    acceptSecondDevice: async ({ coordinator, params, reply }) => {
      if (!(await acceptSecondDevice(context, { ...params, actor: `coordinator:${coordinator.id}` }))) throw new ProblemError('not-found')
      return reply.code(204).send()
    },
    revokeDevice: async ({ coordinator, params, reply }) => {
      if (!(await revokeDevice(context, { ...params, actor: `coordinator:${coordinator.id}` }))) throw new ProblemError('not-found')
      return reply.code(204).send()
    },
    restoreEnrolment: async ({ body }) => {
      if (!(await restoreEnrolment(context, body.certificate))) throw new ProblemError('device-unknown')
      return { outcome: 'known' }
    },
    deliver: async ({ body }) => ({ results: await deliver(context, body.envelopes) }),
    devicePackage: async ({ device }) => ({ sealedPackage: await sealedPackageFor(context, device) }),
    deviceSupport: async ({ device, params, request, reply }) => {
      const support = found(await deviceSupport(context, device, params.supportId))
      return sendSupport(storage.db, support, request, reply)
    },
    deviceReadiness: async ({ device, body, reply }) => {
      await saveReadiness(storage.db, device.id, body)
      await storage.announceChange(device.sessionId)
      return reply.code(204).send()
    },
    sessions: async () => ({ sessions: await listSessions(context) }),
    importSession: async ({ coordinator, request }) => {
      const outcome = await importSession(context, String(request.body ?? ''), `coordinator:${coordinator.id}`)
      if (!outcome.ok) throw new ProblemError('import-invalid', { issues: outcome.issues })
      return { sessionId: outcome.sessionId }
    },
    board: async ({ params }) => found(await sessionBoard(context, params.sessionId)),
    boardEvents: async ({ coordinator, params, reply }) => {
      found(await findSession(storage.db, params.sessionId))
      return events.open({ sessionId: params.sessionId, signInId: coordinator.sessionId }, reply)
    },
    resultsCsv: async ({ params, reply }) => {
      const csv = found(await sessionResultsCsv(context, params.sessionId))
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${t('documents:results.fileName')}"`)
        .header('cache-control', 'no-store')
        .send(csv)
    },
    enrolmentLink: async ({ coordinator, params }) =>
      found(await createEnrolmentLink(context, { ...params, actor: `coordinator:${coordinator.id}` })),
    sheet: async ({ params, coordinator }) => {
      const opened = found(await openSheet(context, params.hash))
      if (opened === 'erased') throw new ProblemError('sheet-erased')
      await refuseArchived(context, opened.sheet.sessionId, coordinator.role)
      return opened
    },
  }
}

function found<Value>(value: Value | null): Value {
  if (value === null) throw new ProblemError('not-found')
  return value
}
