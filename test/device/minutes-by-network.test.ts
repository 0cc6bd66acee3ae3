import { describe, expect, it } from 'vitest'
import { saveDecision } from '#device/deliberation/decisions.ts'
import { saveFacts } from '#device/deliberation/facts.ts'
import { fetchMinutes } from '#device/deliberation/fetch-minutes.ts'
import { freezePanelMinutes, readKeptMinutes, signKeptMinutes } from '#device/deliberation/kept-minutes.ts'
import { minutesSources, previewMinutes, readTable } from '#device/deliberation/table.ts'
import { deliverOutbox } from '#device/deliver-outbox.ts'
import type { Notebook } from '#device/notebook.ts'
import type { MinutesFacts } from '#domain/compose-minutes.ts'
import { generateSigningPair } from '#seal/keys.ts'
import { signJson } from '#seal/signed.ts'
import { aLane } from './harness/a-lane.ts'
import { aSignedSheet } from './harness/a-notebook.ts'
import { aPanel, aValidation, DAY } from './harness/a-panel.ts'

const FACTS: MinutesFacts = {
  startedAt: '2026-11-24T09:00:00+01:00',
  endedAt: '2026-11-24T17:00:00+01:00',
  recusals: [],
  compositionNotes: [],
  appeal: 'Recours auprès du certificateur dans les deux mois.',
  amends: null,
  absences: [],
}

/** Minutes the president froze and signed; gives their hash. */
async function signedByPresident(president: Notebook): Promise<string> {
  await aSignedSheet(president)
  const table = await readTable(president, 'p1', DAY)
  const oral = table?.orals.find((one) => one.oral.id === 'o1')
  if (!table || !oral) throw new Error('no panel day')
  await saveDecision(president, aValidation('o1', oral.grid.grid))
  await saveFacts(president, 'p1', DAY, FACTS)
  const again = await readTable(president, 'p1', DAY)
  const minutes = again && previewMinutes(await minutesSources(president, again, FACTS, crypto.randomUUID()))
  if (!minutes) throw new Error('nothing to write')
  const { hash } = await freezePanelMinutes(president, minutes)
  await signKeptMinutes(president, hash, { kind: 'typed', name: 'Agnès Dumas' })
  return hash
}

describe('minutes on the server', () => {
  it('reach a member’s device by the network, are signed there, and await nothing more', async () => {
    const { origin } = aLane()
    const { president, second } = await aPanel()
    const hash = await signedByPresident(president)
    expect(await deliverOutbox({ origin, onlyDue: false })).toBe('delivered')

    expect(await fetchMinutes(second, origin)).toMatchObject({ ok: true })
    const fetched = await readKeptMinutes(second, hash)
    expect(fetched?.signatures.map(({ jurorId }) => jurorId)).toEqual(['j1'])
    expect(await fetchMinutes(second, origin)).toEqual({ ok: true, fresh: 0 })

    await signKeptMinutes(second, hash, { kind: 'typed', name: 'Karim Ferrand' })
    expect(await deliverOutbox({ origin, onlyDue: false })).toBe('delivered')
    expect((await readKeptMinutes(second, hash))?.signatures.map(({ jurorId }) => jurorId)).toEqual(['j1', 'j2'])
  })

  it('are believed only when the enrolled server hands them over', async () => {
    const lane = aLane()
    const { second } = await aPanel()
    const { sessionId, jurorId } = { sessionId: second.package.session.id, jurorId: second.juror.id }
    const forger = await generateSigningPair()
    const forged = {
      format: 'carnet-de-jury/awaiting-minutes',
      formatVersion: 1,
      at: new Date().toISOString(),
      sessionId,
      jurorId,
      minutes: [],
    }
    const awaiting = await signJson('cdj-awaiting+jws', forged, forger.privateKey, forger.keyId)
    await lane.fail(
      { kind: 'answer', status: 200, body: '<html>Bienvenue sur le Wi-Fi</html>' },
      { kind: 'answer', status: 200, body: JSON.stringify({ awaiting }) },
    )
    expect(await fetchMinutes(second, lane.origin)).toEqual({ ok: false, code: 'captivePortal' })
    expect(await fetchMinutes(second, lane.origin)).toEqual({ ok: false, code: 'wrongServer' })
  })
})
