import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { MailDesk } from '#app/desk/session/mail-desk.tsx'
import type { JurorAddress, LinkMailed } from '#contract/juror-mail.ts'
import { routePath } from '#contract/routes.ts'
import { aBoard, aJuror } from '#test/builders/a-board.ts'
import { answering, json } from '../answering.ts'
import { renderDesk } from '../render-desk.tsx'

afterEach(() => vi.unstubAllGlobals())

const SESSION = { sessionId: 'session-1' }
const ADDRESSES = routePath('jurorAddresses', SESSION)
const mailPath = (jurorId: string) => routePath('mailEnrolmentLink', { ...SESSION, jurorId })
const addressPath = (jurorId: string) => routePath('setJurorAddress', { ...SESSION, jurorId })
const address = (jurorId: string, changes: Partial<JurorAddress> = {}): JurorAddress => ({
  jurorId,
  email: `${jurorId.toLowerCase()}@example.org`,
  mailedAt: null,
  ...changes,
})

/** J1 has a device; J2, J3 and J4 have none. */
function board() {
  const { jurors, devices } = aBoard()
  return aBoard({ jurors: [...jurors, aJuror('J3'), aJuror('J4')], devices: devices.filter(({ jurorId }) => jurorId === 'J1') })
}

/** A server that stores addresses, and answers a try as `outcomes` says; sent unless it says otherwise. */
function aMailingServer(addresses: JurorAddress[], outcomes: Record<string, LinkMailed> = {}) {
  const state = { addresses, outcomes }
  const jurorIds = ['J1', 'J2', 'J3', 'J4']
  const asked = answering({
    [ADDRESSES]: () => json({ isMailSet: true, addresses: state.addresses }),
    ...Object.fromEntries(
      jurorIds.map((jurorId) => [
        addressPath(jurorId),
        ({ body }: RequestInit) => {
          const { email } = JSON.parse(String(body)) as { email: string | null }
          state.addresses = state.addresses.filter((one) => one.jurorId !== jurorId)
          if (email !== null) state.addresses.push(address(jurorId, { email }))
          return new Response(null, { status: 204 })
        },
      ]),
    ),
    ...Object.fromEntries(
      jurorIds.map((jurorId) => [
        mailPath(jurorId),
        () => {
          const tried = state.outcomes[jurorId] ?? { outcome: 'sent', replyCode: null }
          const mailedAt = '2026-11-20T08:00:00Z'
          if (tried.outcome === 'sent')
            state.addresses = state.addresses.map((one) => (one.jurorId === jurorId ? { ...one, mailedAt } : one))
          return json(tried)
        },
      ]),
    ),
  })
  const posted = () => asked.filter(({ init }) => init.method === 'POST').map(({ path }) => path)
  return { state, posted }
}

const row = (name: string) => within(screen.getByRole('row', { name: new RegExp(name) }))

describe('enrolment links by e-mail', () => {
  it('says what to set where nothing is, and that links can be printed meanwhile; no address is asked for', async () => {
    answering({ [ADDRESSES]: () => json({ isMailSet: false, addresses: [] }) })
    renderDesk(<MailDesk board={board()} />)
    expect(await screen.findByText(/SMTP_URL .* et MAIL_FROM .*En attendant.*imprimer/)).toBeVisible()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('keeps an address when its field is left, refuses what is none, and takes one away', async () => {
    const { state, posted } = aMailingServer([])
    renderDesk(<MailDesk board={board()} />)
    const field = await screen.findByRole('textbox', { name: 'Adresse e-mail de Dominique Nom-J2' })
    await userEvent.type(field, 'dominique@exemple')
    await userEvent.tab()
    expect(await screen.findByText(/^Écrivez une adresse e-mail entière/)).toBeVisible()
    expect(field).toHaveValue('dominique@exemple')
    expect(posted()).toEqual([])
    await userEvent.type(field, '.fr{Enter}')
    expect(await screen.findByText('Adresse enregistrée')).toBeVisible()
    expect(state.addresses).toEqual([address('J2', { email: 'dominique@exemple.fr' })])
    await userEvent.clear(field)
    await userEvent.tab()
    expect(await screen.findByText('Adresse retirée')).toBeVisible()
    expect(state.addresses).toEqual([])
  })

  it('sends to an address just written only once it is kept', async () => {
    const { posted } = aMailingServer([address('J2')])
    renderDesk(<MailDesk board={board()} />)
    const field = await screen.findByRole('textbox', { name: 'Adresse e-mail de Dominique Nom-J2' })
    await userEvent.clear(field)
    await userEvent.type(field, 'autre@example.org')
    expect(screen.queryByRole('button', { name: /sans appareil/ })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Envoyer par e-mail à Dominique Nom-J2' }))
    expect(await row('Nom-J2').findByText('Envoyé')).toBeVisible()
    expect(await row('Nom-J2').findByText(/^Lien envoyé le 20 nov/)).toBeVisible()
    expect(posted()).toEqual([addressPath('J2'), mailPath('J2')])
  })

  it('sends to all who have an address and no device, tells each outcome, and tries again whoever was not reached', async () => {
    const { state, posted } = aMailingServer([address('J1'), address('J2'), address('J3')], {
      J2: { outcome: 'refused', replyCode: 550 },
    })
    renderDesk(<MailDesk board={board()} />)
    await userEvent.click(await screen.findByRole('button', { name: 'Envoyer à 2 juré·es sans appareil' }))
    expect(await screen.findByText('1 lien envoyé sur 2.')).toBeVisible()
    expect(posted()).toEqual([mailPath('J2'), mailPath('J3')])
    expect(row('Nom-J2').getByText(/refuse ce message.*Réponse du serveur de messagerie : 550\./)).toBeVisible()
    expect(row('Nom-J3').getByText('Envoyé')).toBeVisible()
    expect(await screen.findByRole('button', { name: 'Envoyer un nouveau lien à 1 juré·e toujours sans appareil' })).toBeVisible()
    state.outcomes = {}
    await userEvent.click(await screen.findByRole('button', { name: 'Envoyer à 1 juré·e sans appareil' }))
    expect(await row('Nom-J2').findByText('Envoyé')).toBeVisible()
    expect(posted()).toEqual([mailPath('J2'), mailPath('J3'), mailPath('J2')])
  })

  it.each([
    ['unreachable', /ne répond pas/],
    ['not-secure', /n’est pas sûre.*certificat.*Rien n’est parti\. Prévenez/],
  ] as const)('stops where every other message would fail as well: %s', async (outcome, words) => {
    const { posted } = aMailingServer([address('J2'), address('J3'), address('J4')], { J2: { outcome, replyCode: null } })
    renderDesk(<MailDesk board={board()} />)
    await userEvent.click(await screen.findByRole('button', { name: 'Envoyer à 3 juré·es sans appareil' }))
    expect(await screen.findByText(/^0 lien envoyé sur 3\. L’envoi s’est arrêté/)).toBeVisible()
    expect(posted()).toEqual([mailPath('J2')])
    expect(row('Nom-J2').getByText(words)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Envoyer à 3 juré·es sans appareil' })).toBeEnabled()
  })

  it('says that the desk’s own server did not answer', async () => {
    answering({ [ADDRESSES]: () => json({ isMailSet: true, addresses: [address('J2')] }) })
    renderDesk(<MailDesk board={board()} />)
    await userEvent.click(await screen.findByRole('button', { name: 'Envoyer par e-mail à Dominique Nom-J2' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(/serveur/)
    expect(screen.getByRole('button', { name: 'Envoyer par e-mail à Dominique Nom-J2' })).toBeEnabled()
  })
})
