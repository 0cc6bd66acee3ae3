import type { ExamSession } from '#domain/exam-session.ts'
import type { SessionPackage } from '#domain/session-package.ts'
import { sealPackage } from '#seal/session-package.ts'
import type { ServerContext } from '../context.ts'
import { sessionRecusals } from '../desk/session-recusals.ts'
import { sessionCalibrations } from '../storage/calibrations.ts'
import { certifierFacts } from '../storage/desk-settings.ts'
import { type Device, sessionDevices } from '../storage/devices.ts'
import { findFramework, findGrid, type PublishedGrid } from '../storage/published.ts'
import { recoveryKey } from '../storage/server-keys.ts'
import { findSession } from '../storage/sessions.ts'
import { findRetentionDays } from '../storage/wipes.ts'

/** The device's session package, signed and sealed to it. Throws when the session it was enrolled for is gone. */
export async function sealedPackageFor(context: ServerContext, device: Device): Promise<string> {
  return sealPackage(await buildPackage(context, device), context.secrets.signing, device.sealingKey)
}

/** One juror's package of one session, not yet signed nor sealed. */
export async function buildPackage(
  { storage: { db }, secrets, now }: ServerContext,
  device: Pick<Device, 'sessionId' | 'jurorId'>,
): Promise<SessionPackage> {
  const stored = await findSession(db, device.sessionId)
  if (!stored) throw new Error('the session of an enrolled device is missing')
  const session = jurorsShare(stored.session, device.jurorId)
  const published = await Promise.all(Object.values(stored.gridHashes).map((hash) => publishedGrid(db, hash)))
  const usedGridId = session.orals[0]?.gridId
  const frameworkHash = (published.find(({ grid }) => grid.id === usedGridId) ?? published[0])?.grid.framework.hash
  if (frameworkHash === undefined) throw new Error('a session has no grid')
  // All of its certification's, not only those of the day: an oral added by mandate, with no network, finds its grid here.
  const grids = published.filter(({ grid }) => grid.framework.hash === frameworkHash)
  const gridIds = new Set(grids.map(({ grid }) => grid.id))
  const framework = await findFramework(db, frameworkHash)
  if (!framework) throw new Error('the framework of a session is missing')
  const jurors = new Set(session.jurors.map((juror) => juror.id))
  const panels = new Set(session.panels.map((panel) => panel.id))
  const at = now().toISOString()
  const certifier = await certifierFacts(db, framework.id)
  return {
    format: 'carnet-de-jury/session-package',
    formatVersion: 1,
    issuedAt: at,
    jurorId: device.jurorId,
    session,
    framework,
    frameworkHash,
    grids,
    serverKeys: secrets.publicKeys,
    recoveryKey: await recoveryKey(db, device.sessionId, at),
    ...(certifier ? { certifier } : {}),
    calibrations: (await sessionCalibrations(db, device.sessionId))
      .map(({ calibration }) => calibration)
      .filter(({ gridId }) => gridIds.has(gridId)),
    retentionDays: await findRetentionDays(db, device.sessionId),
    recusals: (await sessionRecusals(db, stored.session)).filter(({ panelId }) => panels.has(panelId)),
    deviceKeys: (await sessionDevices(db, device.sessionId))
      .filter((other) => jurors.has(other.jurorId))
      .map((other) => ({ jurorId: other.jurorId, deviceId: other.id, key: other.signingKey, sealingKey: other.sealingKey })),
  }
}

async function publishedGrid(db: ServerContext['storage']['db'], hash: string | undefined): Promise<PublishedGrid> {
  const grid = hash === undefined ? null : await findGrid(db, hash)
  if (hash === undefined || grid === null) throw new Error('a grid of a session is missing')
  return { hash, grid }
}

/** Only what one juror needs: their panels, these panels' orals, and who and what belongs to them. */
export function jurorsShare(session: ExamSession, jurorId: string): ExamSession {
  const panels = session.panels.filter((panel) => panel.jurorIds.includes(jurorId))
  const panelIds = new Set(panels.map((panel) => panel.id))
  const jurorIds = new Set([jurorId, ...panels.flatMap((panel) => panel.jurorIds)])
  const orals = session.orals.filter((oral) => panelIds.has(oral.panelId))
  const candidateIds = new Set(orals.map((oral) => oral.candidateId))
  const supportIds = new Set(orals.flatMap((oral) => (oral.supportId === null ? [] : [oral.supportId])))
  return {
    ...session,
    panels,
    orals,
    candidates: session.candidates.filter((candidate) => candidateIds.has(candidate.id)),
    jurors: session.jurors.filter((juror) => jurorIds.has(juror.id)),
    supports: session.supports.filter((support) => supportIds.has(support.id)),
  }
}
