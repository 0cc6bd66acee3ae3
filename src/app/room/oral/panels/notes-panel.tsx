import { useTranslation } from 'react-i18next'
import { targetName } from '../../../shared/sheet/target-name.ts'
import { isBookmark } from '../../reader/bookmark.ts'
import { useOralWork } from '../oral-work.ts'
import { usePlaces } from '../places.tsx'
import { NoteForm } from './note-form.tsx'
import { NoteItem } from './note-item.tsx'
import styles from './panels.module.css'
import { SidePanel } from './side-panel.tsx'

/** Notes on an indicator, a section or the whole oral. */
export function NotesPanel() {
  const { t } = useTranslation('oral')
  const { subject, draft } = useOralWork()
  const { noteTargetId } = usePlaces()
  const notes = draft.notes.filter((note) => !isBookmark(note)).toReversed()
  return (
    <SidePanel title={t('notes.title')}>
      <p className={styles['about']}>
        {t('notes.about')} <strong>{targetName(subject.grid, noteTargetId)}</strong>
      </p>
      <NoteForm key={noteTargetId ?? ''} targetId={noteTargetId} />
      {notes.length === 0 ? (
        <p className={styles['empty']}>{t('notes.empty')}</p>
      ) : (
        <ul className={styles['items']}>
          {notes.map((note) => (
            <NoteItem key={note.id} note={note} />
          ))}
        </ul>
      )}
    </SidePanel>
  )
}
