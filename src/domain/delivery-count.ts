import type { Framework } from './framework.ts'
import type { Grid } from './grid.ts'

/** Whether the oral delivery can count in a grid: the framework ties each of its items to an indicator, and the grid has them all. */
export function canDeliveryCount(grid: Pick<Grid, 'delivery' | 'sections'>, framework: Framework): boolean {
  const has = new Set(grid.sections.flatMap(({ criteria }) => criteria.flatMap((criterion) => criterion.indicators.map(({ id }) => id))))
  const source = indicatorOf(framework)
  return grid.delivery.items.length > 0 && grid.delivery.items.every(({ id }) => has.has(source.get(id) ?? ''))
}

/** The same checklist, counted in the competence it comes from or formative only. Call `canDeliveryCount` before counting it. */
export function withDelivery(delivery: Grid['delivery'], counted: boolean, framework: Framework): Grid['delivery'] {
  const source = indicatorOf(framework)
  return { counted, items: delivery.items.map((item) => ({ ...item, target: counted ? (source.get(item.id) ?? item.id) : item.id })) }
}

function indicatorOf(framework: Framework): Map<string, string> {
  return new Map(framework.delivery.items.map(({ id, indicatorId }) => [id, indicatorId]))
}
