import { useEffect, useState } from 'react'
import type { SessionBoard } from '#contract/desk.ts'
import { routePath } from '#contract/routes.ts'
import { type Loaded, useAnswer } from './use-answer.ts'

/** How often the board is fetched while its event stream is cut. */
const FALLBACK_MS = 20_000
/** Several events in a row (a batch of sheets) make one fetch. */
const GATHER_MS = 150

export interface LiveBoard extends Loaded<SessionBoard> {
  /** The server tells each change at once; otherwise the board is fetched again every so often. */
  live: boolean
}

/** A session's board, kept up to date by server-sent events, by repeated fetching while they are cut. */
export function useLiveBoard(sessionId: string): LiveBoard {
  const board = useAnswer('board', { sessionId })
  const { reload } = board
  const [live, setLive] = useState(false)

  useEffect(() => {
    const source = new EventSource(routePath('boardEvents', { sessionId }))
    let gathering: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      clearTimeout(gathering)
      gathering = setTimeout(reload, GATHER_MS)
    }
    let openedBefore = false
    source.onopen = () => {
      setLive(true)
      // What changed while the stream was cut was told to nobody.
      if (openedBefore) refresh()
      openedBefore = true
    }
    source.onerror = () => setLive(false)
    source.addEventListener('changed', refresh)
    return () => {
      clearTimeout(gathering)
      source.close()
    }
  }, [sessionId, reload])

  useEffect(() => {
    if (live) return
    const timer = setInterval(reload, FALLBACK_MS)
    return () => clearInterval(timer)
  }, [live, reload])

  return { ...board, live: live && board.failure === null }
}
