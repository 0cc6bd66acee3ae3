import { Button, Checkbox, Textarea } from '@mantine/core'
import { IconKeyboard, IconWritingSign } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Strokes } from '#domain/entry.ts'
import { InkPad } from '../ink/ink-pad.tsx'
import { useOralWork } from '../oral-work.ts'
import { usePlaces } from '../places.tsx'
import { UnsavedMark } from '../unsaved-mark.tsx'
import { KeepPhrase } from './keep-phrase.tsx'
import styles from './panels.module.css'
import { PhraseChips } from './phrase-chips.tsx'

/** Writes one note: by keyboard, by one-touch phrases, or by stylus. */
export function NoteForm({ targetId }: { targetId: string | null }) {
  const { t } = useTranslation('oral')
  const { record, writable } = useOralWork()
  const { opening } = usePlaces()
  const [text, setText] = useState('')
  const [isPrivate, setPrivate] = useState(false)
  const [withInk, setWithInk] = useState(false)
  const fieldRef = useRef<HTMLTextAreaElement>(null)
  const fieldId = useId()
  useEffect(() => {
    // After a touch, no keyboard comes up over the phrases.
    if (opening.byKey) fieldRef.current?.focus({ preventScroll: true })
  }, [opening])

  const add = (noteText: string, ink?: Strokes) =>
    record({
      kind: 'note',
      noteId: crypto.randomUUID(),
      target: targetId === null ? {} : { id: targetId },
      text: noteText,
      private: isPrivate,
      ...(ink === undefined ? {} : { ink }),
    })
  const addTyped = async () => {
    const typed = text.trim()
    if (typed !== '' && (await add(typed))) setText((current) => (current.trim() === typed ? '' : current))
  }

  return (
    <div className={styles['form']}>
      <PhraseChips targetId={targetId} disabled={!writable} onPhrase={(phrase) => void add(phrase)} />
      <p className={styles['lead']}>{t('notes.right')}</p>
      {withInk ? (
        <InkPad label={t('notes.ink')} submit={t('notes.inkAdd')} disabled={!writable} onInk={(ink) => void add(t('notes.inkNote'), ink)} />
      ) : (
        <>
          <Textarea
            ref={fieldRef}
            id={fieldId}
            label={t('notes.text')}
            description={<UnsavedMark unsaved={text !== ''} empty={text === ''} />}
            size="md"
            autosize
            minRows={2}
            maxRows={6}
            value={text}
            disabled={!writable}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void addTyped()
            }}
          />
          <div className={styles['acts']}>
            <Button mih={48} disabled={!writable || text.trim() === ''} onClick={() => void addTyped()}>
              {t('notes.add')}
            </Button>
            <KeepPhrase text={text} />
          </div>
        </>
      )}
      <Checkbox
        size="md"
        label={t('notes.private')}
        description={t('notes.privateHint')}
        checked={isPrivate}
        disabled={!writable}
        onChange={(event) => setPrivate(event.currentTarget.checked)}
      />
      <Button
        variant="subtle"
        mih={48}
        leftSection={withInk ? <IconKeyboard size={20} aria-hidden /> : <IconWritingSign size={20} aria-hidden />}
        onClick={() => setWithInk(!withInk)}
      >
        {withInk ? t('notes.keyboard') : t('notes.ink')}
      </Button>
    </div>
  )
}
