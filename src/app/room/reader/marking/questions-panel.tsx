import { Checkbox } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { QuestionState } from '#domain/draft.ts'
import { useOralWork } from '../../oral/oral-work.ts'
import { ToolButton } from '../tool-button.tsx'
import styles from './card-list.module.css'
import { TextEditor } from './text-editor.tsx'

/** What to ask at the oral, prepared while reading; each may be about a competence. */
export function QuestionsPanel() {
  const { t } = useTranslation('reader')
  const { subject, draft, writable, record } = useOralWork()
  const [targetId, setTargetId] = useState('')
  const selectId = useId()

  return (
    <div className={styles['panel']}>
      <p className={styles['hint']}>{t('questions.hint')}</p>
      <TextEditor
        label={t('questions.label')}
        initialText=""
        saveLabel={t('questions.add')}
        disabled={!writable}
        onSave={(text) =>
          record({
            kind: 'question',
            questionId: crypto.randomUUID(),
            text,
            asked: false,
            ...(targetId === '' ? {} : { targetId }),
          })
        }
      >
        <div className={styles['about']}>
          <label htmlFor={selectId}>{t('questions.about')}</label>
          <select id={selectId} className={styles['select']} value={targetId} onChange={(event) => setTargetId(event.target.value)}>
            <option value="">{t('questions.aboutAll')}</option>
            {subject.grid.sections.map((section) => (
              <option key={section.id} value={section.id}>
                {t('questions.section', { id: section.id, title: section.title })}
              </option>
            ))}
          </select>
        </div>
      </TextEditor>
      {draft.questions.length === 0 && <p className={styles['empty']}>{t('questions.empty')}</p>}
      <ul className={styles['list']} aria-label={t('questions.list')}>
        {draft.questions.map((question) => (
          <QuestionCard key={question.id} question={question} />
        ))}
      </ul>
    </div>
  )
}

function QuestionCard({ question }: { question: QuestionState }) {
  const { t } = useTranslation('reader')
  const { writable, record } = useOralWork()
  const [editing, setEditing] = useState(false)
  const write = (text: string | null, asked: boolean) =>
    record({
      kind: 'question',
      questionId: question.id,
      text,
      asked,
      ...(question.targetId === null ? {} : { targetId: question.targetId }),
    })

  if (editing) {
    return (
      <li className={styles['card']}>
        <TextEditor
          label={t('questions.editLabel')}
          initialText={question.text}
          saveLabel={t('questions.save')}
          disabled={!writable}
          onCancel={() => setEditing(false)}
          onSave={async (text) => {
            const recorded = await write(text, question.asked)
            if (recorded) setEditing(false)
            return recorded
          }}
        />
      </li>
    )
  }
  return (
    <li className={styles['card']}>
      <div className={styles['foot']}>
        <Checkbox
          size="md"
          checked={question.asked}
          disabled={!writable}
          label={question.text}
          description={question.asked ? t('questions.asked') : (question.targetId ?? undefined)}
          onChange={(event) => void write(question.text, event.currentTarget.checked)}
        />
        <span className={styles['acts']}>
          <ToolButton label={t('questions.edit', { text: question.text })} disabled={!writable} onClick={() => setEditing(true)}>
            <IconPencil size={20} aria-hidden />
          </ToolButton>
          <ToolButton label={t('questions.delete', { text: question.text })} disabled={!writable} onClick={() => void write(null, false)}>
            <IconTrash size={20} aria-hidden />
          </ToolButton>
        </span>
      </div>
    </li>
  )
}
