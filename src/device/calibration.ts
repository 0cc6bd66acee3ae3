import { z } from 'zod'
import { calibrationProgressSchema, deviceCalibrationSchema } from '#contract/calibration.ts'
import { routePath } from '#contract/routes.ts'
import { type ApiFailureCode, callApi, ownServer } from './api.ts'
import { clock } from './clock.ts'
import { putPanelRow, readPanelRow } from './deliberation/panel-rows.ts'
import { DeviceError } from './device-error.ts'
import { deviceAuthorization } from './device-request.ts'
import { noteEvent } from './diagnostics.ts'
import type { Notebook } from './notebook.ts'

const shownSpreadSchema = calibrationProgressSchema.extend({
  /** When the server said it, by this device's clock (epoch ms). */
  readAtMs: z.number(),
})

/** How the marks of an invented case spread, and of when that is. */
export type ShownSpread = z.infer<typeof shownSpreadSchema>

/** `shown` is null as long as this juror's own sheet has not come: the server then tells nothing of the others. */
export type CalibrationFetch = { ok: true; shown: ShownSpread | null } | { ok: false; code: ApiFailureCode }

/** Asks the server how the marks of an invented case spread, and keeps what it shows for when there is no network. Throws DeviceError `locked`. */
export async function fetchCalibration(notebook: Notebook, calibrationId: string, origin: string = ownServer()): Promise<CalibrationFetch> {
  const path = routePath('deviceCalibration', { calibrationId })
  const headers = await deviceAuthorization(notebook, 'GET', path)
  const answer = await callApi(origin, { method: 'GET', path, headers }, deviceCalibrationSchema)
  if (!answer.ok) return { ok: false, code: answer.code }
  if (answer.data.state === 'ownAwaited') return { ok: true, shown: null }
  const { received, expected, spread } = answer.data
  const shown = { received, expected, spread, readAtMs: clock.now().wallMs }
  await keep(notebook, calibrationId, shown)
  return { ok: true, shown }
}

/** A full disk loses the copy only: what was just read can still be shown. */
async function keep(notebook: Notebook, calibrationId: string, shown: ShownSpread): Promise<void> {
  try {
    await putPanelRow(notebook, 'spread', calibrationId, shown)
  } catch (error) {
    if (!(error instanceof DeviceError) || error.code !== 'quota') throw error
    noteEvent('spreadNotKept')
  }
}

/** The spread as it was last read here; null when it never was. Throws DeviceError `locked`. */
export function readKeptSpread(notebook: Notebook, calibrationId: string): Promise<ShownSpread | null> {
  return readPanelRow(notebook, 'spread', calibrationId, shownSpreadSchema)
}
