import { setImmediate as nextTurn } from 'node:timers/promises'
import type { YearFairness } from '#contract/fairness.ts'
import type { ScoredOral } from '#domain/fairness.ts'
import type { ServerContext } from '../context.ts'
import { listPublished } from '../storage/published.ts'
import { allSessions } from '../storage/sessions.ts'
import { named, namedFigures, scoredOrals, sessionGrids } from './scored-orals.ts'

/**
 * Computes the figures of all sessions of a certification that begin in one year; null when there is no such certification. Ids of jurors,
 * panels and orals hold within their session only: a juror is known from one to the next by their name, a panel belongs to its session.
 */
export async function yearFairness({ storage: { db } }: ServerContext, frameworkId: string, year: string): Promise<YearFairness | null> {
  const framework = (await listPublished(db)).frameworks.find(({ id }) => id === frameworkId)
  if (!framework) return null
  const years = new Set<string>()
  const titles = new Map<string, string>()
  const panels = new Map<string, string>()
  const jurors = new Map<string, string>()
  const orals: ScoredOral[] = []
  for (const stored of await allSessions(db)) {
    const { session } = stored
    const grids = await sessionGrids(db, stored)
    if ([...grids.values()][0]?.framework.id !== frameworkId) continue
    years.add(session.startsOn.slice(0, 4))
    if (session.startsOn.slice(0, 4) !== year) continue
    titles.set(session.id, session.title)
    for (const { id, name } of session.panels) panels.set(`${session.id}/${id}`, `${name}, ${session.title}`)
    for (const { firstName, lastName } of session.jurors) jurors.set(nameKey({ firstName, lastName }), `${firstName} ${lastName}`)
    const keys = new Map(session.jurors.map((juror) => [juror.id, nameKey(juror)]))
    for (const oral of await scoredOrals(db, stored, grids)) {
      orals.push({
        ...oral,
        oralId: `${session.id}/${oral.oralId}`,
        panelId: `${session.id}/${oral.panelId}`,
        sheets: oral.sheets.map((sheet) => ({ ...sheet, juror: { ...sheet.juror, id: keys.get(sheet.juror.id) ?? sheet.juror.id } })),
      })
    }
    // A year holds many sheets: envelopes that arrive meanwhile are not kept waiting.
    await nextTurn()
  }
  const { figures, found } = namedFigures(orals, { juror: (key) => jurors.get(key) ?? key, panel: (key) => panels.get(key) ?? key })
  return {
    certification: { id: framework.id, title: framework.title },
    year,
    years: [...years].sort().reverse(),
    sessions: titles.size,
    ...figures,
    bySite: named(found.bySite, (site) => site),
    bySession: named(found.bySession, (id) => titles.get(id) ?? id),
  }
}

/** The same person in another session, accents and capitals aside. Usable as an id. */
function nameKey({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return `${firstName} ${lastName}`
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
}
