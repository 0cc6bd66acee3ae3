import type { DeskResults } from '#contract/results.ts'
import type { ExamSession } from '#domain/exam-session.ts'
import type { Framework } from '#domain/framework.ts'
import type { Grid } from '#domain/grid.ts'
import { signatureState } from '#domain/minutes.ts'
import { type KnownMinutes, sessionResults, standingMinutes } from '#domain/results.ts'
import type { ServerContext } from '../context.ts'
import { ProblemError } from '../http/problem.ts'
import { openMinutes } from '../minutes/stored-minutes.ts'
import { sessionMinutes } from '../storage/minutes.ts'
import { findFramework, findGrid } from '../storage/published.ts'
import { findSession } from '../storage/sessions.ts'

/** Everything a session's results and documents are made from. */
export interface SessionFindings {
  session: ExamSession
  framework: Framework
  /** The grids of the session's orals, by their hash. */
  grids: ReadonlyMap<string, Grid>
  minutes: KnownMinutes[]
  results: DeskResults
}

/** Reads the minutes, verifies each signature anew and concludes; null when there is no such session. */
async function readFindings(context: ServerContext, sessionId: string): Promise<SessionFindings | null> {
  const { db } = context.storage
  const stored = await findSession(db, sessionId)
  if (!stored) return null
  const grids = new Map<string, Grid>()
  for (const hash of new Set(Object.values(stored.gridHashes))) {
    const grid = await findGrid(db, hash)
    if (!grid) throw new Error('a grid of a session is missing')
    grids.set(hash, grid)
  }
  const [grid] = grids.values()
  const framework = await findFramework(db, grid?.framework.hash ?? '')
  if (!framework) throw new Error('the framework of a session is missing')
  const minutes = await knownMinutes(context, sessionId)
  return { session: stored.session, framework, grids, minutes, results: concluded(stored.session, framework, minutes) }
}

/** The same for a route: a session that does not exist is the problem `not-found`. */
export async function foundFindings(context: ServerContext, sessionId: string): Promise<SessionFindings> {
  const findings = await readFindings(context, sessionId)
  if (!findings) throw new ProblemError('not-found')
  return findings
}

async function knownMinutes(context: ServerContext, sessionId: string): Promise<KnownMinutes[]> {
  const rows = await sessionMinutes(context.storage.db, sessionId)
  return Promise.all(
    rows.map(async ({ hash }) => {
      const opened = await openMinutes(context, hash)
      if (!opened) throw new Error('listed minutes are missing')
      const signers = opened.signatures.filter(({ isValid }) => isValid).map(({ signer }) => signer)
      return { hash, minutes: opened.minutes, complete: signatureState(opened.minutes, signers).missing.length === 0 }
    }),
  )
}

function concluded(session: ExamSession, framework: Framework, minutes: readonly KnownMinutes[]): DeskResults {
  const candidates = [...session.candidates].sort((a, b) => a.number.localeCompare(b.number, 'fr', { numeric: true }))
  const days = new Map(minutes.map(({ hash, minutes: { day } }) => [hash, day]))
  const standing = standingMinutes(minutes)
  const complete = standing.filter((one) => one.complete).length
  return {
    session: { id: session.id, title: session.title, centre: session.centre, startsOn: session.startsOn, endsOn: session.endsOn },
    certification: { frameworkId: framework.id, title: framework.title, level: framework.level, rncpCode: framework.rncpCode },
    parts: [
      ...framework.blocks.map(({ id, title }) => ({ id, title })),
      ...(framework.finalInterview?.required ? [{ id: 'finalInterview', title: '' }] : []),
    ],
    minutes: { complete, awaiting: standing.length - complete },
    results: sessionResults(framework, candidates, minutes).map((result) => ({
      ...result,
      parts: result.parts.map((part) => ({ ...part, decidedOn: part.minutesHash === null ? null : (days.get(part.minutesHash) ?? null) })),
    })),
  }
}
