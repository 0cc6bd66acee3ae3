import type { WrittenSupport } from '#domain/exam-session.ts'
import type { ServerContext } from '../context.ts'
import type { Device } from '../storage/devices.ts'
import { findSession } from '../storage/sessions.ts'
import { jurorsShare } from './build-package.ts'

/** A support of one of the juror's own orals; null for any other. */
export async function deviceSupport({ storage }: ServerContext, device: Device, supportId: string): Promise<WrittenSupport | null> {
  const stored = await findSession(storage.db, device.sessionId)
  if (!stored) return null
  return jurorsShare(stored.session, device.jurorId).supports.find((support) => support.id === supportId) ?? null
}
