import { describe, expect, it } from 'vitest'
import { issuedMandateSchema, type MandatePost } from '#contract/mandate.ts'
import { panelDays } from '#device/deliberation/panel-day.ts'
import { deliverOutbox } from '#device/deliver-outbox.ts'
import { takeMandate } from '#device/mandate.ts'
import { refreshPackage } from '#device/package-refresh.ts'
import { generateSigningPair } from '#seal/keys.ts'
import { signMandate, verifyMandate } from '#seal/mandate.ts'
import { anOwnServer } from './harness/a-lane.ts'
import { aDraft, aNotebookOn, aSignedSheet, firstDay, reloaded } from './harness/a-notebook.ts'

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

  it('takes a replaced juror’s orals off their day, but not one they began, and gives them back with the next mandate', async () => {
    const server = anOwnServer()
    const notebook = await aNotebookOn(server)
    const listed = async () => (await firstDay(notebook)).map(({ oral }) => oral.id)
    const take = async (jurorId: string, replaces: string) => {
      const post: MandatePost = { kind: 'juror', panelId: 'p1', jurorId, replaces, fromOralId: 'o2' }
      const { mandate } = issuedMandateSchema.parse(await server.askDesk('issueMandate', post))
      return takeMandate(notebook, mandate)
    }
    ;(await aDraft(notebook, 'o3')).close()
    expect(await take('j4', 'j1')).toMatchObject({ ok: true, changed: true })
    expect(await listed()).toEqual(['o1', 'o3'])
    await refreshPackage(notebook, server.origin)
    expect(await listed()).toEqual(['o1', 'o3'])
    const [panelDay] = panelDays(notebook)
    expect(panelDay).toMatchObject({ presides: false, panel: { presidentId: 'j4', jurorIds: ['j1', 'j2', 'j3', 'j4'] } })
    expect(await take('j1', 'j4')).toMatchObject({ ok: true, changed: true })
    expect(await listed()).toEqual(['o1', 'o2', 'o3'])
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
