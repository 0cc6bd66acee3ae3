import { useEffect, useState } from 'react'

/** The wall clock in epoch milliseconds, read again every `everyMs` and whenever the page comes back into view. */
export function useNow(everyMs: number): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    const read = () => setNowMs(Date.now())
    const timer = setInterval(read, everyMs)
    document.addEventListener('visibilitychange', read)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', read)
    }
  }, [everyMs])
  return nowMs
}
