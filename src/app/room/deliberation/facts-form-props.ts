import type { DeliberationTable } from '#device/deliberation/table.ts'
import type { MinutesFacts } from '#domain/compose-minutes.ts'

/** Changes what the minutes say of the day; false when it could not be kept. */
type EditFacts = (edit: (facts: MinutesFacts) => MinutesFacts) => Promise<boolean>

export interface FactsFormProps {
  table: DeliberationTable
  facts: MinutesFacts
  onChange: EditFacts
}
