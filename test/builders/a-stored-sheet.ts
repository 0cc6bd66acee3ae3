import type { StoredSheet } from '#contract/desk.ts'
import type { EntryBody } from '#domain/entry.ts'
import type { Grid } from '#domain/grid.ts'
import { composeSheet, type SheetContext } from '#domain/sheet.ts'
import { readTimer, timerEvents } from '#domain/timer.ts'
import { aHash } from './a-board.ts'
import { aLog, anInstant } from './a-log.ts'

/** A stroke as a signature pad gives it. */
export const A_STROKE = {
  width: 300,
  height: 100,
  strokes: [
    [
      [10, 20, 0.5, 0],
      [60, 40, 0.6, 80],
      [120, 30, 0.5, 160],
    ],
  ],
} satisfies Extract<SheetContext['signature'], { kind: 'drawn' }>['strokes']

/** A sheet as the server opens it: composed from these gestures on this grid, its signature valid unless changed. */
export function aStoredSheet(
  grid: Grid,
  bodies: EntryBody[],
  changes: Partial<StoredSheet> & { context?: Partial<SheetContext> } = {},
): StoredSheet {
  const { context, ...rest } = changes
  const log = aLog(...bodies)
  const sheet = composeSheet(log, {
    sheetId: 'sheet-1',
    sessionId: 'session-1',
    oralId: 'O1',
    candidate: { id: 'C1', number: '0001', name: 'Inès Bazin' },
    juror: { id: 'J1', name: 'Agnès Dumas' },
    deviceId: aHash('device'),
    grid,
    gridRef: { id: grid.id, version: grid.version, hash: aHash('grid') },
    previous: null,
    chainIndex: 2,
    timer: readTimer(
      timerEvents(log),
      { allottedMs: grid.durationMinutes * 60_000, phases: grid.phases },
      anInstant(bodies.length * 1_000),
    ),
    signedDespite: '',
    signature: { kind: 'drawn', strokes: A_STROKE },
    signedAt: '2026-11-24T09:40:00Z',
    ...context,
  })
  return {
    hash: aHash('sheet'),
    jws: 'header.payload.signature',
    sheet,
    verification: { signature: 'valid', foldMatchesLog: true, deviceEnrolled: true },
    receipt: {
      format: 'carnet-de-jury/receipt',
      formatVersion: 1,
      envelopeId: aHash('envelope'),
      sheetHash: aHash('sheet'),
      receivedAt: '2026-11-24T09:41:00Z',
      journalIndex: 12,
      journalHash: aHash('journal'),
    },
    revisions: [],
    ...rest,
  }
}
