import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, expect, vi } from 'vitest'

// How long something may take to show on a machine with other work; what never comes fails all the same.
configure({ asyncUtilTimeout: 5_000 })

// What Mantine asks of a browser and jsdom does not have (https://mantine.dev/guides/vitest/).
window.matchMedia = (query: string): MediaQueryList => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
})

class InertResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
window.ResizeObserver = InertResizeObserver
Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true })
// A promise, as Chromium gives since 2025: an effect that returns it by mistake breaks here too.
window.HTMLElement.prototype.scrollIntoView = async () => undefined

// jsdom lacks it; what is reported there lands on the console, as in a browser.
window.reportError = (error: unknown) => console.error(error)

// An unexpected error or warning on the console fails the test that caused it.
let complaints: string[] = []

beforeEach(() => {
  complaints = []
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      complaints.push(`console.${level}: ${parts.map(String).join(' ')}`)
    })
  }
})

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  expect(complaints, 'nothing unexpected on the console').toEqual([])
})
