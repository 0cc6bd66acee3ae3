import { usePlaces } from '../places.tsx'
import { DeliveryPanel } from './delivery-panel.tsx'
import { NotesPanel } from './notes-panel.tsx'
import { QuestionsPanel } from './questions-panel.tsx'
import { SearchPanel } from './search-panel.tsx'
import { ShortcutsPanel } from './shortcuts-panel.tsx'

const PANELS = {
  delivery: DeliveryPanel,
  notes: NotesPanel,
  questions: QuestionsPanel,
  search: SearchPanel,
  shortcuts: ShortcutsPanel,
} as const

/** The panel that is open, if any. */
export function OpenPanel() {
  const { panel } = usePlaces()
  if (panel === null) return null
  const Panel = PANELS[panel]
  return <Panel />
}
