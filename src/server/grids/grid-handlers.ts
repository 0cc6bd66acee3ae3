import { t } from '#texts/i18n.ts'
import type { ServerContext } from '../context.ts'
import type { Handlers } from '../http/calls.ts'
import { ProblemError } from '../http/problem.ts'
import { findFramework, findGrid, listPublished } from '../storage/published.ts'
import { frameworkCase } from './framework-case.ts'
import { type PublishOutcome, publishFramework, publishGrid } from './publish.ts'

type GridRoute = 'published' | 'grid' | 'publishGrid' | 'framework' | 'publishFramework' | 'frameworkCase'

/** The routes of grids and frameworks. */
export function gridHandlers(context: ServerContext): Pick<Handlers, GridRoute> {
  const { db } = context.storage
  return {
    published: () => listPublished(db),
    grid: async ({ params }) => ({ grid: found(await findGrid(db, params.gridHash)) }),
    publishGrid: async ({ body, coordinator }) => hashOf(await publishGrid(context, body, `coordinator:${coordinator.id}`)),
    framework: async ({ params }) => ({ framework: found(await findFramework(db, params.frameworkHash)) }),
    frameworkCase: async ({ params, reply }) => {
      const exported = found(await frameworkCase(db, params.frameworkHash))
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="${t('grids:case.fileName')}"`)
        .send(JSON.stringify(exported, null, 2))
    },
    publishFramework: async ({ request, coordinator }) =>
      hashOf(await publishFramework(context, String(request.body ?? ''), `coordinator:${coordinator.id}`)),
  }
}

function hashOf(outcome: PublishOutcome): { hash: string } {
  if (outcome.ok) return { hash: outcome.hash }
  if (outcome.code === 'version-taken') throw new ProblemError('version-taken')
  throw new ProblemError(outcome.code, { issues: outcome.issues })
}

function found<Value>(value: Value | null): Value {
  if (value === null) throw new ProblemError('not-found')
  return value
}
