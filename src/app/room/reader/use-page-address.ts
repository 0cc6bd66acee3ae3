import { useCallback, useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'

/** Browsers limit how often the address may change. */
const ADDRESS_DELAY_MS = 500

/** The page in view, from `?page=12` and back to it: a reload or a link from the oral's screen opens the same page. */
export function usePageAddress(): [number, (page: number) => void] {
  const [parameters, setParameters] = useSearchParams()
  const asked = Number(parameters.get('page'))
  const askedPage = Number.isInteger(asked) && asked >= 1 ? asked : 1
  const [page, setPage] = useState(askedPage)
  const write = useRef(setParameters)
  const written = useRef(askedPage)

  useEffect(() => {
    write.current = setParameters
  })

  useEffect(() => {
    if (page === written.current) return
    const timer = setTimeout(() => {
      written.current = page
      write.current({ page: String(page) }, { replace: true, preventScrollReset: true })
    }, ADDRESS_DELAY_MS)
    return () => clearTimeout(timer)
  }, [page])

  return [page, useCallback((next: number) => setPage(next), [])]
}
