import { useState } from 'react'
import type { Answer, Failure } from '../api.ts'

interface Act {
  busy: boolean
  /** Why the last call did not succeed. */
  failure: Failure | null
  /** Makes one call. Null when it failed: the failure is kept to be shown. */
  run: <Value>(call: () => Promise<Answer<Value>>) => Promise<{ value: Value } | null>
}

/** One act at a time of a part of a screen: whether it is under way, and why the last one failed. */
export function useAct(): Act {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  return {
    busy,
    failure,
    run: async (call) => {
      setBusy(true)
      setFailure(null)
      try {
        const answer = await call()
        if (answer.outcome === 'ok') return { value: answer.value }
        setFailure(answer)
        return null
      } finally {
        setBusy(false)
      }
    },
  }
}
