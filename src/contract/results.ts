import { z } from 'zod'
import { panelDecisionSchema, titleOutcomeSchema } from '#domain/deliberation.ts'
import { candidateSchema } from '#domain/exam-session.ts'
import { hashSchema, idSchema, isoDateSchema } from '#domain/primitives.ts'
import { EVERYONE } from './roles.ts'

/** What one candidate obtained: on each part, for the title, and what is to be taken again (src/domain/results.ts). */
const candidateResultSchema = z.object({
  candidate: candidateSchema,
  parts: z.array(
    z.object({
      part: idSchema,
      state: z.enum(['decided', 'unsigned', 'undecided']),
      decision: panelDecisionSchema.nullable(),
      minutesHash: hashSchema.nullable(),
      /** Day of the deliberation. */
      decidedOn: isoDateSchema.nullable(),
    }),
  ),
  title: titleOutcomeSchema,
  retakes: z.array(z.object({ part: idSchema, sections: z.array(idSchema) })),
})
export type DeskResult = z.infer<typeof candidateResultSchema>

/** A session's results, candidates in the order of their numbers. */
export const sessionResultsSchema = z.object({
  session: z.object({ id: idSchema, title: z.string(), centre: z.string(), startsOn: isoDateSchema, endsOn: isoDateSchema }),
  certification: z.object({ title: z.string(), level: z.number().int(), rncpCode: z.string().nullable() }),
  parts: z.array(z.object({ id: idSchema, title: z.string() })),
  /** Minutes in force: those every present member has signed, and those still awaiting a signature. Results rest on the first alone. */
  minutes: z.object({ complete: z.number().int(), awaiting: z.number().int() }),
  results: z.array(candidateResultSchema),
})
export type DeskResults = z.infer<typeof sessionResultsSchema>

const sessionParams = z.object({ sessionId: idSchema })

export const resultsRoutes = {
  results: {
    method: 'GET',
    path: '/sessions/:sessionId/results',
    access: 'coordinator',
    roles: EVERYONE,
    params: sessionParams,
    response: sessionResultsSchema,
  },
  /** The same as files: a workbook, a French spreadsheet's CSV, JSON. */
  resultsXlsx: {
    method: 'GET',
    path: '/sessions/:sessionId/decisions.xlsx',
    access: 'coordinator',
    roles: EVERYONE,
    params: sessionParams,
  },
  decisionsCsv: {
    method: 'GET',
    path: '/sessions/:sessionId/decisions.csv',
    access: 'coordinator',
    roles: EVERYONE,
    params: sessionParams,
  },
  resultsJson: {
    method: 'GET',
    path: '/sessions/:sessionId/decisions.json',
    access: 'coordinator',
    roles: EVERYONE,
    params: sessionParams,
  },
} as const
