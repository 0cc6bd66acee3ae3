import { fireEvent, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { DaySection } from '#app/desk/day/day-section.tsx'
import { countStates, dayAt, dayView, sheetsOnDevices } from '#app/desk/day/day-view.ts'
import { nextBar } from '#app/desk/day/use-bar-keys.ts'
import { aBoard, aReceivedSheet } from '#test/builders/a-board.ts'
import { aDayOfRooms } from '#test/builders/a-day-of-rooms.ts'
import { renderDesk } from './render-desk.tsx'

const at = (time: string) => Date.parse(`2026-11-24T${time}:00+01:00`)
const stateOfFirst = (board: ReturnType<typeof aBoard>, time: string) => dayView(board, '2026-11-24', at(time)).rooms[0]?.bars[0]?.state

describe('how an oral stands', () => {
  const heardAt = (iso: string) => aBoard({ devices: aBoard().devices.map((device) => ({ ...device, lastSeenAt: iso })) })

  it.each([
    ['planned', '08:59'],
    ['quiet', '09:05'],
    ['signing', '09:31'],
    ['late', '09:46'],
  ])('is %s at %s, by the timetable', (state, time) => {
    expect(stateOfFirst(aBoard(), time)).toBe(state)
  })

  it('is under way once a device of its jury was heard of since it began', () => {
    expect(stateOfFirst(heardAt('2026-11-24T08:04:00Z'), '09:05')).toBe('running')
    expect(stateOfFirst(heardAt('2026-11-24T07:55:00Z'), '09:05')).toBe('quiet')
  })

  it('is done when every sheet is in, however early, and late while one is missing', () => {
    const both = ['J1', 'J2'].map((juror) => aReceivedSheet('O1', juror))
    expect(stateOfFirst(aBoard({ sheets: both }), '09:20')).toBe('done')
    expect(stateOfFirst(aBoard({ sheets: both.slice(0, 1) }), '12:00')).toBe('late')
  })
})

describe('the day shown first', () => {
  it('is today’s, else the next with orals, else the last', () => {
    const board = aBoard()
    expect(dayAt(board, at('12:00'))).toBe('2026-11-24')
    expect(dayAt(board, Date.parse('2026-11-20T12:00:00Z'))).toBe('2026-11-24')
    expect(dayAt(board, Date.parse('2026-12-20T12:00:00Z'))).toBe('2026-11-24')
    expect(dayAt(aBoard({ orals: [] }), at('12:00'))).toBeNull()
  })
})

it('counts what devices say they hold, less what came in since they said it', () => {
  const [first] = aBoard().devices
  if (!first) throw new Error('no device')
  const readiness = { at: '2026-11-24T09:00:00Z', appVersion: '1.0.0', lines: [], sheetsWaiting: 3, failed: 0, warnings: 0 }
  const devices = [{ ...first, readiness }]
  expect(sheetsOnDevices(aBoard({ devices }))).toBe(3)
  const since = aReceivedSheet('O1', 'J1', { receivedAt: '2026-11-24T09:10:00Z' })
  expect(sheetsOnDevices(aBoard({ devices, sheets: [since] }))).toBe(2)
})

describe('fifty rooms in one picture', () => {
  it('gives each room its line in order, and each oral its bar in its hours', () => {
    const board = aDayOfRooms({ rooms: 50, oralsEach: 9, atTime: '12:10' })
    const view = dayView(board, '2026-11-24', at('12:10'))
    expect(view.rooms.map(({ room }) => room)).toEqual(Array.from({ length: 50 }, (_, place) => `Salle ${place + 1}`))
    expect(view.rooms.every(({ bars }) => bars.length === 9)).toBe(true)
    const counts = countStates(view)
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(450)
    expect(counts.late).toBeGreaterThan(0)
    expect(counts.done).toBeGreaterThan(100)
  })

  it('has one stop for the Tab key, and goes by arrows along a room and from room to room', async () => {
    const board = aDayOfRooms({ rooms: 50, oralsEach: 9, atTime: '12:10' })
    renderDesk(<DaySection board={board} nowMs={at('12:10')} />)
    const chart = screen.getByRole('region', { name: /^50 salles heure par heure/ })
    const stops = [...chart.querySelectorAll('a')].filter(({ tabIndex }) => tabIndex === 0)
    expect(stops).toHaveLength(1)
    const [first] = stops
    if (!first) throw new Error('no stop')
    first.focus()
    expect(first).toHaveAccessibleName(/^Salle 1, 09:00, .* : .*Fiches reçues : \d sur 2\.$/)
    fireEvent.keyDown(first, { key: 'ArrowDown' })
    expect(document.activeElement).toHaveAccessibleName(/^Salle 2, 09:00/)
    fireEvent.keyDown(document.activeElement as Element, { key: 'End' })
    expect(document.activeElement).toHaveAccessibleName(/^Salle 2, 17:00/)
    expect(document.activeElement).toHaveAttribute('href', '#oral-O2-9')
  })

  it('says the same in words: counts, and a table made when it is opened', async () => {
    const board = aDayOfRooms({ rooms: 8, oralsEach: 5, atTime: '12:10' })
    renderDesk(<DaySection board={board} nowMs={at('12:10')} />)
    const counts = countStates(dayView(board, '2026-11-24', at('12:10')))
    const legend = screen.getByRole('list', { name: 'Combien d’oraux en sont où' })
    expect(legend).toHaveTextContent(`${counts.late}`)
    expect(legend).toHaveTextContent(`${counts.done} finis, fiches reçues`)
    expect(screen.queryByRole('table')).not.toBeInTheDocument()
    await userEvent.click(screen.getByText('Le même jour en tableau'))
    const table = await screen.findByRole('table', { name: 'Le même jour en tableau' })
    expect(within(table).getAllByRole('row')).toHaveLength(41)
  })
})

it('a key leads nowhere at the ends of a line, of the rooms, and when it is another', () => {
  const { rooms } = dayView(aBoard(), '2026-11-24', at('08:00'))
  expect(nextBar(rooms, 'O1', 'ArrowRight')).toBe('O2')
  expect(nextBar(rooms, 'O2', 'ArrowRight')).toBeNull()
  expect(nextBar(rooms, 'O1', 'ArrowUp')).toBeNull()
  expect(nextBar(rooms, 'O1', 'a')).toBeNull()
  expect(nextBar([], null, 'Home')).toBeNull()
})
