import { useState } from 'react'
import { saveFile } from '../shared/save-file.ts'
import type { Answer, Failure } from './api.ts'

export interface FilesZip {
  done: number
  total: number
  isRunning: boolean
  /** Why it stopped; nothing was saved then. */
  failure: Failure | null
  make: () => Promise<void>
}

/** One file to fetch, and where it stands in the ZIP. */
export interface ZippedFile {
  path: string
  fetch: () => Promise<Answer<Uint8Array>>
}

/** Fetches files one after the other, so that the count is true, and saves them as one ZIP. */
export function useFilesZip(zipName: string, wanted: readonly ZippedFile[]): FilesZip {
  const [done, setDone] = useState<number | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  return {
    done: done ?? 0,
    total: wanted.length,
    isRunning: done !== null,
    failure,
    make: async () => {
      const { zipSync } = await import('fflate')
      setFailure(null)
      setDone(0)
      try {
        const files: Record<string, Uint8Array> = {}
        for (const [index, { path, fetch }] of wanted.entries()) {
          const answer = await fetch()
          if (answer.outcome !== 'ok') return setFailure(answer)
          files[path] = answer.value
          setDone(index + 1)
        }
        // PDFs are compressed already.
        saveFile(zipName, new Uint8Array(zipSync(files, { level: 0 })), 'application/zip')
      } finally {
        setDone(null)
      }
    },
  }
}

/** A name every file system takes: letters without accents, digits and hyphens. */
export function fileSafe(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
