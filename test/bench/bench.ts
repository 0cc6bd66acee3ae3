/** One measure: ours beside a baseline of the same run. `ratio` is ours / baseline; whether more is better, the unit tells. */
export interface Measure {
  name: string
  unit: 'ms' | 'sheets/s' | 'frames'
  ours: number
  baseline: number
  baselineName: string
  ratio: number
}

export type Bench = () => Promise<Measure[]>

/** Rounds a measure to what its noise allows, and adds its ratio. */
export function measure(name: string, unit: Measure['unit'], ours: number, baseline: number, baselineName: string): Measure {
  return { name, unit, ours: round(ours), baseline: round(baseline), baselineName, ratio: round(ours / baseline) }
}

/** The value below which `share` (0 to 1) of the samples lie. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
  if (value === undefined) throw new RangeError('no samples')
  return value
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}
