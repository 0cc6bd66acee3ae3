import { describe, expect, it } from 'vitest'
import { generateSealingPair } from '#seal/keys.ts'
import { answerRecovery, makeRecoveryRequest, openRecoveryAnswer, readRecoveryRequest, recoveryControlNumber } from '#seal/recovery.ts'
import { createVault, decryptBytes, encryptBytes, MINIMUM_COST, recoverVault } from '#seal/vault.ts'

const AT = '2026-11-24T08:00:00.000Z'
const DEVICE_ID = 'd'.repeat(43)

async function aForgottenVault() {
  const recoveryKey = await generateSealingPair()
  const vault = await createVault('phrase oubliée', MINIMUM_COST, recoveryKey.publicJwk)
  const asked = await makeRecoveryRequest({ vaultId: 'v1', deviceId: DEVICE_ID, recovery: vault.recovery, at: AT })
  return { recoveryKey, vault, asked }
}

async function theRequest(text: string) {
  const request = await readRecoveryRequest(text)
  if (typeof request === 'string') throw new Error(request)
  return request
}

describe('the recovery of a vault', () => {
  it('gives the data key back to the device that asked, under a new passphrase', async () => {
    const { recoveryKey, vault, asked } = await aForgottenVault()
    const row = await encryptBytes(vault.dataKey, 'a/1', new Uint8Array([1, 2, 3]))
    const answer = await answerRecovery(await theRequest(asked.text), recoveryKey.privateKey)
    const { dataKey } = await recoverVault(await openRecoveryAnswer(answer, asked.replyPrivateKey, 'v1'), 'nouvelle phrase', MINIMUM_COST)
    expect(await decryptBytes(dataKey, 'a/1', row)).toEqual(new Uint8Array([1, 2, 3]))
  })

  it('answers nobody but the request it answers, and no other vault', async () => {
    const { recoveryKey, vault, asked } = await aForgottenVault()
    const answer = await answerRecovery(await theRequest(asked.text), recoveryKey.privateKey)
    const other = await makeRecoveryRequest({ vaultId: 'v1', deviceId: DEVICE_ID, recovery: vault.recovery, at: AT })
    await expect(openRecoveryAnswer(answer, other.replyPrivateKey, 'v1')).rejects.toMatchObject({ code: 'cannotOpen' })
    await expect(openRecoveryAnswer(answer, asked.replyPrivateKey, 'v2')).rejects.toMatchObject({ code: 'unexpectedContent' })
    await expect(openRecoveryAnswer('pas une réponse', asked.replyPrivateKey, 'v1')).rejects.toMatchObject({ code: 'cannotOpen' })
  })

  it('cannot be answered with the recovery key of another session', async () => {
    const { asked } = await aForgottenVault()
    const other = await generateSealingPair()
    await expect(answerRecovery(await theRequest(asked.text), other.privateKey)).rejects.toMatchObject({ code: 'cannotOpen' })
  })

  it('fits one QR code, and is read through the line breaks a mail adds', async () => {
    const { recoveryKey, asked } = await aForgottenVault()
    const answer = await answerRecovery(await theRequest(asked.text), recoveryKey.privateKey)
    expect(Math.max(asked.text.length, answer.length)).toBeLessThan(2_300)
    const folded = asked.text.replace(/(.{60})/g, '$1\r\n ')
    expect(await readRecoveryRequest(folded)).toEqual(await theRequest(asked.text))
    expect(await recoveryControlNumber(folded)).toBe(await recoveryControlNumber(asked.text))
  })

  it.each([
    ['a character lost', (text: string) => text.slice(0, -9) + text.slice(-8), 'garbled'],
    ['another kind of code', () => `1.${'a'.repeat(22)}.${'b'.repeat(43)}.cccccc`, 'garbled'],
    ['a newer version', (text: string) => text.replace('cdj-secours.1.', 'cdj-secours.2.'), 'unknownVersion'],
    ['nothing', () => '', 'garbled'],
  ] as const)('tells %s', async (_name, change, failure) => {
    const { asked } = await aForgottenVault()
    expect(await readRecoveryRequest(change(asked.text))).toBe(failure)
  })

  it('has a control number that another key in its place would change', async () => {
    const { vault, asked } = await aForgottenVault()
    const swapped = await makeRecoveryRequest({ vaultId: 'v1', deviceId: DEVICE_ID, recovery: vault.recovery, at: AT })
    expect(await recoveryControlNumber(asked.text)).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/)
    expect(await recoveryControlNumber(asked.text)).not.toBe(await recoveryControlNumber(swapped.text))
  })
})
