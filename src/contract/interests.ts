import { z } from 'zod'
import { declaredInterestSchema } from '#domain/interests.ts'
import { idSchema } from '#domain/primitives.ts'
import { PREPARING } from './roles.ts'

/** The last declaration of each juror on each candidate. */
export const interestListSchema = z.object({ declarations: z.array(declaredInterestSchema) })

export const interestRoutes = {
  /** What jurors declared on their devices, in their own words. */
  declaredInterests: {
    method: 'GET',
    path: '/sessions/:sessionId/interests',
    access: 'coordinator',
    roles: PREPARING,
    params: z.object({ sessionId: idSchema }),
    response: interestListSchema,
  },
} as const
