import { useEffect, useState } from 'react'
import { tokenSchema } from '#contract/accounts.ts'

/**
 * The one-time token a link carries in its fragment, which browsers do not send; it leaves the address bar at once. Empty without one, or
 * when a message has cut the link.
 */
export function useFragmentToken(): string {
  const [token] = useState(() => window.location.hash.slice(1))
  useEffect(() => {
    if (window.location.hash) window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [])
  return tokenSchema.safeParse(token).data ?? ''
}
