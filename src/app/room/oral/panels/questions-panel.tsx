import { ActionIcon, Checkbox } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { QuestionState } from '#domain/draft.ts'
import { LineForm } from '../line-form.tsx'
import { useOralWork } from '../oral-work.ts'
import styles from './panels.module.css'
import { SidePanel } from './side-panel.tsx'

/** Questions to ask, prepared while reading or added on the spot, ticked when asked. */
export function QuestionsPanel() {
  const { t } = useTranslation('oral')
  const { draft, record, writable } = useOralWork()
  const give = (question: QuestionState, changes: { asked?: boolean; text?: string | null }) =>
    void record({
      kind: 'question',
      questionId: question.id,
      text: changes.text === undefined ? question.text : changes.text,
      asked: changes.asked ?? question.asked,
      ...(question.targetId === null ? {} : { targetId: question.targetId }),
    })
  const remaining = draft.questions.filter((question) => !question.asked).length
  return (
    <SidePanel title={t('questions.title')}>
      <LineForm
        label={t('questions.text')}
        submit={t('questions.add')}
        disabled={!writable}
        onLine={(text) => void record({ kind: 'question', questionId: crypto.randomUUID(), text, asked: false })}
      />
      {draft.questions.length === 0 ? (
        <p className={styles['empty']}>{t('questions.empty')}</p>
      ) : (
        <>
          <p className={styles['lead']}>{t('questions.remaining', { count: remaining })}</p>
          <ul className={styles['items']}>
            {draft.questions.map((question) => (
              <li key={question.id} className={styles['itemHead']}>
                <Checkbox
                  size="md"
                  label={question.text}
                  checked={question.asked}
                  disabled={!writable}
                  onChange={(event) => give(question, { asked: event.currentTarget.checked })}
                />
                <ActionIcon
                  variant="subtle"
                  size={48}
                  aria-label={`${t('questions.delete')} : ${question.text}`}
                  disabled={!writable}
                  onClick={() => give(question, { text: null })}
                >
                  <IconTrash size={20} aria-hidden />
                </ActionIcon>
              </li>
            ))}
          </ul>
        </>
      )}
    </SidePanel>
  )
}
