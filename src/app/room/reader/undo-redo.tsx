import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { redoTarget, undoTarget } from '#domain/draft.ts'
import { gestureWords } from '../oral/gesture-words.ts'
import { useOralWork } from '../oral/oral-work.ts'
import { ToolButton } from './tool-button.tsx'

/** Takes back the last gesture of the sheet, or brings it again; each says which. */
export function UndoRedo() {
  const { t } = useTranslation('oral')
  const { entries, subject, writable, undo, redo } = useOralWork()
  const undoable = undoTarget(entries)
  const redoable = redoTarget(entries)
  return (
    <>
      <ToolButton
        label={undoable ? t('toolbar.undoWhat', { what: gestureWords(subject.grid, undoable.body) }) : t('toolbar.nothingToUndo')}
        disabled={!writable || undoable === null}
        onClick={undo}
      >
        <IconArrowBackUp size={22} aria-hidden />
      </ToolButton>
      <ToolButton
        label={redoable ? t('toolbar.redoWhat', { what: gestureWords(subject.grid, redoable.body) }) : t('toolbar.nothingToRedo')}
        disabled={!writable || redoable === null}
        onClick={redo}
      >
        <IconArrowForwardUp size={22} aria-hidden />
      </ToolButton>
    </>
  )
}
