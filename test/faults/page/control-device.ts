import { deliveryResponseSchema } from '#contract/delivery.ts'
import { routePath } from '#contract/routes.ts'
import { db } from '#device/db.ts'
import type { EntryBody } from '#domain/entry.ts'

/*
 * A device without its protections, for the controls: what the harness must catch. Nothing of the product calls this.
 */

const shown: { oralId: string; body: EntryBody }[] = []
const LAZY_MS = 250

function openPlain(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('control-plain', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('entries')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
}

async function inStore<Result>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
  const database = await openPlain()
  try {
    return await new Promise<Result>((resolve, reject) => {
      const transaction = database.transaction('entries', mode)
      const request = work(transaction.objectStore('entries'))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

function pageOf(body: EntryBody): number {
  return body.kind === 'mark' ? (body.page ?? 0) : 0
}

export const controls = {
  /** Says « recorded » when it has it in memory, and writes a little later. */
  controlLazyGestures: async (oralId: string, bodies: EntryBody[]): Promise<void> => {
    for (const body of bodies) {
      shown.push({ oralId, body })
      window.acknowledge(oralId, pageOf(body))
      setTimeout(() => void inStore('readwrite', (store) => store.put(body, pageOf(body))), LAZY_MS)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  },
  /** Reads where its log ends, then writes there: without the key that makes the second tab fail. */
  controlUnguardedGestures: async (oralId: string, bodies: EntryBody[]): Promise<void> => {
    for (const body of bodies) {
      const place = await inStore('readonly', (store) => store.count())
      await inStore('readwrite', (store) => store.put(body, place))
      window.acknowledge(oralId, pageOf(body))
    }
  },
  controlPlainLog: async (): Promise<EntryBody[]> => inStore('readonly', (store) => store.getAll() as IDBRequest<EntryBody[]>),
  /** Changes one value of one row that lies there in clear. */
  controlFlipPlain: async (at: number): Promise<void> => {
    const keys = await inStore('readonly', (store) => store.getAllKeys())
    const key = keys[at % keys.length]
    if (key === undefined) throw new Error('no row to change')
    const body = (await inStore('readonly', (store) => store.get(key))) as EntryBody
    if (body.kind !== 'mark') throw new Error('not a mark')
    await inStore('readwrite', (store) => store.put({ ...body, value: body.value === 'observed' ? 'notObserved' : 'observed' }, key))
  },
  /** Deletes what it sends as it sends it. */
  controlForgetfulDelivery: async (): Promise<void> => {
    const rows = (await db.outbox.toArray()).filter(({ receipt }) => receipt === null)
    const envelopes = (await db.envelopes.bulkGet(rows.map(({ envelopeId }) => envelopeId))).flatMap((row) => (row ? [row.jwe] : []))
    if (envelopes.length === 0) return
    await db.outbox.bulkDelete(rows.map(({ envelopeId }) => envelopeId))
    const answer = await fetch(routePath('deliver'), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ envelopes }),
    })
    deliveryResponseSchema.parse(await answer.json())
  },
}
