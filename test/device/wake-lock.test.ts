import { afterEach, expect, it, vi } from 'vitest'
import { holdWakeLock, type WakeLockState, wakeLockGap } from '#device/wake-lock.ts'

let letGo: (() => void) | undefined

afterEach(() => {
  letGo?.()
  letGo = undefined
  vi.restoreAllMocks()
})

/** Every lock the browser gave. */
function givenLocks(): WakeLockSentinel[] {
  const given: WakeLockSentinel[] = []
  const request = navigator.wakeLock.request.bind(navigator.wakeLock)
  vi.spyOn(navigator.wakeLock, 'request').mockImplementation(async (type) => {
    const lock = await request(type)
    given.push(lock)
    return lock
  })
  return given
}

it('keeps the screen on, and asks again when the browser took the lock away and the page is back in view', async () => {
  const given = givenLocks()
  const states: WakeLockState[] = []
  const sinceMs = performance.now()
  letGo = holdWakeLock((state) => states.push(state))
  await expect.poll(() => states).toEqual(['held'])
  expect(wakeLockGap(sinceMs), 'none was held before').toBe(true)
  expect(wakeLockGap(performance.now())).toBe(false)

  // As browsers do when a page goes out of view.
  await given[0]?.release()
  expect(wakeLockGap(performance.now())).toBe(true)
  document.dispatchEvent(new Event('visibilitychange'))
  await expect.poll(() => states).toEqual(['held', 'held'])
  expect(given.map(({ released }) => released)).toEqual([true, false])
  expect(wakeLockGap(performance.now())).toBe(false)
})

it('lets the screen sleep once the oral is left, even when the lock came late', async () => {
  const given = givenLocks()
  holdWakeLock()()
  await expect.poll(() => given.map(({ released }) => released)).toEqual([true])
  document.dispatchEvent(new Event('visibilitychange'))
  expect(given).toHaveLength(1)
})
