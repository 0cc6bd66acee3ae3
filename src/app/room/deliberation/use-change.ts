import { useCallback, useState } from 'react'
import { type FailureCode, failureCode } from '../oral/use-gestures.ts'

/**
 * Runs changes that are stored as they are made. `failure`: why the last one was not recorded; nothing else is touched. `change` resolves to
 * whether it is on disk.
 */
export function useChange(): { failure: FailureCode | null; change: (act: () => Promise<unknown>) => Promise<boolean> } {
  const [failure, setFailure] = useState<FailureCode | null>(null)
  const change = useCallback(async (act: () => Promise<unknown>) => {
    try {
      await act()
      setFailure(null)
      return true
    } catch (error) {
      setFailure(failureCode(error))
      return false
    }
  }, [])
  return { failure, change }
}
