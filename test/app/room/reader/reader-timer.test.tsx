import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { EntryBody } from '#domain/entry.ts'
import { renderReader } from './render-reader.tsx'

const MINUTE_MS = 60_000
const STARTED: EntryBody[] = [
  { kind: 'presence', presence: 'present' },
  { kind: 'timer', event: { type: 'start' } },
]

const timer = () => within(screen.getByRole('region', { name: 'Chronomètre' }))

/** Lets the timer's own refresh run after the log's clock moved. */
async function refreshed(): Promise<void> {
  await act(() => new Promise((resolve) => setTimeout(resolve, 250)))
}

describe('a page of the support looked up during the oral', () => {
  it('keeps the time in sight, and announces each warning as the oral’s own screen does', async () => {
    const { log } = renderReader({ log: STARTED })
    act(() => log.pass(19 * MINUTE_MS))
    await refreshed()
    expect(timer().getByRole('timer')).toHaveTextContent('11:00')
    act(() => log.pass(MINUTE_MS))
    await refreshed()
    expect(timer().getByRole('status')).toHaveTextContent('Il reste 10 minutes')
    act(() => log.pass(10 * MINUTE_MS + 5_000))
    await refreshed()
    expect(timer().getByRole('timer')).toHaveTextContent('+00:05')
    expect(timer().getByRole('status')).toHaveTextContent('Temps écoulé')
  })

  it('tells the device that an oral goes on, so that it neither locks nor updates', async () => {
    const told: boolean[] = []
    const { log } = renderReader({ log: STARTED, onRunning: (running) => told.push(running) })
    expect(told.at(-1)).toBe(true)
    await act(() => log.append({ kind: 'timer', event: { type: 'stop' } }))
    expect(told.at(-1)).toBe(false)
  })

  it('shows no clock before the oral, when the support is read at home', () => {
    renderReader()
    expect(screen.queryByRole('timer')).toBeNull()
  })
})
