import { z } from 'zod'
import { calibrationSchema, calibrationSpreadSchema } from '#domain/calibration.ts'
import { idSchema } from '#domain/primitives.ts'
import { EVERYONE, PREPARING } from './roles.ts'

/** What the coordinator writes; the server adds the id and the moment. */
export const calibrationPostSchema = calibrationSchema.omit({ id: true, publishedAt: true, withdrawnAt: true })
export type CalibrationPost = z.infer<typeof calibrationPostSchema>

/** How far the calibration has come. `spread` is null while too few sheets came (MIN_CALIBRATION_SHEETS). */
export const calibrationProgressSchema = z.object({
  received: z.number().int(),
  /** Jurors of the session, each of whom may score it. */
  expected: z.number().int(),
  spread: calibrationSpreadSchema.nullable(),
})
export type CalibrationProgress = z.infer<typeof calibrationProgressSchema>

const agreementSchema = z.object({
  alpha: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  units: z.number().int(),
  ratings: z.number().int(),
})

/** A calibration as the desk sees it: no juror is named here either. */
export const deskCalibrationSchema = calibrationProgressSchema.extend({
  calibration: calibrationSchema,
  agreement: z
    .object({ whole: agreementSchema, byCriterion: z.array(z.object({ criterionId: idSchema, agreement: agreementSchema })) })
    .nullable(),
})
export type DeskCalibration = z.infer<typeof deskCalibrationSchema>

export const calibrationListSchema = z.object({
  /** The latest first. */
  calibrations: z.array(deskCalibrationSchema),
  /** Those a new one can be scored with. */
  grids: z.array(z.object({ id: idSchema, title: z.string() })),
})
export type CalibrationList = z.infer<typeof calibrationListSchema>

/** Blind first: a juror's device is shown nothing before this juror's own sheet has come. */
export const deviceCalibrationSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('ownAwaited') }),
  calibrationProgressSchema.extend({ state: z.literal('open') }),
])
export type DeviceCalibration = z.infer<typeof deviceCalibrationSchema>

const sessionParams = z.object({ sessionId: idSchema })

export const calibrationRoutes = {
  calibrations: {
    method: 'GET',
    path: '/sessions/:sessionId/calibrations',
    access: 'coordinator',
    roles: EVERYONE,
    params: sessionParams,
    response: calibrationListSchema,
  },
  publishCalibration: {
    method: 'POST',
    path: '/sessions/:sessionId/calibrations',
    access: 'coordinator',
    roles: PREPARING,
    params: sessionParams,
    body: calibrationPostSchema,
    response: calibrationSchema,
  },
  /** Answers the case as it now is, the same when it was withdrawn before. */
  withdrawCalibration: {
    method: 'POST',
    path: '/sessions/:sessionId/calibrations/:calibrationId/withdrawal',
    access: 'coordinator',
    roles: PREPARING,
    params: sessionParams.extend({ calibrationId: idSchema }),
    response: calibrationSchema,
  },
  deviceCalibration: {
    method: 'GET',
    path: '/device/calibrations/:calibrationId',
    access: 'device',
    params: z.object({ calibrationId: idSchema }),
    response: deviceCalibrationSchema,
  },
} as const
