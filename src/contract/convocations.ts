import { z } from 'zod'
import { idSchema, isoDateSchema } from '#domain/primitives.ts'
import { EVERYONE } from './roles.ts'

const sessionParams = z.object({ sessionId: idSchema })

/** What is printed for a session, as PDF: no reason of an accommodation, no civil data. */
export const convocationRoutes = {
  candidateConvocation: {
    method: 'GET',
    path: '/sessions/:sessionId/candidates/:candidateId/convocation.pdf',
    access: 'coordinator',
    roles: EVERYONE,
    params: sessionParams.extend({ candidateId: idSchema }),
  },
  jurorConvocation: {
    method: 'GET',
    path: '/sessions/:sessionId/jurors/:jurorId/convocation.pdf',
    access: 'coordinator',
    roles: EVERYONE,
    params: sessionParams.extend({ jurorId: idSchema }),
  },
  /** One panel's day: its candidates, then its members, with the signatures received, else with room to sign by hand. */
  attendanceSheet: {
    method: 'GET',
    path: '/sessions/:sessionId/panels/:panelId/days/:day/attendance-sheet.pdf',
    access: 'coordinator',
    roles: EVERYONE,
    params: sessionParams.extend({ panelId: idSchema, day: isoDateSchema }),
  },
} as const
