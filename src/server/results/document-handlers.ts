import type { Certifier } from '#domain/certifier.ts'
import { t } from '#texts/i18n.ts'
import type { ServerContext } from '../context.ts'
import type { Handlers } from '../http/calls.ts'
import { ProblemError } from '../http/problem.ts'
import { sessionIdentities } from '../storage/civil-identities.ts'
import { commentsReleased, findCertifier, saveCertifier, saveCommentRelease } from '../storage/desk-settings.ts'
import { appendToJournal } from '../storage/journal.ts'
import { listPublished } from '../storage/published.ts'
import { findSession } from '../storage/sessions.ts'
import { inTransaction } from '../storage/transaction.ts'
import { blockBadge } from './block-badge.ts'
import { candidateDocument, documentIds } from './candidate-documents.ts'
import { parchmentCsv } from './parchment-csv.ts'
import { sendFile } from './send-file.ts'
import { foundFindings, type SessionFindings } from './session-results.ts'

type DocumentRoute =
  | 'certifier'
  | 'setCertifier'
  | 'resultDocuments'
  | 'resultDocument'
  | 'setCommentRelease'
  | 'parchmentCsv'
  | 'blockBadge'

/** The routes of the documents made from results. */
export function documentHandlers(context: ServerContext): Pick<Handlers, DocumentRoute> {
  const { storage, now } = context
  const certifierSet = async ({ framework }: SessionFindings): Promise<Certifier> => {
    const certifier = await findCertifier(storage.db, framework.id)
    if (!certifier) throw new ProblemError('certifier-unset')
    return certifier
  }
  const certifierState = async (frameworkId: string) => {
    const framework = (await listPublished(storage.db)).frameworks.find(({ id }) => id === frameworkId)
    if (!framework) throw new ProblemError('not-found')
    return { framework: { id: frameworkId, title: framework.title }, certifier: await findCertifier(storage.db, frameworkId) }
  }
  return {
    certifier: async ({ params }) => certifierState(params.frameworkId),
    setCertifier: async ({ params: { frameworkId }, body, coordinator }) => {
      await certifierState(frameworkId)
      await inTransaction(storage.db, async (tx) => {
        const actor = `coordinator:${coordinator.id}`
        await appendToJournal(tx, now().toISOString(), { actor, act: 'certifier-changed', subject: { frameworkId } })
        await saveCertifier(tx, frameworkId, body)
      })
      return certifierState(frameworkId)
    },
    resultDocuments: async ({ params }) => {
      const { results } = await foundFindings(context, params.sessionId)
      return {
        commentsReleased: await commentsReleased(storage.db, params.sessionId),
        candidates: results.results.map((result) => ({
          candidateId: result.candidate.id,
          number: result.candidate.number,
          name: `${result.candidate.firstName} ${result.candidate.lastName}`,
          documents: documentIds(result),
        })),
      }
    },
    resultDocument: async ({ params, reply }) => {
      const findings = await foundFindings(context, params.sessionId)
      const pdf = await candidateDocument(context, findings, await certifierSet(findings), params.candidateId, params.documentId)
      if (!pdf) throw new ProblemError('not-found')
      return sendFile(reply, 'application/pdf', `${params.documentId}.pdf`, pdf)
    },
    setCommentRelease: async ({ params, body, coordinator }) => {
      const { sessionId } = params
      if (!(await findSession(storage.db, sessionId))) throw new ProblemError('not-found')
      await inTransaction(storage.db, async (tx) => {
        await appendToJournal(tx, now().toISOString(), {
          actor: `coordinator:${coordinator.id}`,
          act: body.released ? 'comments-released' : 'comments-withheld',
          subject: { sessionId },
        })
        await saveCommentRelease(tx, sessionId, body.released)
      })
      return body
    },
    blockBadge: async ({ params, reply }) => {
      const findings = await foundFindings(context, params.sessionId)
      const jwt = await blockBadge(context, findings, params.candidateId, params.blockId)
      if (jwt === null) throw new ProblemError('not-found')
      if (jwt === 'certifierUnset') throw new ProblemError('certifier-unset')
      return sendFile(reply, 'application/vc+jwt', `badge-${params.blockId}.jwt`, jwt)
    },
    parchmentCsv: async ({ params, reply }) => {
      const findings = await foundFindings(context, params.sessionId)
      const csv = parchmentCsv(findings, await certifierSet(findings), await sessionIdentities(storage.db, params.sessionId))
      return sendFile(reply, 'text/csv; charset=utf-8', t('results:file.parchments'), csv)
    },
  }
}
