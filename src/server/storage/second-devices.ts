import { type SecondDevice, secondDeviceSchema } from '#contract/desk.ts'
import { publicJwkSchema } from '#domain/session-package.ts'
import type { NewDevice } from './devices.ts'
import type { Db } from './engine.ts'

/** Somebody with a file could make keys without end: so many are kept a session. */
const KEPT_PER_SESSION = 50

/** Remembers a device that came second. False when it was known already, or when too many are. */
export async function insertSecondDevice(db: Db, device: NewDevice, at: string): Promise<boolean> {
  const known = await db.selectFrom('second_devices').select('device_id').where('session_id', '=', device.sessionId).execute()
  if (known.length >= KEPT_PER_SESSION) return false
  const row = await db
    .insertInto('second_devices')
    .values({
      device_id: device.id,
      session_id: device.sessionId,
      juror_id: device.jurorId,
      name: device.name,
      signing_jwk: JSON.stringify(device.signingKey),
      sealing_jwk: JSON.stringify(device.sealingKey),
      at,
    })
    .onConflict((conflict) => conflict.column('device_id').doNothing())
    .returning('device_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Takes one out, to be enrolled as it stands; null when there is none. */
export async function takeSecondDevice(db: Db, sessionId: string, deviceId: string, at: string): Promise<NewDevice | null> {
  const row = await db
    .deleteFrom('second_devices')
    .where('device_id', '=', deviceId)
    .where('session_id', '=', sessionId)
    .returningAll()
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.device_id,
    sessionId: row.session_id,
    jurorId: row.juror_id,
    name: row.name,
    signingKey: publicJwkSchema.parse(JSON.parse(row.signing_jwk)),
    sealingKey: publicJwkSchema.parse(JSON.parse(row.sealing_jwk)),
    enrolledAt: at,
    lastSeenAt: row.at,
    readiness: null,
  }
}

/** A session's second devices, the latest first. */
export async function sessionSecondDevices(db: Db, sessionId: string): Promise<SecondDevice[]> {
  const rows = await db.selectFrom('second_devices').selectAll().where('session_id', '=', sessionId).orderBy('at', 'desc').execute()
  return rows.map((row) => secondDeviceSchema.parse({ deviceId: row.device_id, jurorId: row.juror_id, name: row.name, at: row.at }))
}
