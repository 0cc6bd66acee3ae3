import { useEffect, useState } from 'react'

/** The time, refreshed every `everyMs`, for what a screen says by the clock. Epoch milliseconds. */
export function useNow(everyMs = 30_000): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
