import { resolve } from 'node:path'
import { z } from 'zod'
import { t } from '#texts/i18n.ts'
// Its texts are read as this file loads, whoever imports it first.
import '#texts/office.ts'
import { type MailSettings, mailFromSchema, smtpUrlSchema } from './mail/mail-settings.ts'

const LOG_LEVELS = ['error', 'warn', 'info', 'debug', 'silent'] as const

/** Where records are kept: one SQLite file, or a PostgreSQL database shared by any number of server processes. */
export type DatabaseConfig = { engine: 'sqlite'; file: string } | { engine: 'postgres'; url: string }

export interface ServerConfig {
  host: string
  port: number
  /** Absolute path. */
  dataDir: string
  database: DatabaseConfig
  /** Origin people open, without a trailing slash. */
  publicUrl: string
  /** Addresses of the balancers whose `X-Forwarded-For` is believed; empty when clients connect directly. */
  trustedProxies: string[]
  /** Null: the server sends no e-mail. */
  mail: MailSettings | null
  /** `info` logs each request; `warn`, the default, only what deserves attention. */
  logLevel: (typeof LOG_LEVELS)[number]
}

export type Environment = Readonly<Record<string, string | undefined>>

const portMessage = t('documents:terminal.config.port')
const portNumber = z.coerce.number(portMessage).int(portMessage).min(1, portMessage).max(65_535, portMessage)
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/\S+$/, t('documents:terminal.config.databaseUrl'))
const originUrl = z
  .url({ protocol: /^https?$/, error: t('documents:terminal.config.publicUrl'), abort: true })
  .refine((text) => new URL(text).href === `${new URL(text).origin}/`, t('documents:terminal.config.origin'))

/** First step: only names and reads the variables. */
const environmentSchema = z.object({
  HOST: z.string().min(1).default('0.0.0.0'),
  PORT: portNumber.default(4173),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: postgresUrl.optional(),
  PUBLIC_URL: originUrl.optional(),
  TRUST_PROXY: z.string().optional(),
  SMTP_URL: smtpUrlSchema.optional(),
  MAIL_FROM: mailFromSchema.optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, t('documents:terminal.config.logLevel', { values: LOG_LEVELS.join(', ') })).default('warn'),
})

/** Every bad variable, one sentence each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/** Second step: typed configuration. An empty variable counts as absent. Throws ConfigError naming every bad value at once. */
export function readConfig(environment: Environment): ServerConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const parsed = environmentSchema.safeParse(given)
  const bad = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} : ${issue.message}`)
  const problems = [...bad, ...missingHalf(given)]
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)
  const { HOST, PORT, DATA_DIR, DATABASE_URL, PUBLIC_URL, TRUST_PROXY, SMTP_URL, MAIL_FROM, LOG_LEVEL } = parsed.data
  const dataDir = resolve(DATA_DIR)
  return {
    host: HOST,
    port: PORT,
    dataDir,
    database: DATABASE_URL ? { engine: 'postgres', url: DATABASE_URL } : { engine: 'sqlite', file: resolve(dataDir, 'carnet.sqlite') },
    publicUrl: PUBLIC_URL ? new URL(PUBLIC_URL).origin : `http://localhost:${PORT}`,
    logLevel: LOG_LEVEL,
    trustedProxies: TRUST_PROXY ? TRUST_PROXY.split(',').map((address) => address.trim()) : [],
    mail: SMTP_URL && MAIL_FROM ? { server: SMTP_URL, sender: MAIL_FROM } : null,
  }
}

/** A mail server without a sender, or the other way round, sends nothing: whoever set one of them expects it to. */
function missingHalf(given: Environment): string[] {
  const missing = (['SMTP_URL', 'MAIL_FROM'] as const).filter((name) => given[name] === undefined)
  return missing.length === 1 ? missing.map((name) => `${name} : ${t('mail:config.both')}`) : []
}
