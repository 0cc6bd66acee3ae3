import { describe, expect, it } from 'vitest'
import { db } from '#device/db.ts'
import { readPanelSheets } from '#device/deliberation/gathered-sheets.ts'
import { giveSheets } from '#device/deliberation/give.ts'
import { juryFile, readJury } from '#device/deliberation/jury-file.ts'
import { openParcel, sealParcel } from '#device/deliberation/parcel.ts'
import { takeEnvelopes } from '#device/deliberation/take.ts'
import type { Notebook } from '#device/notebook.ts'
import { secretsOf } from '#device/open-notebook.ts'
import { readSignedSheets, reopenSheet, signDraft } from '#device/signing.ts'
import { keepCarried } from '#device/transfer/carried.ts'
import { readPli } from '#device/transfer/pli-file.ts'
import { StreamDecoder } from '#device/transfer/stream-decoder.ts'
import { openStream } from '#device/transfer/stream-encoder.ts'
import { sealSheet, signSheet } from '#seal/envelope.ts'
import { generateSigningPair } from '#seal/keys.ts'
import { aNotebook, aSignedSheet, reloaded } from './harness/a-notebook.ts'
import { aPanel, DAY, handSheets } from './harness/a-panel.ts'

const NOTHING = {
  sheets: { fresh: 0, known: 0, from: [] },
  minutes: [],
  signatures: { fresh: 0, known: 0 },
  carried: 0,
  forOthers: 0,
  refused: [],
}

async function sheetsOf(notebook: Notebook, oralId: string) {
  const sheets = (await readPanelSheets(notebook, [oralId])).get(oralId)
  if (!sheets) throw new Error('no oral')
  return sheets
}

/** Any sheet in a parcel for the president, whoever made it. */
async function parcelWith(president: Notebook, jws: string) {
  const own = president.package.deviceKeys.find(({ deviceId }) => deviceId === president.deviceId)
  if (!own) throw new Error('the president’s own device is not in the package')
  return sealParcel({ sessionId: president.package.session.id, items: [{ kind: 'sheet', jws }] }, own.sealingKey)
}

describe('sheets gathered on the president’s tablet', () => {
  it('are shown once the president has signed their own, and survive a reload', async () => {
    const { president, second, third } = await aPanel()
    await aSignedSheet(second)
    await aSignedSheet(third)
    // What is sealed for the president's other devices, enrolled by other cases, is left aside.
    const taken = await handSheets(second, president)
    expect(taken).toEqual({ ...NOTHING, forOthers: taken.forOthers, sheets: { fresh: 1, known: 0, from: ['Karim Ferrand'] } })
    await handSheets(third, president)
    expect(await sheetsOf(president, 'o1')).toEqual({ sheets: [], received: ['j2', 'j3'], isBlind: true })
    await aSignedSheet(president)
    const page = await reloaded(president)
    const { sheets, isBlind } = await sheetsOf(page, 'o1')
    expect(isBlind).toBe(false)
    expect(sheets.map(({ sheet }) => sheet.juror.id).sort()).toEqual(['j1', 'j2', 'j3'])
  })

  it('are there for a president who stood aside for that candidate and scores nothing', async () => {
    const { president, second } = await aPanel()
    await aSignedSheet(second)
    await handSheets(second, president)
    const read = await readPanelSheets(president, ['o1'], new Set(['o1']))
    expect(read.get('o1')).toMatchObject({ isBlind: false, received: ['j2'] })
  })

  it('count once however often they are given, and by their newest version', async () => {
    const { president, second } = await aPanel()
    await aSignedSheet(president)
    await aSignedSheet(second)
    await handSheets(second, president)
    expect((await handSheets(second, president)).sheets).toMatchObject({ fresh: 0, known: 1 })
    const draft = await reopenSheet(second, 'o1', 'après discussion')
    await signDraft(second, draft, { signature: { kind: 'typed', name: 'Karim Ferrand' }, signedDespite: '' })
    draft.close()
    expect((await handSheets(second, president)).sheets).toMatchObject({ fresh: 1, known: 0 })
    const theirs = (await sheetsOf(president, 'o1')).sheets.filter(({ sheet }) => sheet.juror.id === 'j2')
    expect(theirs.map(({ sheet }) => sheet.revision)).toEqual([2])
  })

  it('are given only signed, and read by nobody else', async () => {
    const { president, second, third } = await aPanel()
    expect(await giveSheets(second, 'p1', DAY)).toEqual({ ok: false, code: 'nothing' })
    await aSignedSheet(second)
    const giving = await giveSheets(second, 'p1', DAY)
    if (!giving.ok) throw new Error(giving.code)
    expect(giving).toMatchObject({ count: 1, toJurorIds: ['j1'] })
    expect(await takeEnvelopes(third, giving.envelopes)).toMatchObject({ forOthers: giving.envelopes.length, sheets: { fresh: 0 } })
    expect((await takeEnvelopes(president, giving.envelopes)).sheets.fresh).toBe(1)
  })

  it('ask for a newer package when the president’s device, or the juror’s, is not known yet', async () => {
    const { president } = await aPanel()
    const late = await aNotebook(undefined, 'j3')
    await aSignedSheet(late)
    const unaware = { ...late.package, deviceKeys: [] }
    Object.assign(late, { package: unaware })
    expect(await giveSheets(late, 'p1', DAY)).toEqual({ ok: false, code: 'unknownDevice', jurorIds: ['j1'] })
    const [signed] = await readSignedSheets(late, 'o1')
    if (!signed) throw new Error('no sheet')
    const taken = await takeEnvelopes(president, [await parcelWith(president, signed.jws)])
    expect(taken.refused).toEqual([{ what: 'sheet', code: 'unknownDevice', name: null }])
  })

  it('are refused by name when they are altered, of another oral’s grid, or signed for somebody else', async () => {
    const { president, second } = await aPanel()
    await aSignedSheet(second)
    const [signed] = await readSignedSheets(second, 'o1')
    if (!signed) throw new Error('no sheet')
    const { signingKey } = secretsOf(second)
    const forged = {
      altered: `${signed.jws.slice(0, -4)}${signed.jws.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`,
      otherGrid: (await signSheet({ ...signed.sheet, grid: { ...signed.sheet.grid, hash: 'A'.repeat(43) } }, signingKey)).jws,
      otherJuror: (await signSheet({ ...signed.sheet, juror: { id: 'j3', name: 'Lise Guyot' } }, signingKey)).jws,
      otherFold: (await signSheet({ ...signed.sheet, appreciation: 'rien de tel' }, signingKey)).jws,
    }
    const codes: Record<string, unknown> = {}
    for (const [name, jws] of Object.entries(forged)) {
      codes[name] = (await takeEnvelopes(president, [await parcelWith(president, jws)])).refused
    }
    const refused = (code: string) => [{ what: 'sheet', code, name: 'Karim Ferrand' }]
    expect(codes).toEqual({
      altered: refused('damaged'),
      otherGrid: refused('otherGrid'),
      otherJuror: refused('foreign'),
      otherFold: refused('damaged'),
    })
    expect((await sheetsOf(president, 'o1')).received).toEqual([])
  })

  it('do not let a stranger’s device pass for a member’s', async () => {
    const { president, second } = await aPanel()
    await aSignedSheet(second)
    const [signed] = await readSignedSheets(second, 'o1')
    if (!signed) throw new Error('no sheet')
    const stranger = await generateSigningPair()
    const { jws } = await signSheet({ ...signed.sheet, deviceId: stranger.keyId }, stranger.privateKey)
    const taken = await takeEnvelopes(president, [await parcelWith(president, jws)])
    expect(taken.refused).toMatchObject([{ what: 'sheet', code: 'unknownDevice' }])
  })

  it('lie encrypted on the device', async () => {
    const { president, second } = await aPanel()
    await aSignedSheet(second)
    await handSheets(second, president)
    const rows = await db.panelRows
      .where('[vaultId+kind+id]')
      .between([president.vaultId, '', ''], [president.vaultId, '\uffff', '\uffff'])
      .toArray()
    expect(rows).toHaveLength(1)
    const stored = new TextDecoder().decode(rows[0]?.sealed.data)
    expect(stored).not.toContain('Ferrand')
    expect(stored).not.toContain('jws')
  })
})

describe('a panel’s parcel', () => {
  it('travels as a .jury file, which is no .pli for the server', async () => {
    const { president, second } = await aPanel()
    await aSignedSheet(second)
    const giving = await giveSheets(second, 'p1', DAY)
    if (!giving.ok) throw new Error(giving.code)
    const file = juryFile(giving.envelopes, new Date(2026, 10, 24, 17, 5))
    expect(file.name).toBe('jury-2026-11-24-1705.jury')
    expect(await readPli(file)).toEqual({ ok: false, code: 'notPli' })
    const reading = await readJury(file)
    if (!reading.ok) throw new Error(reading.code)
    expect((await takeEnvelopes(president, reading.envelopes)).sheets.fresh).toBe(1)
    expect(await readJury(new Blob(['{"format":"carnet-de-jury/jury","formatVersion":2,"envelopes":[]}']))).toEqual({
      ok: false,
      code: 'unknownVersion',
    })
    expect(await readJury(new Blob(['bonjour']))).toEqual({ ok: false, code: 'notJury' })
  })

  it('travels as an animated code, several times smaller than the sheets it holds', async () => {
    const { president, second } = await aPanel()
    for (const oral of ['o1', 'o2', 'o3']) await aSignedSheet(second, oral)
    const giving = await giveSheets(second, 'p1', DAY)
    if (!giving.ok) throw new Error(giving.code)
    // On this server the president has enrolled a tablet in each case: a real one has this one alone.
    const { sealingKey } = secretsOf(president)
    const opened = await Promise.allSettled(giving.envelopes.map(({ jwe }) => openParcel(jwe, sealingKey)))
    const forThisTablet = giving.envelopes.filter((_envelope, index) => opened[index]?.status === 'fulfilled')
    const opening = await openStream(forThisTablet, 'large')
    if (!opening.ok) throw new Error(opening.code)
    const sheets = (await Promise.all(['o1', 'o2', 'o3'].map((oral) => readSignedSheets(second, oral)))).flat()
    const bare = await openStream(await Promise.all(sheets.map(({ jws }) => sealSheet(jws, president.package.serverKeys.sealing))), 'large')
    if (!bare.ok) throw new Error(bare.code)
    expect(opening.stream.payloadBytes * 2).toBeLessThan(bare.stream.payloadBytes)
    const decoder = new StreamDecoder()
    for (;;) {
      const outcome = await decoder.add(await opening.stream.nextFrame())
      if (outcome.kind !== 'complete') continue
      expect((await takeEnvelopes(president, outcome.content.envelopes)).sheets.fresh).toBe(3)
      return
    }
  })

  it('of another session is refused, and copies for the server beside it are kept', async () => {
    const { president, second } = await aPanel()
    await aSignedSheet(second)
    const [signed] = await readSignedSheets(second, 'o1')
    const own = president.package.deviceKeys.find(({ deviceId }) => deviceId === president.deviceId)
    if (!signed || !own) throw new Error('nothing to send')
    const elsewhere = await sealParcel({ sessionId: 'autre', items: [{ kind: 'sheet', jws: signed.jws }] }, own.sealingKey)
    const copy = await sealSheet(signed.jws, president.package.serverKeys.sealing)
    expect(await takeEnvelopes(president, [elsewhere, copy])).toEqual({
      ...NOTHING,
      carried: 1,
      refused: [{ what: 'parcel', code: 'foreign', name: null }],
    })
    expect((await db.outbox.get(copy.id))?.origin).toBe('carried')
    // The plain transfer leaves it aside: the server could not open it.
    expect(await keepCarried([elsewhere, copy])).toEqual({ fresh: 0, known: 1, parcels: 1 })
    await expect(openParcel(elsewhere.jwe, secretsOf(second).sealingKey)).rejects.toMatchObject({ code: 'cannotOpen' })
  })
})
