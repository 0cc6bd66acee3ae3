import { z } from 'zod'
import { idSchema } from '#domain/primitives.ts'
import { EVERYONE } from './roles.ts'

export const paperRoutes = {
  /** The sheets of one oral to be filled by hand, one for each member of its panel, as PDF. */
  paperSheets: {
    method: 'GET',
    path: '/sessions/:sessionId/orals/:oralId/paper-sheets.pdf',
    access: 'coordinator',
    roles: EVERYONE,
    params: z.object({ sessionId: idSchema, oralId: idSchema }),
  },
} as const
