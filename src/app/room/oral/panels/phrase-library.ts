import { createContext, useContext } from 'react'
import type { PhraseOutcome } from '#device/phrases.ts'

/** The juror's own ready phrases: every oral of the notebook shows the same ones. */
export interface PhraseLibrary {
  /** Newest first. */
  own: readonly string[]
  /** Rejects when the device could not keep it. */
  keep: (phrase: string) => Promise<PhraseOutcome>
  remove: (phrase: string) => Promise<void>
}

const PhraseLibraryContext = createContext<PhraseLibrary | null>(null)

export const PhraseLibraryProvider = PhraseLibraryContext

/** The juror's phrases. Throws outside the oral's screen: a mistake of ours. */
export function usePhraseLibrary(): PhraseLibrary {
  const library = useContext(PhraseLibraryContext)
  if (library === null) throw new Error('no phrases here')
  return library
}
