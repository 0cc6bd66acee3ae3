import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useLiveBoard } from '#app/desk/use-live-board.ts'
import { aBoard } from '#test/builders/a-board.ts'
import { answering, json } from './answering.ts'

/** The browser's event stream, driven by the test: jsdom has none. */
class DrivenEventSource extends EventTarget {
  static readonly CLOSED = 2
  static latest: DrivenEventSource | null = null
  onopen: (() => void) | null = null
  onerror: (() => void) | null = null
  readonly url: string
  closed = false
  readyState = 0
  constructor(url: string) {
    super()
    this.url = url
    DrivenEventSource.latest = this
  }
  close(): void {
    this.closed = true
  }
}

const BOARD = '/api/v1/sessions/session-1'

beforeEach(() => vi.stubGlobal('EventSource', DrivenEventSource))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the live board', () => {
  it('is fetched again when the server says that it changed, once for several changes in a row', async () => {
    const asked = answering({ [BOARD]: () => json(aBoard()) })
    const { result, unmount } = renderHook(() => useLiveBoard('session-1'))
    await waitFor(() => expect(result.current.value).not.toBeNull())
    const stream = DrivenEventSource.latest
    expect(stream?.url).toBe(`${BOARD}/events`)
    act(() => stream?.onopen?.())
    expect(result.current.liveness).toBe('live')
    act(() => {
      stream?.dispatchEvent(new Event('changed'))
      stream?.dispatchEvent(new Event('changed'))
    })
    await waitFor(() => expect(asked).toHaveLength(2))
    await waitFor(() => expect(result.current.loading).toBe(false))
    unmount()
    expect(stream?.closed).toBe(true)
  })

  it('keeps what it knew and says when, while the server is away, then catches up', async () => {
    let up = true
    answering({
      [BOARD]: () => {
        if (!up) throw new TypeError('network')
        return json(aBoard({ sheets: [] }))
      },
    })
    const { result } = renderHook(() => useLiveBoard('session-1'))
    await waitFor(() => expect(result.current.value).not.toBeNull())
    act(() => DrivenEventSource.latest?.onopen?.())
    const knownSince = result.current.updatedAtMs
    up = false
    act(() => DrivenEventSource.latest?.onerror?.())
    act(() => result.current.reload())
    await waitFor(() => expect(result.current.loading).toBe(false))
    expect(result.current).toMatchObject({ liveness: 'offline', failure: null, updatedAtMs: knownSince })
    expect(result.current.value?.session.id).toBe('session-1')
    up = true
    act(() => DrivenEventSource.latest?.onopen?.())
    await waitFor(() => expect(result.current).toMatchObject({ liveness: 'live', failure: null }))
  })

  it('asks for the stream again when the server refused it, for the browser does not', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    answering({ [BOARD]: () => json(aBoard()) })
    const { result } = renderHook(() => useLiveBoard('session-1'))
    const refused = DrivenEventSource.latest
    if (!refused) throw new Error('no stream was opened')
    refused.readyState = DrivenEventSource.CLOSED
    act(() => refused.onerror?.())
    await act(() => vi.advanceTimersByTimeAsync(20_000))
    expect(DrivenEventSource.latest).not.toBe(refused)
    act(() => DrivenEventSource.latest?.onopen?.())
    expect(result.current.liveness).toBe('live')
  })

  it('tells the failure when there is nothing to show yet', async () => {
    answering({})
    const { result } = renderHook(() => useLiveBoard('session-1'))
    await waitFor(() => expect(result.current.failure).toEqual({ outcome: 'unreachable' }))
  })
})
