import { z } from 'zod'
import { type Agreement, agreement, type Unit } from './agreement.ts'
import { type Observation, observationSchema } from './entry.ts'
import type { Grid } from './grid.ts'
import { idSchema, isoInstantSchema, lineSchema, proseSchema } from './primitives.ts'
import type { ScoreSheet } from './sheet.ts'

/**
 * An invented case that every juror of a session scores alone before the orals, to see where they mark alike and where they do not. It is no
 * oral: it has no candidate, and nothing of it ever counts.
 */
export const calibrationSchema = z.object({
  id: idSchema,
  title: lineSchema,
  gridId: idSchema,
  /** What there is to score, in words. */
  text: proseSchema.min(1),
  minutes: z.number().int().min(1).max(120),
  publishedAt: isoInstantSchema,
  /** Since when it is no longer to be scored. What was signed before, or on a device that did not know yet, still counts in the spread. */
  withdrawnAt: isoInstantSchema.optional(),
})
export type Calibration = z.infer<typeof calibrationSchema>

/** Below this many sheets a spread would tell who marked what: nobody is shown one. */
export const MIN_CALIBRATION_SHEETS = 3

const countsSchema = z.record(observationSchema, z.number().int().nonnegative())

/** How the marks spread, criterion by criterion. No name, no juror, no order of persons. */
export const calibrationSpreadSchema = z.array(
  z.object({
    id: idSchema,
    title: lineSchema,
    criteria: z.array(
      z.object({
        id: idSchema,
        title: lineSchema,
        indicators: z.array(z.object({ id: idSchema, label: lineSchema, counts: countsSchema })),
      }),
    ),
  }),
)
export type CalibrationSpread = z.infer<typeof calibrationSpreadSchema>

type Marks = Pick<ScoreSheet, 'marks'>

/** The marks given to each indicator of the grid, counted. Null with fewer than MIN_CALIBRATION_SHEETS sheets. */
export function calibrationSpread(grid: Grid, sheets: readonly Marks[]): CalibrationSpread | null {
  if (sheets.length < MIN_CALIBRATION_SHEETS) return null
  return grid.sections.map(({ id, title, criteria }) => ({
    id,
    title,
    criteria: criteria.map((criterion) => ({
      id: criterion.id,
      title: criterion.title,
      indicators: criterion.indicators.map((indicator) => ({
        id: indicator.id,
        label: indicator.label,
        counts: countsOf(indicator.id, sheets),
      })),
    })),
  }))
}

function countsOf(indicatorId: string, sheets: readonly Marks[]): Record<Observation, number> {
  const count = (value: Observation) => sheets.filter(({ marks }) => marks[indicatorId]?.value === value).length
  return {
    observed: count('observed'),
    partial: count('partial'),
    notObserved: count('notObserved'),
    notEvaluated: count('notEvaluated'),
  }
}

/** `notEvaluated` says nothing about what was seen: it is a missing rating. */
const RATINGS: Partial<Record<Observation, number>> = { notObserved: 0, partial: 1, observed: 2 }

export interface CalibrationAgreement {
  whole: Agreement
  byCriterion: { criterionId: string; agreement: Agreement }[]
}

/** How far the jurors agree, on the whole and by criterion; a unit is one indicator. `random` is seeded, so that the same sheets give the same. */
export function calibrationAgreement(grid: Grid, sheets: readonly Marks[], random: () => number): CalibrationAgreement {
  const criteria = grid.sections.flatMap((section) =>
    section.criteria.map((criterion) => ({
      criterionId: criterion.id,
      units: criterion.indicators.map(({ id }) => ratingsOf(id, sheets)),
    })),
  )
  return {
    whole: agreement(
      criteria.flatMap(({ units }) => units),
      'ordinal',
      random,
    ),
    byCriterion: criteria.map(({ criterionId, units }) => ({ criterionId, agreement: agreement(units, 'ordinal', random) })),
  }
}

function ratingsOf(indicatorId: string, sheets: readonly Marks[]): Unit {
  return sheets.flatMap(({ marks }) => {
    const value = marks[indicatorId]?.value
    const rating = value === undefined ? undefined : RATINGS[value]
    return rating === undefined ? [] : [rating]
  })
}
