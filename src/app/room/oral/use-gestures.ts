import { useCallback, useRef, useState } from 'react'
import type { Entry, EntryBody } from '#domain/entry.ts'

/** Why a gesture was not recorded, as the screen tells it. `database`: the browser closed or deleted the store. */
export type FailureCode = 'notWriter' | 'quota' | 'database' | 'signed' | 'locked' | 'unknown'

/** A gesture that could not be recorded; `body` is null for an undo or redo. */
export interface FailedGesture {
  body: EntryBody | null
  code: FailureCode
}

interface Gesture {
  key: number
  body: EntryBody | null
  failure: FailureCode | null
}

const FAILURES: Readonly<Record<string, FailureCode>> = {
  notWriter: 'notWriter',
  quota: 'quota',
  databaseClosed: 'database',
  databaseBlocked: 'database',
  databaseGone: 'database',
  signed: 'signed',
  locked: 'locked',
}

/** Reads the stable code a device's error carries. */
export function failureCode(error: unknown): FailureCode {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
  return FAILURES[code] ?? 'unknown'
}

/** Writes in the order of the gestures: an undo is about what the juror saw when asking for it. */
interface Log {
  append: (body: EntryBody) => Promise<Entry>
  undo: () => Promise<boolean>
  redo: () => Promise<boolean>
}

/**
 * The gestures between a finger and the disk. Each is shown at once as pending, disappears from here when the log has committed it, and
 * stays as failed when it has not: nothing is ever shown as recorded before it is, and nothing refused is forgotten silently.
 */
export function useGestures(log: Log) {
  const [gestures, setGestures] = useState<readonly Gesture[]>([])
  const nextKey = useRef(0)

  const follow = useCallback(async (body: EntryBody | null, act: () => Promise<unknown>): Promise<boolean> => {
    const key = nextKey.current++
    setGestures((before) => [...before, { key, body, failure: null }])
    try {
      await act()
      setGestures((before) => before.filter((gesture) => gesture.key !== key))
      return true
    } catch (error) {
      const failure = failureCode(error)
      setGestures((before) => before.map((gesture) => (gesture.key === key ? { ...gesture, failure } : gesture)))
      return false
    }
  }, [])

  const { append, undo, redo } = log
  const record = useCallback((body: EntryBody) => follow(body, () => append(body)), [follow, append])

  const failed = gestures.filter((gesture) => gesture.failure !== null)
  const retryFailed = () => {
    setGestures((before) => before.filter((gesture) => gesture.failure === null))
    for (const { body } of failed) if (body !== null) void record(body)
  }
  return {
    record,
    undo: () => void follow(null, undo),
    redo: () => void follow(null, redo),
    pending: gestures.filter((gesture) => gesture.failure === null),
    failed: failed.map(({ body, failure }): FailedGesture => ({ body, code: failure ?? 'unknown' })),
    retryFailed,
    dismissFailed: () => setGestures((before) => before.filter((gesture) => gesture.failure === null)),
  }
}
