import type { Preparation } from '#domain/preparation.ts'
import type { ColumnKey, TableKind } from '#domain/tables/columns.ts'
import { type EditLine, type EditRequest, linesOf } from '#domain/tables/edit-lines.ts'
import { plainWords } from '#domain/tables/table.ts'
import { t } from '#texts/i18n.ts'
import { fullName } from '../people-words.ts'

/** By what a kind's lines can be filtered, in the order shown. */
export const FACETS = {
  candidates: ['blocks', 'extraTime', 'panel', 'placed'],
  jurors: ['panel', 'external'],
  orals: ['part', 'panel', 'room', 'date', 'extraTime', 'placed'],
} as const satisfies Record<TableKind, readonly string[]>

export type Facet = (typeof FACETS)[TableKind][number]

/** A line with what it is found, filtered and named by. */
export interface LineRow extends EditLine {
  /** The person it is about. */
  name: string
  /** Every text of the line, as `plainWords` writes them. */
  search: string
  facets: Partial<Record<Facet, readonly string[]>>
}

/** A session's candidates, jurors or orals as the rows of a table. */
export function rowsOf(kind: TableKind, preparation: Preparation, request: EditRequest): LineRow[] {
  const facetsOf = facetReader(kind, preparation)
  const nameOf = nameReader(kind, preparation)
  return linesOf(kind, preparation, request).map((line) => {
    const name = nameOf(line.id)
    return { ...line, name, search: plainWords([name, ...Object.values(line.cells)].join(' ')), facets: facetsOf(line) }
  })
}

function nameReader(kind: TableKind, { candidates, jurors, orals }: Preparation): (id: string) => string {
  const people = new Map((kind === 'jurors' ? jurors : candidates).map((person) => [person.id, fullName(person)]))
  if (kind !== 'orals') return (id) => people.get(id) ?? ''
  const ofOral = new Map(orals.map(({ id, candidateId }) => [id, people.get(candidateId) ?? '']))
  return (id) => ofOral.get(id) ?? ''
}

function facetReader(kind: TableKind, preparation: Preparation): (line: EditLine) => LineRow['facets'] {
  const yes = [t('prepare:tables.yes')]
  const no = [t('prepare:tables.no')]
  const yesNo = (isSo: boolean) => (isSo ? yes : no)
  const cell = (line: EditLine, key: ColumnKey) => (line.cells[key] ? [line.cells[key]] : [])
  const listed = (line: EditLine, key: ColumnKey) => (line.cells[key] ?? '').split(', ').filter((name) => name !== '')
  if (kind === 'jurors') return (line) => ({ panel: listed(line, 'panel'), external: cell(line, 'external') })
  const extended = new Set(preparation.candidates.filter(hasExtraTime).map(({ id }) => id))
  const panelName = new Map(preparation.panels.map(({ id, name }) => [id, name]))
  if (kind === 'candidates') {
    const panels = new Map<string, Set<string>>()
    const unplaced = new Set<string>()
    for (const { candidateId, place } of preparation.orals) {
      if (place === null) unplaced.add(candidateId)
      else panels.set(candidateId, (panels.get(candidateId) ?? new Set()).add(panelName.get(place.panelId) ?? ''))
    }
    return (line) => ({
      blocks: listed(line, 'blocks'),
      extraTime: yesNo(extended.has(line.id)),
      panel: [...(panels.get(line.id) ?? [])],
      placed: yesNo(!unplaced.has(line.id)),
    })
  }
  const candidateOf = new Map(preparation.orals.map(({ id, candidateId }) => [id, candidateId]))
  return (line) => ({
    part: cell(line, 'part'),
    panel: cell(line, 'panel'),
    room: cell(line, 'room'),
    date: cell(line, 'date'),
    extraTime: yesNo(extended.has(candidateOf.get(line.id) ?? '')),
    placed: yesNo(line.cells.date !== ''),
  })
}

function hasExtraTime({ accommodations }: Preparation['candidates'][number]): boolean {
  return accommodations.some(({ extraTime }) => extraTime !== null)
}

const collator = new Intl.Collator('fr', { numeric: true })

/** In the order people look things up in; days as days. */
export function compareTexts(a: string, b: string): number {
  return collator.compare(sortable(a), sortable(b))
}

function sortable(text: string): string {
  return /^\d{2}\/\d{2}\/\d{4}$/.test(text) ? text.split('/').reverse().join('-') : text
}
