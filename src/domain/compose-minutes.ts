import { z } from 'zod'
import type { CertifierFacts } from './certifier.ts'
import { currentSheets } from './comparison.ts'
import { type PanelDecision, proposeCollective, proposeTitle } from './deliberation.ts'
import { allottedMs, type ExamSession, type Oral } from './exam-session.ts'
import type { Framework } from './framework.ts'
import { type Grid, partKey } from './grid.ts'
import { type Minutes, minutesSchema } from './minutes.ts'
import { panelAt, panelThrough } from './panel-seats.ts'
import { idSchema, proseSchema } from './primitives.ts'
import { type ScoreSheet, timeline } from './sheet.ts'

/** What only the panel can say of its day: everything else comes from the session, the sheets and the decisions. */
export const minutesFactsSchema = minutesSchema
  .pick({ startedAt: true, endedAt: true, recusals: true, parity: true, compositionNotes: true, appeal: true, amends: true })
  .extend({ absences: z.array(z.object({ jurorId: idSchema, reason: proseSchema })) })
export type MinutesFacts = z.infer<typeof minutesFactsSchema>

/** What a panel said of its day, as its minutes tell it: where corrective ones begin. */
export function factsOf({ startedAt, endedAt, recusals, parity, compositionNotes, appeal, amends, members }: Minutes): MinutesFacts {
  const absences = members.filter(({ present }) => !present).map(({ jurorId, absenceReason }) => ({ jurorId, reason: absenceReason }))
  return { startedAt, endedAt, recusals, ...(parity ? { parity } : {}), compositionNotes, appeal, amends, absences }
}

/** A received sheet and the hash of its JWS. */
export interface HashedSheet {
  hash: string
  sheet: ScoreSheet
}

/** A published grid and its hash. */
export interface HashedGrid {
  hash: string
  grid: Grid
}

export interface MinutesSources {
  id: string
  session: ExamSession
  panelId: string
  /** `YYYY-MM-DD`, in the centre's own time. */
  day: string
  framework: Framework
  grids: readonly HashedGrid[]
  sheets: readonly HashedSheet[]
  /** This day's. */
  decisions: readonly PanelDecision[]
  /** Those of the session's other minutes, for the titles. */
  otherDecisions: readonly PanelDecision[]
  facts: MinutesFacts
  /** Null until the desk has filled it in. */
  certifier: CertifierFacts | null
}

/** The orals of one panel on one day, in order of time. */
export function oralsOfDay(session: ExamSession, panelId: string, day: string): Oral[] {
  return session.orals
    .filter((oral) => oral.panelId === panelId && oral.startsAt.slice(0, 10) === day)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
}

/** What a panel has before it when it decides on an oral: the current sheets, who is missing, and what the rule proposes. */
export function decisionBasis(
  { grid, hash }: HashedGrid,
  oral: Oral,
  jurorIds: readonly string[],
  sheets: readonly HashedSheet[],
): Pick<PanelDecision, 'oralId' | 'candidateId' | 'part' | 'grid' | 'sheets' | 'missingJurors' | 'proposal'> & {
  sectionProposals: ReturnType<typeof proposeCollective>['sections']
} {
  const place = ({ sheet }: HashedSheet) => jurorIds.indexOf(sheet.juror.id)
  // In the panel's order, whichever came in first: the desk and the tablet must write the same text.
  const own = currentSheets(sheets.filter((item) => item.sheet.oralId === oral.id && place(item) >= 0)).sort((a, b) => place(a) - place(b))
  const signers = own.map(({ sheet }) => sheet.juror.id)
  const proposed = proposeCollective(
    grid,
    own.map(({ sheet }) => sheet),
  )
  return {
    oralId: oral.id,
    candidateId: oral.candidateId,
    part: partKey(grid.part),
    grid: { id: grid.id, version: grid.version, hash },
    sheets: own.map((item) => ({ jurorId: item.sheet.juror.id, hash: item.hash })),
    missingJurors: jurorIds.filter((id) => !signers.includes(id)),
    proposal: proposed.part,
    sectionProposals: proposed.sections,
  }
}

/** A decision of other minutes counts for the title unless this day decides the same part anew. */
function decisionsOfCandidate(candidateId: string, sources: MinutesSources): PanelDecision[] {
  return [...sources.otherDecisions, ...sources.decisions].filter((decision) => decision.candidateId === candidateId)
}

/**
 * Composes the minutes of one panel and day. The same sources give the same text at the desk and on the president's tablet. Throws a
 * RangeError when the panel is unknown, or a decision is on no oral of that day.
 */
export function composeMinutes(sources: MinutesSources): Minutes {
  const { session, panelId, day, framework, grids, facts } = sources
  const panel = session.panels.find((one) => one.id === panelId)
  const frameworkRef = grids[0]?.grid.framework
  if (!panel || !frameworkRef) throw new RangeError('unknown panel or grid')
  const orals = oralsOfDay(session, panelId, day)
  const decided = orals.flatMap((oral) => {
    const decision = sources.decisions.find((one) => one.oralId === oral.id)
    return decision ? [{ oral, decision }] : []
  })
  if (decided.length !== sources.decisions.length) throw new RangeError('a decision on another day’s oral')
  const sitting = panelThrough(panel, orals)
  const gridIds = new Set(decided.map(({ oral }) => oral.gridId))
  const { absences, amends, ...told } = facts
  return {
    format: 'carnet-de-jury/minutes',
    formatVersion: 1,
    id: sources.id,
    certification: certificationOf(framework, frameworkRef, sources.certifier),
    session: { id: session.id, title: session.title, centre: session.centre },
    panel: { id: panel.id, name: panel.name, room: panel.room },
    day,
    members: sitting.jurorIds.flatMap((jurorId) => {
      const juror = session.jurors.find((one) => one.id === jurorId)
      if (!juror) return []
      const absence = absences.find((one) => one.jurorId === jurorId)
      return {
        jurorId,
        name: fullName(juror),
        quality: juror.quality,
        external: juror.external,
        president: jurorId === sitting.presidentId,
        present: absence === undefined,
        absenceReason: absence?.reason ?? '',
      }
    }),
    attendance: decided.map(({ oral, decision }) => attendanceOf(sources, oral, decision, panelAt(panel, oral.startsAt).presidentId)),
    grids: grids
      .filter(({ grid }) => gridIds.has(grid.id))
      .map(({ grid, hash }) => ({
        grid: { id: grid.id, version: grid.version, hash },
        title: grid.title,
        decisionRule: grid.decisionRule,
      })),
    decisions: decided.map(({ decision }) => decision),
    titles: [...new Set(decided.map(({ decision }) => decision.candidateId))].map((candidateId) => {
      const before = session.candidates.find(({ id }) => id === candidateId)?.acquiredBefore
      return proposeTitle(framework, candidateId, decisionsOfCandidate(candidateId, sources), before)
    }),
    ...told,
    amends,
  }
}

function certificationOf(
  { title, level, rncpCode }: Framework,
  framework: Minutes['certification']['framework'],
  certifier: CertifierFacts | null,
): Minutes['certification'] {
  if (certifier === null) return { title, level, rncpCode, framework }
  const { legalName, tradeName, registeredOn } = certifier
  return { title, level, rncpCode: certifier.rncpCode ?? rncpCode, framework, certifier: { legalName, tradeName, registeredOn } }
}

/** The president's own timing and identity check, else the first sheet's that has one. */
function attendanceOf(sources: MinutesSources, oral: Oral, decision: PanelDecision, presidentId: string): Minutes['attendance'][number] {
  const candidate = sources.session.candidates.find((one) => one.id === oral.candidateId)
  const grid = sources.grids.find((one) => one.grid.id === oral.gridId)?.grid
  if (!candidate || !grid) throw new RangeError('an oral without candidate or grid')
  const named = new Set(decision.sheets.map(({ hash }) => hash))
  const sheets = sources.sheets.filter(({ hash }) => named.has(hash)).map(({ sheet }) => sheet)
  const timed = sheets.find((sheet) => sheet.juror.id === presidentId && sheet.timing.elapsedMs > 0)
  const transcriptions = sheets.flatMap(({ transcribed }) => (transcribed ? [{ filledBy: transcribed.filledBy, by: transcribed.by }] : []))
  const timing = (timed ?? sheets.find((sheet) => sheet.timing.elapsedMs > 0))?.timing
  return {
    candidateId: candidate.id,
    number: candidate.number,
    name: fullName(candidate),
    oralId: oral.id,
    part: decision.part,
    presence: decision.presence,
    identityChecked: sheets.some((sheet) => sheet.identityChecked),
    ...(decision.presence === 'absent' ? {} : presenceSigned(sheets)),
    accommodations: candidate.accommodations.map(({ effect }) => effect),
    allottedMs: timing?.allottedMs ?? allottedMs(grid.durationMinutes, candidate.accommodations),
    elapsedMs: timing?.elapsedMs ?? 0,
    overtimeMs: timing?.overtimeMs ?? 0,
    incidents: [...new Set(sheets.flatMap(incidentsOf))],
    ...(transcriptions.length === 0 ? {} : { transcriptions }),
  }
}

function presenceSigned(sheets: readonly ScoreSheet[]): Pick<Minutes['attendance'][number], 'presenceSigned'> {
  const ways = new Set(sheets.flatMap(({ presenceSignature }) => presenceSignature?.gesture.kind ?? []))
  if (ways.size === 0) return {}
  return { presenceSigned: ways.has('drawn') ? 'drawn' : 'paper' }
}

/** What the jurors noted of the oral's course, in their own words: incidents, and why time was stopped or added. */
function incidentsOf(sheet: ScoreSheet): string[] {
  return timeline(sheet.log).flatMap(({ body }) => {
    if (body.kind !== 'timer') return []
    if (body.event.type === 'incident') return [body.event.note]
    return body.event.type === 'pause' || body.event.type === 'extend' ? [body.event.reason] : []
  })
}

function fullName({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return `${firstName} ${lastName}`
}
