import { describe, expect, it } from 'vitest'
import { recoveryAnsweredSchema } from '#contract/recovery.ts'
import { db } from '#device/db.ts'
import { unlock } from '#device/notebooks.ts'
import { abandonRecovery, answerFits, askOnline, finishRecovery, startRecovery } from '#device/recovery.ts'
import { readSignedSheets } from '#device/signing.ts'
import { aLane, askDesk } from './harness/a-lane.ts'
import { aNotebook, aSignedSheet, PASSPHRASE } from './harness/a-notebook.ts'

const NEW_PASSPHRASE = 'un nouveau départ'

/** What the coordinator gives back for a request, however it was carried. */
async function theDeskAnswers(request: string): Promise<string> {
  return recoveryAnsweredSchema.parse(await askDesk('answerRecovery', { request })).answer
}

describe('a forgotten passphrase', () => {
  it('is replaced with the coordinator’s answer, without a network and after a reload; nothing written is lost', async () => {
    const notebook = await aNotebook()
    const hash = await aSignedSheet(notebook, 'o1')
    notebook.lock()
    const asked = await startRecovery(notebook.vaultId)
    expect(await startRecovery(notebook.vaultId)).toEqual(asked)
    const answer = await theDeskAnswers(asked.requestText)
    expect(await answerFits(notebook.vaultId, answer)).toBe(true)
    const outcome = await finishRecovery(notebook.vaultId, answer, NEW_PASSPHRASE)
    if (!outcome.ok) throw new Error(outcome.code)
    expect((await readSignedSheets(outcome.notebook, 'o1')).map((sheet) => sheet.hash)).toEqual([hash])
    expect((await unlock(notebook.vaultId, NEW_PASSPHRASE)).ok).toBe(true)
    expect(await unlock(notebook.vaultId, PASSPHRASE)).toMatchObject({ ok: false, code: 'wrongPassphrase' })
    expect(await finishRecovery(notebook.vaultId, answer, 'encore une autre')).toEqual({ ok: false, code: 'noRequest' })
  })

  it('is not replaced by the answer to another notebook’s request, nor by one cut short', async () => {
    const mine = await aNotebook()
    const other = await aNotebook(aLane(), 'j2')
    await startRecovery(mine.vaultId)
    const answer = await theDeskAnswers((await startRecovery(other.vaultId)).requestText)
    expect(await answerFits(mine.vaultId, answer)).toBe(false)
    expect(await finishRecovery(mine.vaultId, answer, NEW_PASSPHRASE)).toEqual({ ok: false, code: 'otherRequest' })
    const own = await theDeskAnswers((await startRecovery(mine.vaultId)).requestText)
    expect(await finishRecovery(mine.vaultId, own.slice(0, -4), NEW_PASSPHRASE)).toEqual({ ok: false, code: 'otherRequest' })
    expect((await unlock(mine.vaultId, PASSPHRASE)).ok).toBe(true)
  })

  it('is asked for and answered online, through lost answers', async () => {
    const lane = aLane()
    const notebook = await aNotebook(lane)
    notebook.lock()
    await lane.fail({ kind: 'cutBefore' })
    expect(await askOnline(notebook.vaultId, lane.origin)).toEqual({ state: 'failed', code: 'unreachable' })
    await lane.fail({ kind: 'none' }, { kind: 'cutAfter' })
    expect(await askOnline(notebook.vaultId, lane.origin)).toEqual({ state: 'failed', code: 'unreachable' })
    expect(await askOnline(notebook.vaultId, lane.origin)).toEqual({ state: 'waiting' })
    await theDeskAnswers((await startRecovery(notebook.vaultId)).requestText)
    const online = await askOnline(notebook.vaultId, lane.origin)
    if (online.state !== 'answered') throw new Error(online.state)
    expect(await finishRecovery(notebook.vaultId, online.answer, NEW_PASSPHRASE)).toMatchObject({ ok: true })
  })

  it('changes nothing when the notebook’s own documents no longer open', async () => {
    const notebook = await aNotebook()
    const answer = await theDeskAnswers((await startRecovery(notebook.vaultId)).requestText)
    const row = await db.records.get([notebook.vaultId, 'signingKey'])
    if (!row) throw new Error('no key')
    await db.records.put({ ...row, sealed: { ...row.sealed, data: row.sealed.data.map((byte) => byte ^ 1) } })
    const before = await db.vaults.get(notebook.vaultId)
    expect(await finishRecovery(notebook.vaultId, answer, NEW_PASSPHRASE)).toEqual({ ok: false, code: 'damaged' })
    expect((await db.vaults.get(notebook.vaultId))?.lock).toEqual(before?.lock)
  })

  it('leaves no key behind when the request is given up', async () => {
    const notebook = await aNotebook()
    const first = await startRecovery(notebook.vaultId)
    const answer = await theDeskAnswers(first.requestText)
    await abandonRecovery(notebook.vaultId)
    expect(await db.facts.get(`recovery/${notebook.vaultId}`)).toBeUndefined()
    expect(await finishRecovery(notebook.vaultId, answer, NEW_PASSPHRASE)).toEqual({ ok: false, code: 'noRequest' })
    expect((await startRecovery(notebook.vaultId)).controlNumber).not.toBe(first.controlNumber)
  })
})
