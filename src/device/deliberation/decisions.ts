import { type MinutesFacts, minutesFactsSchema } from '#domain/compose-minutes.ts'
import { type DecisionDraft, decisionDraftSchema, emptyDecision } from '#domain/decision-draft.ts'
import type { Notebook } from '../notebook.ts'
import { openPanelRow, panelRowsOf, putPanelRow, readPanelRow } from './panel-rows.ts'

/** Stores the panel's decision on one oral as it stands. Resolves once it is on disk. Rejects with DeviceError `quota`, `locked`… */
export async function saveDecision(notebook: Notebook, draft: DecisionDraft): Promise<void> {
  await putPanelRow(notebook, 'decision', draft.oralId, decisionDraftSchema.parse(draft))
}

/** Changes the decision on one oral from what is stored, one change after the other in every tab. Resolves once it is on disk. */
export async function changeDecision(notebook: Notebook, oralId: string, change: (draft: DecisionDraft) => DecisionDraft): Promise<void> {
  await navigator.locks.request(`cdj-decision-${oralId}`, async () => {
    const stored = await readPanelRow(notebook, 'decision', oralId, decisionDraftSchema)
    await saveDecision(notebook, change(stored ?? emptyDecision(oralId)))
  })
}

/** The decisions begun on this device, by oral. */
export async function readDecisions(notebook: Notebook): Promise<Map<string, DecisionDraft>> {
  const rows = await panelRowsOf(notebook, 'decision')
  const drafts = await Promise.all(rows.map((row) => openPanelRow(notebook, row, decisionDraftSchema)))
  return new Map(drafts.flatMap((draft) => (draft === null ? [] : [[draft.oralId, draft]])))
}

const factsId = (panelId: string, day: string) => `${panelId}/${day}`

/** Stores what the panel says of its day: hours, absences, recusals, notes, ways of appeal. */
export async function saveFacts(notebook: Notebook, panelId: string, day: string, facts: MinutesFacts): Promise<void> {
  await putPanelRow(notebook, 'facts', factsId(panelId, day), minutesFactsSchema.parse(facts))
}

/** Changes what was said of the day from what is stored, or from `first` when nothing was. Resolves once it is on disk. */
export async function changeFacts(
  notebook: Notebook,
  place: { panelId: string; day: string },
  first: MinutesFacts,
  change: (facts: MinutesFacts) => MinutesFacts,
): Promise<void> {
  await navigator.locks.request(`cdj-facts-${factsId(place.panelId, place.day)}`, async () => {
    const stored = await readFacts(notebook, place.panelId, place.day)
    await saveFacts(notebook, place.panelId, place.day, change(stored ?? first))
  })
}

/** What was said of the day, or null when nothing was yet. */
export async function readFacts(notebook: Notebook, panelId: string, day: string): Promise<MinutesFacts | null> {
  return readPanelRow(notebook, 'facts', factsId(panelId, day), minutesFactsSchema)
}
