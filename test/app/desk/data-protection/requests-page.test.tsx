import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DataRequestsPage } from '#app/desk/data-protection/requests-page.tsx'
import type { ListedRequest } from '#contract/data-protection.ts'
import { aBoard } from '#test/builders/a-board.ts'
import { answering, json } from '../answering.ts'
import { renderDesk } from '../render-desk.tsx'

function aRequest(changes: Partial<ListedRequest> = {}): ListedRequest {
  return {
    id: 'r1',
    kind: 'erasure',
    sessionId: 'session-1',
    candidateId: 'C1',
    receivedOn: '2026-11-24',
    dueOn: '2999-12-24',
    detail: 'Demandé par courrier',
    decision: null,
    sessionTitle: 'Session d’automne',
    name: '0001 Inès Bazin',
    erasure: { because: 'allowed' },
    ...changes,
  }
}

function show(requests: ListedRequest[], answers: Parameters<typeof answering>[0] = {}) {
  const board = aBoard()
  const asked = answering({
    '/api/v1/data-requests': () => json({ requests }),
    '/api/v1/sessions': () => json({ sessions: [{ ...board.session, candidates: 2, orals: 2, sheetsExpected: 4, sheetsReceived: 0 }] }),
    [`/api/v1/sessions/${board.session.id}`]: () => json(board),
    ...answers,
  })
  renderDesk(<DataRequestsPage />)
  return asked
}

const posted = (asked: ReturnType<typeof answering>) =>
  asked.filter(({ init }) => init.method === 'POST').map(({ path, init }) => ({ path, body: JSON.parse(String(init.body)) as object }))

afterEach(() => vi.unstubAllGlobals())

describe('the requests', () => {
  it('say when an answer is due, which is late, and what was answered', async () => {
    show([
      aRequest({ id: 'r1', dueOn: '2026-01-24' }),
      aRequest({ id: 'r2', kind: 'access', erasure: null }),
      aRequest({ id: 'r3', name: null, erasure: null, decision: { outcome: 'granted', reason: '', decidedAt: '2026-11-25T08:00:00Z' } }),
    ])
    const items = await screen.findAllByRole('listitem')
    expect(items[0]).toHaveTextContent(/À traiter.*Effacement, Session d’automne.*En retard : réponse due le 24 janvier 2026/)
    expect(items[1]).toHaveTextContent(/Accès.*Réponse due le 24 décembre 2999/)
    expect(items[2]).toHaveTextContent(/Personne effacée.*Acceptée.*Réponse donnée le 25 novembre 2026/)
    expect(within(items[2] ?? document.body).queryByRole('button')).toBeNull()
  })

  it('are erased only after being asked once more', async () => {
    const asked = show([aRequest()], { '/api/v1/data-requests/r1/decision': () => new Response(null, { status: 204 }) })
    await userEvent.click(await screen.findByRole('button', { name: 'Répondre à la demande de 0001 Inès Bazin' }))
    await userEvent.click(screen.getByRole('button', { name: 'Effacer ses données' }))
    expect(posted(asked)).toEqual([])
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Effacer' }))
    await waitFor(() =>
      expect(posted(asked)).toEqual([{ path: '/api/v1/data-requests/r1/decision', body: { outcome: 'granted', reason: '', name: null } }]),
    )
  })

  it('cannot be granted where the law keeps the data: the reason to refuse is there', async () => {
    const asked = show([aRequest({ erasure: { because: 'minutes', until: '2031-11-24' } })], {
      '/api/v1/data-requests/r1/decision': () => new Response(null, { status: 204 }),
    })
    await userEvent.click(await screen.findByRole('button', { name: /^Répondre/ }))
    expect(screen.getByText(/doit rester jusqu’au 24 novembre 2031/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Effacer ses données' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Refuser' }))
    await waitFor(() => expect(posted(asked)).toHaveLength(1))
    expect(posted(asked)[0]?.body).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('RGPD, art. 17.3') })
  })

  it('ask for the reason of a refusal and for the name to write', async () => {
    const asked = show([aRequest({ kind: 'rectification', erasure: null })])
    await userEvent.click(await screen.findByRole('button', { name: /^Répondre/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Refuser' }))
    expect(await screen.findByText('Écrivez le motif du refus.')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Corriger le nom' }))
    expect(await screen.findAllByText('Écrivez le prénom et le nom corrigés.')).toHaveLength(2)
    expect(posted(asked)).toEqual([])
  })
})

describe('one person', () => {
  it('is found in their session: their file, and the record of what they ask', async () => {
    const asked = show([], {
      '/api/v1/data-requests': (init) => (init.method === 'POST' ? json({ requestId: 'r9' }) : json({ requests: [] })),
    })
    expect(await screen.findByText('Aucune demande pour le moment.')).toBeVisible()
    await userEvent.selectOptions(await screen.findByLabelText('Session'), 'Session d’automne')
    await userEvent.selectOptions(await screen.findByLabelText('Candidat·e'), 'Nom-C2 Camille (N-C2)')
    expect(screen.getByRole('link', { name: 'Télécharger son dossier (ZIP)' })).toHaveAttribute(
      'href',
      '/api/v1/sessions/session-1/candidates/C2/personal-file.zip',
    )
    await userEvent.selectOptions(screen.getByLabelText('Demande'), 'Opposition')
    await userEvent.clear(screen.getByLabelText('Reçue le'))
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer la demande' }))
    expect(await screen.findByText(/Écrivez la date de réception/)).toBeVisible()
    await userEvent.type(screen.getByLabelText('Reçue le'), '2020-03-02')
    await userEvent.type(screen.getByLabelText('Ce qui est demandé'), 'Pas de statistiques')
    await userEvent.click(screen.getByRole('button', { name: 'Enregistrer la demande' }))
    expect(await screen.findByText('Demande enregistrée')).toBeVisible()
    expect(posted(asked).map(({ body }) => body)).toEqual([
      { kind: 'objection', sessionId: 'session-1', candidateId: 'C2', receivedOn: '2020-03-02', detail: 'Pas de statistiques' },
    ])
  })
})
