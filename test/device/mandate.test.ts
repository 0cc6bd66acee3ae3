import { describe, expect, it } from 'vitest'
import { issuedMandateSchema, type MandatePost } from '#contract/mandate.ts'
import { deliverOutbox } from '#device/deliver-outbox.ts'
import { takeMandate } from '#device/mandate.ts'
import { refreshPackage } from '#device/notebook.ts'
import { generateSigningPair } from '#seal/keys.ts'
import { signMandate, verifyMandate } from '#seal/mandate.ts'
import { anOwnServer } from './harness/a-lane.ts'
import { aNotebookOn, aSignedSheet, firstDay, reloaded } from './harness/a-notebook.ts'

/** A late candidate, as the desk makes the mandate. */
async function aMandate(server: ReturnType<typeof anOwnServer>, number: string): Promise<string> {
  const post: MandatePost = {
    kind: 'oral',
    candidate: { number, lastName: 'Tardy', firstName: 'Zoé', accommodations: [] },
    panelId: 'p1',
    gridId: 'cdcm-b2',
    startsAt: '2026-11-24T15:00:00+01:00',
  }
  return issuedMandateSchema.parse(await server.askDesk('issueMandate', post)).mandate
}

describe('a mandate handed to a device', () => {
  it('adds the oral with no network, survives a reload, and its sheet is delivered like any other', async () => {
    const server = anOwnServer()
    const notebook = await aNotebookOn(server)
    const text = await aMandate(server, crypto.randomUUID())
    const taken = await takeMandate(notebook, text)
    if (!taken.ok) throw new Error(taken.code)
    expect(taken.changed).toBe(true)
    const again = await reloaded(notebook)
    const oral = (await firstDay(again)).find(({ candidate }) => candidate.id === taken.mandate.candidates[0]?.id)
    expect(oral?.candidate.lastName).toBe('Tardy')
    await aSignedSheet(again, oral?.oral.id ?? '')
    await deliverOutbox({ origin: server.origin, onlyDue: false })
    const day = await firstDay(again)
    expect(day.find(({ oral: each }) => each.id === oral?.oral.id)?.sheet?.delivery).toBe('delivered')
    expect(await takeMandate(again, text)).toMatchObject({ ok: true, changed: false })
    await refreshPackage(again, server.origin)
    expect((await firstDay(again)).some(({ oral: each }) => each.id === oral?.oral.id)).toBe(true)
  })

  it('is believed from its own server only, whole, and for its own session', async () => {
    const server = anOwnServer()
    const notebook = await aNotebookOn(server)
    const text = await aMandate(server, crypto.randomUUID())
    const before = notebook.package
    const mandate = await verifyMandate(text, notebook.package.serverKeys.signing)
    const forger = await generateSigningPair()
    expect(await takeMandate(notebook, await signMandate(mandate, forger))).toEqual({ ok: false, code: 'forged' })
    expect(await takeMandate(notebook, text.slice(0, -5))).toEqual({ ok: false, code: 'forged' })
    expect(await takeMandate(notebook, 'bonjour')).toEqual({ ok: false, code: 'unreadable' })
    expect(notebook.package).toBe(before)
  })
})
