import { type MinutesFacts, minutesFactsSchema } from '#domain/compose-minutes.ts'
import { type DecisionDraft, decisionDraftSchema } from '#domain/decision-draft.ts'
import type { Notebook } from '../notebook.ts'
import { openPanelRow, panelRowsOf, putPanelRow, readPanelRow } from './panel-rows.ts'

/** Stores the panel's decision on one oral as it stands. Resolves once it is on disk. Rejects with DeviceError `quota`, `locked`… */
export async function saveDecision(notebook: Notebook, draft: DecisionDraft): Promise<void> {
  await putPanelRow(notebook, 'decision', draft.oralId, decisionDraftSchema.parse(draft))
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

/** What was said of the day, or null when nothing was yet. */
export async function readFacts(notebook: Notebook, panelId: string, day: string): Promise<MinutesFacts | null> {
  return readPanelRow(notebook, 'facts', factsId(panelId, day), minutesFactsSchema)
}
