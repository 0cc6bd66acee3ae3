import type { TableOral } from '#device/deliberation/table.ts'
import { decisionBasis, type HashedSheet } from '#domain/compose-minutes.ts'
import { type DecisionDraft, emptyDecision, finishDecision } from '#domain/decision-draft.ts'
import { checkDecision } from '#domain/deliberation.ts'
import type { EntryBody, VerdictLevel } from '#domain/entry.ts'
import { type Grid, sectionIndicators } from '#domain/grid.ts'
import { composeSheet } from '#domain/sheet.ts'
import { readTimer, timerEvents } from '#domain/timer.ts'
import { aDayOral } from './a-day-oral.ts'
import { aLog } from './a-log.ts'

const NAMES: Record<string, string> = { j1: 'Agnès Dumas', j2: 'Karim Ferrand', j3: 'Lise Guyot' }

/** A member's name, as screens are given it. */
export function nameOf(jurorId: string): string {
  return NAMES[jurorId] ?? jurorId
}

interface SheetChanges {
  /** Verdicts by section; « acquired » where none is given. */
  verdicts?: Record<string, VerdictLevel>
  reasons?: Record<string, string>
  /** Indicators marked not observed; the others are observed. */
  notObserved?: string[]
  bodies?: EntryBody[]
  /** Gestures after all others. */
  besides?: EntryBody[]
}

/** A member's signed sheet for the test oral, as it lies on the table. */
export function aTableSheet(jurorId: string, grid: Grid, changes: SheetChanges = {}): HashedSheet {
  const { oral, candidate } = aDayOral()
  const missed = new Set(changes.notObserved)
  const entries = aLog(
    ...(changes.bodies ?? [
      { kind: 'identity', checked: true },
      { kind: 'presence', presence: 'present' },
      ...grid.sections.flatMap((section): EntryBody[] =>
        sectionIndicators(section).map(({ id }) => ({ kind: 'mark', targets: [id], value: missed.has(id) ? 'notObserved' : 'observed' })),
      ),
      ...grid.sections.map(
        ({ id }): EntryBody => ({
          kind: 'verdict',
          sectionId: id,
          verdict: changes.verdicts?.[id] ?? 'acquired',
          reason: changes.reasons?.[id] ?? '',
        }),
      ),
      { kind: 'partVerdict', verdict: 'validated', reason: '' },
    ]),
    ...(changes.besides ?? []),
  )
  const sheet = composeSheet(entries, {
    sheetId: `sheet-${jurorId}`,
    sessionId: 'session-1',
    oralId: oral.id,
    candidate: { id: candidate.id, number: candidate.number, name: `${candidate.firstName} ${candidate.lastName}` },
    juror: { id: jurorId, name: nameOf(jurorId) },
    deviceId: 'D'.repeat(43),
    grid,
    gridRef: { id: grid.id, version: grid.version, hash: 'G'.repeat(43) },
    previous: null,
    chainIndex: 0,
    timer: readTimer(timerEvents(entries), { allottedMs: 1_800_000, phases: grid.phases }, { wallMs: 0, monoMs: 0, monoId: 'page' }),
    signedDespite: '',
    signature: { kind: 'typed', name: nameOf(jurorId) },
    signedAt: '2026-11-24T08:40:00Z',
  })
  return { hash: jurorId.padEnd(43, 'H'), sheet }
}

/** One oral on the president's table: a panel of three, the sheets given, the decision as far as it is made. */
export function aTableOral(sheets: HashedSheet[], draft: Partial<DecisionDraft> = {}, changes: Partial<TableOral> = {}): TableOral {
  const { oral, candidate, grid } = aDayOral()
  const jurorIds = ['j1', 'j2', 'j3']
  const hashed = { grid, hash: 'G'.repeat(43) }
  const basis = decisionBasis(hashed, oral, jurorIds, sheets)
  const whole = { ...emptyDecision(oral.id), ...draft }
  const decision = finishDecision(
    whole,
    grid,
    basis,
    sheets.map(({ sheet }) => sheet),
  )
  return {
    oral,
    candidate,
    grid: hashed,
    jurorIds,
    basis,
    draft: whole,
    decision,
    issues: decision === null ? [] : checkDecision(grid, decision, { jurorIds, presidentId: 'j1' }),
    sheets,
    received: sheets.map(({ sheet }) => sheet.juror.id),
    sheetsSince: [],
    isBlind: false,
    ...changes,
  }
}
