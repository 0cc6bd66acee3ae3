import { z } from 'zod'
import { observationSchema, type Presence, partVerdictSchema, presenceSchema, verdictLevelSchema } from './entry.ts'
import type { ExamSession } from './exam-session.ts'
import type { Framework } from './framework.ts'
import { type Grid, partKey } from './grid.ts'
import { documentRefSchema, idSchema } from './primitives.ts'
import type { CandidateResult } from './results.ts'
import type { ScoreSheet } from './sheet.ts'

/** Below so many candidates a group is not told: whoever knows one of them would find them. */
export const SMALLEST_GROUP = 5

/** What an anonymous session no longer holds. */
export const REMOVED_DATA = ['names', 'numbers', 'jurors', 'places', 'times', 'texts', 'accommodations', 'links'] as const

/** Null: hidden, because it is small or would tell a small one by subtraction. */
const countSchema = z.number().int().nullable()

const anonymousSheetSchema = z.object({
  verdict: partVerdictSchema.nullable(),
  sections: z.array(
    z.object({
      id: idSchema,
      proposal: verdictLevelSchema.nullable(),
      verdict: verdictLevelSchema.nullable(),
      percent: z.number().int().nullable(),
      points: z.number().nullable(),
    }),
  ),
  marks: z.record(idSchema, observationSchema),
})

const anonymousOralSchema = z.object({
  decision: partVerdictSchema.nullable(),
  sections: z.array(z.object({ id: idSchema, decision: verdictLevelSchema })),
  sheets: z.array(anonymousSheetSchema),
})
export type AnonymousOral = z.infer<typeof anonymousOralSchema>

/**
 * A session without persons. Orals and sheets stand in an order drawn anew each time, and nothing links one candidate's orals: neither the
 * order nor two exports set side by side lead back to somebody.
 */
export const anonymousSessionSchema = z.object({
  format: z.literal('carnet-de-jury/statistics'),
  formatVersion: z.literal(1),
  certification: z.object({ title: z.string(), level: z.number().int(), rncpCode: z.string().nullable() }),
  year: z.number().int(),
  smallestGroup: z.number().int(),
  removed: z.array(z.enum(REMOVED_DATA)),
  parts: z.array(
    z.object({
      part: idSchema,
      grid: documentRefSchema,
      /** Fewer candidates than the smallest group: their orals are left out. */
      hidden: z.boolean(),
      presences: z.record(presenceSchema, countSchema),
      /** Of the orals held, to the minute; null when hidden or unknown. */
      medianMinutes: z.number().int().nullable(),
      orals: z.array(anonymousOralSchema),
    }),
  ),
  titles: z.object({ awarded: countSchema, partial: countSchema, notAwarded: countSchema, pending: countSchema }),
})
export type AnonymousSession = z.infer<typeof anonymousSessionSchema>

export interface StatisticsSource {
  session: ExamSession
  framework: Pick<Framework, 'title' | 'level' | 'rncpCode'>
  grids: readonly { hash: string; grid: Grid }[]
  results: readonly CandidateResult[]
  /** Each juror's current sheet. */
  sheets: readonly ScoreSheet[]
  /** Candidates who objected: they are nowhere in it. */
  leftOut: ReadonlySet<string>
}

/** Makes it. `shuffle` draws an order that nobody can foresee. */
export function anonymousSession(source: StatisticsSource, shuffle: <Item>(items: readonly Item[]) => Item[]): AnonymousSession {
  const { session, framework, leftOut } = source
  const results = source.results.filter(({ candidate }) => !leftOut.has(candidate.id))
  const outcomes = { awarded: 0, partial: 0, notAwarded: 0, pending: 0 }
  for (const { title } of results) outcomes[title.outcome] += 1
  return {
    format: 'carnet-de-jury/statistics',
    formatVersion: 1,
    certification: { title: framework.title, level: framework.level, rncpCode: framework.rncpCode },
    year: Number(session.startsOn.slice(0, 4)),
    smallestGroup: SMALLEST_GROUP,
    removed: [...REMOVED_DATA],
    parts: source.grids
      .filter(({ grid }) => session.orals.some(({ gridId }) => gridId === grid.id))
      .map(({ hash, grid }) => anonymousPart({ ...source, results }, hash, grid, shuffle)),
    titles: hideSmall(outcomes),
  }
}

function anonymousPart(
  { session, results, sheets, leftOut }: StatisticsSource,
  hash: string,
  grid: Grid,
  shuffle: <Item>(items: readonly Item[]) => Item[],
): AnonymousSession['parts'][number] {
  const part = partKey(grid.part)
  const orals = session.orals
    .filter(({ gridId, candidateId }) => gridId === grid.id && !leftOut.has(candidateId))
    .map((oral) => {
      const own = sheets.filter(({ oralId }) => oralId === oral.id)
      const found = results.find(({ candidate }) => candidate.id === oral.candidateId)?.parts.find((one) => one.part === part)
      const decision = found?.state === 'decided' && found.decision?.oralId === oral.id ? found.decision : null
      return { own, decision, presence: decision?.presence ?? own[0]?.presence ?? null }
    })
    .filter(({ own, decision }) => own.length > 0 || decision !== null)
  const held = orals.filter(({ presence }) => presence === 'present')
  const hidden = held.length < SMALLEST_GROUP
  const counted: Record<Presence, number> = { present: 0, absent: 0, abandoned: 0, interrupted: 0 }
  for (const { presence } of orals) if (presence) counted[presence] += 1
  return {
    part,
    grid: { id: grid.id, version: grid.version, hash },
    hidden,
    presences: hideSmall(counted),
    medianMinutes: hidden ? null : medianMinutes(held.flatMap(({ own }) => own)),
    orals: hidden ? [] : shuffle(held).map(({ own, decision }) => anonymousOral(shuffle(own), decision)),
  }
}

function anonymousOral(sheets: readonly ScoreSheet[], decision: CandidateResult['parts'][number]['decision']): AnonymousOral {
  return {
    decision: decision?.verdict ?? null,
    sections: (decision?.sections ?? []).map(({ id, verdict }) => ({ id, decision: verdict })),
    sheets: sheets.map(({ part, sections, marks }) => ({
      verdict: part.verdict,
      sections: sections.map(({ id, proposal, verdict, percent, points }) => ({ id, proposal, verdict, percent, points })),
      marks: Object.fromEntries(Object.entries(marks).map(([id, { value }]) => [id, value])),
    })),
  }
}

function medianMinutes(sheets: readonly ScoreSheet[]): number | null {
  const minutes = sheets.map(({ timing }) => timing.elapsedMs / 60_000).sort((a, b) => a - b)
  const middle = minutes[Math.floor(minutes.length / 2)]
  return middle === undefined ? null : Math.round(middle)
}

/**
 * Hides the counts of small groups. One hidden count alone could be found by subtraction from the total, so that the smallest of the others
 * is hidden with it. Zero says nothing of anybody and is told, unless it is that other.
 */
export function hideSmall<Name extends string>(counts: Readonly<Record<Name, number>>): Record<Name, number | null> {
  const entries = Object.entries(counts) as [Name, number][]
  const small = entries.filter(([, count]) => count > 0 && count < SMALLEST_GROUP).map(([name]) => name)
  const [other] = entries.filter(([name]) => !small.includes(name)).sort((a, b) => Number(a[1] === 0) - Number(b[1] === 0) || a[1] - b[1])
  const hidden = new Set(small.length === 1 && other ? [...small, other[0]] : small)
  return Object.fromEntries(entries.map(([name, count]) => [name, hidden.has(name) ? null : count])) as Record<Name, number | null>
}
