import { describe, expect, it } from 'vitest'
import { type Grid, gridIndicators, partKey, sectionIndicators } from '#domain/grid.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { defaultGrids } from '#frameworks/default-grids.ts'

const grids = defaultGrids(cdcm, { id: cdcm.id, version: cdcm.version, hash: 'A'.repeat(43) })

function gridOf(part: string): Grid {
  const grid = grids.find((candidate) => partKey(candidate.part) === part)
  if (!grid) throw new Error(`no grid for ${part}`)
  return grid
}

describe('the four grids', () => {
  it('are one a block, with 85, 73 and 37 indicators, and one for the final interview', () => {
    expect(grids.map((grid) => partKey(grid.part))).toEqual(['B1', 'B2', 'B3', 'finalInterview'])
    expect(['B1', 'B2', 'B3'].map((part) => gridIndicators(gridOf(part)).length)).toEqual([85, 73, 37])
    expect(['B1', 'B2', 'B3'].map((part) => gridOf(part).sections.length)).toEqual([9, 7, 8])
  })

  it('keep the indicators of the text, in its order', () => {
    const ofText = cdcm.blocks.flatMap((b) =>
      b.activities.flatMap((a) => a.competences.flatMap((c) => c.criteria.flatMap((k) => k.indicators))),
    )
    const ofGrids = ['B1', 'B2', 'B3'].flatMap((part) => gridIndicators(gridOf(part)))
    expect(ofGrids.map(({ id, label, details }) => ({ id, label, details }))).toEqual(
      ofText.map(({ id, label, details }) => ({ id, label, details })),
    )
  })

  it('give the final interview one section for each activity', () => {
    const activities = cdcm.blocks.flatMap((block) => block.activities)
    expect(gridOf('finalInterview').sections.map(({ id, title }) => ({ id, title }))).toEqual(
      activities.map(({ id, title }) => ({ id, title })),
    )
  })

  it("count the oral delivery in block 1 alone: the text's only place for it", () => {
    expect(grids.map((grid) => grid.delivery.counted)).toEqual([true, false, false, false])
    const c4 = gridOf('B1').sections.find(({ id }) => id === 'C4')
    if (!c4) throw new Error('no C4 in block 1')
    const counted = new Set(sectionIndicators(c4).map(({ id }) => id))
    expect(gridOf('B1').delivery.items.every(({ target }) => counted.has(target))).toBe(true)
    for (const grid of grids) expect(grid.delivery.items).toHaveLength(7)
  })

  it('never count the examples of the text, and hold to what it calls mandatory', () => {
    const all = grids.flatMap(gridIndicators)
    expect(all.filter(({ weight }) => weight === 0).map(({ tags }) => tags.includes('exemple'))).toEqual([true, true, true, true, true])
    expect(all.filter(({ essential }) => essential)).toHaveLength(6)
  })

  it('last the 30 minutes of the text; the negotiation role play of block 2 has its own phase with C12 at hand', () => {
    expect(grids.map((grid) => grid.durationMinutes)).toEqual([30, 30, 30, 30])
    expect(grids.map((grid) => grid.phases.length)).toEqual([1, 3, 1, 1])
    expect(gridOf('B2').phases.find(({ id }) => id === 'role-play')?.focus).toEqual(['C12'])
    for (const grid of grids) expect(grid.warningMinutes).toEqual([10, 5, 1, 0])
  })

  it("show as the certifier's choice whatever the text leaves open", () => {
    const settings = Object.fromEntries(grids.map((grid) => [partKey(grid.part), [...grid.certifierSettings].sort()]))
    expect(settings).toEqual({
      B1: ['decisionRule', 'maxPages', 'phases', 'scale'],
      B2: ['decisionRule', 'delivery', 'maxPages', 'phases', 'scale', 'submissionWeeksBefore'],
      B3: ['decisionRule', 'delivery', 'maxPages', 'phases', 'scale', 'submissionWeeksBefore'],
      finalInterview: ['decisionRule', 'delivery', 'durationMinutes', 'maxPages', 'phases', 'scale', 'sections', 'submissionWeeksBefore'],
    })
  })

  it('ask for 30 pages without annexes, three weeks before', () => {
    expect(gridOf('B1').support).toEqual({ maxPages: 30, annexesExcluded: true, submissionWeeksBefore: 3 })
    expect(gridOf('B2').support).toEqual({ maxPages: 30, annexesExcluded: true, submissionWeeksBefore: 3 })
    expect(gridOf('finalInterview').support.maxPages).toBeNull()
  })
})
