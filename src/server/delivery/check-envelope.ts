import type { webcrypto } from 'node:crypto'
import type { ProblemCode } from '#contract/problems.ts'
import { foldMatchesLog, type ScoreSheet } from '#domain/sheet.ts'
import { openEnvelope, type SignedSheet, verifySheet } from '#seal/envelope.ts'
import { isInterests } from '#seal/interests.ts'
import { SealError, type SealErrorCode } from '#seal/seal-error.ts'
import { isSignedMinutes } from '#seal/signed-minutes.ts'
import type { CalibrationPlace } from '../storage/calibrations.ts'
import type { Device } from '../storage/devices.ts'
import type { StoredSession } from '../storage/sessions.ts'
import { type CheckedInterests, checkInterests } from './check-interests.ts'
import { type CheckedMinutes, checkMinutes } from './check-minutes.ts'
import type { DeliveryLookup } from './delivery-lookup.ts'

/** What an envelope held, verified. */
export type Delivered =
  | { kind: 'sheet'; signed: SignedSheet }
  | ({ kind: 'minutes' } & CheckedMinutes)
  | ({ kind: 'interests' } & CheckedInterests)

/** A refusal names the enrolled device the content claims to come from, when there is one. */
export type CheckedEnvelope = { ok: true; delivered: Delivered } | { ok: false; code: ProblemCode; device: Device | null }

/** Opens an envelope and verifies all that can be verified of what is inside (a sheet, minutes, interests); says why when it must be refused. */
export async function checkEnvelope(jwe: string, openingKey: webcrypto.CryptoKey, lookup: DeliveryLookup): Promise<CheckedEnvelope> {
  const opened = await attempt(
    () => openEnvelope(jwe, openingKey),
    () => 'envelope-unreadable',
  )
  if (!opened.ok) return { ...opened, device: null }
  if (isSignedMinutes(opened.value)) return checkedMinutes(opened.value, lookup)
  return isInterests(opened.value) ? checkedInterests(opened.value, lookup) : checkSheet(opened.value, lookup)
}

async function checkedInterests(jws: string, lookup: DeliveryLookup): Promise<CheckedEnvelope> {
  const check = await checkInterests(jws, lookup)
  return check.ok ? { ok: true, delivered: { kind: 'interests', ...check.checked } } : check
}

async function checkedMinutes(json: string, lookup: DeliveryLookup): Promise<CheckedEnvelope> {
  const check = await checkMinutes(json, lookup)
  return check.ok ? { ok: true, delivered: { kind: 'minutes', ...check.checked } } : check
}

async function checkSheet(jws: string, lookup: DeliveryLookup): Promise<CheckedEnvelope> {
  let device: Device | null = null
  const keyOf = async (deviceId: string) => {
    device = await lookup.device(deviceId)
    return device?.signingKey ?? null
  }
  const verified = await attempt(() => verifySheet(jws, keyOf), sheetProblem)
  if (!verified.ok) return { ...verified, device }
  const { sheet } = verified.value
  if (!(await belongs(sheet, lookup))) return { ok: false, code: 'sheet-foreign', device }
  if (!foldMatchesLog(sheet)) return { ok: false, code: 'sheet-unreadable', device }
  return { ok: true, delivered: { kind: 'sheet', signed: verified.value } }
}

const SHEET_PROBLEM: Partial<Record<SealErrorCode, ProblemCode>> = {
  badSignature: 'sheet-signature-wrong',
  unknownKey: 'device-unknown',
  unknownVersion: 'sheet-version-unknown',
}

function sheetProblem(code: SealErrorCode): ProblemCode {
  return SHEET_PROBLEM[code] ?? 'sheet-unreadable'
}

type Attempt<Value> = { ok: true; value: Value } | { ok: false; code: ProblemCode }

async function attempt<Value>(work: () => Promise<Value>, problem: (code: SealErrorCode) => ProblemCode): Promise<Attempt<Value>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    if (error instanceof SealError) return { ok: false, code: problem(error.code) }
    throw error
  }
}

/** Session, oral, panel, juror, candidate, grid and framework must be those of the session the device is enrolled in. */
async function belongs(sheet: ScoreSheet, lookup: DeliveryLookup): Promise<boolean> {
  const device = await lookup.device(sheet.deviceId)
  if (device?.sessionId !== sheet.sessionId || device.jurorId !== sheet.juror.id) return false
  const stored = await lookup.session(sheet.sessionId)
  if (sheet.kind === 'calibration') return isOfCalibration(sheet, stored, await lookup.calibration(sheet.oralId))
  const oral = stored?.session.orals.find((candidate) => candidate.id === sheet.oralId)
  if (!stored || !oral || oral.candidateId !== sheet.candidate.id) return false
  const panel = stored.session.panels.find((candidate) => candidate.id === oral.panelId)
  return panel?.jurorIds.includes(sheet.juror.id) === true && stored.gridHashes[oral.gridId] === sheet.grid.hash
}

/** An invented case of the same session, scored by one of its jurors with its grid: no panel, no candidate. */
function isOfCalibration(sheet: ScoreSheet, stored: StoredSession | null, found: CalibrationPlace | null): boolean {
  return (
    stored?.session.jurors.some(({ id }) => id === sheet.juror.id) === true &&
    found?.sessionId === sheet.sessionId &&
    found.gridHash === sheet.grid.hash &&
    found.id === sheet.candidate.id
  )
}
