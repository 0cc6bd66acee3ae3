import { z } from 'zod'
import { observationSchema } from '#domain/entry.ts'
import { idSchema } from '#domain/primitives.ts'
import { EVERYONE } from './roles.ts'

const yearSchema = z.string().regex(/^\d{4}$/)

/** Shares of `acquired` among the competences of one group. */
const groupShareSchema = z.object({
  /** In words where the group has some. */
  name: z.string(),
  acquired: z.number().int(),
  cases: z.number().int(),
  orals: z.number().int(),
})
export type NamedShare = z.infer<typeof groupShareSchema>

/** What sheets say of the equality of treatment (src/domain/fairness.ts). */
const figuresSchema = z.object({
  orals: z.number().int(),
  sheets: z.number().int(),
  agreement: z.object({
    alpha: z.number().nullable(),
    interval: z.object({ low: z.number(), high: z.number() }).nullable(),
    units: z.number().int(),
    ratings: z.number().int(),
  }),
  severities: z.array(
    z.object({
      jurorId: idSchema,
      name: z.string(),
      meanDifference: z.number().nullable(),
      cases: z.number().int(),
      orals: z.number().int(),
    }),
  ),
  flatIndicators: z.array(
    z.object({ gridTitle: z.string(), indicatorId: idSchema, label: z.string(), value: observationSchema, cases: z.number().int() }),
  ),
  byPart: z.array(groupShareSchema),
  byRoom: z.array(groupShareSchema),
  byPanel: z.array(groupShareSchema),
  byHour: z.array(groupShareSchema),
  byOrder: z.array(groupShareSchema),
})

export type FairnessFigures = z.infer<typeof figuresSchema>

/** Of one session; the year and the certification lead to those of the whole year. */
export const fairnessSchema = figuresSchema.extend({
  session: z.object({ id: idSchema, title: z.string(), frameworkId: idSchema, year: yearSchema }),
})
export type SessionFairness = z.infer<typeof fairnessSchema>

/** Of all sessions of a certification that begin in one year. A juror is known by their name from one session to the next. */
export const yearFairnessSchema = figuresSchema.extend({
  certification: z.object({ id: idSchema, title: z.string() }),
  year: yearSchema,
  /** Every year with a session, the latest first. */
  years: z.array(yearSchema),
  sessions: z.number().int(),
  bySite: z.array(groupShareSchema),
  bySession: z.array(groupShareSchema),
})
export type YearFairness = z.infer<typeof yearFairnessSchema>

export const fairnessRoutes = {
  fairness: {
    method: 'GET',
    path: '/sessions/:sessionId/fairness',
    access: 'coordinator',
    roles: EVERYONE,
    params: z.object({ sessionId: idSchema }),
    response: fairnessSchema,
  },
  yearFairness: {
    method: 'GET',
    path: '/certifications/:frameworkId/fairness/:year',
    access: 'coordinator',
    roles: EVERYONE,
    params: z.object({ frameworkId: idSchema, year: yearSchema }),
    response: yearFairnessSchema,
  },
} as const
