import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { pliFileSchema } from '#contract/pli.ts'
import { writePli } from '#device/transfer/pli-file.ts'
import type { Envelope } from '#seal/envelope.ts'
import { someEnvelopes } from '../builders/an-envelope.ts'
import { expectAccessible } from './harness/axe.ts'
import { type Device, waitForWholeApp } from './harness/browser.ts'
import { cameraFlags, filmMoving, imagesEnough, slicesShown } from './harness/filmed.ts'
import { launchTablet } from './harness/ready.ts'
import { type ServerProcess, startServer } from './harness/server.ts'

const RECEIVE_LIMIT_MS = 120_000

let server: ServerProcess | undefined
let devices: Device[] = []
let folder: string | undefined

afterEach(async () => {
  for (const device of devices) await device.dispose()
  await server?.dispose()
  if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  devices = []
  server = undefined
  folder = undefined
})

/** A device on the transfer page, installed and then without any network. */
async function openTransfer(server: ServerProcess, flags: string[] = []): Promise<{ device: Device; page: Page }> {
  const device = await launchTablet(server, { flags })
  devices.push(device)
  const page = await device.open(`${server.origin}/salle/transfert`)
  await waitForWholeApp(page)
  await device.setOffline(true)
  await page.reload()
  await page.getByRole('heading', { name: 'Transmettre sans réseau' }).waitFor()
  return { device, page }
}

async function openFile(page: Page, path: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(path)
}

/** Throws with what the page says instead. */
async function waitForText(page: Page, text: string, limitMs: number): Promise<void> {
  try {
    await page.getByText(text).waitFor({ timeout: limitMs })
  } catch (cause) {
    throw new Error(`« ${text} » never came; the page says: ${await page.locator('main').textContent()}`, { cause })
  }
}

/** The envelopes a device holds, as it saves them. */
async function savedEnvelopes(page: Page): Promise<unknown[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Enregistrer un fichier' }).click(),
  ])
  return pliFileSchema.parse(JSON.parse(await readFile(await download.path(), 'utf8'))).envelopes
}

const byId = (a: Envelope, b: Envelope): number => (a.id < b.id ? -1 : 1)

it('passes twelve sealed sheets from screen to camera with no network and no server', async () => {
  const envelopes = await someEnvelopes(12)
  folder = await mkdtemp(join(tmpdir(), 'carnet-transfer-'))
  const pli = join(folder, 'plis.pli')
  const camera = join(folder, 'camera.y4m')
  await writeFile(pli, writePli(envelopes))
  server = await startServer()

  const sender = await openTransfer(server)
  await openFile(sender.page, pli)
  await sender.page.getByText('Reçu et vérifié : 12 plis').waitFor()
  await expectAccessible(sender.page)
  await sender.page.getByRole('link', { name: 'Par QR' }).click()
  await expectAccessible(sender.page)
  await sender.page.getByRole('button', { name: 'Commencer' }).click()
  const code = sender.page.getByRole('img', { name: 'Code QR animé : 12 plis' })
  await code.waitFor()
  await expectAccessible(sender.page)
  await filmMoving(code, camera, imagesEnough(await slicesShown(sender.page)))
  await sender.page.getByRole('button', { name: 'C’est reçu' }).click()
  await sender.page.getByText('C’est noté').waitFor()

  const receiver = await openTransfer(server, cameraFlags(camera))
  await server.kill()
  const startedAt = performance.now()
  await receiver.page.getByRole('link', { name: 'Par la caméra' }).click()
  await waitForText(receiver.page, 'Reçu et vérifié : 12 plis', RECEIVE_LIMIT_MS)
  const seconds = (performance.now() - startedAt) / 1_000
  const bytes = envelopes.reduce((total, { jwe }) => total + jwe.length, 0)
  process.stdout.write(
    `12 sealed sheets (${bytes} bytes of JWE) by QR at 10 images/s: ${seconds.toFixed(1)} s, ${Math.round(bytes / seconds)} bytes/s\n`,
  )
  await expectAccessible(receiver.page)

  await receiver.page.getByRole('link', { name: 'Transmettre sans réseau' }).click()
  await receiver.page.getByText('12 plis gardés pour des collègues').waitFor()
  const received = (await savedEnvelopes(receiver.page)) as Envelope[]
  expect(received.sort(byId)).toEqual([...envelopes].sort(byId))

  await openFile(receiver.page, pli)
  await receiver.page.getByText('12 plis étaient déjà sur cet appareil').waitFor()
  expect(devices.flatMap(({ complaints }) => complaints)).toEqual([])
})
