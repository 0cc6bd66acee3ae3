/*
 * Agreement between jurors: Krippendorff's alpha (K. Krippendorff, « Computing Krippendorff's Alpha-Reliability », 2011). It corrects for
 * chance, accepts any number of jurors and missing values, and knows that « en cours » is nearer to « acquise » than « non acquise » is.
 */

/** One unit (a competence of one oral) as its jurors rated it: ordered categories from 0 upwards; missing ratings are left out. */
export type Unit = readonly number[]

export type Metric = 'nominal' | 'ordinal' | 'interval'

export interface Agreement {
  /** 1: full agreement; 0: what chance gives; below 0: systematic disagreement. Null when nothing could disagree. */
  alpha: number | null
  /** 95 % percentile interval by resampling units, or null when alpha is null. */
  interval: { low: number; high: number } | null
  /** Units with at least two ratings: the others say nothing. */
  units: number
  ratings: number
}

/** Krippendorff's alpha of pairable units; null when fewer than two ratings differ in kind or nothing is pairable. */
export function krippendorffAlpha(units: readonly Unit[], metric: Metric): number | null {
  const pairable = units.filter((unit) => unit.length >= 2)
  const coincidences = coincidenceMatrix(pairable)
  const categories = [...coincidences.keys()].sort((a, b) => a - b)
  const totals = categories.map((c) => sum([...(coincidences.get(c)?.values() ?? [])]))
  const n = sum(totals)
  if (n < 2 || categories.length < 2) return null
  let observed = 0
  let expected = 0
  categories.forEach((c, i) => {
    categories.forEach((k, j) => {
      if (i === j) return
      const distance = squaredDistance(metric, categories, totals, i, j)
      observed += (coincidences.get(c)?.get(k) ?? 0) * distance
      expected += (totals[i] ?? 0) * (totals[j] ?? 0) * distance
    })
  })
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected
}

function coincidenceMatrix(units: readonly Unit[]): Map<number, Map<number, number>> {
  const matrix = new Map<number, Map<number, number>>()
  for (const unit of units) {
    unit.forEach((a, i) => {
      unit.forEach((b, j) => {
        if (i === j) return
        const row = matrix.get(a) ?? new Map<number, number>()
        row.set(b, (row.get(b) ?? 0) + 1 / (unit.length - 1))
        matrix.set(a, row)
      })
    })
  }
  return matrix
}

function squaredDistance(metric: Metric, categories: readonly number[], totals: readonly number[], i: number, j: number): number {
  if (metric === 'nominal') return 1
  if (metric === 'interval') return ((categories[i] ?? 0) - (categories[j] ?? 0)) ** 2
  const [low, high] = i < j ? [i, j] : [j, i]
  const between = sum(totals.slice(low, high + 1)) - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2
  return between ** 2
}

/** Alpha with its 95 % interval. `random` gives numbers in [0, 1): pass a seeded one, so that the same sheets give the same interval. */
export function agreement(units: readonly Unit[], metric: Metric, random: () => number, resamples = 1_000): Agreement {
  const pairable = units.filter((unit) => unit.length >= 2)
  const ratings = sum(pairable.map((unit) => unit.length))
  const alpha = krippendorffAlpha(pairable, metric)
  if (alpha === null) return { alpha, interval: null, units: pairable.length, ratings }
  const samples: number[] = []
  for (let i = 0; i < resamples; i += 1) {
    const sample = pairable.map(() => pairable[Math.floor(random() * pairable.length)] ?? [])
    // A resample in which nobody could disagree counts as full agreement, as everybody said the same.
    samples.push(krippendorffAlpha(sample, metric) ?? 1)
  }
  samples.sort((a, b) => a - b)
  const at = (share: number) => samples[Math.min(samples.length - 1, Math.floor(share * samples.length))] ?? alpha
  return { alpha, interval: { low: at(0.025), high: at(0.975) }, units: pairable.length, ratings }
}

/** How one juror rates beside their co-jurors on the same units: the mean difference, in categories; positive is more generous. */
export function severity(pairs: readonly { own: number; others: readonly number[] }[]): { meanDifference: number | null; units: number } {
  const differences = pairs.filter(({ others }) => others.length > 0).map(({ own, others }) => own - sum(others) / others.length)
  return { meanDifference: differences.length === 0 ? null : sum(differences) / differences.length, units: differences.length }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
