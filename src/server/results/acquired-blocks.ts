import type { ExamSession } from '#domain/exam-session.ts'
import type { Framework } from '#domain/framework.ts'
import type { ServerContext } from '../context.ts'
import type { Handlers } from '../http/calls.ts'
import { ProblemError } from '../http/problem.ts'
import type { Db } from '../storage/engine.ts'
import { appendAfter, lockJournal } from '../storage/journal.ts'
import { findFramework, findGrid } from '../storage/published.ts'
import { findSession, updateSession } from '../storage/sessions.ts'
import { inTransaction } from '../storage/transaction.ts'

interface Found {
  session: ExamSession
  candidate: ExamSession['candidates'][number]
  framework: Framework
}

/** The routes of the blocks a candidate acquired before the session. */
export function acquiredBlocksHandlers({ storage, now }: ServerContext): Pick<Handlers, 'acquiredBlocks' | 'setAcquiredBlocks'> {
  return {
    acquiredBlocks: async ({ params }) => answer(await found(storage.db, params)),
    setAcquiredBlocks: async ({ params, body, coordinator }) => {
      const actor = `coordinator:${coordinator.id}`
      const changed = await inTransaction(storage.db, async (tx) => {
        const head = await lockJournal(tx)
        const before = await found(tx, params)
        const blocks = before.framework.blocks.map(({ id }) => id)
        if (body.acquired.some((id) => !blocks.includes(id))) throw new ProblemError('invalid-request')
        const acquired = blocks.filter((id) => body.acquired.includes(id))
        const subject = { sessionId: params.sessionId, personId: params.candidateId, count: acquired.length }
        await appendAfter(tx, head, now().toISOString(), [{ actor, act: 'acquired-blocks-set', subject }])
        const { acquiredBefore: _before, ...rest } = before.candidate
        const candidate = acquired.length === 0 ? rest : { ...rest, acquiredBefore: acquired }
        const { session } = before
        await updateSession(tx, { ...session, candidates: session.candidates.map((one) => (one.id === candidate.id ? candidate : one)) })
        return { ...before, candidate }
      })
      await storage.announceChange(params.sessionId)
      return answer(changed)
    },
  }
}

function answer({ framework, candidate }: Found) {
  return { blocks: framework.blocks.map(({ id, title }) => ({ id, title })), acquired: candidate.acquiredBefore ?? [] }
}

async function found(db: Db, { sessionId, candidateId }: { sessionId: string; candidateId: string }): Promise<Found> {
  const stored = await findSession(db, sessionId)
  const candidate = stored?.session.candidates.find(({ id }) => id === candidateId)
  if (!stored || !candidate) throw new ProblemError('not-found')
  const gridId = stored.session.orals[0]?.gridId ?? Object.keys(stored.gridHashes)[0] ?? ''
  const grid = await findGrid(db, stored.gridHashes[gridId] ?? '')
  const framework = grid && (await findFramework(db, grid.framework.hash))
  if (!framework) throw new Error('the framework of a session is missing')
  return { session: stored.session, candidate, framework }
}
