import { act, fireEvent } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useAutoLock } from '#app/room/use-auto-lock.ts'
import { renderRoom } from './render-room.tsx'

const MINUTE_MS = 60_000
let locks = 0
const lock = () => {
  locks += 1
}

function Page({ paused = false }: { paused?: boolean }) {
  useAutoLock(lock, 15 * MINUTE_MS, paused)
  return <p>Ma journée</p>
}

const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms))

describe('auto-lock', () => {
  beforeEach(() => {
    locks = 0
    vi.useFakeTimers()
  })
  afterEach(() => vi.useRealTimers())

  it('locks after fifteen minutes without a gesture', () => {
    renderRoom(<Page />)
    wait(14 * MINUTE_MS)
    expect(locks).toBe(0)
    wait(2 * MINUTE_MS)
    expect(locks).toBeGreaterThan(0)
  })

  it('starts counting again at each gesture', () => {
    renderRoom(<Page />)
    wait(14 * MINUTE_MS)
    fireEvent.pointerDown(document.body)
    wait(14 * MINUTE_MS)
    expect(locks).toBe(0)
  })

  it('never locks while an oral’s timer runs', () => {
    renderRoom(<Page paused />)
    wait(60 * MINUTE_MS)
    expect(locks).toBe(0)
  })

  it('locks a tablet that slept through the delay at the first touch, not fifteen minutes later', () => {
    renderRoom(<Page />)
    vi.setSystemTime(Date.now() + 40 * MINUTE_MS)
    fireEvent.pointerDown(document.body)
    expect(locks).toBe(1)
  })
})
