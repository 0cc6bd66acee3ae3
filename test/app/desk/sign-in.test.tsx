import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { returnPath, signInPath } from '#app/desk/return-path.ts'
import { SessionsPage } from '#app/desk/sessions-page.tsx'
import { SetupPage } from '#app/desk/setup-page.tsx'
import { SignInPage } from '#app/desk/sign-in-page.tsx'
import { answering, json } from './answering.ts'
import { renderDesk } from './render-desk.tsx'

afterEach(() => {
  vi.unstubAllGlobals()
  window.history.replaceState(null, '', '/')
})

const noSetup = { '/api/v1/setup': () => json({ needsSetup: false }) }

function signInRoutes() {
  return (
    <Routes>
      <Route path="/coordination/connexion" element={<SignInPage />} />
      <Route path="/coordination/journal" element={<h1>Journal</h1>} />
      <Route path="/coordination" element={<SessionsPage />} />
    </Routes>
  )
}

async function enter(email: string, password: string) {
  await userEvent.type(screen.getByLabelText('Adresse e-mail'), email)
  await userEvent.type(screen.getByLabelText('Mot de passe'), password)
  await userEvent.click(screen.getByRole('button', { name: 'Se connecter' }))
}

describe('signing in', () => {
  it('says that the address or the password is wrong, without saying which', async () => {
    answering({ ...noSetup, '/api/auth/sign-in/email': () => json({ code: 'INVALID_EMAIL_OR_PASSWORD' }, 401) })
    renderDesk(signInRoutes(), '/coordination/connexion')
    await enter('a@example.org', 'pas le bon')
    expect(await screen.findByRole('alert')).toHaveTextContent('L’adresse ou le mot de passe est faux')
  })

  it.each([
    [429, 'Attendez une minute'],
    [502, 'La réponse n’est pas celle du serveur attendu (code 502)'],
  ])('explains an answer %i', async (status, words) => {
    answering({ ...noSetup, '/api/auth/sign-in/email': () => new Response('<html>', { status }) })
    renderDesk(signInRoutes(), '/coordination/connexion')
    await enter('a@example.org', 'phrase de passe')
    expect(await screen.findByRole('alert')).toHaveTextContent(words)
  })

  it('goes back to the page that asked for it', async () => {
    answering({ ...noSetup, '/api/auth/sign-in/email': () => json({ user: {} }) })
    renderDesk(signInRoutes(), signInPath({ pathname: '/coordination/journal', search: '' }))
    await enter('a@example.org', 'phrase de passe')
    expect(await screen.findByRole('heading', { name: 'Journal' })).toBeInTheDocument()
  })

  it('names what is missing before asking the server', async () => {
    const asked = answering(noSetup)
    renderDesk(signInRoutes(), '/coordination/connexion')
    await userEvent.click(screen.getByRole('button', { name: 'Se connecter' }))
    expect(await screen.findByText('Écrivez votre adresse e-mail.')).toBeInTheDocument()
    expect(asked.map(({ path }) => path)).toEqual(['/api/v1/setup'])
  })

  it('is where a page leads when the session has ended', async () => {
    const problem = {
      type: '/problemes/not-signed-in',
      code: 'not-signed-in',
      title: 'Connexion nécessaire',
      status: 401,
      detail: 'Connectez-vous.',
    }
    answering({ ...noSetup, '/api/v1/sessions': () => json(problem, 401) })
    renderDesk(signInRoutes(), '/coordination')
    expect(await screen.findByRole('heading', { name: 'Connexion' })).toBeInTheDocument()
  })
})

describe('returnPath', () => {
  it.each([
    ['?retour=%2Fcoordination%2Fjournal', '/coordination/journal'],
    ['?retour=https%3A%2F%2Fexample.org', '/coordination'],
    ['?retour=%2F%2Fexample.org%2Fcoordination%2F', '/coordination'],
    ['?retour=%2Fcoordination%2F..%2Fsalle', '/coordination'],
    ['', '/coordination'],
  ])('of %s is %s', (search, path) => {
    expect(returnPath(search)).toBe(path)
  })
})

describe('the first account', () => {
  it('takes the token out of the address bar, creates the account and signs in', async () => {
    window.history.replaceState(null, '', '/coordination/premiere-connexion#jeton-de-premiere-connexion')
    const asked = answering({
      '/api/v1/setup': () => json({ id: 'u1', name: 'Maud Lévêque', email: 'maud@example.org', role: 'administrator' }),
      '/api/auth/sign-in/email': () => json({ user: {} }),
    })
    renderDesk(<SetupPage />)
    expect(window.location.hash).toBe('')
    await userEvent.type(screen.getByLabelText('Prénom et nom'), 'Maud Lévêque')
    await userEvent.type(screen.getByLabelText('Adresse e-mail'), 'maud@example.org')
    await userEvent.type(screen.getByLabelText('Mot de passe'), 'quatre mots bien choisis')
    await userEvent.click(screen.getByRole('button', { name: 'Créer le compte' }))
    await vi.waitFor(() => expect(asked.map(({ path }) => path)).toEqual(['/api/v1/setup', '/api/auth/sign-in/email']))
    expect(JSON.parse(String(asked[0]?.init.body))).toMatchObject({ token: 'jeton-de-premiere-connexion', name: 'Maud Lévêque' })
  })

  it('asks for a longer password in place', async () => {
    window.history.replaceState(null, '', '/coordination/premiere-connexion#jeton-de-premiere-connexion')
    const asked = answering({})
    renderDesk(<SetupPage />)
    await userEvent.type(screen.getByLabelText('Mot de passe'), 'court')
    await userEvent.click(screen.getByRole('button', { name: 'Créer le compte' }))
    expect(await screen.findByText('Choisissez un mot de passe d’au moins 12 caractères.')).toBeInTheDocument()
    expect(asked).toEqual([])
  })

  it('says what to do with a link that was cut', () => {
    renderDesk(<SetupPage />)
    expect(screen.getByText('Lien incomplet')).toBeInTheDocument()
  })
})
