import { describe, expect, it } from 'vitest'
import { db } from '#device/db.ts'
import { saveDecision } from '#device/deliberation/decisions.ts'
import { deliverOutbox } from '#device/deliver-outbox.ts'
import { openDraft } from '#device/draft-log.ts'
import { unlock } from '#device/notebooks.ts'
import { anyPenHeld } from '#device/pen.ts'
import { startRecovery } from '#device/recovery.ts'
import { readWiped, readWipeObstacles, wipeNotebook, wipeProposedAt } from '#device/wipe.ts'
import { emptyDecision } from '#domain/decision-draft.ts'
import { generateSigningPair } from '#seal/keys.ts'
import { receiptSchema, signReceipt } from '#seal/receipt.ts'
import { verifyWipe } from '#seal/wipe.ts'
import { aLane } from './harness/a-lane.ts'
import { aDraft, aNotebook, aSignedSheet, PASSPHRASE } from './harness/a-notebook.ts'

/** Everything the database still says of a notebook, but the statement of its end. */
async function rowsOf(vaultId: string): Promise<number> {
  const tables = db.tables.filter(({ name }) => name !== 'facts' && name !== 'diagnostics')
  const counts = await Promise.all(
    tables.map(async (table) => (await table.toArray()).filter((row) => row.vaultId === vaultId || row.id === vaultId).length),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

describe('the end of a notebook', () => {
  it('destroys its keys and rows once everything is delivered, states so with its own key, and tells the server', async () => {
    const lane = aLane()
    const notebook = await aNotebook(lane)
    const key = (await db.vaults.get(notebook.vaultId))?.publicKey
    const hash = await aSignedSheet(notebook, 'o1')
    await startRecovery(notebook.vaultId)
    await saveDecision(notebook, emptyDecision('o1'))
    await deliverOutbox({ origin: lane.origin, onlyDue: false })
    expect(await readWipeObstacles(notebook)).toEqual({ undelivered: 0, drafts: 0 })
    await expect.poll(() => anyPenHeld(notebook.vaultId)).toBe(false)
    const outcome = await wipeNotebook(notebook, { giveUpDrafts: false })
    if (!outcome.ok || !key) throw new Error('not wiped')
    expect(await rowsOf(notebook.vaultId)).toBe(0)
    expect(await db.facts.get(`recovery/${notebook.vaultId}`)).toBeUndefined()
    await expect(unlock(notebook.vaultId, PASSPHRASE)).rejects.toMatchObject({ code: 'databaseGone' })
    await expect(readWipeObstacles(notebook)).rejects.toMatchObject({ code: 'locked' })
    expect(await verifyWipe(outcome.statement, key)).toMatchObject({ sheetHashes: [hash], draftsGivenUp: 0, jurorId: 'j1' })

    const record = async () => (await readWiped()).find(({ vaultId }) => vaultId === notebook.vaultId)
    expect(await record()).toMatchObject({ statement: outcome.statement, sheets: 1, receivedAt: null })
    await lane.fail({ kind: 'cutAfter' })
    await deliverOutbox({ origin: lane.origin, onlyDue: false })
    await deliverOutbox({ origin: lane.origin, onlyDue: false })
    expect((await record())?.receivedAt).not.toBeNull()
  })

  it('leaves other notebooks on the tablet, and envelopes carried for others, as they were', async () => {
    const lane = aLane()
    const other = await aNotebook(lane, 'j2')
    await aSignedSheet(other, 'o1')
    await db.envelopes.put({ id: 'carried', vaultId: null, jwe: 'a.b.c.d.e' })
    const before = await rowsOf(other.vaultId)
    const notebook = await aNotebook(lane)
    expect((await wipeNotebook(notebook, { giveUpDrafts: false })).ok).toBe(true)
    expect(await rowsOf(other.vaultId)).toBe(before)
    expect(await db.envelopes.get('carried')).toBeDefined()
    await db.envelopes.delete('carried')
    expect((await unlock(other.vaultId, PASSPHRASE)).ok).toBe(true)
  })

  it('never happens while a sheet has no receipt, or one that another server signed', async () => {
    const lane = aLane()
    const notebook = await aNotebook(lane)
    await aSignedSheet(notebook, 'o1')
    await expect.poll(() => wipeNotebook(notebook, { giveUpDrafts: true })).toEqual({ ok: false, code: 'undelivered' })
    await deliverOutbox({ origin: lane.origin, onlyDue: false })
    const row = (await db.outbox.toArray()).find(({ vaultId }) => vaultId === notebook.vaultId)
    if (!row?.receipt) throw new Error('no receipt')
    const forger = await generateSigningPair()
    const receipt = receiptSchema.parse(JSON.parse(atob(row.receipt.split('.')[1]?.replace(/-/g, '+').replace(/_/g, '/') ?? '')))
    await db.outbox.put({ ...row, receipt: await signReceipt(receipt, forger.privateKey, forger.keyId) })
    expect(await readWipeObstacles(notebook)).toEqual({ undelivered: 1, drafts: 0 })
    expect(await wipeNotebook(notebook, { giveUpDrafts: true })).toEqual({ ok: false, code: 'undelivered' })
    expect((await unlock(notebook.vaultId, PASSPHRASE)).ok).toBe(true)
  })

  it('gives up drafts only when told to, and not while one is open for writing', async () => {
    const notebook = await aNotebook()
    const draft = await aDraft(notebook, 'o2')
    expect(await wipeNotebook(notebook, { giveUpDrafts: true })).toEqual({ ok: false, code: 'writing' })
    draft.close()
    await expect.poll(async () => (await wipeNotebook(notebook, { giveUpDrafts: false })).ok === false).toBe(true)
    await expect.poll(() => wipeNotebook(notebook, { giveUpDrafts: false })).toEqual({ ok: false, code: 'drafts' })
    expect(await readWipeObstacles(notebook)).toEqual({ undelivered: 0, drafts: 1 })
    expect((await wipeNotebook(notebook, { giveUpDrafts: true })).ok).toBe(true)
  })

  it('counts a signed sheet reopened and not signed again as a draft', async () => {
    const lane = aLane()
    const notebook = await aNotebook(lane)
    const hash = await aSignedSheet(notebook, 'o1')
    await deliverOutbox({ origin: lane.origin, onlyDue: false })
    const draft = await openDraft(notebook, 'o1')
    await draft.append({ kind: 'correction', replaces: hash, reason: 'erreur' })
    draft.close()
    await expect.poll(() => readWipeObstacles(notebook)).toEqual({ undelivered: 0, drafts: 1 })
  })

  it('is proposed after the certifier’s retention, thirty days where none is set', async () => {
    const { package: content } = await aNotebook()
    const session = { ...content.session, endsOn: '2026-11-24' }
    expect(new Date(wipeProposedAt({ ...content, session, retentionDays: 7 })).toISOString()).toBe('2026-12-01T23:59:59.000Z')
    const { retentionDays: _unset, ...older } = { ...content, session }
    expect(new Date(wipeProposedAt(older)).toISOString()).toBe('2026-12-24T23:59:59.000Z')
  })
})
