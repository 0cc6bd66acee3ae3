import { z } from 'zod'
import { frameworkSchema } from '#domain/framework.ts'
import { gridPartSchema, gridSchema } from '#domain/grid.ts'
import { documentRefSchema, hashSchema, isoInstantSchema } from '#domain/primitives.ts'
import { EVERYONE, GOVERNING } from './roles.ts'

/** One published version, in a list. */
const publishedSchema = documentRefSchema.extend({ title: z.string(), publishedAt: isoInstantSchema })

export type FrameworkSummary = z.infer<typeof publishedSchema>

const gridSummarySchema = publishedSchema.extend({ part: gridPartSchema, framework: documentRefSchema, durationMinutes: z.number() })
export type GridSummary = z.infer<typeof gridSummarySchema>

/** All versions ever published, the newest first. */
export const publishedListSchema = z.object({ frameworks: z.array(publishedSchema), grids: z.array(gridSummarySchema) })
export type PublishedList = z.infer<typeof publishedListSchema>

const publishedHashSchema = z.object({ hash: hashSchema })
const frameworkParams = z.object({ frameworkHash: hashSchema })

export const gridRoutes = {
  published: { method: 'GET', path: '/grids', access: 'coordinator', roles: EVERYONE, response: publishedListSchema },
  grid: {
    method: 'GET',
    path: '/grids/:gridHash',
    access: 'coordinator',
    roles: EVERYONE,
    params: z.object({ gridHash: hashSchema }),
    response: z.object({ grid: gridSchema }),
  },
  /** Publishes a new version of a grid, immutable from then on. Its version must be new for its id. */
  publishGrid: { method: 'POST', path: '/grids', access: 'coordinator', roles: GOVERNING, body: gridSchema, response: publishedHashSchema },
  framework: {
    method: 'GET',
    path: '/frameworks/:frameworkHash',
    access: 'coordinator',
    roles: EVERYONE,
    params: frameworkParams,
    response: z.object({ framework: frameworkSchema }),
  },
  /** The body is the framework file's text, so that complaints can name its lines. */
  publishFramework: { method: 'POST', path: '/frameworks', access: 'coordinator', roles: GOVERNING, response: publishedHashSchema },
  /** A file: the framework and its grids in force as a 1EdTech CASE 1.1 package. */
  frameworkCase: {
    method: 'GET',
    path: '/frameworks/:frameworkHash/case',
    access: 'coordinator',
    roles: EVERYONE,
    params: frameworkParams,
  },
} as const
