import { screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { SessionsPage } from '#app/desk/sessions-page.tsx'
import { answering, json } from './answering.ts'
import { renderDesk } from './render-desk.tsx'

afterEach(() => vi.unstubAllGlobals())

const DRAFT = {
  sessionId: 'd1',
  title: 'Session de juin',
  centre: 'Lyon',
  startsOn: '2026-06-15',
  endsOn: '2026-06-16',
  candidates: 12,
  orals: 36,
  unplaced: 36,
  changedAt: '2026-05-01T08:00:00Z',
}

it('with only sessions in preparation, shows them and says what publishing brings, not that there is nothing', async () => {
  answering({ '/api/v1/sessions': () => json({ sessions: [] }), '/api/v1/preparations': () => json({ preparations: [DRAFT] }) })
  renderDesk(<SessionsPage />)
  expect(await screen.findByRole('link', { name: 'Session de juin' })).toBeInTheDocument()
  expect(await screen.findByText(/^Aucune session publiée\./)).toBeInTheDocument()
  expect(screen.queryByText('Aucune session pour le moment')).not.toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Préparer une session' })).toBeInTheDocument()
})

it('with nothing at all, offers the way to begin', async () => {
  answering({ '/api/v1/sessions': () => json({ sessions: [] }), '/api/v1/preparations': () => json({ preparations: [] }) })
  renderDesk(<SessionsPage />)
  expect(await screen.findByText('Aucune session pour le moment')).toBeInTheDocument()
})
