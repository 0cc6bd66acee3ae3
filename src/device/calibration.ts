import { type DeviceCalibration, deviceCalibrationSchema } from '#contract/calibration.ts'
import { routePath } from '#contract/routes.ts'
import { type ApiFailureCode, callApi, ownServer } from './api.ts'
import { deviceAuthorization } from './device-request.ts'
import type { Notebook } from './notebook.ts'

export type CalibrationFetch = { ok: true; calibration: DeviceCalibration } | { ok: false; code: ApiFailureCode }

/** Asks the server how the marks of an invented case spread. It answers nothing of them before this juror's own sheet has come. */
export async function fetchCalibration(notebook: Notebook, calibrationId: string, origin: string = ownServer()): Promise<CalibrationFetch> {
  const path = routePath('deviceCalibration', { calibrationId })
  const headers = await deviceAuthorization(notebook, 'GET', path)
  const answer = await callApi(origin, { method: 'GET', path, headers }, deviceCalibrationSchema)
  return answer.ok ? { ok: true, calibration: answer.data } : { ok: false, code: answer.code }
}
