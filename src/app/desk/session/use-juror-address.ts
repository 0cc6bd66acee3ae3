import { useRef, useState } from 'react'
import { jurorEmailSchema } from '#domain/juror-address.ts'
import { callRoute, type Failure } from '../api.ts'

interface WrittenAddress {
  text: string
  write: (text: string) => void
  /** Whether what is written is what is stored. */
  isKept: boolean
  /** What is written is no address, and was not stored. */
  isWrong: boolean
  /** What the last change came to. */
  said: 'saved' | 'removed' | null
  failure: Failure | null
  /** Stores what is written; an empty text takes the address away. False when it could not: it then stays written. */
  keep: () => Promise<boolean>
}

/** One juror's address as it is being written. `email`: as it is stored, empty where there is none. */
export function useJurorAddress(params: { sessionId: string; jurorId: string }, email: string, onSaved: () => void): WrittenAddress {
  const [text, setText] = useState(email)
  const [isWrong, setWrong] = useState(false)
  const [said, setSaid] = useState<WrittenAddress['said']>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  // Leaving the field and touching the button beside it both ask: the second waits for the first.
  const keeping = useRef<Promise<boolean> | null>(null)
  const written = text.trim()

  const store = async () => {
    const answer = await callRoute('setJurorAddress', { params, body: { email: written === '' ? null : written } })
    setFailure(answer.outcome === 'ok' ? null : answer)
    if (answer.outcome !== 'ok') return false
    setSaid(written === '' ? 'removed' : 'saved')
    onSaved()
    return true
  }
  return {
    text,
    write: (next) => {
      setText(next)
      setSaid(null)
    },
    isKept: written === email,
    isWrong,
    said,
    failure,
    keep: async () => {
      if (keeping.current !== null) return keeping.current
      const isUsable = written === '' || jurorEmailSchema.safeParse(written).success
      setWrong(!isUsable)
      if (!isUsable || written === email) return isUsable
      keeping.current = store()
      try {
        return await keeping.current
      } finally {
        keeping.current = null
      }
    },
  }
}
