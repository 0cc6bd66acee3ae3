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
