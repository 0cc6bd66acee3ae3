import { useObservable } from 'dexie-react-hooks'
import { useMemo } from 'react'
import type { Notebook } from '#device/notebook.ts'
import { addPhrase, removePhrase, watchPhrases } from '#device/phrases.ts'
import type { PhraseLibrary } from './panels/phrase-library.ts'

/** The notebook's own phrases, followed. */
export function usePhrases(notebook: Notebook): PhraseLibrary {
  const own = useObservable(() => watchPhrases(notebook), [notebook])
  return useMemo(
    () => ({ own: own ?? [], keep: (phrase) => addPhrase(notebook, phrase), remove: (phrase) => removePhrase(notebook, phrase) }),
    [notebook, own],
  )
}
