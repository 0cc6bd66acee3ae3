import { readYesNo } from './cells.ts'
import {
  columnLabel,
  FRAMEWORK_COLUMNS,
  FRAMEWORK_FACTS,
  FRAMEWORK_SHEETS,
  type FrameworkColumn,
  type FrameworkLabels,
  type ListSheet,
} from './framework-columns.ts'
import { type Cell, cellText, plainWords, type Table } from './table.ts'

/** Where something stands in the workbook; `line` from 1. Null: the whole sheet, the whole line. */
export interface SheetPlace {
  table: string
  line: number | null
  column: string | null
}

/** What keeps a workbook from being a framework at all. What the framework then says wrong, its own checks tell. */
export interface SheetComplaint extends SheetPlace {
  code: 'missingSheet' | 'missingColumn' | 'missingFact' | 'unknownParent' | 'badNumber' | 'badYesNo'
  value: string
}

export type ReadFramework =
  | {
      ok: true
      /** To be checked as any framework's JSON. */
      json: object
      /** Where a value of the JSON stands, by its path as people write it (`blocks[0].title`). */
      placeOf: (path: string) => SheetPlace | null
    }
  | { ok: false; complaints: SheetComplaint[] }

type Value = string | number | boolean | string[] | null | undefined

interface Line {
  place: SheetPlace
  cells: Record<string, SheetPlace>
  values: Record<string, Value>
  /** Where it stands in the JSON, once it is placed. */
  path: string
}

/** The framework that a workbook's sheets describe, or everything that is wrong in them at once. */
export function readFramework(tables: readonly Table[], labels: FrameworkLabels): ReadFramework {
  const complaints: SheetComplaint[] = []
  const tableOf = (name: string) => tables.find((table) => plainWords(table.name) === plainWords(name))
  for (const sheet of FRAMEWORK_SHEETS) {
    const name = labels.sheet[sheet]
    if (!tableOf(name)) complaints.push({ table: name, line: null, column: null, code: 'missingSheet', value: name })
  }
  const facts = readFacts(tableOf(labels.sheet.facts), labels, complaints)
  const lines = Object.fromEntries(
    (Object.keys(FRAMEWORK_COLUMNS) as ListSheet[]).map((sheet) => [
      sheet,
      readLines(sheet, tableOf(labels.sheet[sheet]), labels, complaints),
    ]),
  ) as Record<ListSheet, Line[]>
  if (complaints.length === 0) checkParents(lines, complaints)
  if (complaints.length > 0) return { ok: false, complaints }
  const json = frameworkJson(facts.values, lines)
  return { ok: true, json, placeOf: placeFinder(facts, lines) }
}

/** The first row that names a column is the head: titles and dates above it are left. */
function headRow(table: Table, names: readonly string[]): number {
  const known = new Set(names.map(plainWords))
  return table.rows.findIndex((row) => row.some((cell) => known.has(plainWords(cellText(cell)))))
}

function readLines(sheet: ListSheet, table: Table | undefined, labels: FrameworkLabels, complaints: SheetComplaint[]): Line[] {
  if (!table) return []
  const columns: readonly FrameworkColumn[] = FRAMEWORK_COLUMNS[sheet]
  const name = (key: string) => columnLabel(labels, sheet, key)
  const head = headRow(
    table,
    columns.map(({ key }) => name(key)),
  )
  const titles = (table.rows[head] ?? []).map((cell) => plainWords(cellText(cell)))
  const places = columns.map((column) => ({ column, at: titles.indexOf(plainWords(name(column.key))) }))
  const missing = places.filter(({ at }) => at < 0)
  for (const { column } of missing)
    complaints.push({ table: table.name, line: null, column: null, code: 'missingColumn', value: name(column.key) })
  if (missing.length > 0) return []
  return table.rows.flatMap((row, index) => {
    if (index <= head || row.every((cell) => cellText(cell) === '')) return []
    const place = { table: table.name, line: index + 1, column: null }
    const cells: Line['cells'] = {}
    const values: Line['values'] = {}
    for (const { column, at } of places) {
      const cell = { ...place, column: name(column.key) }
      cells[column.key] = cell
      values[column.key] = readCell(row[at] ?? null, column, cell, complaints)
    }
    return [{ place, cells, values, path: '' }]
  })
}

function readFacts(table: Table | undefined, labels: FrameworkLabels, complaints: SheetComplaint[]): Pick<Line, 'cells' | 'values'> {
  const cells: Line['cells'] = {}
  const values: Line['values'] = {}
  for (const fact of table ? FRAMEWORK_FACTS : []) {
    const name = labels.fact[fact.key]
    const index = table?.rows.findIndex((row) => plainWords(cellText(row[0])) === plainWords(name)) ?? -1
    const at = { table: labels.sheet.facts, line: index < 0 ? null : index + 1, column: index < 0 ? null : name }
    cells[fact.key] = at
    if (index < 0) complaints.push({ ...at, code: 'missingFact', value: name })
    else values[fact.key] = readCell(table?.rows[index]?.[1] ?? null, fact, at, complaints)
  }
  return { cells, values }
}

function readCell(cell: Cell, { as, optional }: FrameworkColumn, at: SheetPlace, complaints: SheetComplaint[]): Value {
  // Line breaks of a cell are its own.
  const text = typeof cell === 'string' ? cell.replace(/\r\n?/g, '\n') : cellText(cell)
  const isEmpty = text.trim() === ''
  switch (as) {
    case 'text':
      return isEmpty && optional ? undefined : isEmpty ? '' : text
    case 'list':
      return text.split('\n').flatMap((element) => (element.trim() === '' ? [] : [element.trim()]))
    case 'number': {
      if (isEmpty) return null
      const number = typeof cell === 'number' ? cell : Number(text.replace(',', '.'))
      if (Number.isFinite(number)) return number
      complaints.push({ ...at, code: 'badNumber', value: cellText(cell) })
      return null
    }
    case 'yesNo': {
      const answer = readYesNo(cell, /^$/, /^$/)
      if (answer === null) complaints.push({ ...at, code: 'badYesNo', value: cellText(cell) })
      return answer ?? false
    }
  }
}

const PARENT_SHEETS = { activities: 'blocks', competences: 'activities', criteria: 'competences', indicators: 'criteria' } as const
type ChildSheet = keyof typeof PARENT_SHEETS

function checkParents(lines: Record<ListSheet, Line[]>, complaints: SheetComplaint[]): void {
  for (const sheet of Object.keys(PARENT_SHEETS) as ChildSheet[]) {
    const known = new Set(lines[PARENT_SHEETS[sheet]].map(({ values }) => values['id']))
    for (const { cells, values, place } of lines[sheet])
      if (!known.has(values['parent']))
        complaints.push({ ...(cells['parent'] ?? place), code: 'unknownParent', value: String(values['parent']) })
  }
}

/** Lines of a sheet under one parent, in the sheet's order, each told its path. A parent written twice has its children once. */
function childrenOf(all: readonly Line[], parent: Line, path: string): Line[] {
  const own = all.filter(({ values, path: placed }) => placed === '' && values['parent'] === parent.values['id'])
  own.forEach((line, index) => {
    line.path = `${path}[${index}]`
  })
  return own
}

function frameworkJson(facts: Line['values'], lines: Record<ListSheet, Line[]>): object {
  lines.blocks.forEach((line, index) => {
    line.path = `blocks[${index}]`
  })
  const { blocksRule, titleRule, deliverySource, deliveryScope, alsoObservableIn, rncpCode, ...rest } = facts
  const own = Object.fromEntries(Object.entries(rest).filter(([key]) => !key.startsWith('interview')))
  return {
    format: 'carnet-de-jury/framework',
    formatVersion: 1,
    ...own,
    rncpCode: rncpCode ?? null,
    rules: { blocks: blocksRule, title: titleRule },
    openPoints: lines.openPoints.map(({ values }) => values['point']),
    tags: Object.fromEntries(lines.tags.map(({ values }) => [values['tag'], values['meaning']])),
    blocks: lines.blocks.map((block) => {
      const { id, title, context, ...assessment } = block.values
      return { id, title, context, assessment, activities: activitiesOf(block, lines) }
    }),
    delivery: {
      source: deliverySource,
      scope: deliveryScope,
      items: lines.delivery.map(({ values }) => values),
      alsoObservableIn,
    },
    finalInterview: interviewOf(facts, lines.activities),
    corrections: lines.corrections.map(({ values }) => values),
  }
}

function activitiesOf(block: Line, lines: Record<ListSheet, Line[]>): object[] {
  return childrenOf(lines.activities, block, `${block.path}.activities`).map((activity) => ({
    ...bare(activity, 'inInterview'),
    competences: childrenOf(lines.competences, activity, `${activity.path}.competences`).map((competence) => ({
      ...bare(competence),
      criteria: childrenOf(lines.criteria, competence, `${competence.path}.criteria`).map((criterion) => ({
        ...bare(criterion),
        indicators: childrenOf(lines.indicators, criterion, `${criterion.path}.indicators`).map((indicator) => bare(indicator)),
      })),
    })),
  }))
}

/** A line's values but its parent, those left out, and what its empty cells do not say. */
function bare({ values }: Line, ...leftOut: string[]): object {
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) => key !== 'parent' && value !== undefined && !leftOut.includes(key)),
  )
}

/** There is a final interview as soon as anything is said of it. */
function interviewOf(facts: Line['values'], activities: readonly Line[]): object | null {
  const covered = activities.filter(({ values }) => values['inInterview'] === true).map(({ values }) => values['id'])
  const said = [facts['interviewCondition'], facts['interviewAudience'], facts['interviewSupportType']].some((value) => value !== '')
  if (covered.length === 0 && !said) return null
  return {
    required: facts['interviewRequired'],
    condition: facts['interviewCondition'],
    audience: facts['interviewAudience'],
    support: { type: facts['interviewSupportType'], content: facts['interviewSupportContent'] },
    activities: covered,
    minutes: facts['interviewMinutes'],
    ...(facts['interviewNote'] === undefined ? {} : { note: facts['interviewNote'] }),
  }
}

const FACT_PATHS: Record<string, string> = {
  blocksRule: 'rules.blocks',
  titleRule: 'rules.title',
  deliverySource: 'delivery.source',
  deliveryScope: 'delivery.scope',
  alsoObservableIn: 'delivery.alsoObservableIn',
  interviewRequired: 'finalInterview.required',
  interviewCondition: 'finalInterview.condition',
  interviewAudience: 'finalInterview.audience',
  interviewSupportType: 'finalInterview.support.type',
  interviewSupportContent: 'finalInterview.support.content',
  interviewMinutes: 'finalInterview.minutes',
  interviewNote: 'finalInterview.note',
}

/** Finds the cell of a path, or of the nearest thing around it. */
function placeFinder(facts: Pick<Line, 'cells'>, lines: Record<ListSheet, Line[]>): (path: string) => SheetPlace | null {
  const places = new Map<string, SheetPlace>()
  for (const [key, cell] of Object.entries(facts.cells)) places.set(FACT_PATHS[key] ?? key, cell)
  const tell = (path: string, { place, cells }: Line, inside = '') => {
    places.set(path, place)
    for (const [key, cell] of Object.entries(cells)) places.set(`${path}${inside}.${key}`, cell)
  }
  for (const sheet of ['blocks', 'activities', 'competences', 'criteria', 'indicators'] as const)
    for (const line of lines[sheet]) {
      tell(line.path, line)
      if (sheet === 'blocks') tell(line.path, line, '.assessment')
    }
  lines.delivery.forEach((line, index) => {
    tell(`delivery.items[${index}]`, line)
  })
  lines.corrections.forEach((line, index) => {
    tell(`corrections[${index}]`, line)
  })
  lines.openPoints.forEach((line, index) => {
    places.set(`openPoints[${index}]`, line.cells['point'] ?? line.place)
  })
  for (const line of lines.tags) places.set(`tags.${line.values['tag']}`, line.cells['meaning'] ?? line.place)
  return (path) => {
    for (let around = path; around !== ''; around = around.replace(/(^|\.)[^.[\]]+$|\[\d+\]$/, '')) {
      const place = places.get(around)
      if (place) return place
    }
    return null
  }
}
