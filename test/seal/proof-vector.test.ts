import { describe, expect, it } from 'vitest'
import { verifyProof } from '#seal/proof.ts'
import { proofBundleSchema } from '#seal/proof-bundle.ts'
import { proofFaults } from '#test/vectors/independent-verifier.ts'
import vector from '#test/vectors/proof-1.json' with { type: 'json' }

const { bundle, serverKeyId } = vector
type Vector = typeof bundle

const changed = (change: (copy: Vector) => void): Vector => {
  const copy = structuredClone(bundle)
  change(copy)
  return copy
}

/** Both implementations on the same changed bundle: what the independent one names, and ours must find wrong too. */
const TAMPERINGS: [string, string, (copy: Vector) => void][] = [
  ['a word', 'signature', (copy) => (copy.minutes.text = copy.minutes.text.replace('Nantes', 'Rennes'))],
  ['a signature left out', 'signature lines', (copy) => copy.minutes.signatures.pop()],
  ['a row of the journal', 'journal line 7', (copy) => Object.assign(copy.journal[3] ?? {}, { actor: 'coordinator:x' })],
  ['a row taken out', 'journal line 8', (copy) => copy.journal.splice(3, 1)],
  ['the journal’s last row', 'journal end', (copy) => copy.journal.pop()],
  ['a receipt', 'receipt', (copy) => Object.assign(copy.minutes.receipts[0] ?? {}, { envelopeId: 'A'.repeat(43) })],
  ['a sheet’s receipt', 'sheet receipt', (copy) => Object.assign(copy.sheets[0] ?? {}, { envelopeId: 'A'.repeat(43) })],
]

describe('the proof of version 1, read by two implementations that share no code', () => {
  it('holds whole for both', async () => {
    expect(proofFaults(bundle, serverKeyId)).toEqual([])
    expect((await verifyProof(proofBundleSchema.parse(bundle), serverKeyId)).outcome).toBe('proven')
  })

  it.each(TAMPERINGS)('is found wrong by both when %s is changed', async (_what, fault, change) => {
    const copy = changed(change)
    expect(proofFaults(copy, serverKeyId)).toContain(fault)
    expect((await verifyProof(proofBundleSchema.parse(copy), serverKeyId)).outcome).toBe('wrong')
  })

  it('is not believed for another server’s key', () => {
    expect(proofFaults(bundle, 'A'.repeat(43))).toEqual(['server'])
  })
})
