import { describe, expect, it } from 'vitest'
import { db } from '#device/db.ts'
import { saveDecision } from '#device/deliberation/decisions.ts'
import { saveFacts } from '#device/deliberation/facts.ts'
import { giveMinutes, giveSignature } from '#device/deliberation/give.ts'
import {
  freezePanelMinutes,
  type KeptMinutes,
  mergeKept,
  readAllMinutes,
  readKeptMinutes,
  signKeptMinutes,
  unfreezeMinutes,
} from '#device/deliberation/kept-minutes.ts'
import { isSettled, minutesSources, previewMinutes, readTable } from '#device/deliberation/table.ts'
import { takeEnvelopes } from '#device/deliberation/take.ts'
import type { Notebook } from '#device/notebook.ts'
import { secretsOf } from '#device/open-notebook.ts'
import type { MinutesFacts } from '#domain/compose-minutes.ts'
import { emptyDecision } from '#domain/decision-draft.ts'
import { signMinutes } from '#seal/minutes.ts'
import { signedMinutes } from '#seal/signed-minutes.ts'
import { aSignedSheet, reloaded } from './harness/a-notebook.ts'
import { aPanel, aValidation, DAY, handSheets } from './harness/a-panel.ts'

const FACTS: MinutesFacts = {
  startedAt: '2026-11-24T09:00:00+01:00',
  endedAt: '2026-11-24T17:00:00+01:00',
  recusals: [],
  compositionNotes: [],
  appeal: 'Recours auprès du certificateur dans les deux mois.',
  amends: null,
  absences: [],
}

const typed = (name: string) => ({ kind: 'typed' as const, name })

async function tableOf(notebook: Notebook) {
  const table = await readTable(notebook, 'p1', DAY)
  if (!table) throw new Error('no panel day')
  return table
}

/** Frozen minutes of a day whose first oral is decided. */
async function frozenMinutes(president: Notebook, facts: MinutesFacts = FACTS): Promise<KeptMinutes> {
  const oral = (await tableOf(president)).orals.find((one) => one.oral.id === 'o1')
  if (!oral) throw new Error('no oral')
  await saveDecision(president, aValidation('o1', oral.grid.grid))
  await saveFacts(president, 'p1', DAY, facts)
  const minutes = previewMinutes(await minutesSources(president, await tableOf(president), facts, crypto.randomUUID()))
  if (!minutes) throw new Error('nothing to write')
  const { hash } = await freezePanelMinutes(president, minutes)
  const kept = await readKeptMinutes(president, hash)
  if (!kept) throw new Error('not kept')
  return kept
}

async function hand(giving: Awaited<ReturnType<typeof giveMinutes>>, to: Notebook) {
  if (!giving.ok) throw new Error(`giving: ${giving.code}`)
  return takeEnvelopes(to, giving.envelopes)
}

const signersOf = (kept: KeptMinutes | null | undefined) => kept?.signatures.map(({ jurorId }) => jurorId).sort()

describe('a panel’s decisions on the tablet', () => {
  it('are on disk as they are made, and are still there after a reload', async () => {
    const { president, second } = await aPanel()
    await aSignedSheet(president)
    await aSignedSheet(second)
    await handSheets(second, president)
    await saveDecision(president, { ...emptyDecision('o1'), sections: { C1: { verdict: 'notAcquired', reason: '' } } })
    const begun = (await tableOf(await reloaded(president))).orals[0]
    expect(begun?.draft.sections).toEqual({ C1: { verdict: 'notAcquired', reason: '' } })
    expect(begun?.decision).toBeNull()
    expect(begun?.basis).toMatchObject({ missingJurors: ['j3'] })
  })

  it('wait for the reasons the rules ask for', async () => {
    const { president } = await aPanel()
    await aSignedSheet(president)
    const grid = (await tableOf(president)).orals[0]?.grid.grid
    if (!grid) throw new Error('no grid')
    const validated = aValidation('o1', grid)
    await saveDecision(president, { ...validated, sections: { ...validated.sections, C1: { verdict: 'notAcquired', reason: ' ' } } })
    const undecided = (await tableOf(president)).orals[0]
    expect(undecided?.issues).toEqual([{ code: 'sectionReasonMissing', sectionId: 'C1' }])
    expect(undecided && isSettled(undecided)).toBe(false)
    await saveDecision(president, { ...validated, sections: { ...validated.sections, C1: { verdict: 'notAcquired', reason: 'Absent.' } } })
    const decided = (await tableOf(president)).orals[0]
    expect(decided && isSettled(decided)).toBe(true)
  })

  it('say when a sheet came in after them', async () => {
    const { president, second } = await aPanel()
    const mine = await aSignedSheet(president)
    await aSignedSheet(second)
    await saveDecision(president, { ...emptyDecision('o1'), seenSheets: [mine] })
    await handSheets(second, president)
    expect((await tableOf(president)).orals[0]?.sheetsSince.map(({ sheet }) => sheet.juror.id)).toEqual(['j2'])
  })

  it('leave out the sheet of a juror who stood aside for the candidate', async () => {
    const { president, second } = await aPanel()
    await aSignedSheet(president)
    await aSignedSheet(second)
    await handSheets(second, president)
    await saveFacts(president, 'p1', DAY, { ...FACTS, recusals: [{ jurorId: 'j2', candidateId: 'c1', reason: 'ancien collègue' }] })
    const oral = (await tableOf(president)).orals[0]
    expect(oral?.jurorIds).toEqual(['j1', 'j3'])
    expect(oral?.basis.sheets.map(({ jurorId }) => jurorId)).toEqual(['j1'])
  })
})

describe('minutes on the tablets', () => {
  it('pass from the president to each member, and their signatures come back', async () => {
    const { president, second, third } = await aPanel()
    await aSignedSheet(president)
    await aSignedSheet(second)
    await handSheets(second, president)
    const { hash, minutes } = await frozenMinutes(president)
    expect(minutes.decisions[0]).toMatchObject({ oralId: 'o1', verdict: 'validated', missingJurors: ['j3'] })
    expect(minutes.titles[0]).toMatchObject({ candidateId: 'c1', outcome: 'pending', acquiredBlocks: ['B1'] })
    expect(await giveMinutes(president, hash)).toEqual({ ok: false, code: 'nothing' })

    await signKeptMinutes(president, hash, typed('Agnès Dumas'))
    const giving = await giveMinutes(president, hash)
    for (const member of [second, third]) {
      expect(await hand(giving, member)).toMatchObject({ minutes: [hash], refused: [] })
      await signKeptMinutes(member, hash, typed(member.juror.lastName))
      expect(await hand(await giveSignature(member, hash), president)).toMatchObject({ signatures: { fresh: 1, known: 0 } })
    }
    expect(await hand(await giveSignature(second, hash), president)).toMatchObject({ signatures: { fresh: 0, known: 1 } })
    const page = await reloaded(president)
    expect(signersOf(await readKeptMinutes(page, hash))).toEqual(['j1', 'j2', 'j3'])
    expect((await tableOf(page)).isFrozen).toBe(true)
  })

  it('wait in the outbox with each new signature, on every device that holds them', async () => {
    const { president, second } = await aPanel()
    await aSignedSheet(president)
    const { hash } = await frozenMinutes(president)
    const waiting = async (notebook: Notebook) => (await db.outbox.toArray()).filter(({ vaultId }) => vaultId === notebook.vaultId).length
    expect(await waiting(president)).toBe(1)
    const signed = await signKeptMinutes(president, hash, typed('Agnès Dumas'))
    expect(signed.delivery).toBe('waiting')
    expect(await waiting(president)).toBe(2)
    await hand(await giveMinutes(president, hash), second)
    await signKeptMinutes(second, hash, typed('Karim Ferrand'))
    expect(await waiting(second)).toBe(2)
    await signKeptMinutes(second, hash, typed('Karim Ferrand'))
    expect(await waiting(second)).toBe(2)
  })

  it('are taken back only while nobody has signed them', async () => {
    const { president } = await aPanel()
    await aSignedSheet(president)
    const first = await frozenMinutes(president)
    await unfreezeMinutes(president, first.hash)
    expect((await tableOf(president)).isFrozen).toBe(false)
    const { hash } = await frozenMinutes(president)
    await signKeptMinutes(president, hash, typed('Agnès Dumas'))
    await expect(unfreezeMinutes(president, hash)).rejects.toMatchObject({ code: 'signed' })
  })

  it('are put before a member only under the president’s own signature', async () => {
    const { president, second, third } = await aPanel()
    await aSignedSheet(president)
    const kept = await frozenMinutes(president)
    const { signingKey } = secretsOf(third)
    const signer = { jurorId: 'j3', signature: typed('Lise Guyot'), signedAt: '2026-11-24T17:00:00Z' }
    const own = await signMinutes(kept, signer, signingKey, third.deviceId)
    const borrowed = await signMinutes(kept, { ...signer, jurorId: 'j1' }, signingKey, third.deviceId)
    await mergeKept(third, signedMinutes(kept, [own]))
    expect(await hand(await giveMinutes(third, kept.hash), second)).toMatchObject({
      minutes: [],
      refused: [{ what: 'minutes', code: 'unsigned' }],
    })
    await mergeKept(second, signedMinutes(kept, [borrowed, own]))
    expect(signersOf(await readKeptMinutes(second, kept.hash))).toEqual(['j3'])
  })

  it('refuse a signature of minutes that are not here', async () => {
    const { president, second } = await aPanel()
    await aSignedSheet(president)
    const { hash } = await frozenMinutes(president)
    await signKeptMinutes(president, hash, typed('Agnès Dumas'))
    await hand(await giveMinutes(president, hash), second)
    await signKeptMinutes(second, hash, typed('Karim Ferrand'))
    await db.panelRows.delete([president.vaultId, 'minutes', hash])
    expect(await hand(await giveSignature(second, hash), president)).toMatchObject({
      signatures: { fresh: 0 },
      refused: [{ what: 'signature', code: 'unknownMinutes' }],
    })
  })

  it('are corrected by new ones that name them, and the table follows the newest', async () => {
    const { president } = await aPanel()
    await aSignedSheet(president)
    const first = await frozenMinutes(president)
    await signKeptMinutes(president, first.hash, typed('Agnès Dumas'))
    const facts = { ...FACTS, amends: { hash: first.hash, reason: 'nom mal écrit' } }
    await saveFacts(president, 'p1', DAY, facts)
    expect((await tableOf(president)).isFrozen).toBe(false)
    const second = await frozenMinutes(president, facts)
    const table = await tableOf(president)
    expect(table.minutes?.hash).toBe(second.hash)
    expect(table.isFrozen).toBe(true)
    expect(await readAllMinutes(president)).toHaveLength(2)
  })
})
