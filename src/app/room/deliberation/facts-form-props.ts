import type { PanelDay } from '#device/deliberation/panel-day.ts'
import type { MinutesFacts } from '#domain/compose-minutes.ts'
import type { ExamSession } from '#domain/exam-session.ts'

/** Changes what the minutes say of the day; false when it could not be kept. */
type EditFacts = (edit: (facts: MinutesFacts) => MinutesFacts) => Promise<boolean>

export interface FactsFormProps {
  panelDay: PanelDay
  session: ExamSession
  facts: MinutesFacts
  onChange: EditFacts
}
