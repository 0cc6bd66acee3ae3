import { useCallback, useEffect, useRef, useState } from 'react'
import type { JournalFilter } from '#contract/journal.ts'
import type { JournalRow } from '#domain/journal.ts'
import { useBreakPage } from '../../shared/use-break-page.ts'
import { callRoute, type Failure } from '../api.ts'

export interface JournalRows {
  rows: readonly JournalRow[]
  /** All rows that fit, shown or not; null before the first answer. */
  total: number | null
  loading: boolean
  failure: Failure | null
  /** Asks for the next page; absent on the last one. */
  more?: () => void
  /** Asks again for the first page. */
  reload: () => void
}

interface Read {
  rows: readonly JournalRow[]
  total: number | null
  next: number | null
}

const NOTHING_READ: Read = { rows: [], total: null, next: null }

/** The rows that fit a filter, page after page, the latest first. Another filter starts anew; an answer that comes too late is dropped. */
export function useJournalRows(filter: JournalFilter): JournalRows {
  const breakPage = useBreakPage()
  const [read, setRead] = useState<Read>(NOTHING_READ)
  const [loading, setLoading] = useState(true)
  const [failure, setFailure] = useState<Failure | null>(null)
  const latest = useRef<AbortController | null>(null)
  // A new object with the same values must not fetch anew.
  const filterText = JSON.stringify(filter)

  const ask = useCallback(
    (before: number | null) => {
      latest.current?.abort()
      const abort = new AbortController()
      latest.current = abort
      setLoading(true)
      const body = { ...(JSON.parse(filterText) as JournalFilter), before }
      callRoute('journalRows', { body, signal: abort.signal }).then(
        (answer) => {
          if (abort.signal.aborted) return
          setLoading(false)
          setFailure(answer.outcome === 'ok' ? null : answer)
          if (answer.outcome !== 'ok') return
          const { rows, total, next } = answer.value
          setRead((earlier) => ({ rows: before === null ? rows : [...earlier.rows, ...rows], total, next }))
        },
        (cause: unknown) => {
          if (!abort.signal.aborted) breakPage(cause)
        },
      )
    },
    [filterText, breakPage],
  )

  useEffect(() => {
    ask(null)
    return () => latest.current?.abort()
  }, [ask])

  const { rows, total, next } = read
  const reload = useCallback(() => ask(null), [ask])
  return { rows, total, loading, failure, reload, ...(next === null ? {} : { more: () => ask(next) }) }
}
