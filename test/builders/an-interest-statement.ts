import type { InterestDeclaration } from '#domain/interests.ts'
import type { Envelope } from '#seal/envelope.ts'
import { type InterestStatement, sealInterests, signInterests } from '#seal/interests.ts'
import type { KeyPair } from '#seal/keys.ts'
import { aVisitor, type TestServer } from './a-server.ts'
import type { EnrolledDevice } from './an-enrolled-device.ts'

/** What a device's juror declares of candidates, not signed yet. */
export function aStatement(
  device: EnrolledDevice,
  declarations: InterestDeclaration[],
  changes: Partial<InterestStatement> = {},
): InterestStatement {
  return {
    format: 'carnet-de-jury/interests',
    formatVersion: 1,
    deviceId: device.signing.keyId,
    sessionId: device.sessionId,
    jurorId: device.jurorId,
    at: '2026-11-20T08:00:00.000Z',
    declarations,
    ...changes,
  }
}

/** Signed by the device, or by another key, and sealed to the server. */
export async function aSealedStatement(
  device: EnrolledDevice,
  statement: InterestStatement,
  by: KeyPair = device.signing,
): Promise<Envelope> {
  return sealInterests(await signInterests(statement, by.privateKey), device.package.serverKeys.sealing)
}

/** Declares and delivers. Throws when the server does not store it. */
export async function declareInterests(server: TestServer, device: EnrolledDevice, declarations: InterestDeclaration[]): Promise<void> {
  const { jwe } = await aSealedStatement(device, aStatement(device, declarations))
  const text = await (await aVisitor(server).post('deliver', { envelopes: [jwe] })).text()
  if (!text.includes('"stored"')) throw new Error(`declaration refused: ${text}`)
}
