import type { TableOral } from '#device/deliberation/table.ts'
import type { DecisionDraft } from '#domain/decision-draft.ts'

/** Changes the panel's decision; false when it could not be kept. */
export type EditDecision = (edit: (draft: DecisionDraft) => DecisionDraft) => Promise<boolean>

export interface OralDeliberationProps {
  table: TableOral
  isFrozen: boolean
  nameOf: (jurorId: string) => string
  panelJurorIds: readonly string[]
  ownJurorId: string
  minutesPath: string
  onChange: EditDecision
}
