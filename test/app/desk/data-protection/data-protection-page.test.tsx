import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DataProtectionPage } from '#app/desk/data-protection/data-protection-page.tsx'
import { MeContext } from '#app/desk/rights.ts'
import type { DataProtection } from '#contract/data-protection.ts'
import type { Role } from '#contract/roles.ts'
import { DEFAULT_RETENTION } from '#domain/data-retention.ts'
import { answering, json } from '../answering.ts'
import { renderDesk } from '../render-desk.tsx'

const OVERVIEW: DataProtection = {
  settings: { ...DEFAULT_RETENTION, months: { ...DEFAULT_RETENTION.months, supports: 18 } },
  proposed: DEFAULT_RETENTION,
  otherNotebookDays: 2,
  upcoming: [{ sessionId: 's1', title: 'Session d’automne', kind: 'supports', lastDay: '2028-05-24' }],
  purges: [{ at: '2026-11-24T02:00:00Z', kind: 'sheets', sessionId: 's0', title: null, count: 12 }],
}

const PART = { grid: { id: 'g', version: '1', hash: 'G'.repeat(43) }, medianMinutes: null, orals: [] }
const PRESENCES = { present: null, absent: null, abandoned: 0, interrupted: 0 }
const STATISTICS = {
  format: 'carnet-de-jury/statistics',
  formatVersion: 1,
  certification: { title: 'Titre', level: 6, rncpCode: null },
  year: 2026,
  smallestGroup: 5,
  removed: ['names'],
  parts: [
    { part: 'B1', hidden: false, presences: { ...PRESENCES, present: 9 }, ...PART },
    { part: 'B2', hidden: true, presences: PRESENCES, ...PART },
  ],
  titles: { awarded: null, partial: null, notAwarded: 0, pending: 0 },
}

function show(role: Role, answers: Parameters<typeof answering>[0] = {}) {
  const asked = answering({
    '/api/v1/data-protection': () => json(OVERVIEW),
    '/api/v1/sessions': () =>
      json({
        sessions: [
          {
            id: 's1',
            title: 'Session d’automne',
            centre: 'Lyon',
            startsOn: '2026-11-24',
            endsOn: '2026-11-24',
            candidates: 9,
            orals: 9,
            sheetsExpected: 9,
            sheetsReceived: 9,
          },
        ],
      }),
    ...answers,
  })
  const coordinator = { id: 'a1', name: 'Maud', email: 'maud@example.org', role }
  renderDesk(
    <MeContext value={{ coordinator, reload: () => undefined }}>
      <DataProtectionPage />
    </MeContext>,
  )
  return asked
}

afterEach(() => vi.unstubAllGlobals())

describe('the page about personal data', () => {
  it('says the lengths as they are set, and what is no longer readable afterwards', async () => {
    show('reader')
    const kept = await screen.findByRole('table', { name: 'Ce qui est gardé' })
    const row = (name: RegExp) => within(kept).getByRole('row', { name })
    expect(row(/^Supports écrits/)).toHaveTextContent('18 mois après la session')
    expect(row(/^Fiches d’évaluation/)).toHaveTextContent('5 ans après la session')
    expect(row(/^Fiches d’évaluation/)).toHaveTextContent('Après 1 an, seul·es l’administration et les responsables ouvrent les fiches.')
    expect(row(/^Fiches d’évaluation/)).toHaveTextContent(
      'Une fiche ne peut plus être lue. La signature de présence qu’elle porte non plus.',
    )
    expect(row(/^Carnet sur l’appareil/)).toHaveTextContent('30 jours après la session2 sessions ont leur propre durée.')
    expect(row(/^Procès-verbaux/)).toHaveTextContent('Sans limite')
    expect(screen.getByRole('table', { name: 'Prochains effacements' })).toHaveTextContent('24 mai 2028')
    expect(screen.getByRole('table', { name: 'Derniers effacements' })).toHaveTextContent('Session effacée12')
  })

  it('shows a reader neither settings, nor requests, nor statistics', async () => {
    show('reader')
    expect(await screen.findByText('Un·e administrateur·rice règle ces durées.')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Enregistrer les durées' })).toBeNull()
    expect(screen.queryByRole('link', { name: /Demandes et dossiers/ })).toBeNull()
    expect(screen.queryByRole('heading', { name: 'Statistiques sans noms' })).toBeNull()
  })

  it('saves a longer length at once, and asks before a shorter one', async () => {
    const saved: unknown[] = []
    show('administrator', {
      '/api/v1/data-protection/retention': (init) => {
        saved.push(JSON.parse(String(init.body)))
        return json(JSON.parse(String(init.body)))
      },
    })
    const field = await screen.findByLabelText('Supports écrits (PDF), en mois')
    const save = screen.getByRole('button', { name: 'Enregistrer les durées' })
    expect(save).toBeDisabled()
    fireEvent.change(field, { target: { value: '24' } })
    await userEvent.click(save)
    await waitFor(() => expect(saved).toMatchObject([{ months: { supports: 24 } }]))
    fireEvent.change(field, { target: { value: '6' } })
    await userEvent.click(save)
    const dialog = await screen.findByRole('dialog')
    expect(dialog).toHaveTextContent('Un effacement ne peut pas être annulé.')
    expect(saved).toHaveLength(1)
    await userEvent.click(within(dialog).getByRole('button', { name: 'Raccourcir' }))
    await waitFor(() => expect(saved).toMatchObject([{}, { months: { supports: 6 } }]))
  })

  it('names a wrong length and sends nothing', async () => {
    const asked = show('administrator')
    const active = await screen.findByLabelText('Fiches ouvertes à toute la coordination, en mois')
    fireEvent.change(active, { target: { value: '61' } })
    fireEvent.change(screen.getByLabelText('Supports écrits (PDF), en mois'), { target: { value: '' } })
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer les durées' }))
    expect(await screen.findByText('Écrivez un nombre entier, au moins 1.')).toBeVisible()
    expect(asked.filter(({ init }) => init.method === 'POST')).toEqual([])
  })

  it('offers a session’s figures, and names the groups that are hidden in them', async () => {
    show('manager', { '/api/v1/sessions/s1/statistics.json': () => json(STATISTICS) })
    await userEvent.selectOptions(await screen.findByLabelText('Session'), 'Session d’automne')
    expect(await screen.findByText('Cachés dans l’export : Bloc B2.')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Télécharger (CSV)' })).toHaveAttribute('href', '/api/v1/sessions/s1/statistics.csv')
  })
})
