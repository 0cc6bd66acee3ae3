import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel, type UserEvent } from '@testing-library/user-event'
import { useState, useSyncExternalStore } from 'react'
import { I18nextProvider } from 'react-i18next'
import { MemoryRouter } from 'react-router'
import { vi } from 'vitest'
import { OralScreen } from '#app/room/oral/oral-screen.tsx'
import type { OralScreenProps } from '#app/room/oral/oral-screen-props.ts'
import type { EntryBody } from '#domain/entry.ts'
import type { Grid } from '#domain/grid.ts'
import { aDayOral } from '#test/builders/a-day-oral.ts'
import { aGrid } from '#test/builders/a-grid.ts'
import { LogInMemory } from '#test/builders/a-log-in-memory.ts'
import { i18n } from '#texts/i18n.ts'

/** Properties of the oral's screen that a test may bring; the rest does nothing. */
export type OralOptions = Partial<Omit<OralScreenProps, 'log' | 'now'>> & { grid?: Grid; log?: readonly EntryBody[] }

const juror = { id: 'j1', lastName: 'Morel', firstName: 'Sacha', quality: 'Directeur commercial', external: true }

/** The oral's screen on a log in memory. */
export function OralOnMemory({ log, options }: { log: LogInMemory; options: OralOptions }) {
  useSyncExternalStore(log.subscribe, () => log.version)
  const [countdown, setCountdown] = useState(options.countdown ?? false)
  const [own, setOwn] = useState<readonly string[]>(options.phrases?.own ?? [])
  const { grid = aGrid(), log: _bodies, phrases: _phrases, ...props } = options
  return (
    <OralScreen
      subject={{ ...aDayOral(), grid }}
      juror={juror}
      log={{
        entries: log.entries,
        pendingCount: log.pendingCount,
        writable: log.writable,
        isGone: log.isGone,
        append: log.append,
        undo: log.undo,
        redo: log.redo,
        rescue: log.rescue,
      }}
      now={log.now}
      holdsPen={true}
      damagedCount={0}
      isSigned={false}
      signedSheets={[]}
      delivery={null}
      phrases={{
        own,
        keep: async (phrase) => {
          setOwn((before) => [phrase, ...before])
          return 'added'
        },
        remove: async (phrase) => setOwn((before) => before.filter((known) => known !== phrase)),
      }}
      supportStored={true}
      countdown={countdown}
      onCountdown={setCountdown}
      onTakePen={() => undefined}
      onSign={() => Promise.resolve()}
      onCorrect={() => Promise.resolve()}
      onRunning={() => undefined}
      watchJumps={() => () => undefined}
      {...props}
    />
  )
}

/** jsdom draws nothing; the signature's pad only needs something to draw on. */
function giveCanvasSomethingToDrawOn(): void {
  const context = new Proxy({}, { get: () => () => undefined, set: () => true })
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as CanvasRenderingContext2D)
}

/** Renders the screen as a juror meets it, with what they need to act on it. */
export function renderOral(options: OralOptions = {}): { log: LogInMemory; user: UserEvent } {
  giveCanvasSomethingToDrawOn()
  const grid = options.grid ?? aGrid()
  const allottedMs = options.subject?.allottedMs ?? grid.durationMinutes * 60_000
  const log = new LogInMemory({ allottedMs, phases: grid.phases }, options.log ?? [])
  render(
    <I18nextProvider i18n={i18n}>
      <MantineProvider env="test">
        <MemoryRouter>
          <OralOnMemory log={log} options={{ ...options, grid }} />
        </MemoryRouter>
      </MantineProvider>
    </I18nextProvider>,
  )
  // jsdom has no layout: looking for what lies over a button only costs time.
  return { log, user: userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never }) }
}

/** The four marks of an indicator, by its label. */
export function marksOf(label: string): HTMLElement {
  return screen.getByRole('group', { name: label })
}
