import type { Entry, EntryBody } from '#domain/entry.ts'
import { allottedMs } from '#domain/exam-session.ts'
import { gridIndicators } from '#domain/grid.ts'
import { composeSheet, type ScoreSheet, type SheetContext } from '#domain/sheet.ts'
import { readTimer, timerEvents } from '#domain/timer.ts'
import { type Envelope, type SignedSheet, sealSheet, signSheet } from '#seal/envelope.ts'
import type { EnrolledDevice } from './an-enrolled-device.ts'

const ORAL_STARTED_MS = Date.parse('2026-11-24T08:00:00Z')

/** Gestures of a whole oral: present, timed, every indicator observed, every section acquired, the part validated. */
export function aWholeOral(grid: SheetContext['grid']): EntryBody[] {
  return [
    { kind: 'identity', checked: true },
    { kind: 'presence', presence: 'present' },
    { kind: 'timer', event: { type: 'start' } },
    { kind: 'mark', targets: gridIndicators(grid).map((indicator) => indicator.id), value: 'observed' },
    { kind: 'timer', event: { type: 'stop' } },
    ...grid.sections.map((section): EntryBody => ({ kind: 'verdict', sectionId: section.id, verdict: 'acquired', reason: '' })),
    { kind: 'partVerdict', verdict: 'validated', reason: '' },
    { kind: 'appreciation', text: 'Prestation claire et structurée.' },
  ]
}

/** Entries one minute apart from the start of the oral. */
function logOf(bodies: readonly EntryBody[]): Entry[] {
  return bodies.map((body, seq) => ({
    id: `e${seq}`,
    seq,
    at: { wallMs: ORAL_STARTED_MS + seq * 60_000, monoMs: seq * 60_000, monoId: 'page' },
    oralMs: seq < 2 ? null : (seq - 2) * 60_000,
    phaseId: null,
    body,
  }))
}

/** The payload a device would sign for one of its package's orals. `changes` are applied last, so that a test can falsify anything. */
export function aSheet(
  device: EnrolledDevice,
  oralId: string,
  options: { bodies?: EntryBody[]; context?: Partial<SheetContext>; changes?: Partial<ScoreSheet> } = {},
): ScoreSheet {
  const { session, grids } = device.package
  const oral = session.orals.find((one) => one.id === oralId)
  const published = grids.find(({ grid }) => grid.id === oral?.gridId)
  const candidate = session.candidates.find((one) => one.id === oral?.candidateId)
  const juror = session.jurors.find((one) => one.id === device.jurorId)
  if (!oral || !published || !candidate || !juror) throw new Error(`the package has no oral ${oralId}`)
  const { grid, hash } = published
  const log = logOf(options.bodies ?? aWholeOral(grid))
  const plan = { allottedMs: allottedMs(grid.durationMinutes, candidate.accommodations), phases: grid.phases }
  const last = log.at(-1)?.at ?? { wallMs: ORAL_STARTED_MS, monoMs: 0, monoId: 'page' }
  const sheet = composeSheet(log, {
    sheetId: crypto.randomUUID(),
    sessionId: session.id,
    oralId,
    candidate: { id: candidate.id, number: candidate.number, name: `${candidate.firstName} ${candidate.lastName}` },
    juror: { id: juror.id, name: `${juror.firstName} ${juror.lastName}` },
    deviceId: device.signing.keyId,
    grid,
    gridRef: { id: grid.id, version: grid.version, hash },
    previous: null,
    chainIndex: 0,
    timer: readTimer(timerEvents(log), plan, last),
    signedDespite: '',
    signature: { kind: 'typed', name: `${juror.firstName} ${juror.lastName}` },
    signedAt: '2026-11-24T08:40:00Z',
    ...options.context,
  })
  return { ...sheet, ...options.changes }
}

/** Signs a sheet with its device's key and seals it to the server that issued the package. */
export async function aSealedSheet(device: EnrolledDevice, sheet: ScoreSheet): Promise<{ signed: SignedSheet; envelope: Envelope }> {
  const signed = await signSheet(sheet, device.signing.privateKey)
  return { signed, envelope: await sealSheet(signed.jws, device.package.serverKeys.sealing) }
}

/** The payload a device would sign for one of its package's calibrations, with these marks of the case. */
export function aCalibrationSheet(
  device: EnrolledDevice,
  calibrationId: string,
  bodies: EntryBody[],
  changes: Partial<ScoreSheet> = {},
): ScoreSheet {
  const { session, grids, calibrations } = device.package
  const calibration = calibrations?.find(({ id }) => id === calibrationId)
  const published = grids.find(({ grid }) => grid.id === calibration?.gridId)
  const juror = session.jurors.find((one) => one.id === device.jurorId)
  if (!calibration || !published || !juror) throw new Error(`the package has no calibration ${calibrationId}`)
  const { grid, hash } = published
  const log = logOf([{ kind: 'presence', presence: 'present' }, ...bodies])
  const plan = { allottedMs: calibration.minutes * 60_000, phases: grid.phases }
  const sheet = composeSheet(log, {
    sheetId: crypto.randomUUID(),
    sessionId: session.id,
    oralId: calibrationId,
    candidate: { id: calibrationId, number: 'calibration', name: calibration.title },
    juror: { id: juror.id, name: `${juror.firstName} ${juror.lastName}` },
    deviceId: device.signing.keyId,
    grid,
    gridRef: { id: grid.id, version: grid.version, hash },
    previous: null,
    chainIndex: 0,
    timer: readTimer([], plan, { wallMs: ORAL_STARTED_MS, monoMs: 0, monoId: 'page' }),
    kind: 'calibration',
    signedDespite: '',
    signature: { kind: 'typed', name: `${juror.firstName} ${juror.lastName}` },
    signedAt: '2026-11-23T08:40:00Z',
  })
  return { ...sheet, ...changes }
}
