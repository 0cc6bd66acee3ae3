import { describe, expect, it } from 'vitest'
import { frameworkSchema } from '#domain/framework.ts'
import { readFramework } from '#domain/tables/read-framework.ts'
import type { Table } from '#domain/tables/table.ts'
import { writeFramework } from '#domain/tables/write-framework.ts'
import { cdcm } from '#frameworks/cdcm.ts'
import { frameworkSheets } from '#texts/fr/framework-sheets.ts'
import { aSecondFramework } from '../builders/a-framework.ts'

const { labels } = frameworkSheets

type Rows = Table['rows'][number][number][][]
type Change = [sheet: string, write: (rows: Rows) => void]

/** The sheets of a framework with some cells written otherwise. */
function sheets(...changes: Change[]) {
  return writeFramework(aSecondFramework(), labels).map((table) => {
    const rows = table.rows.map((row) => [...row])
    for (const [name, write] of changes) if (name === table.name) write(rows)
    return { ...table, rows }
  })
}

/** Writes one cell; lines and columns from 0. */
const cell = (sheet: string, line: number, column: number, value: string): Change => [
  sheet,
  (rows) => {
    rows[line]?.splice(column, 1, value)
  },
]

const complaints = (tables: Table[]) => {
  const read = readFramework(tables, labels)
  return read.ok ? [] : read.complaints.map(({ table, line, column, code, value }) => [table, line, column, code, value].join(' '))
}

describe('a framework as sheets', () => {
  it.each([
    ['the bundled one', cdcm],
    ['a second one', aSecondFramework()],
  ])('is the same once read again: %s', (_name, framework) => {
    const read = readFramework(writeFramework(framework, labels), labels)
    expect(read.ok && frameworkSchema.parse(read.json)).toEqual(framework)
  })

  it('has titles alone when there is no framework', () => {
    const [facts, blocks] = writeFramework(null, labels)
    expect(facts?.rows.slice(0, 2)).toEqual([
      ['Champ', 'Valeur'],
      ['Identifiant', null],
    ])
    expect(blocks?.rows).toHaveLength(1)
  })

  it('is complained of with sheet, line and cell', () => {
    const wrong = sheets(cell('Activités', 2, 1, 'R9'), cell('Blocs', 1, 3, 'vingt'), cell('Blocs', 2, 5, 'peut-être'))
    expect(complaints(wrong)).toEqual(['Blocs 2 Minutes de l’oral badNumber vingt', 'Blocs 3 Annexes en plus badYesNo peut-être'])
    expect(complaints(sheets(cell('Activités', 2, 1, 'R9')))).toEqual(['Activités 3 Bloc unknownParent R9'])
    expect(complaints(sheets(cell('Critères', 0, 2, 'Nom')))).toEqual(['Critères   missingColumn Intitulé'])
    expect(complaints(sheets(cell('Référentiel', 2, 0, 'Édition')))).toEqual(['Référentiel   missingFact Version'])
    expect(complaints(sheets().filter(({ name }) => name !== 'Étiquettes'))).toEqual(['Étiquettes   missingSheet Étiquettes'])
  })

  it('knows the cell of every value that its checks may name, and the line around one that is not there', () => {
    const read = readFramework(sheets(), labels)
    if (!read.ok) throw new Error('not read')
    const at = (path: string) => Object.values(read.placeOf(path) ?? {}).join(' ')
    expect(at('title')).toBe('Référentiel 4 Intitulé')
    expect(at('rules.blocks')).toBe('Référentiel 10 Règle des blocs')
    expect(at('blocks[1].assessment.oralMinutes')).toBe('Blocs 3 Minutes de l’oral')
    expect(at('blocks[0].activities[0].competences[1].criteria[0].indicators[1].label')).toBe('Indicateurs 5 Intitulé')
    expect(at('blocks[1].activities')).toBe('Blocs 3 ')
    expect(at('nothing.known')).toBe('')
  })

  it('may have a title above its columns, in any order', () => {
    const turned: Change = [
      'Blocs',
      (rows) => {
        for (const row of rows) row.reverse()
        rows.unshift(['Les blocs du titre'])
      },
    ]
    const tables = sheets(turned)
    const read = readFramework(tables, labels)
    expect(read.ok && frameworkSchema.parse(read.json)).toEqual(aSecondFramework())
    expect(read.ok && read.placeOf('blocks[0].title')).toEqual({ table: 'Blocs', line: 3, column: 'Intitulé' })
  })
})
