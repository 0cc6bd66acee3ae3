import { existsSync } from 'node:fs'
import { t } from '#texts/i18n.ts'
import type { ServerConfig } from '../config.ts'
import { moment } from '../minutes/pdf/words.ts'
import { openStorage, type Storage } from '../storage/engine.ts'
import { schemaAge } from '../storage/migrate.ts'
import { makePasswordLink } from './password-links.ts'

/** What the terminal is told; `ok` is false when no link was made. */
export interface CommandOutcome {
  ok: boolean
  lines: readonly string[]
}

/** In the journal: not the server by itself, but a person on its machine, whom nothing there names. */
const ON_THE_MACHINE = 'server:command'

/**
 * Makes a link to a new password for the account with this address, for whoever runs the server: the way back in when nobody can sign in any
 * more. It listens to nothing, and writes as one more process on the database, under the journal's lock: a server may run on it or not. It
 * neither creates nor migrates a database, which is for a server's start to do.
 */
export async function passwordLinkCommand(
  { database, publicUrl }: Pick<ServerConfig, 'database' | 'publicUrl'>,
  email: string,
): Promise<CommandOutcome> {
  if (database.engine === 'sqlite' && !existsSync(database.file)) {
    return refused(t('documents:terminal.passwordLink.noDatabase', { file: database.file }))
  }
  // A connection lost meanwhile fails the query under way, which tells it.
  const storage = await openStorage(database, () => undefined)
  try {
    const age = await schemaAge(storage)
    return age === 'current' ? await linkFor(storage, publicUrl, email) : refused(t(`documents:terminal.passwordLink.${age}`))
  } finally {
    await storage.close()
  }
}

async function linkFor(storage: Storage, publicUrl: string, email: string): Promise<CommandOutcome> {
  const person = await storage.db
    .selectFrom('coordinators')
    .select(['id', 'name', 'email'])
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst()
  if (!person) return refused(t('documents:terminal.passwordLink.unknown', { email }))
  const made = await makePasswordLink({ storage, config: { publicUrl }, now: () => new Date() }, ON_THE_MACHINE, person.id)
  if (!made.ok) {
    const why = made.code === 'conflict' ? 'deactivated' : 'unknown'
    return refused(t(`documents:terminal.passwordLink.${why}`, { email: person.email }))
  }
  const lines = [
    t('documents:terminal.passwordLink.made', { name: person.name, email: person.email }),
    `  ${made.link}`,
    t('documents:terminal.passwordLink.validity', { until: moment(made.expiresAt) }),
    t('documents:terminal.passwordLink.effects'),
    t('documents:terminal.passwordLink.origin', { url: publicUrl }),
  ]
  return { ok: true, lines }
}

function refused(sentence: string): CommandOutcome {
  return { ok: false, lines: [sentence] }
}
