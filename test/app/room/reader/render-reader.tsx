import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { useSyncExternalStore } from 'react'
import { I18nextProvider } from 'react-i18next'
import { MemoryRouter } from 'react-router'
import { OralWorkProvider } from '#app/room/oral/oral-work.ts'
import { useOralWorkOn } from '#app/room/oral/use-oral-work.ts'
import type { PdfState } from '#app/room/reader/pdf/use-pdf.ts'
import { ReaderNotices } from '#app/room/reader/reader-notices.tsx'
import { ReaderScreen } from '#app/room/reader/reader-screen.tsx'
import { ReaderTimer } from '#app/room/reader/reader-timer.tsx'
import type { EntryBody } from '#domain/entry.ts'
import type { Grid } from '#domain/grid.ts'
import { aDayOral } from '#test/builders/a-day-oral.ts'
import { aGrid } from '#test/builders/a-grid.ts'
import { LogInMemory } from '#test/builders/a-log-in-memory.ts'
import { i18n } from '#texts/i18n.ts'

interface ReaderOptions {
  grid?: Grid
  log?: readonly EntryBody[]
  pdf?: PdfState
  /** Page the address asks for. */
  page?: number
  /** Told when an oral goes on. */
  onRunning?: (running: boolean) => void
}

const juror = { id: 'j1', lastName: 'Morel', firstName: 'Sacha', quality: 'Directeur commercial', external: true }

const watchJumps = () => () => undefined

interface ReaderOnMemoryProps {
  log: LogInMemory
  grid: Grid
  pdf: PdfState
  onRunning: (running: boolean) => void
}

function ReaderOnMemory({ log, grid, pdf, onRunning }: ReaderOnMemoryProps) {
  useSyncExternalStore(log.subscribe, () => log.version)
  const work = useOralWorkOn(
    {
      entries: log.entries,
      pendingCount: log.pendingCount,
      writable: log.writable,
      append: log.append,
      undo: log.undo,
      redo: log.redo,
      isGone: log.isGone,
      rescue: log.rescue,
    },
    { ...aDayOral({ support: { pages: 36, annexStartPage: 31 } }), grid },
    juror,
    log.now,
  )
  return (
    <OralWorkProvider value={work}>
      <ReaderScreen
        pdf={pdf}
        timer={<ReaderTimer onRunning={onRunning} watchJumps={watchJumps} />}
        notices={<ReaderNotices holdsPen={log.writable} isSigned={false} damagedCount={0} onTakePen={() => undefined} />}
      />
    </OralWorkProvider>
  )
}

/** A PDF of `pageCount` A4 pages that never finishes painting: jsdom has no canvas. Its words are those given, one text a page. */
export function aPdfWithoutPictures(texts: readonly string[]): PdfState {
  const never = () => new Promise<never>(() => undefined)
  return {
    status: 'ready',
    document: {
      pageCount: texts.length,
      size: async () => ({ width: 595, height: 842 }),
      paint: never,
      text: async (page) => ({ page, text: texts[page - 1] ?? '', runStarts: [0] }),
      layText: never,
      release: async () => undefined,
      close: async () => undefined,
    },
  }
}

/** The reader as a juror meets it, on a log in memory. On jsdom's narrow screen, the PDF and the grid are tabs. */
export function renderReader(options: ReaderOptions = {}): { log: LogInMemory; user: UserEvent } {
  const grid = options.grid ?? aGrid()
  const log = new LogInMemory({ allottedMs: 1_800_000, phases: grid.phases }, options.log ?? [])
  const pdf = options.pdf ?? aPdfWithoutPictures(Array.from({ length: 36 }, (_, index) => `Texte de la page ${index + 1}`))
  render(
    <I18nextProvider i18n={i18n}>
      <MantineProvider env="test">
        <MemoryRouter initialEntries={[`/salle/oral/o1/support?page=${options.page ?? 1}`]}>
          <ReaderOnMemory log={log} grid={grid} pdf={pdf} onRunning={options.onRunning ?? (() => undefined)} />
        </MemoryRouter>
      </MantineProvider>
    </I18nextProvider>,
  )
  return { log, user: userEvent.setup() }
}
