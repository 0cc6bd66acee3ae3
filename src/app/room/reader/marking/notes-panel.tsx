import { IconLock, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoteState } from '#domain/draft.ts'
import { useOralWork } from '../../oral/oral-work.ts'
import { isBookmark } from '../bookmark.ts'
import { ToolButton } from '../tool-button.tsx'
import styles from './card-list.module.css'
import { PageChip } from './page-chip.tsx'
import { PageLinkSwitch } from './page-link-switch.tsx'
import { TextEditor } from './text-editor.tsx'

interface NotesPanelProps {
  /** The page in view, or null while there is none. */
  page: number | null
  linked: boolean
  onLinked: (linked: boolean) => void
  onPage: (page: number) => void
}

/** Private notes on the support, each tied to a page if the juror wants. They never enter the signed sheet. */
export function NotesPanel({ page, linked, onLinked, onPage }: NotesPanelProps) {
  const { t } = useTranslation('reader')
  const { draft, writable, record } = useOralWork()
  const notes = draft.notes.filter((note) => note.private && !isBookmark(note))

  return (
    <div className={styles['panel']}>
      <p className={styles['private']}>
        <IconLock size={20} aria-hidden />
        <span>{t('notes.private')}</span>
      </p>
      <TextEditor
        label={t('notes.label')}
        initialText=""
        saveLabel={t('notes.add')}
        disabled={!writable}
        onSave={(text) =>
          record({ kind: 'note', noteId: crypto.randomUUID(), target: linked && page !== null ? { page } : {}, text, private: true })
        }
      >
        {page !== null && <PageLinkSwitch page={page} linked={linked} onChange={onLinked} />}
      </TextEditor>
      {notes.length === 0 && <p className={styles['empty']}>{t('notes.empty')}</p>}
      <ul className={styles['list']} aria-label={t('notes.list')}>
        {notes.map((note) => (
          <NoteCard key={note.id} note={note} onPage={onPage} />
        ))}
      </ul>
    </div>
  )
}

function NoteCard({ note, onPage }: { note: NoteState; onPage: (page: number) => void }) {
  const { t } = useTranslation('reader')
  const { writable, record } = useOralWork()
  const [editing, setEditing] = useState(false)
  const write = (text: string | null) => {
    const target = { ...(note.targetId === null ? {} : { id: note.targetId }), ...(note.page === null ? {} : { page: note.page }) }
    return record({ kind: 'note', noteId: note.id, target, text, private: true })
  }

  if (editing) {
    return (
      <li className={styles['card']}>
        <TextEditor
          label={t('notes.editLabel')}
          initialText={note.text}
          saveLabel={t('notes.save')}
          disabled={!writable}
          onCancel={() => setEditing(false)}
          onSave={async (text) => {
            const recorded = await write(text)
            if (recorded) setEditing(false)
            return recorded
          }}
        />
      </li>
    )
  }
  return (
    <li className={styles['card']}>
      <p className={styles['text']}>{note.text}</p>
      <div className={styles['foot']}>
        {note.page === null ? <span /> : <PageChip page={note.page} onPage={onPage} />}
        <span className={styles['acts']}>
          <ToolButton label={t('notes.edit', { text: excerpt(note.text) })} disabled={!writable} onClick={() => setEditing(true)}>
            <IconPencil size={20} aria-hidden />
          </ToolButton>
          <ToolButton label={t('notes.delete', { text: excerpt(note.text) })} disabled={!writable} onClick={() => void write(null)}>
            <IconTrash size={20} aria-hidden />
          </ToolButton>
        </span>
      </div>
    </li>
  )
}

function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
