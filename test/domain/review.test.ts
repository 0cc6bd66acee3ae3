import { describe, expect, it } from 'vitest'
import { foldDraft } from '#domain/draft.ts'
import type { EntryBody } from '#domain/entry.ts'
import { canSign, draftProgress, reviewDraft } from '#domain/review.ts'
import { readTimer } from '#domain/timer.ts'
import { aGrid } from '#test/builders/a-grid.ts'
import { aLog, aMark, anInstant } from '#test/builders/a-log.ts'

const PLAN = { allottedMs: 1_800_000, phases: [] }
const RAN = [
  { at: anInstant(0), event: { type: 'start' } as const },
  { at: anInstant(1_700_000), event: { type: 'stop' } as const },
]
const stopped = readTimer(RAN, PLAN, anInstant(1_800_000))
const running = readTimer(RAN.slice(0, 1), PLAN, anInstant(60_000))
const ready = readTimer([], PLAN, anInstant(0))
const present: EntryBody = { kind: 'presence', presence: 'present' }
const verdict = (sectionId: string, value: 'acquired' | 'inProgress' | 'notAcquired', reason = ''): EntryBody => ({
  kind: 'verdict',
  sectionId,
  verdict: value,
  reason,
})
const complete: EntryBody[] = [
  present,
  { kind: 'identity', checked: true },
  { kind: 'mark', targets: ['S1.K1.I1', 'S1.K1.I2', 'S1.K2.I1', 'S1.K2.I2', 'S2.K1.I1', 'S2.K1.I2', 'O1'], value: 'observed' },
  verdict('S1', 'acquired'),
  verdict('S2', 'acquired'),
  { kind: 'partVerdict', verdict: 'validated', reason: '' },
  { kind: 'appreciation', text: 'Exposé clair, réponses précises.' },
]
const codes = (bodies: EntryBody[], timer = stopped) => reviewDraft(aGrid(), foldDraft(aLog(...bodies)), timer).map((f) => f.code)

describe('the review before signing', () => {
  it('finds nothing on a complete sheet', () => {
    expect(codes(complete)).toEqual([])
  })

  it('asks no timer of a sheet typed in from a paper that says the time, only of one that does not', () => {
    const fromPaper = (minutes: number | null): EntryBody => ({
      kind: 'transcription',
      transcription: { fromPaper: null, filledBy: 'Malo Kermarec', by: 'Lou Perrin', minutes },
    })
    expect(codes([...complete, fromPaper(28)], ready)).toEqual([])
    expect(codes([...complete, fromPaper(null)], ready)).toEqual(['timerNeverStarted'])
  })

  it('asks first for the candidate’s presence', () => {
    expect(codes([])).toEqual(['presenceMissing'])
  })

  it('lets an absence be signed with nothing else', () => {
    expect(codes([{ kind: 'presence', presence: 'absent' }], ready)).toEqual([])
  })

  it('shows an absence against a timer that ran as a contradiction', () => {
    const absent: EntryBody[] = [{ kind: 'presence', presence: 'absent' }]
    expect(codes(absent, running)).toEqual(['timerRunning'])
    const findings = reviewDraft(aGrid(), foldDraft(aLog(...absent)), stopped)
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['absentButTimed', 'contradiction']])
  })

  it('asks why an oral was interrupted', () => {
    expect(codes([{ kind: 'presence', presence: 'interrupted' }])).toEqual(['presenceReasonMissing'])
    expect(codes([{ kind: 'presence', presence: 'interrupted', reason: 'Alarme incendie' }])).toEqual([])
  })

  it('never lets a sheet be signed while the timer runs', () => {
    const findings = reviewDraft(aGrid(), foldDraft(aLog(...complete)), running)
    expect(findings.map((f) => f.code)).toEqual(['timerRunning'])
    expect(canSign(findings)).toBe(false)
  })

  it('shows a competence acquired with nothing observed as a contradiction that needs a reason', () => {
    const bodies = [...complete, aMark('S2.K1.I1', 'notObserved'), aMark('S2.K1.I2', 'notObserved')]
    expect(codes(bodies)).toEqual(['verdictWithoutObservation', 'verdictReasonMissing'])
    expect(codes([...bodies, verdict('S2', 'acquired', 'Vu dans les annexes')])).toEqual(['verdictWithoutObservation'])
  })

  it('makes a reason compulsory for every competence not acquired', () => {
    const failed = [aMark('S2.K1.I1', 'notObserved'), aMark('S2.K1.I2', 'notObserved')]
    const decided: EntryBody = { kind: 'partVerdict', verdict: 'notValidated', reason: 'Seconde partie absente' }
    expect(codes([...complete, ...failed, decided, verdict('S2', 'notAcquired')])).toEqual(['verdictReasonMissing'])
    expect(codes([...complete, ...failed, decided, verdict('S2', 'notAcquired', 'Rien n’est traité')])).toEqual([])
  })

  it('shows a block decided against its rule, and asks why', () => {
    const against = (reason: string): EntryBody => ({ kind: 'partVerdict', verdict: 'notValidated', reason })
    expect(codes([...complete, against('')])).toEqual(['partReasonMissing'])
    expect(codes([...complete, against('Plagiat constaté')])).toEqual(['partAgainstRule'])
  })

  it('counts what remains', () => {
    const draft = foldDraft(aLog(present, aMark('S1.K1.I1'), verdict('S1', 'acquired')))
    expect(draftProgress(aGrid(), draft)).toEqual({ marked: 1, total: 6, sectionsDone: 1, sectionsTotal: 2 })
  })
})
