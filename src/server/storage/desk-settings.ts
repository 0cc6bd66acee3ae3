import { type Certifier, type CertifierFacts, certifierFactsSchema, certifierSchema } from '#domain/certifier.ts'
import { DEFAULT_RETENTION, type RetentionSettings, retentionSettingsSchema } from '#domain/data-retention.ts'
import { type PassportSettings, passportSettingsSchema } from '#domain/passport-settings.ts'
import type { Db } from './engine.ts'
import type { DeskSettingTable } from './schema.ts'

async function findSetting(db: Db, name: DeskSettingTable['name']): Promise<unknown> {
  const row = await db.selectFrom('desk_settings').select('json').where('name', '=', name).executeTakeFirst()
  return row ? JSON.parse(row.json) : null
}

async function saveSetting(db: Db, name: DeskSettingTable['name'], value: unknown): Promise<void> {
  const json = JSON.stringify(value)
  await db
    .insertInto('desk_settings')
    .values({ name, json })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ json }))
    .execute()
}

/** What minutes and documents say of a certification's certifier; null until it was filled in. */
export async function findCertifier(db: Db, frameworkId: string): Promise<Certifier | null> {
  return certifierSchema.nullable().parse(await findSetting(db, `certifier:${frameworkId}`))
}

/** The share of it that minutes take over. */
export async function certifierFacts(db: Db, frameworkId: string): Promise<CertifierFacts | null> {
  return certifierFactsSchema.nullable().parse(await findCertifier(db, frameworkId))
}

export async function saveCertifier(db: Db, frameworkId: string, certifier: Certifier): Promise<void> {
  await saveSetting(db, `certifier:${frameworkId}`, certifier)
}

/** The identifiers for the skills passport; null until they were filled in. */
export async function findPassportSettings(db: Db): Promise<PassportSettings | null> {
  return passportSettingsSchema.nullable().parse(await findSetting(db, 'passport'))
}

export async function savePassportSettings(db: Db, settings: PassportSettings): Promise<void> {
  await saveSetting(db, 'passport', settings)
}

/** How long data is kept; what is proposed until an administrator decided. */
export async function findRetention(db: Db): Promise<RetentionSettings> {
  return retentionSettingsSchema.nullable().parse(await findSetting(db, 'retention')) ?? DEFAULT_RETENTION
}

export async function saveRetention(db: Db, settings: RetentionSettings): Promise<void> {
  await saveSetting(db, 'retention', settings)
}

/** Whether candidates are given the jurors' comments. No until somebody decides it. */
export async function commentsReleased(db: Db, sessionId: string): Promise<boolean> {
  const row = await db.selectFrom('comment_releases').select('released').where('session_id', '=', sessionId).executeTakeFirst()
  return row?.released === 1
}

export async function saveCommentRelease(db: Db, sessionId: string, isReleased: boolean): Promise<void> {
  const released = isReleased ? 1 : 0
  await db
    .insertInto('comment_releases')
    .values({ session_id: sessionId, released })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet({ released }))
    .execute()
}
