import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { NewPasswordPage } from '#app/desk/account/new-password-page.tsx'
import { PeoplePage } from '#app/desk/account/people-page.tsx'
import { SignInPage } from '#app/desk/sign-in-page.tsx'
import { answering, json } from './answering.ts'
import { renderDesk } from './render-desk.tsx'

afterEach(() => {
  vi.unstubAllGlobals()
  window.history.replaceState(null, '', '/')
})

const TOKEN = 'un-jeton-tout-neuf'
const OWNER = { name: 'Noé Ferrand', email: 'noe@example.org', expiresAt: '2026-03-02T09:00:00.000Z' }
const LINK = {
  passwordLinkId: 'l1',
  link: `https://carnet.example.org/coordination/nouveau-mot-de-passe#${TOKEN}`,
  expiresAt: OWNER.expiresAt,
}

function problem(code: string, status: number, detail: string): Response {
  return json({ type: `/problemes/${code}`, code, title: code, status, detail }, status)
}

function openThePage(answers: Parameters<typeof answering>[0]) {
  window.history.replaceState(null, '', `/coordination/nouveau-mot-de-passe#${TOKEN}`)
  const asked = answering(answers)
  renderDesk(<NewPasswordPage />)
  return asked
}

it('asks nothing of the server for a link that a message has cut, and says that it is not whole', () => {
  window.history.replaceState(null, '', `/coordination/nouveau-mot-de-passe#${TOKEN.slice(0, 9)}`)
  const asked = answering({})
  renderDesk(<NewPasswordPage />)
  expect(screen.getByText('Lien incomplet')).toBeInTheDocument()
  expect(asked).toEqual([])
})

function peopleWith(passwordLinkUntil: string | null) {
  const person = { id: 'u2', name: OWNER.name, email: OWNER.email, role: 'reader', deactivatedAt: null, lastSeenAt: null }
  return json({ people: [{ ...person, hasSecondFactor: false, passkeys: 0, passwordLinkUntil }], invitations: [] })
}

describe('the page of a link to a new password', () => {
  it('lets its recipient choose one, measures it, and says what it did', async () => {
    const asked = openThePage({
      '/api/v1/password-links/opened': () => json(OWNER),
      '/api/v1/password-links/used': () => new Response(null, { status: 204 }),
    })
    expect(await screen.findByText('Choisissez un nouveau mot de passe pour noe@example.org.')).toBeInTheDocument()
    expect(window.location.hash).toBe('')
    await userEvent.type(screen.getByLabelText('Nouveau mot de passe'), 'quatre mots bien choisis')
    expect(await screen.findByText(/^Solidité/)).toBeInTheDocument()
    await userEvent.click(screen.getByRole('button', { name: 'Changer le mot de passe' }))
    expect(await screen.findByText('Mot de passe changé')).toBeInTheDocument()
    expect(asked.at(-1)?.init.body).toBe(JSON.stringify({ token: TOKEN, password: 'quatre mots bien choisis' }))
    expect(screen.queryByLabelText('Nouveau mot de passe')).toBeNull()
    expect(screen.getByRole('link', { name: 'Aller à la connexion' })).toHaveAttribute('href', '/coordination/connexion')
  })

  it('asks for a longer password, and sends nothing', async () => {
    const asked = openThePage({ '/api/v1/password-links/opened': () => json(OWNER) })
    await userEvent.type(await screen.findByLabelText('Nouveau mot de passe'), 'court')
    await userEvent.click(screen.getByRole('button', { name: 'Changer le mot de passe' }))
    expect(await screen.findByText('Choisissez un mot de passe d’au moins 12 caractères.')).toBeInTheDocument()
    expect(asked.map(({ path }) => path)).toEqual(['/api/v1/password-links/opened'])
  })

  it('says at once that the link no longer works', async () => {
    openThePage({ '/api/v1/password-links/opened': () => problem('password-link-unknown', 404, 'Ce lien a déjà servi.') })
    expect(await screen.findByRole('alert')).toHaveTextContent('Ce lien a déjà servi.')
    expect(screen.queryByRole('button', { name: 'Changer le mot de passe' })).toBeNull()
  })

  it('says that a link without its end is not whole', () => {
    window.history.replaceState(null, '', '/coordination/nouveau-mot-de-passe')
    renderDesk(<NewPasswordPage />)
    expect(screen.getByText('Lien incomplet')).toBeInTheDocument()
  })
})

describe('an administrator', () => {
  it('makes a link for somebody, and sees it once', async () => {
    let made = false
    answering({
      '/api/v1/people': () => peopleWith(made ? OWNER.expiresAt : null),
      '/api/v1/people/u2/password-link': () => {
        made = true
        return json(LINK)
      },
    })
    renderDesk(<PeoplePage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Nouveau mot de passe de Noé Ferrand' }))
    const dialog = await screen.findByRole('dialog', { name: 'Nouveau mot de passe pour Noé Ferrand' })
    expect(dialog).toHaveTextContent('Vérifiez que c’est bien elle qui demande')
    expect(made).toBe(false)
    await userEvent.click(within(dialog).getByRole('button', { name: 'Créer le lien' }))
    expect(await within(dialog).findByLabelText('Lien de nouveau mot de passe')).toHaveValue(LINK.link)
    await userEvent.click(within(dialog).getByRole('button', { name: 'Fermer' }))
    expect(await screen.findByText(/^Lien de nouveau mot de passe valable jusqu’au/)).toBeInTheDocument()
    expect(screen.queryByDisplayValue(LINK.link)).toBeNull()
  })

  it('withdraws the one that waits', async () => {
    const asked = answering({
      '/api/v1/people': () => peopleWith(OWNER.expiresAt),
      '/api/v1/people/u2/password-link/withdrawal': () => new Response(null, { status: 204 }),
    })
    renderDesk(<PeoplePage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Nouveau mot de passe de Noé Ferrand' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Retirer le lien' }))
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(asked.map(({ path }) => path)).toContain('/api/v1/people/u2/password-link/withdrawal')
  })
})

it('the sign-in page says what to do when the password is forgotten', async () => {
  answering({ '/api/v1/setup': () => json({ needsSetup: false }) })
  renderDesk(<SignInPage />, '/coordination/connexion')
  await userEvent.click(screen.getByText('Mot de passe oublié ?'))
  expect(screen.getByText(/^Demandez un lien de nouveau mot de passe/)).toBeVisible()
})
