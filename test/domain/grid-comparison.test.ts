import { describe, expect, it } from 'vitest'
import { canDeliveryCount, withDelivery } from '#domain/delivery-count.ts'
import type { Grid } from '#domain/grid.ts'
import { gridSchema } from '#domain/grid.ts'
import { compareGrids } from '#domain/grid-comparison.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { aGrid, theRealGrids } from '../builders/a-grid.ts'

const told = (before: Grid, after: Grid) =>
  compareGrids(before, after).map(({ subject, before: was, after: is }) => [
    `${subject.kind} ${subject.id} ${(is ?? was)?.field}`,
    was?.value ?? null,
    is?.value ?? null,
  ])

describe('compareGrids', () => {
  it('says nothing of two versions that say the same', () => {
    expect(compareGrids(aGrid(), aGrid({ version: '2' }))).toEqual([])
  })

  it('tells every field that differs, by its place', () => {
    const before = aGrid()
    const after = structuredClone(before)
    const [first, second] = after.sections
    if (!first || !second) throw new Error('the builder makes two sections')
    first.eliminatory = true
    after.sections = [second, first]
    after.durationMinutes = 20
    after.phases = [{ id: 'oral', title: 'Oral', minutes: 20, focus: [] }]
    expect(told(before, after)).toEqual([
      ['grid essai durationMinutes', 30, 20],
      ['grid essai order', ['S1', 'S2'], ['S2', 'S1']],
      ['phase oral minutes', 30, 20],
      ['section S1 eliminatory', false, true],
    ])
  })

  it('tells what is new and what is gone once, by its label', () => {
    const before = aGrid()
    const after = structuredClone(before)
    after.phases = [{ id: 'final', title: 'Questions', minutes: 30, focus: [] }]
    expect(told(before, after)).toEqual([
      ['phase final label', null, 'Questions'],
      ['phase oral label', 'Oral', null],
    ])
    expect(told(after, before)).toHaveLength(2)
  })

  it('tells an indicator taken out by its label alone, and one put under another criterion by both orders', () => {
    const before = aGrid()
    const [from, to] = before.sections.flatMap(({ criteria }) => criteria)
    const [moved, ...others] = from?.indicators ?? []
    if (!from || !to || !moved || others.length === 0) throw new Error('the builder makes two criteria, the first with two indicators')
    const change = (id: string, indicators: typeof others) => ({
      ...before,
      sections: before.sections.map((section) => ({
        ...section,
        criteria: section.criteria.map((criterion) => (criterion.id === id ? { ...criterion, indicators } : criterion)),
      })),
    })
    expect(told(before, change(from.id, others))).toEqual([[`indicator ${moved.id} label`, moved.label, null]])

    const after = structuredClone(change(from.id, others))
    const target = after.sections.flatMap(({ criteria }) => criteria).find(({ id }) => id === to.id)
    target?.indicators.push(moved)
    const names = (indicators: readonly { id: string }[]) => indicators.map(({ id }) => id)
    expect(told(before, after)).toEqual([
      [`criterion ${from.id} order`, names(from.indicators), names(others)],
      [`criterion ${to.id} order`, names(to.indicators), [...names(to.indicators), moved.id]],
    ])
  })
})

describe('the oral delivery', () => {
  it('can count only where its indicators are, and goes back and forth', async () => {
    const [first, second] = await theRealGrids()
    if (!first || !second) throw new Error('the framework has blocks')
    expect(canDeliveryCount(first, cdcm)).toBe(true)
    expect(canDeliveryCount(second, cdcm)).toBe(false)
    const formative = gridSchema.parse({ ...first, delivery: withDelivery(first.delivery, false, cdcm) })
    expect(formative.delivery.counted).toBe(false)
    expect(withDelivery(formative.delivery, true, cdcm)).toEqual(first.delivery)
  })
})
