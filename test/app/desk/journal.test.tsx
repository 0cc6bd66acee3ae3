import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { askedFilter, NO_FILTERS } from '#app/desk/journal/journal-filters.ts'
import { JournalPage } from '#app/desk/journal/journal-page.tsx'
import { journalExportRequestSchema, journalPageRequestSchema } from '#contract/journal.ts'
import type { JournalRow } from '#domain/journal.ts'
import { type Asked, answering, json } from './answering.ts'
import { renderDesk } from './render-desk.tsx'

afterEach(() => vi.unstubAllGlobals())

const HASH = 'A'.repeat(43)

function aRow(index: number, row: Partial<JournalRow>): JournalRow {
  const base = { at: '2026-11-24T12:00:00.000Z', actor: 'server', act: 'session-imported', subject: {} }
  return { ...base, index, previous: index === 0 ? null : HASH, hash: HASH, ...row }
}

const ROWS = [
  aRow(1, { actor: 'coordinator:u1', act: 'role-changed', subject: { coordinatorId: 'u2', from: 'reader', to: 'coordinator' } }),
  aRow(0, { act: 'coordinator-created', subject: { coordinatorId: 'u1' } }),
]

const SUMMARY = {
  rows: 2,
  brokenAt: null,
  lastHash: HASH,
  acts: ['coordinator-created', 'role-changed'],
  actors: ['server', 'coordinator:u1'],
  people: [
    { id: 'u1', name: 'Maud Lévêque' },
    { id: 'u2', name: 'Noé Ferrand' },
  ],
  sessions: [{ id: 's1', title: 'Session de juin', jurors: [{ id: 'jure-6', name: 'Lina Morel' }] }],
  devices: [{ id: 'd1', name: 'Lina Morel' }],
}

function bodies(asked: readonly Asked[], path: string): unknown[] {
  return asked.filter((one) => one.path === path).map(({ init }) => JSON.parse(String(init.body)))
}

describe('what is asked of the journal', () => {
  it('is everything when nothing is filled in', () => {
    expect(askedFilter(NO_FILTERS)).toEqual({ act: null, actor: null, sessionId: null, from: null, until: null, text: '' })
  })

  it('is whole days where the reader is, the last one included', () => {
    const { from, until } = askedFilter({ ...NO_FILTERS, from: '2026-10-25', to: '2026-10-25' })
    expect(from).toBe(new Date(2026, 9, 25).toISOString())
    expect(until).toBe(new Date(2026, 9, 26).toISOString())
  })
})

describe('the journal’s page', () => {
  it('names people and roles, says that the chain holds, and asks the server for what is filtered', async () => {
    const asked = answering({
      '/api/v1/journal': () => json(SUMMARY),
      '/api/v1/journal/rows': () => json({ rows: ROWS, total: 2, next: null }),
    })
    renderDesk(<JournalPage />)
    expect(await screen.findByText('Chaîne intacte : 2 lignes vérifiées.')).toBeInTheDocument()
    const [, row] = within(await screen.findByRole('table')).getAllByRole('row')
    expect(row).toHaveTextContent('compte Noé Ferrand')
    expect(row).toHaveTextContent('de : Lecteur·rice')
    expect(row).toHaveTextContent('à : Coordinateur·rice')
    expect(screen.getByText('2 lignes sur 2')).toBeInTheDocument()
    await userEvent.selectOptions(screen.getByLabelText('Auteur'), 'Maud Lévêque')
    await userEvent.type(screen.getByLabelText('Texte'), 'rôle')
    await waitFor(() => {
      const last = journalPageRequestSchema.parse(bodies(asked, '/api/v1/journal/rows').at(-1))
      expect(last).toMatchObject({ actor: 'coordinator:u1', text: 'rôle', before: null })
    })
    await userEvent.click(screen.getByRole('button', { name: 'Effacer les filtres' }))
    expect(screen.getByLabelText('Texte')).toHaveValue('')
  })

  it('names jurors, their devices and sessions, the session as a link to its day', async () => {
    const subject = { sessionId: 's1', jurorId: 'jure-6' }
    answering({
      '/api/v1/journal': () => json(SUMMARY),
      '/api/v1/journal/rows': () =>
        json({ rows: [aRow(2, { actor: 'device:d1', act: 'device-enrolled', subject })], total: 1, next: null }),
    })
    renderDesk(<JournalPage />)
    const [, row] = within(await screen.findByRole('table')).getAllByRole('row')
    expect(row).toHaveTextContent('juré·e Lina Morel')
    expect(row).toHaveTextContent('Appareil de Lina Morel')
    expect(within(row ?? document.body).getByRole('link', { name: 'Session de juin' })).toHaveAttribute('href', '/coordination/sessions/s1')
  })

  it('shows the next page under the first', async () => {
    const asked = answering({
      '/api/v1/journal': () => json(SUMMARY),
      '/api/v1/journal/rows': (init) =>
        String(init.body).includes('"before":1')
          ? json({ rows: ROWS.slice(1), total: 2, next: null })
          : json({ rows: ROWS.slice(0, 1), total: 2, next: 1 }),
    })
    renderDesk(<JournalPage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Afficher plus de lignes' }))
    await waitFor(() => expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(3))
    expect(bodies(asked, '/api/v1/journal/rows')).toHaveLength(2)
    expect(screen.queryByRole('button', { name: 'Afficher plus de lignes' })).not.toBeInTheDocument()
  })

  it('exports what is filtered, shown or not', async () => {
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:journal', revokeObjectURL: () => undefined }))
    const asked = answering({
      '/api/v1/journal': () => json(SUMMARY),
      '/api/v1/journal/rows': () => json({ rows: ROWS, total: 250, next: 0 }),
      '/api/v1/journal/export': () => new Response('lignes'),
    })
    renderDesk(<JournalPage />)
    await screen.findByRole('table')
    await userEvent.selectOptions(screen.getByLabelText('Session'), 'Session de juin')
    await waitFor(() => expect(bodies(asked, '/api/v1/journal/rows')).toHaveLength(2))
    await userEvent.click(await screen.findByRole('button', { name: 'Télécharger ces lignes (JSON)' }))
    await waitFor(() => expect(bodies(asked, '/api/v1/journal/export')).toHaveLength(1))
    expect(journalExportRequestSchema.parse(bodies(asked, '/api/v1/journal/export')[0])).toMatchObject({ sessionId: 's1', format: 'json' })
  })

  it('says where the chain is broken, before all else', async () => {
    answering({
      '/api/v1/journal': () => json({ ...SUMMARY, brokenAt: 1 }),
      '/api/v1/journal/rows': () => json({ rows: ROWS, total: 2, next: null }),
    })
    renderDesk(<JournalPage />)
    expect(await screen.findByRole('alert')).toHaveTextContent('Chaîne rompue à la ligne 1')
  })
})
