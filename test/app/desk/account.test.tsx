import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { describeBrowser } from '#app/desk/account/describe-browser.ts'
import { InvitationPage } from '#app/desk/account/invitation-page.tsx'
import { PeoplePage } from '#app/desk/account/people-page.tsx'
import { DeskFrame } from '#app/desk/desk-frame.tsx'
import { SignInPage } from '#app/desk/sign-in-page.tsx'
import type { Role } from '#contract/roles.ts'
import { answering, json } from './answering.ts'
import { renderDesk } from './render-desk.tsx'

afterEach(() => {
  vi.unstubAllGlobals()
  window.history.replaceState(null, '', '/')
})

function problem(code: string, status: number, detail: string): Response {
  return json({ type: `/problemes/${code}`, code, title: code, status, detail }, status)
}

function frameAs(role: Role) {
  answering({ '/api/v1/me': () => json({ id: 'u1', name: 'Maud', email: 'maud@example.org', role }) })
  renderDesk(
    <Routes>
      <Route element={<DeskFrame />}>
        <Route path="/coordination" element={<h1>Page</h1>} />
      </Route>
    </Routes>,
  )
}

describe('the way to the pages', () => {
  it.each([
    ['administrator', ['Sessions', 'Personnes', 'Journal', 'Mon compte']],
    ['manager', ['Sessions', 'Journal', 'Mon compte']],
    ['coordinator', ['Sessions', 'Mon compte']],
    ['reader', ['Sessions', 'Mon compte']],
  ] as const)('shows a %s only what they may open', async (role, names) => {
    frameAs(role)
    const nav = screen.getByRole('navigation', { name: 'Coordination' })
    await vi.waitFor(() =>
      expect(
        within(nav)
          .getAllByRole('link')
          .map((link) => link.textContent),
      ).toEqual(expect.arrayContaining([...names])),
    )
    if (names.length < 4) expect(within(nav).queryByRole('link', { name: 'Personnes' })).toBeNull()
    if (!(names as readonly string[]).includes('Journal')) expect(within(nav).queryByRole('link', { name: 'Journal' })).toBeNull()
  })
})

const PERSON = {
  id: 'u2',
  name: 'Noé Ferrand',
  email: 'noe@example.org',
  role: 'reader',
  deactivatedAt: null,
  lastSeenAt: null,
  hasSecondFactor: false,
  passkeys: 0,
  passwordLinkUntil: null,
}

describe('people', () => {
  it('changes a role, and says that it did', async () => {
    const asked = answering({
      '/api/v1/people': () => json({ people: [PERSON], invitations: [] }),
      '/api/v1/people/u2/role': () => new Response(null, { status: 204 }),
    })
    renderDesk(<PeoplePage />)
    await userEvent.selectOptions(await screen.findByLabelText('Rôle de Noé Ferrand'), 'Coordinateur·rice')
    expect(await screen.findByText('Rôle changé : Noé Ferrand est maintenant Coordinateur·rice.')).toBeInTheDocument()
    expect(asked.find(({ path }) => path.endsWith('/role'))?.init.body).toBe('{"role":"coordinator"}')
  })

  it('asks before it deactivates, and does nothing when the answer is no', async () => {
    const asked = answering({ '/api/v1/people': () => json({ people: [PERSON], invitations: [] }) })
    renderDesk(<PeoplePage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Désactiver de Noé Ferrand' }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog).toHaveTextContent('Rien de ce qui a été fait n’est effacé')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Annuler' }))
    expect(asked.map(({ path }) => path)).toEqual(['/api/v1/people'])
  })

  it('says why the last administrator stays', async () => {
    answering({
      '/api/v1/people': () => json({ people: [{ ...PERSON, role: 'administrator' }], invitations: [] }),
      '/api/v1/people/u2/role': () => problem('last-administrator', 409, 'Ce compte est le seul à pouvoir administrer.'),
    })
    renderDesk(<PeoplePage />)
    await userEvent.selectOptions(await screen.findByLabelText('Rôle de Noé Ferrand'), 'Lecteur·rice')
    expect(await screen.findByRole('alert')).toHaveTextContent('le seul à pouvoir administrer')
    expect(screen.getByLabelText('Rôle de Noé Ferrand')).toHaveValue('administrator')
  })

  it('asks for a whole address before it invites', async () => {
    const asked = answering({ '/api/v1/people': () => json({ people: [PERSON], invitations: [] }) })
    renderDesk(<PeoplePage />)
    await userEvent.type(await screen.findByLabelText('Adresse e-mail'), 'noe')
    await userEvent.click(screen.getByRole('button', { name: 'Créer une invitation' }))
    expect(await screen.findByText(/Écrivez une adresse e-mail entière/)).toBeInTheDocument()
    expect(asked.map(({ path }) => path)).toEqual(['/api/v1/people'])
  })
})

describe('an invitation', () => {
  it('says at once that it no longer works', async () => {
    window.history.replaceState(null, '', '/coordination/invitation#un-jeton-deja-utilise')
    answering({ '/api/v1/invitations/opened': () => problem('invitation-unknown', 404, 'Cette invitation a déjà servi.') })
    renderDesk(<InvitationPage />)
    expect(await screen.findByRole('alert')).toHaveTextContent('Cette invitation a déjà servi.')
    expect(window.location.hash).toBe('')
    expect(screen.queryByRole('button', { name: 'Créer mon compte' })).toBeNull()
  })
})

describe('signing in', () => {
  it('asks for the telephone’s code when the account has one, and goes on once it is right', async () => {
    const asked = answering({
      '/api/v1/setup': () => json({ needsSetup: false }),
      '/api/auth/sign-in/email': () => json({ twoFactorRedirect: true }),
      '/api/auth/two-factor/verify-totp': () => json({ token: 't' }),
    })
    renderDesk(
      <Routes>
        <Route path="/coordination/connexion" element={<SignInPage />} />
        <Route path="/coordination" element={<h1>Sessions</h1>} />
      </Routes>,
      '/coordination/connexion',
    )
    await userEvent.type(screen.getByLabelText('Adresse e-mail'), 'a@example.org')
    await userEvent.type(screen.getByLabelText('Mot de passe'), 'phrase de passe')
    await userEvent.click(screen.getByRole('button', { name: 'Se connecter' }))
    await userEvent.type(await screen.findByLabelText('Code à 6 chiffres'), '123 456')
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier' }))
    expect(await screen.findByRole('heading', { name: 'Sessions' })).toBeInTheDocument()
    expect(asked.at(-1)?.init.body).toBe('{"code":"123456"}')
  })

  it('says how long to wait after too many failures', async () => {
    answering({
      '/api/v1/setup': () => json({ needsSetup: false }),
      '/api/auth/sign-in/email': () => problem('sign-in-slowed', 429, 'Attendez 30 secondes, puis recommencez.'),
    })
    renderDesk(<SignInPage />, '/coordination/connexion')
    await userEvent.type(screen.getByLabelText('Adresse e-mail'), 'a@example.org')
    await userEvent.type(screen.getByLabelText('Mot de passe'), 'phrase de passe')
    await userEvent.click(screen.getByRole('button', { name: 'Se connecter' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Attendez 30 secondes')
  })
})

describe('a session’s device in words', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
      'Edge',
      'Windows',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox', 'Mac'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
      'Safari',
      'iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
      'Chrome',
      'Android',
    ],
  ])('%s', (userAgent, browser, system) => {
    expect(describeBrowser(userAgent)).toEqual({ browser, system })
  })

  it('is not guessed when unknown', () => {
    expect(describeBrowser('curl/8.9')).toBeNull()
  })
})
