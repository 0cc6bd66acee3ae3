import { z } from 'zod'
import { observationSchema } from '#domain/entry.ts'
import { idSchema } from '#domain/primitives.ts'
import { EVERYONE } from './roles.ts'

/** Shares of `acquired` among the competences of one group. */
const groupShareSchema = z.object({
  /** In words where the group has some. */
  name: z.string(),
  acquired: z.number().int(),
  cases: z.number().int(),
  orals: z.number().int(),
})
export type NamedShare = z.infer<typeof groupShareSchema>

/** What a session's sheets say of the equality of treatment (src/domain/fairness.ts). */
export const fairnessSchema = z.object({
  session: z.object({ id: idSchema, title: z.string() }),
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
export type SessionFairness = z.infer<typeof fairnessSchema>

export const fairnessRoutes = {
  fairness: {
    method: 'GET',
    path: '/sessions/:sessionId/fairness',
    access: 'coordinator',
    roles: EVERYONE,
    params: z.object({ sessionId: idSchema }),
    response: fairnessSchema,
  },
} as const
