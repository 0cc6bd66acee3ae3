import type { FastifyReply } from 'fastify'
import type { ServerContext } from '../context.ts'
import type { Handlers } from '../http/calls.ts'
import { ProblemError } from '../http/problem.ts'
import type { Auth } from './auth.ts'
import { acceptInvitation, invite, openInvitation, openInvitations, withdrawInvitation } from './invitations.ts'
import { mySecurity, mySessions, renameAccount, revokeSessions } from './my-account.ts'
import { makePasswordLink, openPasswordLink, usePasswordLink, withdrawPasswordLink } from './password-links.ts'
import { changeRole, deactivatePerson, listPeople, type RightsOutcome, reactivatePerson, removeSecondFactor } from './people.ts'
import { createFirstCoordinator, needsSetup } from './setup.ts'

type AccountRoute =
  | 'setupState'
  | 'setup'
  | 'me'
  | 'mySecurity'
  | 'mySessions'
  | 'renameMe'
  | 'revokeMySession'
  | 'revokeMyOtherSessions'
  | 'people'
  | 'changeRole'
  | 'deactivatePerson'
  | 'reactivatePerson'
  | 'removeSecondFactor'
  | 'makePasswordLink'
  | 'withdrawPasswordLink'
  | 'openPasswordLink'
  | 'usePasswordLink'
  | 'invite'
  | 'withdrawInvitation'
  | 'openInvitation'
  | 'acceptInvitation'

/** The contract's routes about accounts, each in terms of one act. */
export function accountHandlers(context: ServerContext, auth: Auth): Pick<Handlers, AccountRoute> {
  return {
    setupState: async () => ({ needsSetup: await needsSetup(context) }),
    setup: async ({ body }) => {
      const coordinator = await createFirstCoordinator(context, auth, body)
      if (!coordinator) throw new ProblemError('setup-link-used')
      return coordinator
    },
    me: async ({ coordinator }) => coordinator,
    mySecurity: async ({ coordinator }) => mySecurity(auth, coordinator.id),
    mySessions: async ({ coordinator }) => ({ sessions: await mySessions(auth, coordinator.id, coordinator.sessionId) }),
    renameMe: async ({ coordinator, body }) => {
      await renameAccount(context, coordinator.id, body.name)
      return { ...coordinator, name: body.name }
    },
    revokeMySession: async ({ coordinator, params, reply }) => {
      const ended = await revokeSessions(context, auth, coordinator.id, (id) => id === params.signInId)
      if (ended === 0) throw new ProblemError('not-found')
      return done(reply)
    },
    revokeMyOtherSessions: async ({ coordinator, reply }) => {
      await revokeSessions(context, auth, coordinator.id, (id) => id !== coordinator.sessionId)
      return done(reply)
    },
    people: async () => ({ people: await listPeople(context, auth), invitations: await openInvitations(context) }),
    changeRole: async ({ coordinator, params, body, reply }) =>
      settled(reply, await changeRole(context, actorOf(coordinator), params.coordinatorId, body.role)),
    deactivatePerson: async ({ coordinator, params, reply }) =>
      settled(reply, await deactivatePerson(context, auth, actorOf(coordinator), params.coordinatorId)),
    reactivatePerson: async ({ coordinator, params, reply }) =>
      settled(reply, await reactivatePerson(context, actorOf(coordinator), params.coordinatorId)),
    removeSecondFactor: async ({ coordinator, params, reply }) =>
      settled(reply, await removeSecondFactor(context, auth, actorOf(coordinator), params.coordinatorId)),
    makePasswordLink: async ({ coordinator, params }) => {
      const outcome = await makePasswordLink(context, actorOf(coordinator), params.coordinatorId)
      if (!outcome.ok) throw new ProblemError(outcome.code)
      return outcome
    },
    withdrawPasswordLink: async ({ coordinator, params, reply }) => {
      if (!(await withdrawPasswordLink(context, actorOf(coordinator), params.coordinatorId))) throw new ProblemError('not-found')
      return done(reply)
    },
    openPasswordLink: async ({ body }) => {
      const opened = await openPasswordLink(context, body.token)
      if (!opened) throw new ProblemError('password-link-unknown')
      return opened
    },
    usePasswordLink: async ({ body, reply }) => {
      if (!(await usePasswordLink(context, auth, body))) throw new ProblemError('password-link-unknown')
      return done(reply)
    },
    invite: async ({ coordinator, body }) => {
      const outcome = await invite(context, actorOf(coordinator), body)
      if (!outcome.ok) throw new ProblemError(outcome.code)
      return outcome
    },
    withdrawInvitation: async ({ coordinator, params, reply }) => {
      if (!(await withdrawInvitation(context, actorOf(coordinator), params.invitationId))) throw new ProblemError('not-found')
      return done(reply)
    },
    openInvitation: async ({ body }) => {
      const invitation = await openInvitation(context, body.token)
      if (!invitation) throw new ProblemError('invitation-unknown')
      return invitation
    },
    acceptInvitation: async ({ body }) => {
      const coordinator = await acceptInvitation(context, auth, body)
      if (!coordinator) throw new ProblemError('invitation-unknown')
      return coordinator
    },
  }
}

function actorOf({ id }: { id: string }): string {
  return `coordinator:${id}`
}

function done(reply: FastifyReply): FastifyReply {
  return reply.code(204).send()
}

function settled(reply: FastifyReply, outcome: RightsOutcome): FastifyReply {
  if (!outcome.ok) throw new ProblemError(outcome.code)
  return done(reply)
}
