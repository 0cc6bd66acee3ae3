import { useEffect } from 'react'
import { create } from 'zustand'

interface CountdownState {
  /** The candidate's window, while it is open. */
  target: Window | null
  /** The browser refused the window. */
  blocked: boolean
}

/** Outlives the oral's page: looking up a page of the support does not take the clock away from the candidate. */
export const useCountdownStore = create<CountdownState>()(() => ({ target: null, blocked: false }))

/** Closes the candidate's window once none of the oral's pages is shown any more, or the page itself goes. */
export function useCountdownWindowEnd(): void {
  useEffect(() => {
    const close = () => useCountdownStore.getState().target?.close()
    window.addEventListener('pagehide', close)
    return () => {
      window.removeEventListener('pagehide', close)
      close()
    }
  }, [])
}
