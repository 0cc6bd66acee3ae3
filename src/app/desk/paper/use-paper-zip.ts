import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveFile } from '../../shared/save-file.ts'
import { callFile, type Failure } from '../api.ts'

interface PaperZip {
  done: number
  isRunning: boolean
  /** Why it stopped; nothing was saved then. */
  failure: Failure | null
  make: () => Promise<void>
}

/** One file to fetch, and its name in the ZIP without `.pdf`. */
export interface PaperFile {
  oralId: string
  name: string
}

/** Fetches each oral's sheets one after the other, so that the count is true, and saves them as one ZIP. */
export function usePaperZip(sessionId: string, wanted: readonly PaperFile[]): PaperZip {
  const { t } = useTranslation('paper')
  const [done, setDone] = useState<number | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  return {
    done: done ?? 0,
    isRunning: done !== null,
    failure,
    make: async () => {
      const { zipSync } = await import('fflate')
      setFailure(null)
      setDone(0)
      try {
        const files: Record<string, Uint8Array> = {}
        for (const [index, { oralId, name }] of wanted.entries()) {
          const answer = await callFile('paperSheets', { params: { sessionId, oralId } })
          if (answer.outcome !== 'ok') return setFailure(answer)
          files[`${name}.pdf`] = answer.value
          setDone(index + 1)
        }
        // PDFs are compressed already.
        saveFile(t('page.zip'), new Uint8Array(zipSync(files, { level: 0 })), 'application/zip')
      } finally {
        setDone(null)
      }
    },
  }
}
