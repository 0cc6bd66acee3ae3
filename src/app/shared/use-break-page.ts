import { useCallback, useState } from 'react'

/** Hands what a promise threw to the page's error boundary: an unexpected failure is shown, never lost in an event handler. */
export function useBreakPage(): (cause: unknown) => void {
  const [, setState] = useState<null>(null)
  return useCallback(
    (cause: unknown) =>
      setState(() => {
        throw cause
      }),
    [],
  )
}
