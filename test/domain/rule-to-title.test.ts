import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeMinutes, decisionBasis, type HashedSheet } from '#domain/compose-minutes.ts'
import type { PanelDecision } from '#domain/deliberation.ts'
import type { EntryBody, Observation, VerdictLevel } from '#domain/entry.ts'
import type { ExamSession } from '#domain/exam-session.ts'
import type { Grid } from '#domain/grid.ts'
import { minutesSchema } from '#domain/minutes.ts'
import { sessionResults } from '#domain/results.ts'
import { composeSheet } from '#domain/sheet.ts'
import { readTimer } from '#domain/timer.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { someFacts } from '#test/builders/a-deliberation.ts'
import { aGrid } from '#test/builders/a-grid.ts'
import { aLog, aMark, anInstant } from '#test/builders/a-log.ts'

const HASH = 'R'.repeat(43)
const PARTS = ['B1', 'B2', 'B3', 'finalInterview'] as const
const JURORS = ['j1', 'j2', 'j3']
/** The sections of the test grid, and their indicators; one is essential. */
const SECTIONS = { S1: ['S1.K1.I1', 'S1.K1.I2', 'S1.K2.I1', 'S1.K2.I2'], S2: ['S2.K1.I1', 'S2.K1.I2'] } as const
const ESSENTIAL = 'S1.K2.I1'
type SectionId = keyof typeof SECTIONS

type Marks = Record<string, Observation>
const marks = fc.record(
  Object.fromEntries(
    Object.values(SECTIONS)
      .flat()
      .map((id) => [id, fc.constantFrom<Observation>('observed', 'observed', 'observed', 'partial', 'notObserved')]),
  ),
)
/** What one juror marks in each part. */
const juror = fc.record({ B1: marks, B2: marks, B3: marks, finalInterview: marks })
const session = fc.record({ jurors: fc.array(juror, { minLength: 1, maxLength: 3 }), before: fc.subarray(['B1', 'B2', 'B3']) })

const grids = PARTS.map((part) => ({
  hash: `${part}${HASH}`.slice(0, 43),
  grid: aGrid({ id: `essai-${part}`, part: part === 'finalInterview' ? { kind: 'finalInterview' } : { kind: 'block', blockId: part } }),
}))

function aSession(acquiredBefore: string[]): ExamSession {
  return {
    id: 's1',
    title: 'Session',
    centre: 'Nantes',
    startsOn: '2026-11-24',
    endsOn: '2026-11-24',
    candidates: [
      { id: 'c1', number: '1', lastName: 'Aubrac', firstName: 'Inès', blocks: ['B1', 'B2', 'B3'], accommodations: [], acquiredBefore },
    ],
    jurors: JURORS.map((id) => ({ id, lastName: id, firstName: 'Dominique', quality: 'Professionnel·le', external: true })),
    panels: [{ id: 'p1', name: 'Jury 1', room: 'A', jurorIds: JURORS, presidentId: 'j1' }],
    orals: grids.map(({ grid }, place) => ({
      id: `o${place}`,
      candidateId: 'c1',
      panelId: 'p1',
      gridId: grid.id,
      startsAt: `2026-11-24T1${place}:00:00+01:00`,
      room: 'A',
      supportId: null,
      scenario: null,
    })),
    supports: [],
  }
}

/** The rule of the test grid, written a second time: 70 % for `acquired`, 40 % for `inProgress`, never `acquired` without the essential. */
function expectedVerdict(given: Marks, section: SectionId): VerdictLevel {
  const points = SECTIONS[section].map((id) => ({ observed: 2, partial: 1, notObserved: 0, notEvaluated: 0 })[given[id] ?? 'notEvaluated'])
  const share = points.reduce<number>((sum, value) => sum + value, 0) / (2 * points.length)
  if (share < 0.4) return 'notAcquired'
  return share >= 0.7 && !(section === 'S1' && given[ESSENTIAL] === 'notObserved') ? 'acquired' : 'inProgress'
}

/** The verdict more jurors gave than any other, or null. */
function expectedMajority(verdicts: readonly VerdictLevel[]): VerdictLevel | null {
  const count = (level: VerdictLevel) => verdicts.filter((verdict) => verdict === level).length
  const levels = ['acquired', 'inProgress', 'notAcquired'] as const
  return levels.find((level) => levels.every((other) => other === level || count(level) > count(other))) ?? null
}

/** A juror marks everything, then confirms what the rule proposes. */
function aSheet(grid: Grid, hash: string, oralId: string, jurorId: string, given: Marks): HashedSheet {
  const verdicts = (['S1', 'S2'] as const).map(
    (sectionId): EntryBody => ({ kind: 'verdict', sectionId, verdict: expectedVerdict(given, sectionId), reason: 'Vu.' }),
  )
  const log = aLog(
    { kind: 'presence', presence: 'present' },
    ...Object.entries(given).map(([target, value]) => aMark(target, value)),
    ...verdicts,
  )
  const sheet = composeSheet(log, {
    sheetId: `${oralId}-${jurorId}`,
    sessionId: 's1',
    oralId,
    candidate: { id: 'c1', number: '1', name: 'Inès Aubrac' },
    juror: { id: jurorId, name: jurorId },
    deviceId: HASH,
    grid,
    gridRef: { id: grid.id, version: grid.version, hash },
    previous: null,
    chainIndex: 0,
    timer: readTimer([], { allottedMs: 1_800_000, phases: grid.phases }, anInstant(0)),
    signedDespite: '',
    signedAt: '2026-11-24T18:00:00Z',
    signature: { kind: 'typed', name: jurorId },
  })
  return { hash: `${oralId}${jurorId}`.padEnd(43, 'x'), sheet }
}

describe('a session from the marks to the title', () => {
  it('gives each section, each part and the title what the rule says, whatever jurors mark and whatever was acquired before', () => {
    fc.assert(
      fc.property(session, ({ jurors, before }) => {
        const exam = aSession(before)
        const sheets: HashedSheet[] = []
        const validated = new Set<string>()
        const decisions = grids.map(({ grid, hash }, place): PanelDecision => {
          const part = PARTS[place] ?? 'B1'
          const oral = exam.orals[place]
          if (!oral) throw new Error('no oral')
          const own = jurors.map((given, seat) => aSheet(grid, hash, oral.id, JURORS[seat] ?? '', given[part] ?? {}))
          sheets.push(...own)
          for (const [seat, { sheet }] of own.entries())
            for (const { id, proposal } of sheet.sections)
              expect(proposal).toBe(expectedVerdict(jurors[seat]?.[part] ?? {}, id as SectionId))
          const { sectionProposals, ...basis } = decisionBasis({ grid, hash }, oral, JURORS, own)
          const majority = (['S1', 'S2'] as const).map((id) =>
            expectedMajority(jurors.map((given) => expectedVerdict(given[part] ?? {}, id))),
          )
          expect([sectionProposals['S1'], sectionProposals['S2']]).toEqual(majority)
          const expected = majority.includes(null)
            ? null
            : majority.every((verdict) => verdict === 'acquired')
              ? 'validated'
              : 'notValidated'
          expect(basis.proposal).toBe(expected)
          if (expected === 'validated') validated.add(part)
          // The panel follows the rule, and refuses where it proposes nothing.
          const sections = majority.map((verdict, at) => ({ id: at === 0 ? 'S1' : 'S2', verdict: verdict ?? 'notAcquired', reason: 'Vu.' }))
          return { ...basis, presence: 'present', sections, verdict: expected ?? 'notValidated', reason: 'Vu.', retake: [], vote: null }
        })
        const minutes = composeMinutes({
          id: 'pv-1',
          session: exam,
          panelId: 'p1',
          day: '2026-11-24',
          framework: cdcm,
          grids,
          sheets,
          decisions,
          otherDecisions: [],
          facts: someFacts(),
          certifier: null,
        })
        expect(minutesSchema.parse(minutes)).toEqual(minutes)
        const [result] = sessionResults(cdcm, exam.candidates, [{ hash: HASH, minutes, complete: true }])
        expect(result?.title).toEqual(minutes.titles[0])
        const acquired = ['B1', 'B2', 'B3'].filter((block) => validated.has(block) || before.includes(block))
        expect(result?.title.acquiredBlocks).toEqual(acquired)
        const isWhole = acquired.length === 3 && validated.has('finalInterview')
        expect(result?.title.outcome).toBe(isWhole ? 'awarded' : acquired.length > 0 ? 'partial' : 'notAwarded')
      }),
      { numRuns: 1_000 },
    )
  })
})
