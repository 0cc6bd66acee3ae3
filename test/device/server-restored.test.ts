import { describe, expect, it } from 'vitest'
import { db } from '#device/db.ts'
import { deliverOutbox } from '#device/deliver-outbox.ts'
import { deliveryState } from '#device/delivery-state.ts'
import { ASK_EVERY_MS } from '#device/held-check.ts'
import { enrol } from '#device/notebooks.ts'
import { anOwnServer } from './harness/a-lane.ts'
import { aSignedSheet, PASSPHRASE } from './harness/a-notebook.ts'

describe('a server restored from an older backup', () => {
  it('gets back once, from the devices, everything it had lost; until then the sheets are said to wait', async () => {
    await db.outbox.clear()
    await db.facts.clear()
    const server = anOwnServer()
    const options = { passphrase: PASSPHRASE, label: 'Carnet', deviceName: 'Tablette' }
    const enrolled = await enrol(await server.code(), options, server.origin)
    if (!enrolled.ok) throw new Error(enrolled.code)
    let nowMs = Date.now()
    const deliver = () => deliverOutbox({ origin: server.origin, onlyDue: false, nowMs: () => nowMs })
    const states = async () => (await db.outbox.orderBy('createdAt').toArray()).map(deliveryState)

    const hashes = [await aSignedSheet(enrolled.notebook, 'o1')]
    expect(await deliver()).toBe('delivered')
    await server.backUp()
    hashes.push(await aSignedSheet(enrolled.notebook, 'o2'), await aSignedSheet(enrolled.notebook, 'o3'))
    enrolled.notebook.lock()
    expect(await deliver()).toBe('delivered')
    expect(await server.storedSheets()).toEqual([...hashes].sort())

    await server.restore()
    expect(await server.storedSheets()).toEqual(hashes.slice(0, 1))
    expect(await deliver()).toBe('nothing')

    nowMs += ASK_EVERY_MS + 1
    expect(await deliver()).toBe('delivered')
    expect(await server.storedSheets()).toEqual([...hashes].sort())
    expect(await states()).toEqual(['delivered', 'delivered', 'delivered'])
    const rows = await db.outbox.orderBy('createdAt').toArray()
    expect(rows.map(({ formerReceipt }) => formerReceipt !== undefined)).toEqual([false, true, true])
    expect(rows.every(({ receipt, formerReceipt }) => receipt !== formerReceipt)).toBe(true)

    nowMs += ASK_EVERY_MS + 1
    expect(await deliver()).toBe('nothing')
    expect(await server.storedSheets()).toHaveLength(3)
  })
})
