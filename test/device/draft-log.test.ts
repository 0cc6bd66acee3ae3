import { describe, expect, it } from 'vitest'
import { db, rangeOf } from '#device/db.ts'
import { openDraft } from '#device/draft-log.ts'
import { reopenSheet } from '#device/signing.ts'
import { foldDraft } from '#domain/draft.ts'
import type { EntryBody } from '#domain/entry.ts'
import { anInstant } from '../builders/a-log.ts'
import { aDraft, aNotebook, aSignedSheet, firstDay, reloaded } from './harness/a-notebook.ts'

describe('the draft log', () => {
  it('keeps a tap when the page is gone right after it', async () => {
    const notebook = await aNotebook()
    const draft = await openDraft(notebook, 'o1')
    await draft.append({ kind: 'mark', targets: ['C1.K1.I1'], value: 'observed' })
    draft.close()
    db.close({ disableAutoOpen: false })
    const again = await openDraft(await reloaded(notebook), 'o1')
    expect(foldDraft(again.getEntries()).marks['C1.K1.I1']?.value).toBe('observed')
    again.close()
  })

  it('shows nothing before it is committed, and counts what is not', async () => {
    const notebook = await aNotebook()
    const draft = await openDraft(notebook, 'o1')
    const given = [1, 2, 3].map(() => draft.append({ kind: 'mark', targets: ['C1.K1.I1'], value: 'partial' }))
    expect(draft.getEntries()).toEqual([])
    expect(draft.getPending()).toBe(3)
    const entries = await Promise.all(given)
    expect(entries.map(({ seq }) => seq)).toEqual([0, 1, 2])
    expect(draft.getPending()).toBe(0)
    expect(await rangeOf.sheet(notebook.vaultId, draft.sheetId).count()).toBe(3)
    draft.close()
  })

  it('undoes and redoes the last judgement', async () => {
    const notebook = await aNotebook()
    const draft = await aDraft(notebook)
    const marks = () => Object.keys(foldDraft(draft.getEntries()).marks)
    expect(await draft.undo()).toBe(true)
    expect(marks()).toEqual([])
    expect(await draft.undo()).toBe(false)
    expect(await draft.redo()).toBe(true)
    expect(marks()).toEqual(['C1.K1.I1'])
    draft.close()
  })

  it('stamps the oral’s time and phase while the timer runs, and nothing outside', async () => {
    const notebook = await aNotebook()
    let ms = 0
    const draft = await openDraft(notebook, 'o1', { monoId: 'page-1', now: () => anInstant(ms) })
    const mark: EntryBody = { kind: 'mark', targets: ['C1.K1.I1'], value: 'observed' }
    const stamps = []
    const gestures: [number, EntryBody][] = [
      [0, mark],
      [10_000, { kind: 'timer', event: { type: 'start' } }],
      [75_000, mark],
      [80_000, { kind: 'timer', event: { type: 'stop' } }],
      [90_000, mark],
    ]
    for (const [at, body] of gestures) {
      ms = at
      stamps.push((await draft.append(body)).oralMs)
    }
    expect(stamps).toEqual([null, 0, 65_000, 70_000, null])
    expect(draft.getEntries()[2]?.phaseId).toBe(draft.oral.grid.phases[0]?.id)
    draft.close()
  })

  it('gives one tab the pen; the other follows, takes it over, and no entry is lost or doubled', async () => {
    const notebook = await aNotebook()
    const first = await openDraft(notebook, 'o1')
    const second = await openDraft(await reloaded(notebook), 'o1')
    expect([first.getWriter(), second.getWriter()]).toEqual([true, false])
    await first.append({ kind: 'presence', presence: 'present' })
    await expect.poll(() => second.getEntries().length).toBe(1)
    await expect(second.append({ kind: 'appreciation', text: 'bien' })).rejects.toMatchObject({ code: 'notWriter' })

    const late = Array.from({ length: 5 }, () => first.append({ kind: 'identity', checked: true }).catch((error: unknown) => error))
    await second.takePen()
    expect(second.getWriter()).toBe(true)
    await expect.poll(() => first.getWriter()).toBe(false)
    await second.append({ kind: 'appreciation', text: 'très bien' })
    const outcomes = await Promise.all(late)
    const accepted = outcomes.filter((outcome) => !(outcome instanceof Error)).length
    await first.settle()
    expect(first.getEntries()).toEqual(second.getEntries())
    expect(second.getEntries()).toHaveLength(1 + accepted + 1)
    expect(second.getEntries().map(({ seq }) => seq)).toEqual(second.getEntries().map((_entry, index) => index))

    second.close()
    await expect.poll(() => first.getWriter()).toBe(true)
    first.close()
  })

  it('names a damaged row and keeps the rest, writing included', async () => {
    const notebook = await aNotebook()
    const draft = await aDraft(notebook)
    await draft.append({ kind: 'appreciation', text: 'clair' })
    draft.close()
    const row = await db.entries.get([notebook.vaultId, draft.sheetId, 1])
    if (!row) throw new Error('no row')
    const data = row.sealed.data.slice()
    data[3] = (data[3] ?? 0) ^ 1
    await db.entries.put({ ...row, sealed: { ...row.sealed, data } })

    const page = await reloaded(notebook)
    const again = await openDraft(page, 'o1')
    expect(again.getDamaged()).toEqual([1])
    expect(foldDraft(again.getEntries())).toMatchObject({ presence: 'present', appreciation: 'clair', marks: {} })
    expect((await again.append({ kind: 'mark', targets: ['C1.K1.I1'], value: 'observed' })).seq).toBe(3)
    expect((await firstDay(page))[0]?.sheet?.damagedRows).toBe(1)
    again.close()
  })

  it('finds a row that was taken out', async () => {
    const notebook = await aNotebook()
    const draft = await aDraft(notebook)
    draft.close()
    await db.entries.delete([notebook.vaultId, draft.sheetId, 0])
    const again = await openDraft(await reloaded(notebook), 'o1')
    expect(again.getDamaged()).toEqual([0])
    expect(again.getEntries()).toHaveLength(1)
    again.close()
  })

  it('says that the notebook is gone rather than starting a log without its beginning', async () => {
    const notebook = await aNotebook()
    const draft = await aDraft(notebook)
    await rangeOf.sheet(notebook.vaultId, draft.sheetId).delete()
    await expect(draft.append({ kind: 'appreciation', text: 'x' })).rejects.toMatchObject({ code: 'databaseGone' })
    expect(draft.getEntries()).toHaveLength(2)
    draft.close()
  })

  it('writes on after the browser closed the connection under it', async () => {
    const notebook = await aNotebook()
    const draft = await aDraft(notebook)
    db.backendDB().close()
    const entry = await draft.append({ kind: 'appreciation', text: 'clair' })
    expect(entry.seq).toBe(2)
    draft.close()
  })

  it('refuses an entry on a signed sheet until it is reopened with a reason', async () => {
    const notebook = await aNotebook()
    const hash = await aSignedSheet(notebook)
    const signed = await openDraft(notebook, 'o1')
    expect(signed.getSigned()).toBe(true)
    await expect(signed.append({ kind: 'appreciation', text: 'x' })).rejects.toMatchObject({ code: 'signed' })
    signed.close()
    const draft = await reopenSheet(notebook, 'o1', 'erreur de case')
    expect(foldDraft(draft.getEntries())).toMatchObject({ revision: 2, replaces: { hash, reason: 'erreur de case' } })
    await draft.append({ kind: 'appreciation', text: 'corrigé' })
    draft.close()
  })

  it('refuses to write once the notebook is locked', async () => {
    const notebook = await aNotebook()
    const draft = await aDraft(notebook)
    notebook.lock()
    await expect(draft.append({ kind: 'appreciation', text: 'x' })).rejects.toMatchObject({ code: 'locked' })
    draft.close()
  })
})
