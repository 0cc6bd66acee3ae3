import { z } from 'zod'
import { checkImport, type ImportFile, type ImportIssue, importFileSchema, type KnownGrid } from '#domain/import-file.ts'

const PARTS = ['candidates', 'jurors', 'panels', 'orals'] as const
type Part = (typeof PARTS)[number]

const UNKNOWN_REFERENCE: Partial<Record<ImportIssue['code'], Part>> = {
  unknownCandidate: 'candidates',
  unknownPanel: 'panels',
  unknownJuror: 'jurors',
}

/** Dates that contain any oral, for a file whose own are unreadable: no complaint can then be made of them. */
const ANY_DATES = { title: 'x', centre: 'x', startsOn: '0001-01-01', endsOn: '9999-12-31' }

const partRowsSchema = z.object({ session: z.unknown(), ...rowLists() }).partial()

function rowLists(): Record<Part, z.ZodType<unknown[]>> {
  const list = z.array(z.unknown()).catch([])
  return { candidates: list, jurors: list, panels: list, orals: list }
}

/**
 * The contradictions among those rows of a malformed file that are well formed, so that one reading names them all. A reference to a row
 * that is itself malformed is no contradiction.
 */
export function salvageImport(json: unknown, grids: readonly KnownGrid[]): ImportIssue[] {
  const parsed = partRowsSchema.safeParse(json)
  if (!parsed.success) return []
  const session = importFileSchema.shape.session.safeParse(parsed.data.session)
  const kept = {
    candidates: wellFormed(importFileSchema.shape.candidates.element, parsed.data.candidates ?? []),
    jurors: wellFormed(importFileSchema.shape.jurors.element, parsed.data.jurors ?? []),
    panels: wellFormed(importFileSchema.shape.panels.element, parsed.data.panels ?? []),
    orals: wellFormed(importFileSchema.shape.orals.element, parsed.data.orals ?? []),
  }
  const file: ImportFile = {
    format: 'carnet-de-jury/import',
    formatVersion: 1,
    session: session.success ? session.data : ANY_DATES,
    candidates: kept.candidates.rows,
    jurors: kept.jurors.rows,
    panels: kept.panels.rows,
    orals: kept.orals.rows,
  }
  return checkImport(file, grids)
    .filter((issue) => !refersToMalformed(issue, kept))
    .map((issue) => ({ ...issue, path: originalPath(issue.path, kept) }))
}

interface Kept<Row> {
  rows: Row[]
  /** The place of each kept row in the file. */
  places: number[]
  /** Ids of the rows that are malformed elsewhere. */
  malformedIds: Set<string>
  /** A malformed row whose id is unreadable may be any row. */
  hasNameless: boolean
}

function wellFormed<Schema extends z.ZodType>(schema: Schema, rows: readonly unknown[]): Kept<z.output<Schema>> {
  const kept: Kept<z.output<Schema>> = { rows: [], places: [], malformedIds: new Set(), hasNameless: false }
  rows.forEach((row, place) => {
    const parsed = schema.safeParse(row)
    if (parsed.success) {
      kept.rows.push(parsed.data)
      kept.places.push(place)
      return
    }
    const id = z.object({ id: z.string() }).safeParse(row)
    if (id.success) kept.malformedIds.add(id.data.id)
    else kept.hasNameless = true
  })
  return kept
}

function refersToMalformed(issue: ImportIssue, kept: Record<Part, Kept<unknown>>): boolean {
  const part = UNKNOWN_REFERENCE[issue.code]
  return part !== undefined && (kept[part].hasNameless || kept[part].malformedIds.has(issue.value))
}

function originalPath([part, place, ...rest]: ImportIssue['path'], kept: Record<Part, Kept<unknown>>): ImportIssue['path'] {
  const known = PARTS.find((name) => name === part)
  if (known === undefined || typeof place !== 'number') return [part, place, ...rest].filter((step) => step !== undefined)
  return [known, kept[known].places[place] ?? place, ...rest]
}
