import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import type { Page } from 'playwright'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { deliveryResponseSchema } from '#contract/delivery.ts'
import { sessionBoardSchema } from '#contract/desk.ts'
import type { ProblemCode } from '#contract/problems.ts'
import { routePath } from '#contract/routes.ts'
import { sealSheet } from '#seal/envelope.ts'
import { signJson } from '#seal/signed.ts'
import { aVisitor, COORDINATOR } from '../builders/a-server.ts'
import { aSessionDay, type SessionDay } from '../builders/a-session-day.ts'
import { aSealedSheet, aSheet } from '../builders/a-sheet.ts'
import { anEnrolledDevice, deviceKeys } from '../builders/an-enrolled-device.ts'
import { anImportFileOfToday } from '../builders/an-import-file.ts'
import { expectProblem } from '../builders/expect-problem.ts'
import { expectAccessible } from './harness/axe.ts'
import { type Device, launchDevice } from './harness/browser.ts'
import { expectDay, fillEnrolment, openOral, sign, unlock } from './harness/juror.ts'
import { type Office, openOffice } from './harness/office.ts'
import { startProxy } from './harness/proxy.ts'
import { launchTablet } from './harness/ready.ts'
import { type ServerProcess, startServer } from './harness/server.ts'

const BODY_50_MB = JSON.stringify({ envelopes: ['x'.repeat(50 * 1024 * 1024)] })

let server: ServerProcess
let day: SessionDay<{ origin: string; running: () => { setupLink: string | null } }>
let tablet: Device | undefined
let office: Office | undefined

beforeEach(async () => {
  server = await startServer()
  const setupLink = (await server.printed(/(http\S+\/premiere-connexion#\S+)/))[1] ?? ''
  day = await aSessionDay({ origin: server.origin, running: () => ({ setupLink }) }, anImportFileOfToday())
})

afterEach(async () => {
  await tablet?.dispose()
  await office?.dispose()
  tablet = undefined
  office = undefined
  await server.dispose()
})

/** Opens an address on a tablet that nobody is enrolled on. */
async function openOnNewTablet(url: string): Promise<Page> {
  tablet = await launchTablet(server)
  return tablet.open(url)
}

/** How many rows of each kind the tablet keeps. */
async function storedRows(page: Page): Promise<Record<string, number>> {
  return page.evaluate(
    () =>
      new Promise<Record<string, number>>((resolve, reject) => {
        const opening = indexedDB.open('carnet-de-jury')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const kinds = ['vaults', 'records', 'entries', 'signed', 'envelopes', 'outbox']
          const reading = opening.result.transaction(kinds)
          const counts: Record<string, number> = {}
          for (const kind of kinds) {
            const counting = reading.objectStore(kind).count()
            counting.onsuccess = () => {
              counts[kind] = counting.result
            }
          }
          reading.onerror = () => reject(reading.error)
          reading.oncomplete = () => {
            opening.result.close()
            resolve(counts)
          }
        }
      }),
  )
}

const NOTHING = { vaults: 0, records: 0, entries: 0, signed: 0, envelopes: 0, outbox: 0 }

async function expectNothingStored(page: Page): Promise<void> {
  expect(await storedRows(page)).toEqual(NOTHING)
}

async function board() {
  return sessionBoardSchema.parse(await (await day.coordinator.get('board', { sessionId: day.sessionId })).json())
}

/** The server's database without its sessions and devices, as a backup from before them would be. */
function forgetSession(dataDir: string): void {
  const database = new SqliteDatabase(join(dataDir, 'carnet.sqlite'))
  database.pragma('foreign_keys = OFF')
  database.exec('DELETE FROM devices; DELETE FROM enrolments; DELETE FROM sessions')
  database.close()
}

/** A text with one of its characters changed, a third of the way in. */
function garble(text: string): string {
  const at = Math.floor(text.length / 3)
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
}

it('says that an enrolment link is garbled, or newer than the app, and the whole link then works', async () => {
  const link = await day.link('j1')
  const [address = '', code = ''] = link.split('#')
  const page = await openOnNewTablet(`${address}#${garble(code)}`)
  await fillEnrolment(page)
  const field = page.getByLabel('Lien ou code d’inscription')
  await page.getByText('Ce lien est coupé ou mal recopié.').waitFor()
  await expectAccessible(page)
  await field.fill(`${address}#${code.replace(/^1\./, '2.')}`)
  await fillEnrolment(page)
  await page.getByText('Ce lien vient d’un serveur plus récent que cette application.').waitFor()
  await expectNothingStored(page)

  await field.fill(link)
  await fillEnrolment(page)
  await expectDay(page)
})

it('says that an enrolment link has served on another device', async () => {
  const link = await day.link('j1')
  const first = await anEnrolledDevice(server.origin, link)
  const page = await openOnNewTablet(link)
  await fillEnrolment(page)
  const alert = page.getByRole('alert')
  await alert.getByText('Code déjà utilisé').waitFor()
  await alert.getByText('Rien n’a été enregistré sur cet appareil.').waitFor()
  await expectAccessible(page)
  await expectNothingStored(page)
  expect((await board()).devices.map(({ deviceId }) => deviceId)).toEqual([first.signing.keyId])
})

it('refuses a session package changed on the way, and takes the true one from the same link', async () => {
  const link = await day.link('j1')
  let isTampering = true
  const proxy = await startProxy(server.origin, routePath('enrol'), (text) => {
    const answer = JSON.parse(text) as { sealedPackage: string }
    return isTampering ? JSON.stringify({ ...answer, sealedPackage: garble(answer.sealedPackage) }) : text
  })
  try {
    tablet = await launchDevice()
    const page = await tablet.open(link.replace(server.origin, proxy.origin))
    await fillEnrolment(page)
    await page.getByRole('alert').getByText('Le dossier de session est refusé').waitFor({ timeout: 30_000 })
    await expectAccessible(page)
    await expectNothingStored(page)

    isTampering = false
    await page.getByRole('button', { name: 'Ouvrir le carnet' }).click()
    await expectDay(page)
    expect((await board()).devices).toHaveLength(1)
  } finally {
    await tablet?.dispose()
    tablet = undefined
    await proxy.dispose()
  }
})

it('refuses sheets with a wrong signature, of an unknown device or version, keeps the good one sent with them, and shows why at the desk', async () => {
  const juror = await day.device('j1')
  const stranger = { ...juror, signing: (await deviceKeys()).signing }
  const forger = { ...stranger, signing: { ...stranger.signing, keyId: juror.signing.keyId } }
  const newer = await signJson(
    'cdj-sheet+jws',
    { ...aSheet(juror, 'o1'), formatVersion: 99 },
    juror.signing.privateKey,
    juror.signing.keyId,
  )
  const good = await aSealedSheet(juror, aSheet(juror, 'o1'))
  const envelopes = [
    (await aSealedSheet(forger, aSheet(forger, 'o1'))).envelope,
    (await aSealedSheet(stranger, aSheet(stranger, 'o1'))).envelope,
    await sealSheet(newer, juror.package.serverKeys.sealing),
    good.envelope,
  ]

  const answer = await aVisitor(server).post('deliver', { envelopes: envelopes.map(({ jwe }) => jwe) })
  const { results } = deliveryResponseSchema.parse(await answer.json())
  const codes: (ProblemCode | 'stored')[] = ['sheet-signature-wrong', 'device-unknown', 'sheet-version-unknown', 'stored']
  expect(results.map((result) => (result.outcome === 'refused' ? result.problem.code : result.outcome))).toEqual(codes)
  expect((await board()).sheets.map(({ hash }) => hash)).toEqual([good.signed.hash])

  office = await openOffice()
  const page = await office.open(`${server.origin}/coordination/sessions/${day.sessionId}`)
  await page.getByLabel('Adresse e-mail').fill(COORDINATOR.email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(COORDINATOR.password)
  await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
  // Later in the day sheets are missing too, and the first points alone are shown.
  await page.getByRole('heading', { name: 'À traiter d’abord' }).waitFor()
  const others = page.getByRole('button', { name: /^Afficher .* points?$/ })
  if (await others.isVisible()) await others.click()
  await page.getByText(/^Agnès Dumas\s: un envoi refusé \(Signature refusée\)/).waitFor()
  await page.getByText(/^Agnès Dumas\s: un envoi refusé \(Fiche trop récente\)/).waitFor()
  await page.getByText('1 fiche reçue sur 9').first().waitFor()
  await expectAccessible(page)
})

it('keeps a refused sheet intact on the tablet, and says why it was refused', async () => {
  const page = await openOnNewTablet(await day.link('j1'))
  await fillEnrolment(page)
  await expectDay(page)

  // A server that has lost the session itself can't take the device back by its certificate.
  await server.stop()
  forgetSession(server.dataDir)
  await server.start()
  await openOral(page, '09:00')
  await page.getByRole('group', { name: 'Présence' }).getByRole('button', { name: 'Absent·e' }).click()
  await page.getByRole('button', { name: /^Revoir/ }).click()
  await page.getByText('Au clavier').click()
  await page.getByLabel('Tapez votre prénom et votre nom').fill('Agnès Dumas')
  await sign(page)
  await page.getByText('Refusée par la coordination : prévenez-la').waitFor({ timeout: 30_000 })
  await page.getByText('Agnès Dumas', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Ma journée' }).click()
  await page.getByRole('link', { name: 'Plis', exact: true }).click()
  await page.getByText('Pli refusé : Appareil inconnu').waitFor()
  await page.getByText('Ce que vous avez signé reste sur cet appareil, intact.').waitFor()
  await expectAccessible(page)
  expect(await storedRows(page)).toMatchObject({ vaults: 1, signed: 1, envelopes: 1, outbox: 1 })

  // Still there, and still readable, after the browser was killed.
  await tablet?.kill()
  await tablet?.relaunch()
  const reopened = await tablet?.open(`${server.origin}/salle`)
  if (!reopened) throw new Error('no tablet')
  await unlock(reopened)
  await expectDay(reopened)
  await reopened.getByRole('link', { name: /09:00.*Refusée/ }).waitFor()
})

it('answers a body of 50 MB and an unknown contract version with a problem, stores nothing and goes on', async () => {
  const visitor = aVisitor(server)
  await expectProblem(await visitor.post('deliver', BODY_50_MB), 413, 'body-too-large')
  await expectProblem(await day.coordinator.post('importSession', BODY_50_MB), 413, 'body-too-large')
  await expectProblem(await visitor.fetch('/api/v9/envelopes', { method: 'POST', body: '{}' }), 404, 'unknown-contract-version')
  expect((await board()).sheets).toEqual([])
  expect((await visitor.get('health')).status).toBe(200)
})
