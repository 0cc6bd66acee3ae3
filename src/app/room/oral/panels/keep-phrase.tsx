import { Button } from '@mantine/core'
import { IconBookmarkPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhraseOutcome } from '#device/phrases.ts'
import { usePhraseLibrary } from './phrase-library.ts'

/** Keeps what is being written for the next orals; says what became of it. */
export function KeepPhrase({ text }: { text: string }) {
  const { t } = useTranslation('oral')
  const { keep } = usePhraseLibrary()
  const [outcome, setOutcome] = useState<PhraseOutcome | 'failed' | null>(null)
  const act = () =>
    keep(text).then(setOutcome, () => {
      setOutcome('failed')
    })
  return (
    <>
      <Button
        variant="subtle"
        mih={48}
        leftSection={<IconBookmarkPlus size={20} aria-hidden />}
        disabled={text.trim() === ''}
        onClick={() => void act()}
      >
        {t('notes.keepPhrase')}
      </Button>
      <p role="status">{outcome !== null && t(`notes.phrase.${outcome}`)}</p>
    </>
  )
}
