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

  it('older than the enrolment knows the device again by what it signed then, and gets its sheets', async () => {
    await db.outbox.clear()
    await db.facts.clear()
    const server = anOwnServer()
    const code = await server.code()
    await server.backUp()
    const enrolled = await enrol(code, { passphrase: PASSPHRASE, label: 'Carnet', deviceName: 'Tablette' }, server.origin)
    if (!enrolled.ok) throw new Error(enrolled.code)
    const hash = await aSignedSheet(enrolled.notebook, 'o1')
    enrolled.notebook.lock()
    await server.restore()
    expect(await deliverOutbox({ origin: server.origin, onlyDue: true })).toBe('delivered')
    expect(await server.storedSheets()).toEqual([hash])
    expect((await db.outbox.toArray()).map(deliveryState)).toEqual(['delivered'])
  })

  it('is not told anything by a device without that proof: its sheets stay refused, and kept', async () => {
    await db.outbox.clear()
    await db.facts.clear()
    const server = anOwnServer()
    const code = await server.code()
    await server.backUp()
    const enrolled = await enrol(code, { passphrase: PASSPHRASE, label: 'Carnet', deviceName: 'Tablette' }, server.origin)
    if (!enrolled.ok) throw new Error(enrolled.code)
    await aSignedSheet(enrolled.notebook, 'o1')
    await db.vaults.toCollection().modify((row) => {
      delete row.certificate
    })
    await server.restore()
    expect(await deliverOutbox({ origin: server.origin, onlyDue: true })).toBe('refused')
    expect(await server.storedSheets()).toEqual([])
    expect((await db.outbox.toArray())[0]?.refusal).toMatchObject({ code: 'device-unknown' })
    expect(await db.envelopes.count()).toBeGreaterThan(0)
  })
})
