import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator, sql } from 'kysely'
import type { Storage } from './engine.ts'
import { foundations } from './migrations/0001-foundations.ts'
import { accounts } from './migrations/0002-accounts.ts'
import { recovery } from './migrations/0005-recovery.ts'
import { minutes } from './migrations/0007-minutes.ts'
import { wipes } from './migrations/0008-wipes.ts'
import { mandates } from './migrations/0009-mandates.ts'
import { results } from './migrations/0013-results.ts'
import { preparations } from './migrations/0016-preparations.ts'
import { dataRequests } from './migrations/0017-data-requests.ts'
import { transcribedSheets } from './migrations/0018-transcribed-sheets.ts'
import { calibrations } from './migrations/0019-calibrations.ts'
import { secondDevices } from './migrations/0020-second-devices.ts'
import { interests } from './migrations/0021-interests.ts'
import { passwordLinks } from './migrations/0022-password-links.ts'
import { jurorAddresses } from './migrations/0023-juror-addresses.ts'
import { addressesAside } from './migrations/0024-addresses-aside.ts'
import { revokedDevices } from './migrations/0025-revoked-devices.ts'

/** Numbered, never edited once released; each can run again after a failure. */
function migrations(engine: Storage['engine']): Record<string, Migration> {
  return {
    '0001-foundations': foundations(engine),
    '0002-accounts': accounts(engine),
    '0005-recovery': recovery,
    '0007-minutes': minutes,
    '0008-wipes': wipes,
    '0009-mandates': mandates,
    '0013-results': results,
    '0016-preparations': preparations,
    '0017-data-requests': dataRequests,
    '0018-transcribed-sheets': transcribedSheets,
    '0019-calibrations': calibrations,
    '0020-second-devices': secondDevices,
    '0021-interests': interests,
    '0022-password-links': passwordLinks,
    '0023-juror-addresses': jurorAddresses,
    '0024-addresses-aside': addressesAside,
    '0025-revoked-devices': revokedDevices,
  }
}

/** Brings the database to this version's schema. Several processes may start at once: Kysely's own lock lets one migrate. */
export async function migrateToLatest(storage: Storage): Promise<void> {
  const { error, results } = await migratorOf(storage).migrateToLatest()
  if (error) {
    const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'unknown'
    throw new Error(`migration ${failed} failed`, { cause: error })
  }
}

/** How a database stands to this version's schema, changing nothing: `older` until a server of this version has started on it. */
export async function schemaAge(storage: Storage): Promise<'older' | 'current' | 'newer'> {
  const known = await migratorOf(storage).getMigrations()
  if (known.some(({ executedAt }) => executedAt === undefined)) return 'older'
  const executed = await sql`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(storage.db)
  return executed.rows.length > known.length ? 'newer' : 'current'
}

function migratorOf({ db, engine }: Storage): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrations(engine) } })
}
