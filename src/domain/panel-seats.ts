import type { Oral, Panel } from './exam-session.ts'

type Substitution = NonNullable<Panel['substitutions']>[number]

/*
 * Who sits in a panel changes during a session: a juror is added or replaced. `jurorIds` keeps everyone who ever sat, so that whatever was signed
 * stays the panel's own; who is expected at one oral is computed here from the substitutions.
 */

/** The panel as it sits at one moment (ISO 8601): its jurors in their order, and who presides. */
export function panelAt({ substitutions = [], ...panel }: Panel, at: string): Panel {
  let { presidentId } = panel
  for (const { jurorId, replaces } of made(substitutions, Date.parse(at))) if (replaces === presidentId) presidentId = jurorId
  return { ...panel, jurorIds: seatedAt({ ...panel, substitutions }, Date.parse(at)), presidentId }
}

/** Who sits in a panel at one moment (epoch milliseconds), in its order. */
export function seatedAt({ jurorIds, substitutions = [] }: Pick<Panel, 'jurorIds' | 'substitutions'>, atMs: number): string[] {
  if (substitutions.length === 0) return [...jurorIds]
  const changes = [...substitutions].sort(byTime)
  const seated = new Set(jurorIds.filter((id) => changes.find((change) => concerns(change, id))?.jurorId !== id))
  for (const { jurorId, replaces } of made(changes, atMs)) {
    if (replaces !== null) seated.delete(replaces)
    seated.add(jurorId)
  }
  return jurorIds.filter((id) => seated.has(id))
}

/** The panel as it sits through these orals: everyone who sits at any of them; who presides at the last one. */
export function panelThrough(panel: Panel, orals: readonly Pick<Oral, 'startsAt'>[]): Panel {
  const inOrder = [...orals].sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
  const moments = inOrder.map(({ startsAt }) => panelAt(panel, startsAt))
  const last = moments.at(-1)
  if (!last) return panel
  const seated = new Set(moments.flatMap(({ jurorIds }) => jurorIds))
  return { ...last, jurorIds: panel.jurorIds.filter((id) => seated.has(id)) }
}

/** Whose sheets the desk shows for one oral: who sits at it, and who signed one although no longer or not yet seated. In the panel's order. */
export function oralJurors(panel: Panel, oral: Pick<Oral, 'startsAt'>, signers: readonly string[]): string[] {
  const { jurorIds } = panelAt(panel, oral.startsAt)
  return panel.jurorIds.filter((id) => jurorIds.includes(id) || signers.includes(id))
}

/** Two lists of changes in one, each change once. */
export function uniteSubstitutions(known: Panel, given: Panel): Substitution[] {
  const all = [...(known.substitutions ?? []), ...(given.substitutions ?? [])]
  return [...new Map(all.map((change) => [keyOf(change), change])).values()].sort(byTime)
}

/** The changes made by then, in their order. */
function made(substitutions: readonly Substitution[], atMs: number): Substitution[] {
  return substitutions.filter(({ from }) => Date.parse(from) <= atMs).sort(byTime)
}

function byTime(a: Substitution, b: Substitution): number {
  return Date.parse(a.from) - Date.parse(b.from) || (keyOf(a) < keyOf(b) ? -1 : 1)
}

function keyOf({ jurorId, replaces, from }: Substitution): string {
  return JSON.stringify([from, replaces, jurorId])
}

function concerns({ jurorId, replaces }: Substitution, id: string): boolean {
  return jurorId === id || replaces === id
}
