import { useCallback, useEffect, useRef, useState } from 'react'
import { type RouteId, routePath } from '#contract/routes.ts'
import { type AnswerOf, callRoute, type Failure } from './api.ts'

/** A route's answer as a screen sees it. A reload that fails keeps what was shown, and tells the failure beside it. */
export interface Loaded<T> {
  value: T | null
  failure: Failure | null
  loading: boolean
  /** Epoch milliseconds of the last good answer; null before the first. */
  updatedAtMs: number | null
  reload: () => void
}

interface State<T> extends Omit<Loaded<T>, 'reload'> {
  path: string
}

function startingState<T>(path: string): State<T> {
  return { path, value: null, failure: null, loading: true, updatedAtMs: null }
}

/** Fetches a route when the screen opens, when its parameters change, and at each `reload()`. */
export function useAnswer<Id extends RouteId>(id: Id, params: Record<string, string> = {}): Loaded<AnswerOf<Id>> {
  const path = routePath(id, params)
  const [state, setState] = useState<State<AnswerOf<Id>>>(() => startingState(path))
  const latest = useRef<AbortController | null>(null)
  // A new object with the same values must not fetch anew.
  const paramsText = JSON.stringify(params)

  const reload = useCallback(() => {
    latest.current?.abort()
    const abort = new AbortController()
    const { signal } = abort
    latest.current = abort
    setState((previous) => (previous.path === path ? { ...previous, loading: true } : startingState(path)))
    callRoute(id, { params: JSON.parse(paramsText) as Record<string, string>, signal }).then(
      (answer) => {
        if (signal.aborted) return
        setState((previous) =>
          answer.outcome === 'ok'
            ? { path, value: answer.value, failure: null, loading: false, updatedAtMs: Date.now() }
            : { ...previous, failure: answer, loading: false },
        )
      },
      (cause: unknown) => {
        if (signal.aborted) return
        // Broken, not refused: thrown in render, where the route's error page catches it.
        setState(() => {
          throw cause
        })
      },
    )
  }, [id, path, paramsText])

  useEffect(() => {
    reload()
    return () => latest.current?.abort()
  }, [reload])

  const { path: _path, ...shown } = state.path === path ? state : startingState<AnswerOf<Id>>(path)
  return { ...shown, reload }
}
