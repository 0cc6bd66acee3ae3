import { useEffect, useState } from 'react'
import type { SessionBoard } from '#contract/desk.ts'
import { routePath } from '#contract/routes.ts'
import { type Loaded, useAnswer } from './use-answer.ts'

/** How often the board is fetched, and a refused stream asked for again, while events do not come. */
const FALLBACK_MS = 20_000
/** Several events in a row (a batch of sheets) make one fetch. */
const GATHER_MS = 150

/** `connecting` until the first event stream is open; `offline`: the board may be older than it looks. */
export type Liveness = 'connecting' | 'live' | 'offline'

/** A board that stays shown while the server is away: `liveness` tells it then, and `failure` is only what cannot be waited out. */
export interface LiveBoard extends Loaded<SessionBoard> {
  liveness: Liveness
}

/** A session's board, kept up to date by server-sent events, by repeated fetching while they are cut. */
export function useLiveBoard(sessionId: string): LiveBoard {
  const board = useAnswer('board', { sessionId })
  const stream = useBoardEvents(sessionId, board.reload)
  const { reload } = board
  const listening = stream === 'live'

  useEffect(() => {
    if (listening) return
    const timer = setInterval(reload, FALLBACK_MS)
    return () => clearInterval(timer)
  }, [listening, reload])

  const unreachable = board.failure?.outcome === 'unreachable'
  return {
    ...board,
    failure: unreachable && board.value !== null ? null : board.failure,
    liveness: unreachable ? 'offline' : stream,
  }
}

/** Calls `onChange` for the session's events, and once after each gap, since what changed then was told to nobody. */
function useBoardEvents(sessionId: string, onChange: () => void): Liveness {
  const [liveness, setLiveness] = useState<Liveness>('connecting')

  useEffect(() => {
    let source: EventSource
    let gathering: ReturnType<typeof setTimeout> | undefined
    let reopening: ReturnType<typeof setTimeout> | undefined
    let missedSome = false
    const refresh = () => {
      clearTimeout(gathering)
      gathering = setTimeout(onChange, GATHER_MS)
    }
    const open = () => {
      source = new EventSource(routePath('boardEvents', { sessionId }))
      source.addEventListener('changed', refresh)
      source.onopen = () => {
        setLiveness('live')
        if (missedSome) refresh()
      }
      source.onerror = () => {
        missedSome = true
        setLiveness('offline')
        // The browser tries a cut stream again by itself, but gives a refused one up for ever.
        if (source.readyState === EventSource.CLOSED) reopening = setTimeout(open, FALLBACK_MS)
      }
    }
    open()
    return () => {
      clearTimeout(gathering)
      clearTimeout(reopening)
      source.close()
    }
  }, [sessionId, onChange])

  return liveness
}
