import type { ServerContext } from '../context.ts'
import type { Handlers } from '../http/calls.ts'
import { ProblemError } from '../http/problem.ts'
import { calibrationList, deviceCalibration, publishCalibration, withdrawCalibration } from './calibrations.ts'

type CalibrationRoute = 'calibrations' | 'publishCalibration' | 'withdrawCalibration' | 'deviceCalibration'

/** The routes of the invented cases that jurors score before the orals. */
export function calibrationHandlers(context: ServerContext): Pick<Handlers, CalibrationRoute> {
  return {
    calibrations: async ({ params }) => {
      const list = await calibrationList(context, params.sessionId)
      if (!list) throw new ProblemError('not-found')
      return list
    },
    publishCalibration: async ({ params, body, coordinator }) => {
      const outcome = await publishCalibration(context, {
        sessionId: params.sessionId,
        post: body,
        actor: `coordinator:${coordinator.id}`,
      })
      if (!outcome.ok) throw new ProblemError(outcome.code)
      return outcome.calibration
    },
    withdrawCalibration: async ({ params, coordinator }) => {
      const calibration = await withdrawCalibration(context, { ...params, actor: `coordinator:${coordinator.id}` })
      if (!calibration) throw new ProblemError('not-found')
      return calibration
    },
    deviceCalibration: async ({ device, params }) => {
      const found = await deviceCalibration(context, device, params.calibrationId)
      if (!found) throw new ProblemError('not-found')
      return found
    },
  }
}
