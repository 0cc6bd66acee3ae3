import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { NoteState } from '#domain/draft.ts'
import { clockText } from '../../../shared/sheet/clock-text.ts'
import { InkPicture } from '../../../shared/sheet/ink-picture.tsx'
import { targetName } from '../../../shared/sheet/target-name.ts'
import { useOralWork } from '../oral-work.ts'
import { ReasonField } from '../reason-field.tsx'
import styles from './panels.module.css'

/** One note: its text can be changed in place, it can be deleted, and both can be undone. */
export function NoteItem({ note }: { note: NoteState }) {
  const { t } = useTranslation('oral')
  const { subject, recorded, record, writable } = useOralWork()
  const give = (text: string | null) =>
    record({
      kind: 'note',
      noteId: note.id,
      target: { ...(note.targetId === null ? {} : { id: note.targetId }), ...(note.page === null ? {} : { page: note.page }) },
      text,
      private: note.private,
    })
  const when = note.oralMs === null ? t('notes.outside') : t('notes.at', { time: clockText(note.oralMs) })
  return (
    <li className={styles['item']}>
      <div className={styles['itemHead']}>
        <span className="cdj-figures">
          {targetName(subject.grid, note.targetId)} · {when}
          {note.private && ` · ${t('notes.isPrivate')}`}
        </span>
        <ActionIcon variant="subtle" size={48} aria-label={t('notes.delete')} disabled={!writable} onClick={() => void give(null)}>
          <IconTrash size={20} aria-hidden />
        </ActionIcon>
      </div>
      {note.ink !== null && <InkPicture ink={note.ink} label={t('notes.inkNote')} />}
      <ReasonField
        label={t('notes.edit')}
        recorded={recorded.notes.find((candidate) => candidate.id === note.id)?.text ?? ''}
        required={false}
        why=""
        disabled={!writable}
        onReason={(text) => give(text)}
      />
    </li>
  )
}
