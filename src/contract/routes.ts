import { z } from 'zod'
import { hashSchema, idSchema, isoInstantSchema } from '#domain/primitives.ts'
import { serverKeysSchema } from '#domain/session-package.ts'
import {
  acceptInvitationSchema,
  invitationLinkSchema,
  invitationRequestSchema,
  mySecuritySchema,
  mySessionsSchema,
  nameChangeSchema,
  openInvitationRequestSchema,
  openInvitationSchema,
  openPasswordLinkRequestSchema,
  openPasswordLinkSchema,
  passwordLinkSchema,
  peopleSchema,
  roleChangeSchema,
  usePasswordLinkSchema,
} from './accounts.ts'
import { calibrationRoutes } from './calibration.ts'
import { convocationRoutes } from './convocations.ts'
import { dataProtectionRoutes } from './data-protection.ts'
import { deliveryRequestSchema, deliveryResponseSchema, heldRequestSchema, heldResponseSchema } from './delivery.ts'
import {
  coordinatorSchema,
  enrolmentLinkSchema,
  importedSchema,
  sessionBoardSchema,
  sessionListSchema,
  setupRequestSchema,
  setupStateSchema,
  storedSheetSchema,
} from './desk.ts'
import {
  carriedEnrolmentRequestSchema,
  enrolmentRequestSchema,
  enrolmentResponseSchema,
  offlineEnrolmentSchema,
  packageResponseSchema,
  readinessReportSchema,
  restoreEnrolmentRequestSchema,
  restoreEnrolmentResponseSchema,
} from './enrolment.ts'
import { fairnessRoutes } from './fairness.ts'
import { gridRoutes } from './grids.ts'
import { interestRoutes } from './interests.ts'
import { journalRoutes } from './journal.ts'
import { jurorMailRoutes } from './juror-mail.ts'
import { mandateRoutes } from './mandate.ts'
import { minutesRoutes } from './minutes.ts'
import { paperRoutes } from './paper.ts'
import { passportRoutes } from './passport.ts'
import { prepareRoutes } from './prepare.ts'
import { recoveryRoutes } from './recovery.ts'
import { resultsRoutes } from './results.ts'
import { ADMINISTERING, EVERYONE, PREPARING, type Role } from './roles.ts'
import { wipeRoutes } from './wipe.ts'

/** The contract's major version: the `v1` of every path. A server answers at least its own and the one before. */
export const CONTRACT_VERSION = 1
export const API_BASE = '/api/v1'

/**
 * Who may call a route. `device`: an enrolled device's signed proof. `coordinator`: a signed-in account of one of the roles named; a route
 * that names none does not compile.
 */
export type Access = { access: 'public' } | { access: 'device' } | { access: 'coordinator'; roles: readonly [Role, ...Role[]] }

type Route = Access & {
  method: 'GET' | 'POST'
  /** Below API_BASE, in Fastify's and react-router's notation. */
  path: string
  params?: z.ZodObject
  body?: z.ZodType
  /** The body is taken as it is, up to so many bytes. */
  bytes?: number
  /** Absent: the answer is not JSON (a file, a stream) or is empty. */
  response?: z.ZodType
}

const personParams = z.object({ coordinatorId: idSchema })
const sessionParams = z.object({ sessionId: idSchema })

/** The HTTP API, whole: server and clients are both checked against it. Sign-in itself is better-auth's, under `/api/auth`. */
export const routes = {
  health: {
    method: 'GET',
    path: '/health',
    access: 'public',
    response: z.object({ status: z.literal('ok'), version: z.string(), contract: z.number().int(), now: isoInstantSchema }),
  },
  serverKeys: { method: 'GET', path: '/server-keys', access: 'public', response: serverKeysSchema },
  enrol: { method: 'POST', path: '/enrolments', access: 'public', body: enrolmentRequestSchema, response: enrolmentResponseSchema },
  enrolCarried: {
    method: 'POST',
    path: '/enrolments/carried',
    access: 'public',
    body: carriedEnrolmentRequestSchema,
    response: enrolmentResponseSchema,
  },
  restoreEnrolment: {
    method: 'POST',
    path: '/enrolments/restore',
    access: 'public',
    body: restoreEnrolmentRequestSchema,
    response: restoreEnrolmentResponseSchema,
  },
  deliver: { method: 'POST', path: '/envelopes', access: 'public', body: deliveryRequestSchema, response: deliveryResponseSchema },
  heldEnvelopes: { method: 'POST', path: '/envelopes/held', access: 'public', body: heldRequestSchema, response: heldResponseSchema },
  devicePackage: { method: 'GET', path: '/device/package', access: 'device', response: packageResponseSchema },
  /** The PDF itself; answers byte ranges (RFC 9110 §14), so that a cut download resumes. */
  deviceSupport: { method: 'GET', path: '/device/supports/:supportId', access: 'device', params: z.object({ supportId: idSchema }) },
  deviceReadiness: { method: 'POST', path: '/device/readiness', access: 'device', body: readinessReportSchema },
  setupState: { method: 'GET', path: '/setup', access: 'public', response: setupStateSchema },
  setup: { method: 'POST', path: '/setup', access: 'public', body: setupRequestSchema, response: coordinatorSchema },
  me: { method: 'GET', path: '/me', access: 'coordinator', roles: EVERYONE, response: coordinatorSchema },
  mySecurity: { method: 'GET', path: '/me/security', access: 'coordinator', roles: EVERYONE, response: mySecuritySchema },
  mySessions: { method: 'GET', path: '/me/sessions', access: 'coordinator', roles: EVERYONE, response: mySessionsSchema },
  renameMe: {
    method: 'POST',
    path: '/me/name',
    access: 'coordinator',
    roles: EVERYONE,
    body: nameChangeSchema,
    response: coordinatorSchema,
  },
  revokeMySession: {
    method: 'POST',
    path: '/me/sessions/:signInId/revocation',
    access: 'coordinator',
    roles: EVERYONE,
    params: z.object({ signInId: idSchema }),
  },
  revokeMyOtherSessions: { method: 'POST', path: '/me/other-sessions/revocation', access: 'coordinator', roles: EVERYONE },
  people: { method: 'GET', path: '/people', access: 'coordinator', roles: ADMINISTERING, response: peopleSchema },
  changeRole: {
    method: 'POST',
    path: '/people/:coordinatorId/role',
    access: 'coordinator',
    roles: ADMINISTERING,
    params: personParams,
    body: roleChangeSchema,
  },
  deactivatePerson: {
    method: 'POST',
    path: '/people/:coordinatorId/deactivation',
    access: 'coordinator',
    roles: ADMINISTERING,
    params: personParams,
  },
  reactivatePerson: {
    method: 'POST',
    path: '/people/:coordinatorId/reactivation',
    access: 'coordinator',
    roles: ADMINISTERING,
    params: personParams,
  },
  /** For somebody who has lost their telephone and their recovery codes. */
  removeSecondFactor: {
    method: 'POST',
    path: '/people/:coordinatorId/second-factor-removal',
    access: 'coordinator',
    roles: ADMINISTERING,
    params: personParams,
  },
  /** For somebody who has forgotten their password. */
  makePasswordLink: {
    method: 'POST',
    path: '/people/:coordinatorId/password-link',
    access: 'coordinator',
    roles: ADMINISTERING,
    params: personParams,
    response: passwordLinkSchema,
  },
  withdrawPasswordLink: {
    method: 'POST',
    path: '/people/:coordinatorId/password-link/withdrawal',
    access: 'coordinator',
    roles: ADMINISTERING,
    params: personParams,
  },
  openPasswordLink: {
    method: 'POST',
    path: '/password-links/opened',
    access: 'public',
    body: openPasswordLinkRequestSchema,
    response: openPasswordLinkSchema,
  },
  usePasswordLink: { method: 'POST', path: '/password-links/used', access: 'public', body: usePasswordLinkSchema },
  invite: {
    method: 'POST',
    path: '/invitations',
    access: 'coordinator',
    roles: ADMINISTERING,
    body: invitationRequestSchema,
    response: invitationLinkSchema,
  },
  withdrawInvitation: {
    method: 'POST',
    path: '/invitations/:invitationId/withdrawal',
    access: 'coordinator',
    roles: ADMINISTERING,
    params: z.object({ invitationId: idSchema }),
  },
  openInvitation: {
    method: 'POST',
    path: '/invitations/opened',
    access: 'public',
    body: openInvitationRequestSchema,
    response: openInvitationSchema,
  },
  acceptInvitation: {
    method: 'POST',
    path: '/invitations/accepted',
    access: 'public',
    body: acceptInvitationSchema,
    response: coordinatorSchema,
  },
  sessions: { method: 'GET', path: '/sessions', access: 'coordinator', roles: EVERYONE, response: sessionListSchema },
  /** The body is the import file's text, so that complaints can name its lines. */
  importSession: { method: 'POST', path: '/sessions', access: 'coordinator', roles: PREPARING, response: importedSchema },
  board: {
    method: 'GET',
    path: '/sessions/:sessionId',
    access: 'coordinator',
    roles: EVERYONE,
    params: sessionParams,
    response: sessionBoardSchema,
  },
  /** Server-sent events: `event: changed` whenever the board has changed. */
  boardEvents: { method: 'GET', path: '/sessions/:sessionId/events', access: 'coordinator', roles: EVERYONE, params: sessionParams },
  resultsCsv: { method: 'GET', path: '/sessions/:sessionId/results.csv', access: 'coordinator', roles: EVERYONE, params: sessionParams },
  enrolmentLink: {
    method: 'POST',
    path: '/sessions/:sessionId/jurors/:jurorId/enrolment',
    access: 'coordinator',
    roles: PREPARING,
    params: sessionParams.extend({ jurorId: idSchema }),
    response: enrolmentLinkSchema,
  },
  /** An enrolment for a device without a network: a file, and a code. */
  offlineEnrolment: {
    method: 'POST',
    path: '/sessions/:sessionId/jurors/:jurorId/offline-enrolment',
    access: 'coordinator',
    roles: PREPARING,
    params: sessionParams.extend({ jurorId: idSchema }),
    response: offlineEnrolmentSchema,
  },
  /** A second device that opened a file already used is this juror's too. */
  acceptSecondDevice: {
    method: 'POST',
    path: '/sessions/:sessionId/second-devices/:deviceId/acceptance',
    access: 'coordinator',
    roles: PREPARING,
    params: sessionParams.extend({ deviceId: hashSchema }),
  },
  /** A device lost, or given back: it is given nothing any more. */
  revokeDevice: {
    method: 'POST',
    path: '/sessions/:sessionId/devices/:deviceId/revocation',
    access: 'coordinator',
    roles: PREPARING,
    params: sessionParams.extend({ deviceId: hashSchema }),
  },
  sheet: {
    method: 'GET',
    path: '/sheets/:hash',
    access: 'coordinator',
    roles: EVERYONE,
    params: z.object({ hash: hashSchema }),
    response: storedSheetSchema,
  },
  ...gridRoutes,
  ...journalRoutes,
  ...jurorMailRoutes,
  ...recoveryRoutes,
  ...mandateRoutes,
  ...interestRoutes,
  ...wipeRoutes,
  ...minutesRoutes,
  ...resultsRoutes,
  ...fairnessRoutes,
  ...paperRoutes,
  ...calibrationRoutes,
  ...convocationRoutes,
  ...passportRoutes,
  ...prepareRoutes,
  ...dataProtectionRoutes,
} as const satisfies Record<string, Route>

export type RouteId = keyof typeof routes

/** Whether an account of this role may call a route of the desk. The server asks before each call; screens ask to show only what can be done. */
export function mayCall(role: Role, id: RouteId): boolean {
  const route: Access = routes[id]
  return route.access === 'coordinator' && route.roles.includes(role)
}

/** The path to call for a route, its `:params` filled in and escaped. Throws a RangeError when one is missing. */
export function routePath(id: RouteId, params: Record<string, string> = {}): string {
  const path = routes[id].path.replace(/:(\w+)/g, (_whole, name: string) => {
    const value = params[name]
    if (value === undefined) throw new RangeError(`missing parameter ${name}`)
    return encodeURIComponent(value)
  })
  return API_BASE + path
}
