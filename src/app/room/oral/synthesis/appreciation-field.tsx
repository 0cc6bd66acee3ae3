import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useOralWork } from '../oral-work.ts'
import { placeIds } from '../places.tsx'
import { UnsavedMark } from '../unsaved-mark.tsx'
import { useWrittenText } from '../use-written-text.ts'
import styles from './synthesis.module.css'

/** The general appreciation: records itself while it is written. */
export function AppreciationField() {
  const { t } = useTranslation('oral')
  const { recorded, record, writable } = useOralWork()
  const { text, write, leave, unsaved } = useWrittenText(recorded.appreciation, (next) => record({ kind: 'appreciation', text: next }))
  return (
    <section className={styles['card']} aria-label={t('synthesis.appreciation')}>
      <Textarea
        id={placeIds.appreciation}
        label={t('synthesis.appreciation')}
        description={t('synthesis.appreciationHint')}
        size="md"
        autosize
        minRows={3}
        maxLength={20_000}
        value={text}
        disabled={!writable}
        onChange={(event) => write(event.currentTarget.value)}
        onBlur={leave}
      />
      <UnsavedMark unsaved={unsaved} empty={text === ''} />
      <p className={styles['hint']}>{t('notes.right')}</p>
    </section>
  )
}
