import type { interestRoutes } from '#contract/interests.ts'
import type { prepareRoutes } from '#contract/prepare.ts'
import type { FieldIssue, ProblemCode } from '#contract/problems.ts'
import { currentDeclarations } from '#domain/interests.ts'
import type { Bytes } from '#seal/bytes.ts'
import { sha256 } from '#seal/hash.ts'
import { t } from '#texts/i18n.ts'
import type { ServerContext } from '../context.ts'
import type { Handlers } from '../http/calls.ts'
import { ProblemError } from '../http/problem.ts'
import { declaredInterests } from '../storage/interests.ts'
import { appendToJournal } from '../storage/journal.ts'
import { findSession } from '../storage/sessions.ts'
import { unboundSupportFiles } from '../storage/support-use.ts'
import { insertSupportFile, readSupportBytes } from '../storage/supports.ts'
import { inTransaction } from '../storage/transaction.ts'
import { deletePreparation, deleteUnboundSupports, listUnboundSupports } from './deletions.ts'
import { changePreparation, createPreparation, listPreparations, openPreparation, publishPreparation } from './preparations.ts'

/** The routes of preparing a session. */
export function prepareHandlers(context: ServerContext): Pick<Handlers, keyof typeof prepareRoutes | keyof typeof interestRoutes> {
  return {
    preparations: async () => ({ preparations: await listPreparations(context) }),
    createPreparation: async ({ body, coordinator }) => {
      const outcome = await createPreparation(context, body, `coordinator:${coordinator.id}`)
      if (!outcome.ok) throw refusal(outcome)
      return { sessionId: outcome.sessionId }
    },
    preparation: async ({ params }) => {
      const opened = await openPreparation(context, params.sessionId)
      if (!opened) throw new ProblemError('not-found')
      return opened
    },
    savePreparation: async ({ params, body, coordinator }) => {
      const actor = `coordinator:${coordinator.id}`
      const outcome = await changePreparation(context, { sessionId: params.sessionId, ...body, actor })
      if (!outcome.ok) throw refusal(outcome)
      return { revision: outcome.revision }
    },
    publishSession: async ({ params, body, coordinator }) => {
      const actor = `coordinator:${coordinator.id}`
      const outcome = await publishPreparation(context, { sessionId: params.sessionId, ...body, actor })
      if (!outcome.ok) throw refusal(outcome)
      return { sessionId: params.sessionId }
    },
    declaredInterests: async ({ params }) => {
      if (!(await findSession(context.storage.db, params.sessionId))) throw new ProblemError('not-found')
      return { declarations: currentDeclarations(await declaredInterests(context.storage.db, params.sessionId)) }
    },
    deletePreparation: async ({ params, coordinator }) => {
      const outcome = await deletePreparation(context, params.sessionId, `coordinator:${coordinator.id}`)
      if (!outcome.ok) throw new ProblemError(outcome.code)
      return { deletedSupports: outcome.deletedSupports }
    },
    unboundSupports: async () => ({ supports: await listUnboundSupports(context) }),
    unboundSupport: async ({ params, reply }) => {
      const file = (await unboundSupportFiles(context.storage.db)).find(({ sha256 }) => sha256 === params.sha256)
      const bytes = file && (await readSupportBytes(context.storage.db, file.sha256, 0, file.bytes))
      if (!bytes) throw new ProblemError('not-found')
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="${t('prepare:unbound.fileName')}"`)
        .send(bytes)
    },
    deleteUnboundSupports: async ({ body, coordinator }) => ({
      deleted: await deleteUnboundSupports(context, body.sha256s, `coordinator:${coordinator.id}`),
    }),
    uploadSupport: async ({ request, coordinator }) => receiveSupport(context, request.body, `coordinator:${coordinator.id}`),
  }
}

function refusal({ code, issues }: { code: ProblemCode; issues?: FieldIssue[] }): ProblemError {
  return new ProblemError(code, issues ? { issues } : {})
}

/** Every PDF begins so (ISO 32000-1 §7.5.2), within its first bytes. */
const PDF_MARK = '%PDF-'
const MARK_WITHIN_BYTES = 1_024

async function receiveSupport({ storage, now }: ServerContext, body: unknown, actor: string): Promise<{ sha256: string; bytes: number }> {
  if (!Buffer.isBuffer(body) || !body.subarray(0, MARK_WITHIN_BYTES).includes(PDF_MARK)) throw new ProblemError('support-invalid')
  const hash = await sha256(new Uint8Array(body) as Bytes)
  await inTransaction(storage.db, async (tx) => {
    await appendToJournal(tx, now().toISOString(), { actor, act: 'support-received', subject: { documentHash: hash } })
    await insertSupportFile(tx, hash, body)
  })
  return { sha256: hash, bytes: body.length }
}
