import { expect, it } from 'vitest'
import { withFirst } from '#texts/first-of-month.ts'

it.each([
  ['mardi 1 décembre', 'mardi 1er décembre'],
  ['1\u00a0mai 2026 à 09:01', '1er\u00a0mai 2026 à 09:01'],
  ['1 août à 01:11', '1er août à 01:11'],
  ['11 novembre 2026', '11 novembre 2026'],
  ['mardi 21 avril', 'mardi 21 avril'],
])('%s is written %s', (date, written) => {
  expect(withFirst(date)).toBe(written)
})
