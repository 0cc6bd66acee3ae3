import { giveSheets } from '#device/deliberation/give.ts'
import { type Taken, takeEnvelopes } from '#device/deliberation/take.ts'
import type { Notebook } from '#device/notebook.ts'
import { refreshPackage } from '#device/package-refresh.ts'
import type { DecisionDraft } from '#domain/decision-draft.ts'
import { emptyDecision } from '#domain/decision-draft.ts'
import type { Grid } from '#domain/grid.ts'
import { aLane } from './a-lane.ts'
import { aNotebook } from './a-notebook.ts'

export const DAY = '2026-11-24'

/** The three jurors' notebooks, each knowing the others' devices; the first presides. They share one browser, and nothing else. */
export async function aPanel(): Promise<{ president: Notebook; second: Notebook; third: Notebook }> {
  const lane = aLane()
  const president = await aNotebook(lane, 'j1')
  const second = await aNotebook(lane, 'j2')
  const third = await aNotebook(lane, 'j3')
  for (const notebook of [president, second, third]) {
    const refreshed = await refreshPackage(notebook, lane.origin)
    if (!refreshed.ok) throw new Error(`refresh: ${refreshed.code}`)
  }
  return { president, second, third }
}

/** Hands a juror's sheets of the day to the president. */
export async function handSheets(from: Notebook, president: Notebook): Promise<Taken> {
  const giving = await giveSheets(from, 'p1', DAY)
  if (!giving.ok) throw new Error(`giving: ${giving.code}`)
  return takeEnvelopes(president, giving.envelopes)
}

/** Every section acquired, the part validated. */
export function aValidation(oralId: string, grid: Grid): DecisionDraft {
  const sections = Object.fromEntries(grid.sections.map(({ id }) => [id, { verdict: 'acquired' as const, reason: '' }]))
  return { ...emptyDecision(oralId), sections, verdict: 'validated', reason: 'Prestation solide, le jury passe outre la règle.' }
}
