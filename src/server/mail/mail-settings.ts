import { z } from 'zod'
import { t } from '#texts/i18n.ts'
// Its texts are read as this file loads, whoever imports it first.
import '#texts/office.ts'

/** The mail server messages are handed to, and how its connection is kept secret. */
export interface SmtpServer {
  host: string
  port: number
  /** `tls`: from the first byte. `starttls`: before anything is said. `none`: never, for a server of this machine or where it was asked for. */
  security: 'tls' | 'starttls' | 'none'
  /** Null where the server asks for none. */
  account: { user: string; password: string } | null
}

/** Who messages come from. */
export interface MailSender {
  /** Empty when the address stands alone. */
  name: string
  address: string
}

export interface MailSettings {
  server: SmtpServer
  sender: MailSender
}

/** `smtps://user:password@host:465`, or `smtp://host:587`; parsed. What is wrong with one is told without repeating it: it holds a password. */
export const smtpUrlSchema = z.string().transform((text, context): SmtpServer => {
  const server = readSmtpUrl(text)
  if (server !== null) return server
  context.addIssue({ code: 'custom', message: t('mail:config.smtpUrl') })
  return z.NEVER
})

/** `address@host`, or `Name <address@host>`; parsed. */
export const mailFromSchema = z.string().transform((text, context): MailSender => {
  const [, name = '', address = text] = text.trim().match(/^([^<>"\p{Cc}]*)<([^<>]+)>$/u) ?? []
  const parsed = z.email().safeParse(address.trim())
  if (parsed.success) return { name: name.trim(), address: parsed.data }
  context.addIssue({ code: 'custom', message: t('mail:config.mailFrom') })
  return z.NEVER
})

const PLAIN = 'ignoreTLS=true'
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

function readSmtpUrl(text: string): SmtpServer | null {
  if (!/^smtps?:\/\/\S+$/.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  const isTls = url.protocol === 'smtps:'
  const query = url.search.slice(1)
  if (url.hostname === '' || url.port === '0' || url.hash !== '' || !['', '/'].includes(url.pathname)) return null
  if (query !== '' && (isTls || query !== PLAIN)) return null
  const account = readAccount(url)
  if (account === undefined) return null
  const isPlain = query === PLAIN || LOOPBACK.test(url.hostname)
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isTls ? 465 : 587) : Number(url.port),
    security: isTls ? 'tls' : isPlain ? 'none' : 'starttls',
    account,
  }
}

/** Undefined when half an account is given, or badly escaped. */
function readAccount({ username, password }: URL): SmtpServer['account'] | undefined {
  if (username === '' && password === '') return null
  if (username === '' || password === '') return undefined
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) }
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
