import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { journalCsv } from '#app/desk/journal-csv.ts'
import { actorsOf, filteredRows, NO_FILTERS } from '#app/desk/journal-filters.ts'
import { JournalPage } from '#app/desk/journal-page.tsx'
import type { JournalRow } from '#domain/journal.ts'
import { answering, json } from './answering.ts'
import { renderDesk } from './render-desk.tsx'

afterEach(() => vi.unstubAllGlobals())

const HASH = 'A'.repeat(43)

function aRow(index: number, row: Partial<JournalRow>): JournalRow {
  const base = { at: '2026-11-24T12:00:00.000Z', actor: 'server', act: 'session-imported', subject: {} }
  return { ...base, index, previous: index === 0 ? null : HASH, hash: HASH, ...row }
}

const ROWS = [
  aRow(0, { act: 'coordinator-created', subject: { coordinatorId: 'u1' } }),
  aRow(1, { actor: 'coordinator:u1', act: 'role-changed', subject: { coordinatorId: 'u2', from: 'reader', to: 'coordinator' } }),
  aRow(2, { actor: `device:${HASH}`, act: 'sheet-received', at: '2026-11-25T12:00:00.000Z' }),
  aRow(3, { actor: `device:${HASH.replace('A', 'B')}`, act: 'sheet-received', at: '2026-11-26T12:00:00.000Z' }),
]

describe('the rows of the journal', () => {
  it.each([
    ['all', {}, [3, 2, 1, 0]],
    ['of an act', { act: 'sheet-received' }, [3, 2]],
    ['of a person', { actor: 'coordinator:u1' }, [1]],
    ['of all devices', { actor: 'device:' }, [3, 2]],
    ['from a day on', { from: '2026-11-25' }, [3, 2]],
    ['of one day', { from: '2026-11-25', to: '2026-11-25' }, [2]],
    ['of nothing', { act: 'sheet-received', actor: 'server' }, []],
  ])('%s', (_name, filters, indexes) => {
    expect(filteredRows(ROWS, { ...NO_FILTERS, ...filters }).map(({ index }) => index)).toEqual(indexes)
  })

  it('are by accounts one by one, and by devices together', () => {
    expect(actorsOf(ROWS)).toEqual(['server', 'coordinator:u1', 'device:'])
  })

  it('make a spreadsheet that keeps the chain and runs no formula', () => {
    const rows = [aRow(1, { actor: '=HYPERLINK("http://x")' }), aRow(0, {})]
    const csv = journalCsv(rows, { act: (act) => act, actor: (actor) => actor, subject: (field, value) => `${field} ${value}` })
    const lines = csv.split('\r\n')
    expect(lines[0]).toBe('\uFEFFLigne;Date et heure;Acte;Auteur;Objet;Empreinte précédente;Empreinte')
    expect(lines[1]).toBe(`0;2026-11-24T12:00:00.000Z;session-imported;server;;;${HASH}`)
    expect(lines[2]).toContain(`"'=HYPERLINK(""http://x"")"`)
  })
})

describe('the journal’s page', () => {
  it('names people and roles, and filters by author', async () => {
    const people = [
      { id: 'u1', name: 'Maud Lévêque' },
      { id: 'u2', name: 'Noé Ferrand' },
    ]
    answering({ '/api/v1/journal': () => json({ rows: ROWS, brokenAt: null, people }) })
    renderDesk(<JournalPage />)
    await userEvent.selectOptions(await screen.findByLabelText('Auteur'), 'Maud Lévêque')
    const [, row] = within(screen.getByRole('table')).getAllByRole('row')
    expect(row).toHaveTextContent('compte Noé Ferrand')
    expect(row).toHaveTextContent('de : Lecteur·rice')
    expect(row).toHaveTextContent('à : Coordinateur·rice')
    expect(screen.getByText('1 ligne sur 1')).toBeInTheDocument()
  })
})
