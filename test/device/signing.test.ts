import { describe, expect, it } from 'vitest'
import { db, rangeOf } from '#device/db.ts'
import { openDraft } from '#device/draft-log.ts'
import { exportEnvelopes } from '#device/outbox.ts'
import { readSignedSheets, reopenSheet, signDraft } from '#device/signing.ts'
import { readPli } from '#device/transfer/pli-file.ts'
import { foldMatchesLog } from '#domain/sheet.ts'
import { aDraft, aNotebook, aSignedSheet, firstDay, reloaded } from './harness/a-notebook.ts'

const GESTURE = { signature: { kind: 'typed', name: 'Agnès Dumas' }, signedDespite: '' } as const

describe('signing a draft', () => {
  it('freezes the sheet with its log, waiting in the outbox, and shows it so after a reload', async () => {
    const notebook = await aNotebook()
    const hash = await aSignedSheet(notebook)
    const page = await reloaded(notebook)
    expect((await firstDay(page))[0]?.sheet).toMatchObject({ state: 'signed', signedHash: hash, delivery: 'waiting', revision: 1 })
    const [signed] = await readSignedSheets(page, 'o1')
    if (!signed) throw new Error('no sheet')
    expect(signed.hash).toBe(hash)
    expect(signed.sheet).toMatchObject({ oralId: 'o1', candidate: { name: 'Inès Bazin' }, juror: { name: 'Agnès Dumas' }, previous: null })
    expect(foldMatchesLog(signed.sheet)).toBe(true)
  })

  it('signs a sheet typed in from paper in the same chain, with both names, and puts it in the outbox like any other', async () => {
    const notebook = await aNotebook()
    const first = await aSignedSheet(notebook, 'o2')
    const draft = await aDraft(notebook)
    const transcription = { fromPaper: null, filledBy: 'Agnès Dumas', by: 'Lou Perrin', minutes: 28 }
    await draft.append({ kind: 'transcription', transcription })
    const { hash } = await signDraft(notebook, draft, GESTURE)
    draft.close()
    const page = await reloaded(notebook)
    const [signed] = await readSignedSheets(page, 'o1')
    expect(signed).toMatchObject({ hash, sheet: { formatVersion: 2, previous: first, chainIndex: 1, transcribed: transcription } })
    expect((await firstDay(page))[0]?.sheet).toMatchObject({ state: 'signed', delivery: 'waiting' })
  })

  it('chains the device’s sheets, corrections included, newest revision first', async () => {
    const notebook = await aNotebook()
    const first = await aSignedSheet(notebook, 'o1')
    const second = await aSignedSheet(notebook, 'o2')
    const draft = await reopenSheet(notebook, 'o1', 'case oubliée')
    const { hash: third } = await signDraft(notebook, draft, GESTURE)
    draft.close()
    const [correction, original] = await readSignedSheets(notebook, 'o1')
    expect(original?.hash).toBe(first)
    expect(correction).toMatchObject({ hash: third, sheet: { revision: 2, previous: second, chainIndex: 2 } })
    expect(correction?.sheet.replaces).toEqual({ hash: first, reason: 'case oubliée' })
    expect(correction?.sheet.sheetId).toBe(original?.sheet.sheetId)
  })

  it('keeps the chain without a fork when two tabs sign at the same moment', async () => {
    const notebook = await aNotebook()
    const other = await reloaded(notebook)
    await Promise.all([aSignedSheet(notebook, 'o1'), aSignedSheet(other, 'o2'), aSignedSheet(notebook, 'o3')])
    const rows = await rangeOf.vaultSigned(notebook.vaultId).toArray()
    expect(rows.map(({ chainIndex }) => chainIndex)).toEqual([0, 1, 2])
    const sheets = (await Promise.all(['o1', 'o2', 'o3'].map((oral) => readSignedSheets(notebook, oral)))).flat()
    const inOrder = sheets.sort((a, b) => a.sheet.chainIndex - b.sheet.chainIndex)
    expect(inOrder.map(({ sheet }) => sheet.previous)).toEqual([null, inOrder[0]?.hash, inOrder[1]?.hash])
  })

  it('asks for the presence first, and for the pen', async () => {
    const notebook = await aNotebook()
    const draft = await openDraft(notebook, 'o1')
    await draft.append({ kind: 'appreciation', text: 'x' })
    await expect(signDraft(notebook, draft, GESTURE)).rejects.toMatchObject({ code: 'incomplete' })
    const other = await openDraft(await reloaded(notebook), 'o1')
    await expect(signDraft(notebook, other, GESTURE)).rejects.toMatchObject({ code: 'notWriter' })
    draft.close()
    other.close()
  })

  it('signs what was still being written when the juror signed', async () => {
    const notebook = await aNotebook()
    const draft = await aDraft(notebook)
    void draft.append({ kind: 'appreciation', text: 'dernière frappe' })
    await signDraft(notebook, draft, GESTURE)
    expect((await readSignedSheets(notebook, 'o1'))[0]?.sheet.appreciation).toBe('dernière frappe')
    draft.close()
  })

  it('keeps private notes out of what leaves the device', async () => {
    const notebook = await aNotebook()
    const draft = await aDraft(notebook)
    await draft.append({ kind: 'note', noteId: 'n1', target: {}, text: 'pour moi seul', private: true })
    await signDraft(notebook, draft, GESTURE)
    expect(JSON.stringify(await readSignedSheets(notebook, 'o1'))).not.toContain('pour moi seul')
    draft.close()
  })

  it('leaves out a signed sheet whose row was altered, and still reads and signs the others', async () => {
    const notebook = await aNotebook()
    await aSignedSheet(notebook, 'o1')
    const row = await db.signed.get([notebook.vaultId, 0])
    if (!row) throw new Error('no row')
    const data = row.sealed.data.slice()
    data[5] = (data[5] ?? 0) ^ 1
    await db.signed.put({ ...row, sealed: { ...row.sealed, data } })
    const hash = await aSignedSheet(notebook, 'o2')
    expect(await readSignedSheets(notebook, 'o1')).toEqual([])
    expect((await readSignedSheets(notebook, 'o2'))[0]).toMatchObject({ hash, sheet: { previous: row.hash } })
  })

  it('exports the sealed envelopes of a notebook, locked or not', async () => {
    const notebook = await aNotebook()
    await aSignedSheet(notebook, 'o1')
    await aSignedSheet(notebook, 'o2')
    notebook.lock()
    const { text, count, fileName } = await exportEnvelopes(notebook.vaultId)
    expect(count).toBe(2)
    expect(fileName).toMatch(/\.pli$/)
    expect(await readPli(new Blob([text]))).toMatchObject({ ok: true, damaged: [] })
    expect(text).not.toContain('Bazin')
  })
})
