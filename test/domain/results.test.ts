import { describe, expect, it } from 'vitest'
import type { Candidate } from '#domain/exam-session.ts'
import type { Minutes } from '#domain/minutes.ts'
import { type KnownMinutes, sessionResults } from '#domain/results.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { aMinutes } from '#test/builders/a-minutes.ts'

const CANDIDATE: Candidate = {
  id: 'c1',
  number: '001',
  lastName: 'Aubrac',
  firstName: 'Inès',
  accommodations: [],
  blocks: ['B1', 'B2', 'B3'],
}
const hashOf = (name: string) => name.padEnd(43, 'x')

function minutesOf(
  name: string,
  verdicts: Record<string, 'validated' | 'notValidated'>,
  changes: Partial<Minutes> = {},
  complete = true,
): KnownMinutes {
  const [sample] = aMinutes().decisions
  if (!sample) throw new Error('no decision')
  const decisions = Object.entries(verdicts).map(([part, verdict]) => ({
    ...sample,
    part,
    verdict,
    retake: verdict === 'validated' ? [] : ['C10'],
  }))
  return { hash: hashOf(name), minutes: aMinutes({ id: name, decisions, ...changes }), complete }
}

const result = (...minutes: KnownMinutes[]) => {
  const [first] = sessionResults(cdcm, [CANDIDATE], minutes)
  if (!first) throw new Error('no result')
  return first
}

describe('a session’s results', () => {
  it('award the title when complete minutes validate every part', () => {
    const first = result(
      minutesOf('pv-1', { B1: 'validated', B2: 'validated' }),
      minutesOf('pv-2', { B3: 'validated', finalInterview: 'validated' }),
    )
    expect(first.title.outcome).toBe('awarded')
    expect(first.parts.map((part) => part.minutesHash)).toEqual([hashOf('pv-1'), hashOf('pv-1'), hashOf('pv-2'), hashOf('pv-2')])
  })

  it('do not rest on minutes that a member has not signed yet', () => {
    const first = result(minutesOf('pv-1', { B1: 'validated' }, {}, false))
    expect(first.parts[0]).toMatchObject({ part: 'B1', state: 'unsigned' })
    expect(first.title).toMatchObject({ outcome: 'pending', acquiredBlocks: [] })
  })

  it('follow corrective minutes, whatever order they arrive in', () => {
    const wrong = minutesOf('pv-1', { B1: 'notValidated' })
    const corrected = minutesOf('pv-2', { B1: 'validated' }, { amends: { hash: hashOf('pv-1'), reason: 'Erreur de report' } })
    for (const order of [
      [wrong, corrected],
      [corrected, wrong],
    ]) {
      expect(result(...order).parts[0]?.decision?.verdict).toBe('validated')
      expect(result(...order).retakes).toEqual([])
    }
  })

  it('take the later day when a part was sat again, and say what is to be sat again', () => {
    const first = minutesOf('pv-1', { B2: 'validated' }, { day: '2027-03-02' })
    const earlier = minutesOf('pv-2', { B2: 'notValidated' }, { day: '2026-11-24' })
    expect(result(first, earlier).parts[1]?.decision?.verdict).toBe('validated')
    expect(result(earlier).retakes).toEqual([{ part: 'B2', sections: ['C10'] }])
  })

  it('say nothing of a candidate nobody decided on', () => {
    expect(result().parts.every((part) => part.state === 'undecided')).toBe(true)
  })

  it('keep for good what an earlier session gave, whatever is not taken again', () => {
    const [first] = sessionResults(
      cdcm,
      [{ ...CANDIDATE, acquiredBefore: ['B2', 'B3'] }],
      [minutesOf('pv-1', { B1: 'validated', finalInterview: 'validated' })],
    )
    expect(first?.parts.map(({ state }) => state)).toEqual(['decided', 'acquiredBefore', 'acquiredBefore', 'decided'])
    expect(first?.title).toMatchObject({ outcome: 'awarded', acquiredBefore: ['B2', 'B3'] })
  })
})
