import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { RecoveryDesk } from '#app/desk/session/recovery-desk.tsx'
import { makeRecoveryRequest, recoveryControlNumber } from '#seal/recovery.ts'
import { aBoard, aHash } from '#test/builders/a-board.ts'
import { answering, json } from '../answering.ts'
import { renderDesk } from '../render-desk.tsx'

afterEach(() => vi.unstubAllGlobals())

async function aRequest(deviceId: string): Promise<string> {
  return (await makeRecoveryRequest({ vaultId: 'v1', deviceId, recovery: 'une.copie.de.secours.scellee', at: '2026-11-24T08:00:00.000Z' }))
    .text
}

function theDesk(recoveries: unknown[] = []) {
  const board = aBoard()
  const path = `/api/v1/sessions/${board.session.id}/recoveries`
  const asked = answering({
    [path]: (init) => json(init.method === 'POST' ? { requestId: aHash('request'), answer: 'reponse.scellee' } : { recoveries }),
  })
  renderDesk(<RecoveryDesk board={board} updatedAtMs={null} />)
  return () => asked.filter(({ init }) => init.method === 'POST')
}

async function paste(text: string): Promise<void> {
  await userEvent.click(screen.getByLabelText('Demande de secours reçue'))
  await userEvent.paste(text)
  await userEvent.click(screen.getByRole('button', { name: 'Lire ce texte' }))
}

describe('a recovery request at the desk', () => {
  it('shows who asks and the number to compare before anything is opened, then the answer to carry', async () => {
    const asked = theDesk()
    const text = await aRequest(aHash('device-J1'))
    await paste(text)
    expect(await screen.findByRole('heading', { name: 'Demande de Dominique Nom-J1' })).toBeVisible()
    expect(screen.getByText(await recoveryControlNumber(text))).toBeVisible()
    expect(asked()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: /^Le numéro est le même/ }))
    expect(await screen.findByRole('img', { name: 'Code QR de la réponse' })).toBeVisible()
    const [post] = asked()
    expect(JSON.parse(String(post?.init.body))).toEqual({ request: text })
  })

  it('opens one that came by the network', async () => {
    const request = await aRequest(aHash('device-J2'))
    const filed = { requestId: aHash('r'), request, deviceId: aHash('device-J2'), deviceName: 'Tablette', jurorId: 'J2' }
    theDesk([{ ...filed, requestedAt: '2026-11-24T08:00:00Z', answeredAt: null }])
    await userEvent.click(await screen.findByRole('button', { name: /^Voir la demande de Dominique Nom-J2/ }))
    expect(await screen.findByRole('heading', { name: 'Demande de Dominique Nom-J2' })).toBeVisible()
  })

  it('says that a text is cut, or of a device this session does not know', async () => {
    theDesk()
    await paste('cdj-secours.1.abc.def')
    expect(await screen.findByText(/pas une demande de secours entière/)).toBeVisible()
    await userEvent.clear(screen.getByLabelText('Demande de secours reçue'))
    await paste(await aRequest('u'.repeat(43)))
    expect(await screen.findByText(/appareil inconnu de cette session/)).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Le numéro est le même/ })).toBeNull()
  })
})
