import { expect, it } from 'vitest'
import { cdp } from 'vitest/browser'
import { db } from '#device/db.ts'
import { exportDiagnostics } from '#device/diagnostics.ts'
import { signDraft } from '#device/signing.ts'
import { aDraft, aNotebook } from './harness/a-notebook.ts'

const GESTURE = { signature: { kind: 'typed', name: 'Agnès Dumas' }, signedDespite: '' } as const

/** How long Chromium trusts the room it last found for IndexedDB. */
const QUOTA_CACHE_MS = 31_000

/** What this test uses of the Chrome DevTools Protocol. */
interface StorageDomain {
  send(method: 'Storage.overrideQuotaForOrigin', params: { origin: string; quotaSize?: number }): Promise<unknown>
}

async function setQuota(quotaSize?: number): Promise<void> {
  const protocol = cdp() as unknown as StorageDomain
  const { origin } = globalThis.location
  await protocol.send('Storage.overrideQuotaForOrigin', quotaSize === undefined ? { origin } : { origin, quotaSize })
}

it('says that the disk is full, stores a signed sheet wholly or not at all, keeps what it has, and goes on once there is room', async () => {
  const notebook = await aNotebook()
  const draft = await aDraft(notebook)
  const counts = () => Promise.all([db.signed.count(), db.envelopes.count(), db.outbox.count()])
  const before = await counts()
  await setQuota(1)
  try {
    await new Promise((resolve) => setTimeout(resolve, QUOTA_CACHE_MS))
    await expect(signDraft(notebook, draft, GESTURE)).rejects.toMatchObject({ code: 'quota' })
    expect(await counts()).toEqual(before)
    expect(draft.getSigned()).toBe(false)
    await expect(draft.append({ kind: 'appreciation', text: 'clair' })).rejects.toMatchObject({ code: 'quota' })
    expect(draft.getEntries()).toHaveLength(2)
    expect(draft.getPending()).toBe(0)
    expect(await exportDiagnostics()).toContain('entryNotWritten')
  } finally {
    await setQuota()
  }
  expect((await draft.append({ kind: 'appreciation', text: 'clair' })).seq).toBe(2)
  await signDraft(notebook, draft, GESTURE)
  expect(await counts()).toEqual(before.map((count) => count + 1))
  draft.close()
}, 90_000)
