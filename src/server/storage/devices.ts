import { type ReadinessReport, readinessReportSchema } from '#contract/enrolment.ts'
import { type PublicJwk, publicJwkSchema } from '#domain/session-package.ts'
import type { Db } from './engine.ts'
import type { DeviceTable } from './schema.ts'

/** A juror's enrolled device. `id` is its signing key's thumbprint. */
export interface Device {
  id: string
  sessionId: string
  jurorId: string
  name: string
  signingKey: PublicJwk
  sealingKey: PublicJwk
  enrolledAt: string
  lastSeenAt: string | null
  readiness: ReadinessReport | null
  /** From then on it is given nothing; what it has signed stays signed. */
  revokedAt: string | null
}

/** A device as it is enrolled. */
export type NewDevice = Omit<Device, 'revokedAt'>

function readRow(row: DeviceTable): Device {
  return {
    id: row.id,
    sessionId: row.session_id,
    jurorId: row.juror_id,
    name: row.name,
    signingKey: publicJwkSchema.parse(JSON.parse(row.signing_jwk)),
    sealingKey: publicJwkSchema.parse(JSON.parse(row.sealing_jwk)),
    enrolledAt: row.enrolled_at,
    lastSeenAt: row.last_seen_at,
    readiness: row.readiness === null ? null : readinessReportSchema.parse(JSON.parse(row.readiness)),
    revokedAt: row.revoked_at,
  }
}

export async function insertDevice(db: Db, device: NewDevice): Promise<void> {
  await db
    .insertInto('devices')
    .values({
      id: device.id,
      session_id: device.sessionId,
      juror_id: device.jurorId,
      name: device.name,
      signing_jwk: JSON.stringify(device.signingKey),
      sealing_jwk: JSON.stringify(device.sealingKey),
      enrolled_at: device.enrolledAt,
      last_seen_at: device.lastSeenAt,
      readiness: device.readiness === null ? null : JSON.stringify(device.readiness),
      revoked_at: null,
    })
    .execute()
}

/** Takes a session's device back; whose it was, or null when there is none to take back. */
export async function markDeviceRevoked(db: Db, { sessionId, deviceId }: { sessionId: string; deviceId: string }, at: string) {
  const row = await db
    .updateTable('devices')
    .set({ revoked_at: at })
    .where('id', '=', deviceId)
    .where('session_id', '=', sessionId)
    .where('revoked_at', 'is', null)
    .returning('juror_id')
    .executeTakeFirst()
  return row ? { jurorId: row.juror_id } : null
}

export async function findDevice(db: Db, deviceId: string): Promise<Device | null> {
  const row = await db.selectFrom('devices').selectAll().where('id', '=', deviceId).executeTakeFirst()
  return row ? readRow(row) : null
}

export async function sessionDevices(db: Db, sessionId: string): Promise<Device[]> {
  const rows = await db.selectFrom('devices').selectAll().where('session_id', '=', sessionId).orderBy('enrolled_at').execute()
  return rows.map(readRow)
}

export async function markDeviceSeen(db: Db, deviceId: string, at: string): Promise<void> {
  await db.updateTable('devices').set({ last_seen_at: at }).where('id', '=', deviceId).execute()
}

export async function saveReadiness(db: Db, deviceId: string, report: ReadinessReport): Promise<void> {
  await db
    .updateTable('devices')
    .set({ readiness: JSON.stringify(report) })
    .where('id', '=', deviceId)
    .execute()
}
