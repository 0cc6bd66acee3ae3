import type { DeskResult, DeskResults } from '#contract/results.ts'
import type { CivilIdentity } from '#domain/civil-identity.ts'
import { currentSheets } from '#domain/comparison.ts'
import type { DataRequest } from '#domain/data-request.ts'
import type { Candidate, WrittenSupport } from '#domain/exam-session.ts'
import { partKey } from '#domain/grid.ts'
import type { DeskNotes } from '#domain/preparation.ts'
import type { ServerContext } from '../../context.ts'
import { readSheets } from '../../minutes/panel-day.ts'
import { foundFindings, type SessionFindings } from '../../results/session-results.ts'
import { sessionIdentities } from '../../storage/civil-identities.ts'
import { listDataRequests } from '../../storage/data-requests.ts'
import { passagesOf, sessionDeposits } from '../../storage/passport.ts'
import { findPreparation } from '../../storage/preparations.ts'
import { storedSupportSizes } from '../../storage/supports.ts'
import { type AttendanceAbout, type DecisionAbout, decisionsAbout } from './decisions-about.ts'
import { type LinksAbout, linksAbout } from './links-about.ts'
import { type SheetAbout, sheetAbout } from './sheet-about.ts'

/** Everything the server has about one candidate, and about nobody else (docs/formats.md). */
export interface PersonalFile extends LinksAbout {
  format: 'carnet-de-jury/personal-file'
  formatVersion: 2
  madeAt: string
  session: DeskResults['session']
  certification: DeskResults['certification']
  candidate: Candidate
  civilIdentity: Omit<CivilIdentity, 'candidateId'> | null
  orals: { id: string; part: string; startsAt: string; room: string; panel: string; scenario: string | null }[]
  supports: (Omit<WrittenSupport, 'id' | 'candidateId' | 'gridId'> & {
    part: string
    /** Whether the PDF itself is still here. */
    isFileKept: boolean
    exceptions: Pick<DeskNotes['exceptions'][number], 'kind' | 'reason'>[]
  })[]
  sheets: SheetAbout[]
  /** Sheets of which only the hash is left, their time being over. */
  sheetsErased: number
  decisions: DecisionAbout[]
  attendance: AttendanceAbout[]
  title: DeskResult['title'] | null
  passport: { madeAt: string; state: 'deposited' | 'accepted' | 'rejected'; messages: string }[]
  requests: Omit<DataRequest, 'sessionId' | 'candidateId'>[]
}

/** Gathers it; null when the session has no such candidate. Throws the problem `not-found` without session. */
export async function personalFile(context: ServerContext, sessionId: string, candidateId: string): Promise<PersonalFile | null> {
  const { db } = context.storage
  const findings = await foundFindings(context, sessionId)
  const { session, results, minutes } = findings
  const candidate = session.candidates.find(({ id }) => id === candidateId)
  if (!candidate) return null
  const identity = (await sessionIdentities(db, sessionId)).get(candidateId)
  const { preparation: notes } = (await findPreparation(db, sessionId)) ?? { preparation: null }
  const requests = (await listDataRequests(db)).filter((request) => request.sessionId === sessionId && request.candidateId === candidateId)
  return {
    format: 'carnet-de-jury/personal-file',
    formatVersion: 2,
    madeAt: context.now().toISOString(),
    session: results.session,
    certification: results.certification,
    candidate,
    civilIdentity: identity ? withoutId(identity) : null,
    orals: oralsAbout(findings, candidateId),
    supports: await supportsAbout(context, findings, candidateId, notes?.exceptions ?? []),
    ...(await sheetsAbout(context, findings, candidateId)),
    ...(await decisionsAbout(db, sessionId, candidateId, minutes)),
    title: results.results.find((result) => result.candidate.id === candidateId)?.title ?? null,
    passport: await passportAbout(context, sessionId, candidateId),
    ...(await linksAbout(db, sessionId, candidateId, notes)),
    requests: requests.map(({ sessionId: _session, candidateId: _candidate, ...request }) => request),
  }
}

function withoutId({ candidateId: _own, ...identity }: CivilIdentity): Omit<CivilIdentity, 'candidateId'> {
  return identity
}

function partOf({ grids }: SessionFindings, gridId: string): string {
  const grid = [...grids.values()].find(({ id }) => id === gridId)
  return grid ? partKey(grid.part) : gridId
}

function oralsAbout(findings: SessionFindings, candidateId: string): PersonalFile['orals'] {
  const panels = new Map(findings.session.panels.map(({ id, name }) => [id, name]))
  return findings.session.orals
    .filter((oral) => oral.candidateId === candidateId)
    .map(({ id, gridId, startsAt, room, panelId, scenario }) => ({
      id,
      part: partOf(findings, gridId),
      startsAt,
      room,
      panel: panels.get(panelId) ?? panelId,
      scenario,
    }))
}

async function supportsAbout(
  { storage: { db } }: ServerContext,
  findings: SessionFindings,
  candidateId: string,
  exceptions: DeskNotes['exceptions'],
): Promise<PersonalFile['supports']> {
  const own = findings.session.supports.filter((support) => support.candidateId === candidateId)
  const stored = await storedSupportSizes(
    db,
    own.map(({ sha256 }) => sha256),
  )
  return own.map(({ id, candidateId: _own, gridId, ...support }) => ({
    ...support,
    part: partOf(findings, gridId),
    isFileKept: stored.has(support.sha256),
    exceptions: exceptions.filter(({ supportId }) => supportId === id).map(({ kind, reason }) => ({ kind, reason })),
  }))
}

async function sheetsAbout(
  { storage: { db } }: ServerContext,
  { session, grids }: SessionFindings,
  candidateId: string,
): Promise<Pick<PersonalFile, 'sheets' | 'sheetsErased'>> {
  const oralIds = session.orals.filter((oral) => oral.candidateId === candidateId).map(({ id }) => id)
  if (oralIds.length === 0) return { sheets: [], sheetsErased: 0 }
  const rows = await readSheets(db, oralIds, session.id)
  const current = new Set(currentSheets(rows).map(({ hash }) => hash))
  const jurors = [...new Set(rows.map(({ sheet }) => sheet.juror.id))].sort()
  const erased = await db
    .selectFrom('sheets')
    .select('hash')
    .where('session_id', '=', session.id)
    .where('oral_id', 'in', oralIds)
    .where('jws', '=', '')
    .execute()
  return {
    sheets: rows
      .flatMap(({ hash, sheet }) => {
        const grid = grids.get(sheet.grid.hash)
        return grid ? [sheetAbout(grid, hash, sheet, { juror: jurors.indexOf(sheet.juror.id) + 1, isCurrent: current.has(hash) })] : []
      })
      .sort((a, b) => a.part.localeCompare(b.part) || a.juror - b.juror || a.revision - b.revision),
    sheetsErased: erased.length,
  }
}

async function passportAbout(
  { storage: { db } }: ServerContext,
  sessionId: string,
  candidateId: string,
): Promise<PersonalFile['passport']> {
  const deposits = await sessionDeposits(db, sessionId)
  const passages = await passagesOf(
    db,
    deposits.map(({ flow_id }) => flow_id),
  )
  return deposits.flatMap(({ flow_id, made_at }) =>
    passages
      .filter((passage) => passage.flow_id === flow_id && passage.candidate_id === candidateId)
      .map(({ state, messages }) => ({ madeAt: made_at, state, messages })),
  )
}
