import type { ServerConfig } from './config.ts'
import type { Mailer } from './mail/mailer.ts'
import type { Storage } from './storage/engine.ts'
import type { ServerSecrets } from './storage/server-keys.ts'

/** What the server's acts need: where things are kept, its keys, its clock. */
export interface ServerContext {
  config: Pick<ServerConfig, 'publicUrl'>
  storage: Storage
  secrets: ServerSecrets
  /** Null where no mail server is set. */
  mailer: Mailer | null
  now: () => Date
}
