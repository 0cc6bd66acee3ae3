import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { TestCertificate } from './a-certificate.ts'

/** The variables that make a server send e-mail. */
export interface MailEnvironment {
  SMTP_URL: string
  MAIL_FROM: string
}

/** A message as it was received, decoded. */
export interface ReceivedMail {
  /** The envelope's. */
  from: string
  to: string[]
  /** As written in the message. */
  header: (name: string) => string
  text: string
  raw: string
  /** Whether it came over TLS. */
  isSecure: boolean
}

/** A real mail server on this machine. */
export interface MailServer {
  environment: MailEnvironment
  received: ReceivedMail[]
  /** The passwords it was told, right or wrong. */
  passwords: string[]
  /** Recipients it refuses from now on, with the code it answers. */
  refused: Map<string, number>
  /** Closes it: its port then answers nobody. */
  close: () => Promise<void>
}

export const SENDER = 'Centre d’Angers <examens@example.org>'

/** How one is started; nothing is needed. */
export interface MailServerOptions {
  /** It takes messages from this account alone. */
  account?: { user: string; password: string }
  /** What our server is told instead of the account's. */
  password?: string
  /** It speaks TLS from the first byte, or once asked to; without, never. */
  tls?: TestCertificate & { from: 'start' | 'starttls' }
}

/** This machine by an address that the settings take for another's: STARTTLS is then required of it. */
export const NOT_LOOPBACK = '[::ffff:127.0.0.1]'

/** Starts one. */
export async function aMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { account, password = account?.password ?? '', tls } = options
  const received: ReceivedMail[] = []
  const refused = new Map<string, number>()
  const passwords: string[] = []
  const server = new SMTPServer({
    logger: false,
    ...(tls && { secure: tls.from === 'start', key: tls.key, cert: tls.cert }),
    disabledCommands: [...(tls ? [] : ['STARTTLS']), ...(account ? [] : ['AUTH'])],
    allowInsecureAuth: tls === undefined,
    authOptional: account === undefined,
    onAuth: ({ username, password: given }, _session, done) => {
      passwords.push(given ?? '')
      const isRight = username === account?.user && given === account?.password
      return isRight ? done(null, { user: username }) : done(new Error('no such account'))
    },
    onRcptTo: ({ address }, _session, done) => {
      const code = refused.get(address)
      done(code === undefined ? null : Object.assign(new Error(`${address} is unknown here`), { responseCode: code }))
    },
    onData: (stream, { envelope, secure: isSecure }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        const to = envelope.rcptTo.map(({ address }) => address)
        received.push({ from, to, isSecure, ...readMail(Buffer.concat(chunks).toString('latin1')) })
        done()
      })
    },
  })
  // Whoever does not trust its certificate hangs up, which it tells as an error.
  server.on('error', () => undefined)
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  const login = account ? `${encodeURIComponent(account.user)}:${encodeURIComponent(password)}@` : ''
  return {
    environment: { SMTP_URL: `${place(tls?.from, login)}:${port}`, MAIL_FROM: SENDER },
    received,
    passwords,
    refused,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function place(tls: 'start' | 'starttls' | undefined, login: string): string {
  if (tls === 'start') return `smtps://${login}127.0.0.1`
  return `smtp://${login}${tls === 'starttls' ? NOT_LOOPBACK : '127.0.0.1'}`
}

/** A message of one part. `raw`: one character a byte. */
function readMail(raw: string): Pick<ReceivedMail, 'header' | 'text' | 'raw'> {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const header = (name: string) => {
    const line = lines.find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ?? ''
    return decodeWords(line.slice(name.length + 1).trim())
  }
  const body = raw.slice(end + 4)
  const encoding = header('Content-Transfer-Encoding').toLowerCase()
  const bytes = encoding === 'base64' ? Buffer.from(body, 'base64') : encoding === 'quoted-printable' ? fromQuoted(body) : Buffer.from(body)
  return { header, text: bytes.toString('utf8').replaceAll('\r\n', '\n'), raw }
}

/** RFC 2045 §6.7. */
function fromQuoted(text: string): Buffer {
  const whole = text.replace(/=\r\n/g, '')
  return Buffer.from(
    whole.replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}

/** RFC 2047. */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_all, kind: string, word: string) =>
      (kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : fromQuoted(word.replaceAll('_', ' '))).toString('utf8'),
    )
}
