import { describe, expect, it } from 'vitest'
import { saveDecision } from '#device/deliberation/decisions.ts'
import { changeFacts } from '#device/deliberation/facts.ts'
import { freezePanelMinutes, signKeptMinutes } from '#device/deliberation/kept-minutes.ts'
import { minutesSources, previewMinutes, readTable } from '#device/deliberation/table.ts'
import type { Notebook } from '#device/notebook.ts'
import { refreshPackage } from '#device/package-refresh.ts'
import type { MinutesFacts } from '#domain/compose-minutes.ts'
import { anOwnServer } from './harness/a-lane.ts'
import { aNotebookOn, aSignedSheet, reloaded } from './harness/a-notebook.ts'
import { aPanel, aValidation, DAY, handSheets } from './harness/a-panel.ts'

const PLACE = { panelId: 'p1', day: DAY }
const FACTS: MinutesFacts = {
  startedAt: '2026-11-24T09:00:00+01:00',
  endedAt: '2026-11-24T17:00:00+01:00',
  recusals: [],
  compositionNotes: [],
  appeal: 'Recours auprès du certificateur dans les deux mois.',
  amends: null,
  absences: [],
}
const typed = { jurorId: 'j3', candidateId: 'c1', reason: 'voisine' }
const noted = { jurorId: 'j2', candidateId: 'c1', reason: 'ancien collègue' }
const own = { jurorId: 'j1', candidateId: 'c1', reason: 'ancien élève' }

async function tableOf(notebook: Notebook) {
  const table = await readTable(notebook, PLACE.panelId, PLACE.day)
  if (!table) throw new Error('no panel day')
  return table
}

const change = (notebook: Notebook, edit: (facts: MinutesFacts) => MinutesFacts) => changeFacts(notebook, PLACE, FACTS, edit)

/** The president of a server of their own, whose desk can note recusals that the next package brings. */
async function aPresident() {
  const server = anOwnServer()
  const president = await aNotebookOn(server)
  const learn = async (...recusals: (typeof noted)[]) => {
    await server.noteRecusals(recusals.map((one) => ({ ...one, ...PLACE })))
    const refreshed = await refreshPackage(president, server.origin)
    if (!refreshed.ok) throw new Error(`refresh: ${refreshed.code}`)
  }
  return { president, learn }
}

describe('recusals the office notes', () => {
  it('count before anything was said of the day', async () => {
    const { president, learn } = await aPresident()
    await learn(noted)
    const table = await tableOf(president)
    expect(table.facts).toBeNull()
    expect(table.orals[0]?.jurorIds).toEqual(['j1', 'j3'])
  })

  it('reach minutes that were already being prepared, and nothing typed there is lost', async () => {
    const { president, learn } = await aPresident()
    await change(president, (facts) => ({ ...facts, compositionNotes: ['Deux externes.'], recusals: [typed] }))
    await learn(noted, { ...typed, reason: 'autre motif' })
    const { facts, orals } = await tableOf(await reloaded(president))
    expect(facts).toMatchObject({ compositionNotes: ['Deux externes.'], recusals: [typed, noted] })
    expect(orals[0]?.jurorIds).toEqual(['j1'])
  })

  it('do not come back once taken out, whatever the package says again', async () => {
    const { president, learn } = await aPresident()
    await learn(noted)
    await change(president, (facts) => ({ ...facts, recusals: [noted] }))
    await change(president, (facts) => ({ ...facts, recusals: [] }))
    await learn(noted, { ...noted, candidateId: 'c2' })
    expect((await tableOf(president)).facts?.recusals).toEqual([{ ...noted, candidateId: 'c2' }])
  })

  it('never change frozen minutes: they are told, and corrective ones take them in', async () => {
    const { president, learn } = await aPresident()
    await aSignedSheet(president)
    const grid = (await tableOf(president)).orals[0]?.grid.grid
    if (!grid) throw new Error('no grid')
    await saveDecision(president, aValidation('o1', grid))
    await change(president, (facts) => facts)
    const minutes = previewMinutes(await minutesSources(president, await tableOf(president), FACTS, 'pv-1'))
    if (!minutes) throw new Error('nothing to write')
    const { hash } = await freezePanelMinutes(president, minutes)
    await signKeptMinutes(president, hash, { kind: 'typed', name: 'Agnès Dumas' })
    expect((await tableOf(president)).recusalsSince).toEqual([])
    await learn(noted)
    expect(await tableOf(president)).toMatchObject({ isFrozen: true, recusalsSince: [noted] })
    expect((await tableOf(president)).orals[0]?.jurorIds).toEqual(['j1', 'j2', 'j3'])
    await change(president, (facts) => ({ ...facts, amends: { hash, reason: 'déport oublié' } }))
    const corrective = await tableOf(president)
    expect(corrective).toMatchObject({ isFrozen: false, recusalsSince: [], facts: { recusals: [noted] } })
    expect(corrective.orals[0]?.jurorIds).toEqual(['j1', 'j3'])
  })
})

describe('a recusal of one’s own', () => {
  it('that opened the others’ sheets is never taken back: nobody signs after having read', async () => {
    const { president, second } = await aPanel()
    await aSignedSheet(second)
    await handSheets(second, president)
    expect((await tableOf(president)).orals[0]).toMatchObject({ isBlind: true, sheets: [] })
    await change(president, (facts) => ({ ...facts, recusals: [own] }))
    expect((await tableOf(president)).orals[0]?.isBlind).toBe(false)
    await change(president, (facts) => ({ ...facts, recusals: [] }))
    await aSignedSheet(president)
    await change(president, (facts) => ({ ...facts, recusals: [] }))
    const table = await tableOf(await reloaded(president))
    expect(table).toMatchObject({ facts: { recusals: [own] }, openedFor: ['c1'] })
    expect(table.orals[0]?.basis.sheets.map(({ jurorId }) => jurorId)).toEqual(['j2'])
  })

  it('noted after one’s sheet was signed can be taken back: it opened nothing', async () => {
    const { president } = await aPanel()
    for (const { oral } of (await tableOf(president)).orals.filter(({ candidate }) => candidate.id === 'c1'))
      await aSignedSheet(president, oral.id)
    await change(president, (facts) => ({ ...facts, recusals: [own] }))
    await change(president, (facts) => ({ ...facts, recusals: [] }))
    expect(await tableOf(president)).toMatchObject({ facts: { recusals: [] }, openedFor: [] })
  })
})
