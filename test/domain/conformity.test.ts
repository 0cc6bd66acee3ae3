import { describe, expect, it } from 'vitest'
import { supportConformity } from '#domain/conformity.ts'
import { allottedMs, type WrittenSupport } from '#domain/exam-session.ts'
import { aGrid } from '#test/builders/a-grid.ts'

const support = (changes: Partial<WrittenSupport> = {}): WrittenSupport => ({
  id: 's1',
  candidateId: 'c1',
  gridId: 'essai',
  fileName: 'plan-marketing.pdf',
  sha256: 'A'.repeat(43),
  bytes: 1_000,
  pages: 34,
  annexStartPage: 31,
  receivedOn: '2026-11-03',
  ...changes,
})
const START = '2026-11-24T09:00:00+01:00'

describe('a written support’s conformity', () => {
  it('counts pages without the annexes and the deadline in weeks before the oral', () => {
    expect(supportConformity(support(), aGrid(), START)).toMatchObject({
      pagesWithoutAnnexes: 30,
      pagesConform: true,
      deadline: '2026-11-03',
      deadlineConform: true,
    })
  })

  it('shows one page too many and one day too late', () => {
    const conformity = supportConformity(support({ annexStartPage: 32, receivedOn: '2026-11-04' }), aGrid(), START)
    expect(conformity).toMatchObject({ pagesWithoutAnnexes: 31, pagesConform: false, deadlineConform: false })
  })

  it('finds everything conform where the certifier set no limit', () => {
    const grid = aGrid({ support: { maxPages: null, annexesExcluded: true, submissionWeeksBefore: null } })
    expect(supportConformity(support({ pages: 400 }), grid, START)).toMatchObject({
      pagesConform: true,
      deadline: null,
      deadlineConform: true,
    })
  })
})

describe('the time a candidate is allotted', () => {
  it('makes 30 minutes 40 with a third more', () => {
    expect(allottedMs(30, [{ effect: 'Tiers-temps', extraTime: { numerator: 1, denominator: 3 } }])).toBe(40 * 60_000)
  })

  it('does not lengthen the oral for an accommodation without extra time, nor add two of them up', () => {
    const third = { effect: 'Tiers-temps', extraTime: { numerator: 1, denominator: 3 } }
    expect(allottedMs(30, [{ effect: 'Interprète en langue des signes', extraTime: null }])).toBe(30 * 60_000)
    expect(allottedMs(30, [third, third])).toBe(40 * 60_000)
  })
})
