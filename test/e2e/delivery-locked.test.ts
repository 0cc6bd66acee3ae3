import type { Page } from 'playwright'
import { afterEach, expect, it } from 'vitest'
import { thumbprint } from '#seal/keys.ts'
import type { TestServer } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { aSealedSheet, aSheet } from '../builders/a-sheet.ts'
import { anImportFileOfToday } from '../builders/an-import-file.ts'
import { type Device, launchDevice, waitForServiceWorker } from './harness/browser.ts'
import { serveApp } from './harness/served-app.ts'
import { waitFor } from './harness/server.ts'

const DELIVERY_LIMIT_MS = 30_000

let server: TestServer | undefined
let tablet: Device | undefined

afterEach(async () => {
  await tablet?.dispose()
  await server?.dispose()
  tablet = undefined
  server = undefined
})

/** Writes rows into the app's database, as its own transactions would. */
async function putRows(page: Page, rows: Record<string, unknown>): Promise<void> {
  await page.evaluate(
    (stores) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('carnet-de-jury')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(Object.keys(stores), 'readwrite')
          for (const [store, row] of Object.entries(stores)) transaction.objectStore(store).put(row)
          transaction.onabort = () => reject(transaction.error)
          transaction.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
    rows,
  )
}

it('delivers from the service worker alone: no page open, no passphrase given, once the network is back', async () => {
  server = await serveApp()
  const day = await aSessionDay(server, anImportFileOfToday())
  const juror = await day.device('j1')
  const { envelope, signed } = await aSealedSheet(juror, aSheet(juror, 'o1'))
  const { serverKeys } = juror.package

  tablet = await launchDevice({ wholeBrowser: true })
  const page = await tablet.open(`${server.origin}/salle`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await waitForServiceWorker(page)
  await tablet.setOffline(true)
  await putRows(page, {
    vaults: { id: 'v1', label: 'Carnet', createdAt: 1, serverKeys, serverKeyId: await thumbprint(serverKeys.signing) },
    envelopes: { id: envelope.id, vaultId: 'v1', jwe: envelope.jwe },
    outbox: {
      origin: 'own',
      vaultId: 'v1',
      envelopeId: envelope.id,
      createdAt: 1,
      byteLength: envelope.jwe.length,
      attempts: 0,
      nextAttemptAt: 0,
      receipt: null,
      refusal: null,
    },
  })
  await page.evaluate(async () => {
    const registration: unknown = await navigator.serviceWorker.ready
    await (registration as { sync: { register(tag: string): Promise<void> } }).sync.register('cdj-delivery')
  })
  const elsewhere = await tablet.open('about:blank')
  await page.close()
  await tablet.setOffline(false)

  await waitFor(
    'the sheet to be on the server',
    DELIVERY_LIMIT_MS,
    async () => (await day.coordinator.get('sheet', { hash: signed.hash })).ok,
  )
  expect(elsewhere.url()).toBe('about:blank')
})
