import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { generateSealingPair } from '#seal/keys.ts'
import { openText } from '#seal/sealed.ts'
import { changePassphrase, createVault, decryptJson, encryptJson, MINIMUM_COST, recoverVault, unlockVault } from '#seal/vault.ts'

const PASSPHRASE = 'trois mots tranquilles'
const note = z.object({ text: z.string() })

async function aVault() {
  const recovery = await generateSealingPair()
  return { recoveryKey: recovery, ...(await createVault(PASSPHRASE, MINIMUM_COST, recovery.publicJwk)) }
}

describe('a vault', () => {
  it('opens with its passphrase, however its accents were typed, and with no other', async () => {
    const recovery = await generateSealingPair()
    const { lock, dataKey } = await createVault('été à Nîmes', MINIMUM_COST, recovery.publicJwk)
    const row = await encryptJson(dataKey, 'notes/1', { text: 'clair' })
    const again = await unlockVault('été à Nîmes'.normalize('NFD'), lock)
    expect(await decryptJson(again, 'notes/1', row, note)).toEqual({ text: 'clair' })
    await expect(unlockVault('ete a Nimes', lock)).rejects.toMatchObject({ code: 'wrongPassphrase' })
  })

  it('notices a row that was changed or moved to another address', async () => {
    const { dataKey } = await aVault()
    const row = await encryptJson(dataKey, 'notes/1', { text: 'clair' })
    await expect(decryptJson(dataKey, 'notes/2', row, note)).rejects.toMatchObject({ code: 'corruptedRow' })
    const flipped = row.data.slice()
    flipped[0] = (flipped[0] ?? 0) ^ 1
    await expect(decryptJson(dataKey, 'notes/1', { iv: row.iv, data: flipped }, note)).rejects.toMatchObject({ code: 'corruptedRow' })
  })

  it('keeps its rows through a change of passphrase', async () => {
    const { lock, dataKey } = await aVault()
    const row = await encryptJson(dataKey, 'notes/1', { text: 'clair' })
    const changed = await changePassphrase(PASSPHRASE, 'quatre autres mots calmes', lock, MINIMUM_COST)
    expect(await decryptJson(await unlockVault('quatre autres mots calmes', changed), 'notes/1', row, note)).toEqual({ text: 'clair' })
    await expect(unlockVault(PASSPHRASE, changed)).rejects.toMatchObject({ code: 'wrongPassphrase' })
    await expect(changePassphrase('faux', 'x', lock, MINIMUM_COST)).rejects.toMatchObject({ code: 'wrongPassphrase' })
  })

  it('is reopened by the session’s recovery key when the passphrase is forgotten', async () => {
    const { recovery, recoveryKey, dataKey } = await aVault()
    const row = await encryptJson(dataKey, 'notes/1', { text: 'clair' })
    const recovered = await recoverVault(
      await openText('cdj-recovery+jwe', recovery, recoveryKey.privateKey),
      'nouvelle phrase',
      MINIMUM_COST,
    )
    expect(await decryptJson(recovered.dataKey, 'notes/1', row, note)).toEqual({ text: 'clair' })
    expect(await decryptJson(await unlockVault('nouvelle phrase', recovered.lock), 'notes/1', row, note)).toEqual({ text: 'clair' })
  })

  it('never lets its keys be exported', async () => {
    const { dataKey } = await aVault()
    expect(dataKey.extractable).toBe(false)
  })
})
