import type { CDPSession, Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { aTotpCode } from '../builders/a-totp-code.ts'
import { expectAccessible } from './harness/axe.ts'
import { type Office, openOffice } from './harness/office.ts'
import { type ServerProcess, startServer } from './harness/server.ts'

const ADMINISTRATOR = { name: 'Maud Lévêque', email: 'maud.leveque@example.org', password: 'lanterne verte sous le pont 47' }
const GUEST = { name: 'Noé Ferrand', email: 'noe.ferrand@example.org', password: 'grenouille pensive au marché 12' }

let server: ServerProcess | undefined
const devices: Office[] = []

afterEach(async () => {
  for (const device of devices.splice(0)) await device.dispose()
  await server?.dispose()
  server = undefined
})

async function aDevice(): Promise<Office> {
  const device = await openOffice()
  devices.push(device)
  return device
}

/** The server just started, and its first account signed in. */
async function firstAccount(): Promise<{ origin: string; page: Page; device: Office }> {
  server = await startServer()
  const [link] = await server.printed(/http\S+premiere-connexion#\S+/)
  const device = await aDevice()
  const page = await device.open(link)
  await page.getByLabel('Prénom et nom').fill(ADMINISTRATOR.name)
  await page.getByLabel('Adresse e-mail').fill(ADMINISTRATOR.email)
  await page.getByLabel('Mot de passe').first().fill('azertyuiop12')
  await page.getByText('Solidité : faible').waitFor()
  await page.getByLabel('Mot de passe').first().fill(ADMINISTRATOR.password)
  await page.getByText('Solidité : très bonne').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Créer le compte' }).click()
  await page.getByRole('heading', { name: 'Sessions d’examen' }).waitFor()
  return { origin: server.origin, page, device }
}

async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel('Adresse e-mail').fill(email)
  await page.getByLabel('Mot de passe').first().fill(password)
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
}

/** A fingerprint reader that recognises its owner at once. */
async function withAuthenticator(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return session
}

it('invites a person, who sees only what a reader may see, until the account is deactivated', async () => {
  const { page } = await firstAccount()
  await page.getByRole('link', { name: 'Personnes' }).click()
  await page.getByLabel('Adresse e-mail').fill(GUEST.email)
  await page.getByLabel('Rôle', { exact: true }).selectOption('reader')
  await page.getByRole('button', { name: 'Créer une invitation' }).click()
  const link = await page.getByLabel('Lien d’invitation').inputValue()
  await expectAccessible(page)

  const guestDevice = await aDevice()
  const guest = await guestDevice.open(link)
  await guest.getByText(`${GUEST.email}, Lecteur·rice`).waitFor()
  expect(guest.url()).not.toContain('#')
  await expectAccessible(guest)
  await guest.getByLabel('Prénom et nom').fill(GUEST.name)
  await guest.getByLabel('Mot de passe').first().fill(GUEST.password)
  await guest.getByRole('button', { name: 'Créer mon compte' }).click()
  await guest.getByRole('heading', { name: 'Sessions d’examen' }).waitFor()
  await guest.getByRole('link', { name: 'Mon compte' }).waitFor()
  expect(await guest.getByRole('link', { name: 'Personnes' }).count()).toBe(0)
  expect(await guest.getByRole('link', { name: 'Journal' }).count()).toBe(0)
  expect(await guest.getByRole('link', { name: 'Importer une session' }).count()).toBe(0)
  await guest.goto(`${server?.origin}/coordination/personnes`)
  await guest.getByRole('alert').getByText('Accès refusé').waitFor()

  await page.reload()
  await page.getByRole('button', { name: `Désactiver de ${GUEST.name}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Désactiver' }).click()
  await page.getByRole('button', { name: `Réactiver de ${GUEST.name}` }).waitFor()
  await guest.reload()
  await guest.getByRole('heading', { name: 'Connexion' }).waitFor()
  await signIn(guest, GUEST)
  await guest.getByRole('alert').getByText('Compte désactivé').waitFor()
  expect([...guestDevice.complaints]).toEqual([])
})

it('adds the telephone’s code, asks for it at the next sign-in, and lets a recovery code in', async () => {
  const { page, device } = await firstAccount()
  await page.getByRole('link', { name: 'Mon compte' }).click()
  const section = page.getByRole('region', { name: 'Code sur le téléphone' })
  await section.getByLabel('Mot de passe actuel').fill(ADMINISTRATOR.password)
  await section.getByRole('button', { name: 'Activer le code' }).click()
  await section.getByRole('img', { name: /QR code/ }).waitFor()
  const secret = ((await section.locator('code').textContent()) ?? '').replaceAll(' ', '')
  const code = () => aTotpCode(`otpauth://totp/x?secret=${secret}`)
  await expectAccessible(page)
  await section.getByLabel('Code à 6 chiffres').fill(code())
  await section.getByRole('button', { name: 'Vérifier et activer' }).click()
  const codes = section.getByRole('list', { name: 'Codes de secours' }).getByRole('listitem')
  await codes.first().waitFor()
  await expect.poll(() => codes.count()).toBe(10)
  const recoveryCode = (await codes.first().textContent()) ?? ''
  await section.getByRole('button', { name: 'J’ai gardé mes codes' }).click()
  await section.getByText('Il reste 10 codes de secours.').waitFor()

  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await signIn(page, ADMINISTRATOR)
  await page.getByLabel('Code à 6 chiffres').fill('000000')
  await page.getByRole('button', { name: 'Vérifier' }).click()
  await page.getByRole('alert').getByText('Code refusé').waitFor()
  await expectAccessible(page)
  await page.getByLabel('Code à 6 chiffres').fill(code())
  await page.getByRole('button', { name: 'Vérifier' }).click()
  await page.getByRole('heading', { name: 'Sessions d’examen' }).waitFor()

  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await signIn(page, ADMINISTRATOR)
  await page.getByRole('button', { name: 'Je n’ai pas mon téléphone' }).click()
  await page.getByLabel('Code de secours').fill(recoveryCode)
  await page.getByRole('button', { name: 'Vérifier' }).click()
  await page.getByRole('link', { name: 'Mon compte' }).click()
  await page.getByText('Il reste 9 codes de secours.').waitFor()
  expect([...device.complaints]).toEqual([])
})

it('makes a passkey, signs in with it alone, and refuses it once it is removed', async () => {
  const { page, device } = await firstAccount()
  await withAuthenticator(page)
  await page.getByRole('link', { name: 'Mon compte' }).click()
  await page.getByLabel('Nom de la clé').fill('portable du bureau')
  await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click()
  await page.getByText('Clé d’accès ajoutée.').waitFor()
  await page.getByRole('button', { name: 'Retirer la clé portable du bureau' }).waitFor()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click()
  await page.getByRole('heading', { name: 'Sessions d’examen' }).waitFor()

  await page.getByRole('link', { name: 'Mon compte' }).click()
  await page.getByRole('button', { name: 'Retirer la clé portable du bureau' }).click()
  await page.getByText('Aucune clé d’accès.').waitFor()
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await page.getByRole('button', { name: 'Se connecter avec une clé d’accès' }).click()
  await page.getByRole('alert').getByText('Clé d’accès refusée').waitFor()
  expect([...device.complaints]).toEqual([])
})

it('closes the session of another device, and tells the journal who did what', async () => {
  const { page, origin } = await firstAccount()
  const other = await (await aDevice()).open(`${origin}/coordination/connexion`)
  await signIn(other, ADMINISTRATOR)
  await other.getByRole('heading', { name: 'Sessions d’examen' }).waitFor()
  await page.getByRole('link', { name: 'Mon compte' }).click()
  await page.getByRole('button', { name: 'Fermer la connexion Chrome sur Linux' }).click()
  await page.getByRole('button', { name: 'Fermer la connexion Chrome sur Linux' }).waitFor({ state: 'detached' })
  await other.reload()
  await other.getByRole('heading', { name: 'Connexion' }).waitFor()

  await page.getByRole('link', { name: 'Journal' }).click()
  await page.getByText(/Chaîne intacte/).waitFor()
  await page.getByLabel('Acte').selectOption({ label: 'Connexions fermées' })
  await page.getByLabel('Auteur').selectOption({ label: ADMINISTRATOR.name })
  await expect.poll(() => page.getByRole('table').getByRole('row').count()).toBe(2)
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Télécharger ces lignes (CSV)' }).click()
  const stream = await (await download).createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array))
  const lines = Buffer.concat(chunks).toString('utf8').trim().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain(`;Connexions fermées;${ADMINISTRATOR.name};nombre\u00a0: 1;`)
})
