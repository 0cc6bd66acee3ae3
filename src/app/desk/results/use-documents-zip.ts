import { useState } from 'react'
import type { ResultDocuments } from '#contract/results.ts'
import { saveFile } from '../../shared/save-file.ts'
import { callFile, type Failure } from '../api.ts'

interface DocumentsZip {
  total: number
  done: number
  isRunning: boolean
  /** Why it stopped; nothing was saved then. */
  failure: Failure | null
  make: () => Promise<void>
}

/** Fetches every document one after the other, so that the count is true, and saves them as one ZIP with a folder a candidate. */
export function useDocumentsZip(sessionId: string, candidates: ResultDocuments['candidates']): DocumentsZip {
  const [done, setDone] = useState<number | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const wanted = candidates.flatMap(({ candidateId, number, name, documents }) =>
    documents.map((documentId) => ({ candidateId, documentId, path: `${fileSafe(`${number} ${name}`)}/${documentId}.pdf` })),
  )
  return {
    total: wanted.length,
    done: done ?? 0,
    isRunning: done !== null,
    failure,
    make: async () => {
      const { zipSync } = await import('fflate')
      setFailure(null)
      setDone(0)
      try {
        const files: Record<string, Uint8Array> = {}
        for (const [index, { candidateId, documentId, path }] of wanted.entries()) {
          const answer = await callFile('resultDocument', { params: { sessionId, candidateId, documentId } })
          if (answer.outcome !== 'ok') return setFailure(answer)
          files[path] = answer.value
          setDone(index + 1)
        }
        // PDFs are compressed already.
        saveFile('documents-de-resultats.zip', new Uint8Array(zipSync(files, { level: 0 })), 'application/zip')
      } finally {
        setDone(null)
      }
    },
  }
}

/** A name every file system takes: letters without accents, digits and hyphens. */
function fileSafe(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
