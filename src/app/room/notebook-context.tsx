import { createContext, type ReactNode, useContext } from 'react'
import type { Notebook } from '#device/notebook.ts'

const NotebookContext = createContext<Notebook | null>(null)

/** Gives the unlocked notebook to the room's pages. Pages inside exist only while it is unlocked. */
export function NotebookProvider({ notebook, children }: { notebook: Notebook; children: ReactNode }) {
  return <NotebookContext value={notebook}>{children}</NotebookContext>
}

/** The unlocked notebook. Throws when used outside the room's unlocked pages: a mistake of ours, never of a person. */
export function useNotebook(): Notebook {
  const notebook = useContext(NotebookContext)
  if (notebook === null) throw new Error('no unlocked notebook here')
  return notebook
}
