import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareSheets, currentSheets } from '#domain/comparison.ts'
import { checkDecision, type PanelDecision, proposeCollective, proposeTitle } from '#domain/deliberation.ts'
import type { EntryBody, VerdictLevel } from '#domain/entry.ts'
import { composeSheet, type ScoreSheet } from '#domain/sheet.ts'
import { readTimer } from '#domain/timer.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { aGrid } from '#test/builders/a-grid.ts'
import { aLog, anInstant } from '#test/builders/a-log.ts'

const HASH = 'D'.repeat(43)
const grid = aGrid()

function aSheetOf(jurorId: string, verdicts: Record<string, VerdictLevel>, marks: EntryBody[] = []): ScoreSheet {
  const given = Object.entries(verdicts).map(([sectionId, verdict]): EntryBody => ({ kind: 'verdict', sectionId, verdict, reason: '' }))
  return composeSheet(aLog({ kind: 'presence', presence: 'present' }, ...marks, ...given), {
    sheetId: `f-${jurorId}`,
    sessionId: 's1',
    oralId: 'o1',
    candidate: { id: 'c1', number: '001', name: 'Inès Aubrac' },
    juror: { id: jurorId, name: jurorId },
    deviceId: HASH,
    grid,
    gridRef: { id: grid.id, version: grid.version, hash: HASH },
    previous: null,
    chainIndex: 0,
    timer: readTimer([], { allottedMs: 0, phases: [] }, anInstant(0)),
    signedDespite: '',
    signature: { kind: 'typed', name: jurorId },
    signedAt: '2026-11-24T10:00:00Z',
  })
}

function aDecision(changes: Partial<PanelDecision> = {}): PanelDecision {
  return {
    oralId: 'o1',
    candidateId: 'c1',
    part: 'B1',
    grid: { id: grid.id, version: grid.version, hash: HASH },
    presence: 'present',
    sheets: [],
    missingJurors: [],
    proposal: 'validated',
    sections: [
      { id: 'S1', verdict: 'acquired', reason: '' },
      { id: 'S2', verdict: 'acquired', reason: '' },
    ],
    verdict: 'validated',
    reason: '',
    retake: [],
    vote: null,
    ...changes,
  }
}

const PANEL = { jurorIds: ['j1', 'j2', 'j3'], presidentId: 'j1' }
const codes = (decision: PanelDecision) => checkDecision(grid, decision, PANEL).map((issue) => issue.code)
const level = fc.constantFrom<VerdictLevel>('acquired', 'inProgress', 'notAcquired')

describe('sheets side by side', () => {
  it('puts the widest divergence first and folds agreements away', () => {
    const comparison = compareSheets(grid, [
      aSheetOf('j1', { S1: 'acquired', S2: 'acquired' }),
      aSheetOf('j2', { S1: 'inProgress', S2: 'notAcquired' }),
    ])
    expect(comparison.divergent.map((s) => [s.sectionId, s.gap])).toEqual([
      ['S2', 2],
      ['S1', 1],
    ])
    expect(comparison.agreed).toEqual([])
  })

  it('names the indicator one juror saw and another did not', () => {
    const mark = (value: 'observed' | 'notObserved'): EntryBody => ({ kind: 'mark', targets: ['S1.K1.I1'], value })
    const [first] = compareSheets(grid, [aSheetOf('j1', {}, [mark('observed')]), aSheetOf('j2', {}, [mark('notObserved')])]).sections
    expect(first?.contestedIndicators).toEqual(['S1.K1.I1'])
  })

  it('finds the same divergences in whichever order the sheets came', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ S1: level, S2: level }), { minLength: 2, maxLength: 4 }), (all) => {
        const sheets = all.map((verdicts, i) => aSheetOf(`j${i}`, verdicts))
        const gaps = (list: ScoreSheet[]) => compareSheets(grid, list).sections.map((s) => s.gap)
        expect(gaps([...sheets].reverse())).toEqual(gaps(sheets))
      }),
    )
  })

  it('counts only the latest revision of a juror’s sheet', () => {
    const first = { sheet: aSheetOf('j1', { S1: 'acquired' }) }
    const second = { sheet: { ...first.sheet, revision: 2 } }
    expect(currentSheets([second, first])).toEqual([second])
  })
})

describe('a collective decision', () => {
  it('is proposed from what most jurors gave, and left open on a tie', () => {
    const three = [aSheetOf('j1', { S1: 'acquired', S2: 'acquired' }), aSheetOf('j2', { S1: 'acquired', S2: 'notAcquired' })]
    expect(proposeCollective(grid, three)).toEqual({ sections: { S1: 'acquired', S2: null }, part: null })
    const settled = [...three, aSheetOf('j3', { S1: 'inProgress', S2: 'acquired' })]
    expect(proposeCollective(grid, settled)).toEqual({ sections: { S1: 'acquired', S2: 'acquired' }, part: 'validated' })
  })

  it('enters the minutes when it follows the rule', () => {
    expect(codes(aDecision())).toEqual([])
  })

  it('needs a reason for every competence not acquired, for a refusal, and against the rule', () => {
    const sections: PanelDecision['sections'] = [
      { id: 'S1', verdict: 'acquired', reason: '' },
      { id: 'S2', verdict: 'notAcquired', reason: ' ' },
    ]
    expect(codes(aDecision({ sections, proposal: 'notValidated', verdict: 'notValidated' }))).toEqual([
      'sectionReasonMissing',
      'reasonMissing',
    ])
    expect(codes(aDecision({ proposal: 'notValidated' }))).toEqual(['reasonMissing'])
    expect(codes(aDecision({ proposal: 'notValidated', reason: 'Souveraineté du jury : …' }))).toEqual([])
  })

  it('lets the president’s vote count only on a tie, and leaves no tie open', () => {
    const vote = (inFavour: string[], against: string[], castingVote: boolean) => ({ inFavour, against, abstained: [], castingVote })
    expect(codes(aDecision({ vote: vote(['j1', 'j2'], ['j3'], false) }))).toEqual([])
    expect(codes(aDecision({ vote: vote(['j1', 'j2'], ['j3'], true) }))).toEqual(['castingVoteWithoutTie'])
    expect(codes(aDecision({ vote: vote(['j1'], ['j3'], false) }))).toEqual(['tieUnresolved'])
    expect(codes(aDecision({ vote: vote(['j1'], ['j3'], true) }))).toEqual([])
    expect(codes(aDecision({ vote: vote(['j1', 'inconnu'], ['j1'], false) }))).toEqual(['voteOutsidePanel', 'voteTwice'])
  })

  it('is what the vote says: the majority’s, or on a tie the president’s own ballot', () => {
    const vote = (inFavour: string[], against: string[], castingVote: boolean) => ({ inFavour, against, abstained: [], castingVote })
    const refusal = { verdict: 'notValidated', proposal: 'notValidated', reason: 'Deux compétences manquent.' } as const
    expect(codes(aDecision({ ...refusal, vote: vote(['j1'], ['j2', 'j3'], false) }))).toEqual([])
    expect(codes(aDecision({ ...refusal, vote: vote(['j1', 'j2'], ['j3'], false) }))).toEqual(['voteAgainstVerdict'])
    expect(codes(aDecision({ vote: vote(['j2'], ['j1', 'j3'], false) }))).toEqual(['voteAgainstVerdict'])
    expect(codes(aDecision({ ...refusal, vote: vote(['j2'], ['j1'], true) }))).toEqual([])
    expect(codes(aDecision({ vote: vote(['j2'], ['j1'], true) }))).toEqual(['voteAgainstVerdict'])
    expect(codes(aDecision({ vote: vote(['j2'], ['j3'], true) }))).toEqual(['castingVoteWithoutPresident'])
  })
})

describe('the title', () => {
  const PARTS = ['B1', 'B2', 'B3', 'finalInterview']
  const decided = (verdicts: Record<string, 'validated' | 'notValidated'>) =>
    Object.entries(verdicts).map(([part, verdict]) => ({ candidateId: 'c1', part, verdict }))

  it('is proposed exactly when the three blocks and the final interview are validated, over 1,000 random sessions', () => {
    const outcome = fc.constantFrom('validated' as const, 'notValidated' as const, null)
    fc.assert(
      fc.property(fc.tuple(outcome, outcome, outcome, outcome), fc.subarray(['B1', 'B2', 'B3']), (results, before) => {
        const verdicts = Object.fromEntries(PARTS.flatMap((part, i) => (results[i] ? [[part, results[i]]] : [])))
        const title = proposeTitle(cdcm, 'c1', decided(verdicts), before)
        const acquired = (part: string) => verdicts[part] === 'validated' || before.includes(part)
        expect(title.outcome === 'awarded').toBe(PARTS.every(acquired))
        expect(title.acquiredBlocks).toEqual(['B1', 'B2', 'B3'].filter(acquired))
        expect([...title.missingParts, ...title.pendingParts].sort()).toEqual(PARTS.filter((part) => !acquired(part)).sort())
      }),
      { numRuns: 1_000 },
    )
  })

  it('keeps the blocks acquired when the final interview fails', () => {
    const title = proposeTitle(
      cdcm,
      'c1',
      decided({ B1: 'validated', B2: 'validated', B3: 'notValidated', finalInterview: 'notValidated' }),
    )
    expect(title).toMatchObject({ outcome: 'partial', acquiredBlocks: ['B1', 'B2'], missingParts: ['B3', 'finalInterview'] })
  })

  it('never counts another candidate’s decision', () => {
    const others = decided({ B1: 'validated' }).map((decision) => ({ ...decision, candidateId: 'c2' }))
    expect(proposeTitle(cdcm, 'c1', others).acquiredBlocks).toEqual([])
  })
})
