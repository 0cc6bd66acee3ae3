import { useEffect, useState } from 'react'

/** The one-time token a link carries in its fragment, which browsers do not send; it leaves the address bar at once. Empty without one. */
export function useFragmentToken(): string {
  const [token] = useState(() => window.location.hash.slice(1))
  useEffect(() => {
    if (window.location.hash) window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [])
  return token
}
