import type { jurorMailRoutes } from '#contract/juror-mail.ts'
import type { ServerContext } from '../context.ts'
import type { Handlers } from '../http/calls.ts'
import { ProblemError } from '../http/problem.ts'
import { jurorAddresses, setJurorAddress } from './addresses.ts'
import { mailEnrolmentLink } from './mail-link.ts'

/** Jurors' addresses, and the links sent to them. */
export function mailHandlers(context: ServerContext): Pick<Handlers, keyof typeof jurorMailRoutes> {
  return {
    jurorAddresses: async ({ params }) => {
      const known = await jurorAddresses(context, params.sessionId)
      if (known === null) throw new ProblemError('not-found')
      return known
    },
    setJurorAddress: async ({ coordinator, params, body, reply }) => {
      const isSet = await setJurorAddress(context, { ...params, ...body, actor: `coordinator:${coordinator.id}` })
      if (!isSet) throw new ProblemError('not-found')
      return reply.code(204).send()
    },
    mailEnrolmentLink: async ({ coordinator, params, request }) => {
      const tried = await mailEnrolmentLink(context, { ...params, actor: `coordinator:${coordinator.id}` })
      if (tried === null) throw new ProblemError('not-found')
      const { cause, ...told } = tried
      // The mail server's own words may name the address, and stay out.
      if (cause !== null) request.log.warn({ cause, replyCode: told.replyCode }, 'e-mail not sent')
      return told
    },
  }
}
