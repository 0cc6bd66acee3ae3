import { z } from 'zod'
import { certifierSchema } from '#domain/certifier.ts'
import { panelDecisionSchema, titleOutcomeSchema } from '#domain/deliberation.ts'
import { candidateSchema } from '#domain/exam-session.ts'
import { hashSchema, idSchema, isoDateSchema } from '#domain/primitives.ts'
import { IDENTITY_HANDLING } from './passport.ts'
import { EVERYONE, GOVERNING, PREPARING } from './roles.ts'

/** What one candidate obtained: on each part, for the title, and what is to be taken again (src/domain/results.ts). */
const candidateResultSchema = z.object({
  candidate: candidateSchema,
  parts: z.array(
    z.object({
      part: idSchema,
      state: z.enum(['decided', 'unsigned', 'undecided', 'acquiredBefore']),
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
  certification: z.object({ frameworkId: idSchema, title: z.string(), level: z.number().int(), rncpCode: z.string().nullable() }),
  parts: z.array(z.object({ id: idSchema, title: z.string() })),
  /** Minutes in force: those every present member has signed, and those still awaiting a signature. Results rest on the first alone. */
  minutes: z.object({ complete: z.number().int(), awaiting: z.number().int() }),
  results: z.array(candidateResultSchema),
})
export type DeskResults = z.infer<typeof sessionResultsSchema>

/** A certification's certifier as minutes and documents name it; null until it was filled in. */
export const certifierStateSchema = z.object({
  framework: z.object({ id: idSchema, title: z.string() }),
  certifier: certifierSchema.nullable(),
})
const certifierParams = z.object({ frameworkId: idSchema })

/** Which documents each candidate's result gives rise to, and whether feedback sheets hold the jurors' comments. */
export const resultDocumentsSchema = z.object({
  commentsReleased: z.boolean(),
  candidates: z.array(z.object({ candidateId: idSchema, number: z.string(), name: z.string(), documents: z.array(idSchema) })),
})
export type ResultDocuments = z.infer<typeof resultDocumentsSchema>

const sessionParams = z.object({ sessionId: idSchema })
const candidateParams = sessionParams.extend({ candidateId: idSchema })

/** A certification's blocks, and those a candidate acquired before the session. */
export const acquiredBlocksSchema = z.object({
  blocks: z.array(z.object({ id: idSchema, title: z.string() })),
  acquired: z.array(idSchema),
})

export const resultsRoutes = {
  results: {
    method: 'GET',
    path: '/sessions/:sessionId/results',
    access: 'coordinator',
    roles: EVERYONE,
    params: sessionParams,
    response: sessionResultsSchema,
  },
  acquiredBlocks: {
    method: 'GET',
    path: '/sessions/:sessionId/candidates/:candidateId/acquired-blocks',
    access: 'coordinator',
    roles: EVERYONE,
    params: candidateParams,
    response: acquiredBlocksSchema,
  },
  /** They count for the title proposed from then on; minutes already frozen stay as they are. */
  setAcquiredBlocks: {
    method: 'POST',
    path: '/sessions/:sessionId/candidates/:candidateId/acquired-blocks',
    access: 'coordinator',
    roles: PREPARING,
    params: candidateParams,
    body: acquiredBlocksSchema.pick({ acquired: true }),
    response: acquiredBlocksSchema,
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
  certifier: {
    method: 'GET',
    path: '/certifications/:frameworkId/certifier',
    access: 'coordinator',
    roles: EVERYONE,
    params: certifierParams,
    response: certifierStateSchema,
  },
  setCertifier: {
    method: 'POST',
    path: '/certifications/:frameworkId/certifier',
    access: 'coordinator',
    roles: GOVERNING,
    params: certifierParams,
    body: certifierSchema,
    response: certifierStateSchema,
  },
  resultDocuments: {
    method: 'GET',
    path: '/sessions/:sessionId/result-documents',
    access: 'coordinator',
    roles: EVERYONE,
    params: sessionParams,
    response: resultDocumentsSchema,
  },
  /** One PDF: `lettre`, `retour`, or `attestation-` and the block. */
  resultDocument: {
    method: 'GET',
    path: '/sessions/:sessionId/candidates/:candidateId/result-documents/:documentId',
    access: 'coordinator',
    roles: EVERYONE,
    params: sessionParams.extend({ candidateId: idSchema, documentId: idSchema }),
  },
  /** Whether candidates are given what jurors wrote: nobody is until somebody decides it. */
  setCommentRelease: {
    method: 'POST',
    path: '/sessions/:sessionId/comment-release',
    access: 'coordinator',
    roles: PREPARING,
    params: sessionParams,
    body: z.object({ released: z.boolean() }),
    response: z.object({ released: z.boolean() }),
  },
  /** Civil identities are in it: readers do not get it. */
  parchmentCsv: {
    method: 'GET',
    path: '/sessions/:sessionId/parchments.csv',
    access: 'coordinator',
    roles: IDENTITY_HANDLING,
    params: sessionParams,
  },
  /** The signed Open Badges 3.0 credential of an acquired block, as a JWT. */
  blockBadge: {
    method: 'GET',
    path: '/sessions/:sessionId/candidates/:candidateId/badges/:blockId',
    access: 'coordinator',
    roles: EVERYONE,
    params: sessionParams.extend({ candidateId: idSchema, blockId: idSchema }),
  },
} as const
