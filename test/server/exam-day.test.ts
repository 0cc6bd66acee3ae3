import { expect, it } from 'vitest'
import { deliveryResponseSchema } from '#contract/delivery.ts'
import { sessionBoardSchema, storedSheetSchema } from '#contract/desk.ts'
import { verifyReceipt } from '#seal/receipt.ts'
import { aVisitor } from '../builders/a-server.ts'
import { aSessionDay } from '../builders/a-session-day.ts'
import { aSealedSheet, aSheet } from '../builders/a-sheet.ts'
import { onBothEngines } from './engines.ts'

onBothEngines((newServer) => {
  it('takes a sheet from an enrolled device, answers a verifiable receipt and shows it on the board', async () => {
    const { server, coordinator, sessionId, device: enrol } = await aSessionDay(await newServer())
    const device = await enrol('j1')
    const { signed, envelope } = await aSealedSheet(device, aSheet(device, 'o1'))

    const answer = await aVisitor(server).post('deliver', { envelopes: [envelope.jwe] })
    expect(answer.status).toBe(200)
    const [result] = deliveryResponseSchema.parse(await answer.json()).results
    if (result?.outcome !== 'stored') throw new Error(`refused: ${JSON.stringify(result)}`)
    const receipt = await verifyReceipt(result.receipt, device.package.serverKeys.signing, envelope.id)
    expect(receipt.sheetHash).toBe(signed.hash)

    const board = sessionBoardSchema.parse(await (await coordinator.get('board', { sessionId })).json())
    expect(board.sheets).toMatchObject([
      { hash: signed.hash, oralId: 'o1', jurorId: 'j1', partVerdict: 'validated', partProposal: 'validated', superseded: false },
    ])
    expect(board.devices).toMatchObject([{ deviceId: device.signing.keyId, jurorId: 'j1', name: 'Tablette d’essai' }])

    const opened = storedSheetSchema.parse(await (await coordinator.get('sheet', { hash: signed.hash })).json())
    expect(opened.sheet).toEqual(signed.sheet)
    expect(opened.verification).toEqual({ signature: 'valid', foldMatchesLog: true, deviceEnrolled: true })
    expect(opened.receipt).toEqual(receipt)
  })
})
