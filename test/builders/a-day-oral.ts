import type { DayOral, DaySheet } from '#device/day.ts'
import type { Candidate, WrittenSupport } from '#domain/exam-session.ts'
import { aGrid } from './a-grid.ts'

interface DayOralChanges {
  id?: string
  startsAt?: string
  candidate?: Partial<Candidate>
  support?: Partial<WrittenSupport> | null
  allottedMs?: number
  sheet?: Partial<DaySheet> | null
}

/** One oral of a juror's day: 24 November 2026 at 09:00 (UTC+1), candidate Inès Bazin, block 1 of the test grid, nothing recorded. */
export function aDayOral({ id = 'o1', startsAt = '2026-11-24T09:00:00+01:00', ...changes }: DayOralChanges = {}): DayOral {
  const grid = aGrid()
  return {
    oral: {
      id,
      candidateId: `c-${id}`,
      panelId: 'p1',
      gridId: grid.id,
      startsAt,
      room: 'Salle 12',
      supportId: changes.support ? `s-${id}` : null,
      scenario: null,
    },
    candidate: {
      id: `c-${id}`,
      number: '0001',
      lastName: 'Bazin',
      firstName: 'Inès',
      accommodations: [],
      blocks: ['B1'],
      ...changes.candidate,
    },
    grid,
    gridHash: 'G'.repeat(43),
    support: changes.support
      ? {
          id: `s-${id}`,
          candidateId: `c-${id}`,
          gridId: grid.id,
          fileName: 'plan.pdf',
          sha256: 'P'.repeat(43),
          bytes: 2_000_000,
          pages: 30,
          annexStartPage: null,
          receivedOn: '2026-11-01',
          ...changes.support,
        }
      : null,
    panel: { id: 'p1', name: 'Jury A', room: 'Salle 12', jurorIds: ['j1', 'j2'], presidentId: 'j1' },
    allottedMs: changes.allottedMs ?? 30 * 60_000,
    calibration: null,
    sheet: changes.sheet ? aDaySheet(changes.sheet) : null,
  }
}

/** A draft just begun: candidate not yet there, timer ready. */
export function aDaySheet(changes: Partial<DaySheet> = {}): DaySheet {
  return {
    sheetId: 'sheet-1',
    revision: 1,
    state: 'draft',
    presence: null,
    timerStatus: 'ready',
    signedHash: null,
    delivery: null,
    damagedRows: 0,
    ...changes,
  }
}
