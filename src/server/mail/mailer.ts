import { createTransport } from 'nodemailer'
import type { LinkMailed } from '#contract/juror-mail.ts'
import type { MailSettings, SmtpServer } from './mail-settings.ts'

/** One message to one person, in plain text. */
export interface Message {
  to: string
  subject: string
  text: string
}

/** What a try ended in; `cause` is the name of what failed, fit for a log: TLS's or the system's own where there is one, else nodemailer's. */
export interface MailTry extends LinkMailed {
  cause: string | null
}

export interface Mailer {
  /** Tries once. Throws only what is no failure of the mail server. */
  send: (message: Message) => Promise<MailTry>
}

/** Somebody waits for the outcome in front of a screen. */
const CONNECTION_MS = 10_000
const SILENCE_MS = 20_000

/** Hands messages to a mail server, on a connection of their own each: they are few. */
export function createMailer({ server, sender }: MailSettings): Mailer {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    ...SECURITY[server.security],
    // Said here, it is no longer NODE_TLS_REJECT_UNAUTHORIZED's to say: a password goes to nobody who has not proved who they are.
    tls: { rejectUnauthorized: true },
    ...(server.account ? { auth: { user: server.account.user, pass: server.account.password } } : {}),
    connectionTimeout: CONNECTION_MS,
    dnsTimeout: CONNECTION_MS,
    greetingTimeout: CONNECTION_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ to, subject, text }) => {
      try {
        await transport.sendMail({ from: sender, to: { name: '', address: to }, subject, text, xMailer: false })
        return { outcome: 'sent', replyCode: null, cause: null }
      } catch (error) {
        return readFailure(error)
      }
    },
  }
}

const SECURITY: Record<SmtpServer['security'], { secure: boolean; requireTLS?: boolean; ignoreTLS?: boolean }> = {
  tls: { secure: true },
  starttls: { secure: false, requireTLS: true },
  none: { secure: false, ignoreTLS: true },
}

/** nodemailer's codes (its errors.js), by what a person can do about them. */
const OUTCOMES: Record<string, LinkMailed['outcome']> = {
  EENVELOPE: 'refused',
  EMESSAGE: 'refused',
  EAUTH: 'sign-in-refused',
  ENOAUTH: 'sign-in-refused',
  ECONNECTION: 'unreachable',
  ETIMEDOUT: 'unreachable',
  ESOCKET: 'unreachable',
  EDNS: 'unreachable',
  ETLS: 'not-secure',
  EPROTOCOL: 'unreachable',
}

/** A socket fails by the network, named as the system does (`ECONNREFUSED`), or by TLS (`CERT_HAS_EXPIRED`, `ERR_SSL_WRONG_VERSION_NUMBER`). */
const SYSTEM_CAUSE = /^E[A-Z0-9]+$/

function readFailure(error: unknown): MailTry {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  const outcome = OUTCOMES[code]
  if (outcome === undefined) throw error
  const replyCode = error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null
  const cause = error instanceof Error && 'originalCode' in error && typeof error.originalCode === 'string' ? error.originalCode : code
  return { outcome: code === 'ESOCKET' && !SYSTEM_CAUSE.test(cause) ? 'not-secure' : outcome, replyCode, cause }
}
