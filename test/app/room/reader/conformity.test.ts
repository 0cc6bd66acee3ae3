import { describe, expect, it } from 'vitest'
import { conformityLines } from '#app/room/reader/conformity-lines.ts'
import type { WrittenSupport } from '#domain/exam-session.ts'
import { aGrid } from '#test/builders/a-grid.ts'

const STARTS_AT = '2026-11-24T09:00:00+01:00'

function aSupport(changes: Partial<WrittenSupport> = {}): WrittenSupport {
  return {
    id: 's1',
    candidateId: 'c1',
    gridId: 'essai',
    fileName: 'plan.pdf',
    sha256: 'P'.repeat(43),
    bytes: 2_000_000,
    pages: 30,
    annexStartPage: null,
    receivedOn: '2026-11-01',
    ...changes,
  }
}

describe('the support’s conformity in words', () => {
  it.each([
    ['30 pages, the limit', { pages: 30 }, '30 pages, pour 30 au plus.', true],
    ['annexes not counted', { pages: 36, annexStartPage: 31 }, '30 pages sans les annexes (6 d’annexes), pour 30 au plus.', true],
    ['one page too many', { pages: 31 }, '31 pages, pour 30 au plus : 1 page de trop.', false],
    ['six pages too many', { pages: 36 }, '36 pages, pour 30 au plus : 6 pages de trop.', false],
    [
      'too long even without annexes',
      { pages: 40, annexStartPage: 33 },
      '32 pages sans les annexes (8 d’annexes), pour 30 au plus : 2 pages de trop.',
      false,
    ],
  ])('tells the pages: %s', (_case, changes, sentence, met) => {
    const [pages] = conformityLines(aSupport(changes), aGrid(), STARTS_AT)
    expect(pages).toMatchObject({ about: 'pages', sentence, met })
  })

  it.each([
    ['on the last day', '2026-11-03', 'Reçu le 3 novembre 2026, avant la date limite du 3 novembre 2026.', true],
    ['a day late', '2026-11-04', 'Reçu le 4 novembre 2026, après la date limite du 3 novembre 2026 : 1 jour de retard.', false],
    ['six days late', '2026-11-09', 'Reçu le 9 novembre 2026, après la date limite du 3 novembre 2026 : 6 jours de retard.', false],
  ])('tells the deadline: %s', (_case, receivedOn, sentence, met) => {
    const [, deadline] = conformityLines(aSupport({ receivedOn }), aGrid(), STARTS_AT)
    expect(deadline).toMatchObject({ about: 'deadline', sentence, met })
  })

  it('judges nothing where the grid asks nothing', () => {
    const grid = aGrid({ support: { maxPages: null, annexesExcluded: true, submissionWeeksBefore: null } })
    const lines = conformityLines(aSupport(), grid, STARTS_AT)
    expect(lines.map((line) => line.met)).toEqual([null, null])
    expect(lines.map((line) => line.sentence)).toEqual([
      '30 pages. La grille ne fixe pas de limite.',
      'Reçu le 1er novembre 2026. La grille ne fixe pas de date limite.',
    ])
  })

  it('says which limit is the certifier’s choice', () => {
    const lines = conformityLines(aSupport(), aGrid({ certifierSettings: ['maxPages'] }), STARTS_AT)
    expect(lines.map((line) => line.chosen)).toEqual([true, false])
  })
})
