import { describe, expect, it } from 'vitest'
import { hashJson, sha256 } from '#seal/hash.ts'
import { generateSigningPair } from '#seal/keys.ts'
import { freezeMinutes, readMinutes, signMinutes } from '#seal/minutes.ts'
import { inspectSignedMinutes, verifyProof } from '#seal/proof.ts'
import type { ProofBundle } from '#seal/proof-bundle.ts'
import type { ProofCode } from '#seal/proof-finding.ts'
import { readAttachments, readProvable } from '#seal/read-proof.ts'
import { anAttestation, aProof, type MadeProof } from '#test/builders/a-proof.ts'

/** What is found of a changed bundle, beside what an untouched one shows. */
async function wrongsOf(bundle: ProofBundle, serverKeyId: string): Promise<ProofCode[]> {
  const { findings } = await verifyProof(bundle, serverKeyId)
  return findings.filter(({ status }) => status === 'wrong').map(({ code }) => code)
}

const changedMinutes = (bundle: ProofBundle, changes: Partial<ProofBundle['minutes']>): ProofBundle => ({
  ...bundle,
  minutes: { ...bundle.minutes, ...changes },
})

/** Rewrites a row as somebody in the database would: its own hash made right again, the following rows left as they were. */
async function withForgedRow(bundle: ProofBundle, place: number): Promise<ProofBundle> {
  const { hash: _hash, ...content } = bundle.journal[place] ?? expect.fail('no row')
  const forged = { ...content, at: '2026-11-24T12:00:00.000Z' }
  return { ...bundle, journal: bundle.journal.with(place, { ...forged, hash: await hashJson(forged) }) }
}

async function hashOf({ bundle }: MadeProof): Promise<string> {
  return (await readMinutes(bundle.minutes.text)).hash
}

describe('a proof', () => {
  it('shows who signed what, when it came, whose keys these are, and that nothing is missing; and what it never shows', async () => {
    const { bundle, server } = await aProof()
    const { outcome, findings } = await verifyProof(bundle, server.keyId)
    expect(outcome).toBe('proven')
    expect(findings.map(({ status, code }) => `${status} ${code}`).sort()).toEqual(
      [
        'proven minutesIntact',
        'proven serverKnown',
        'proven keysAttested',
        'proven signed',
        'proven signed',
        'proven journalWhole',
        'proven received',
        'proven receiptHolds',
        'proven sheetProven',
        'limit memberAbsent',
        'limit limitTime',
        'limit limitIdentity',
        'limit limitLevel',
      ].sort(),
    )
    expect(findings.find(({ code }) => code === 'signed')?.params).toMatchObject({ name: 'Juré j1', at: '2026-11-24T18:05:00+01:00' })
  })

  it('depends on the server’s key: unknown it is incomplete, another it is wrong', async () => {
    const { bundle } = await aProof()
    const unknown = await verifyProof(bundle, null)
    expect(unknown.outcome).toBe('incomplete')
    expect(unknown.findings.filter(({ status }) => status === 'missing').map(({ code }) => code)).toEqual(['serverUnknown'])
    expect(await wrongsOf(bundle, (await generateSigningPair()).keyId)).toEqual(['serverOther'])
  })

  it('names every signature when one word of the minutes is changed', async () => {
    const { bundle, server } = await aProof()
    const text = bundle.minutes.text.replace('"verdict":"validated"', '"verdict":"notValidated"')
    const wrongs = await wrongsOf(changedMinutes(bundle, { text }), server.keyId)
    expect(wrongs.filter((code) => code === 'signatureWrong')).toHaveLength(2)
    expect(wrongs).toEqual(expect.arrayContaining(['attestationForeign', 'journalLacksMinutes', 'receiptWrong']))
    expect(await wrongsOf(changedMinutes(bundle, { text: '{}' }), server.keyId)).toEqual(['minutesUnreadable'])
  })

  it('names the person whose signature was altered, added, replaced or left out', async () => {
    const made = await aProof()
    const { bundle, server, devices } = made
    const [one = '', two = ''] = bundle.minutes.signatures
    const tampered = `${two.slice(0, -6)}${two.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'}`
    const named = async (signatures: string[]) =>
      (await verifyProof(changedMinutes(bundle, { signatures }), server.keyId)).findings
        .filter(({ status }) => status === 'wrong')
        .map(({ code, params }) => `${code} ${params['name']}`)
    expect(await named([one, tampered])).toEqual(['signatureWrong Juré j2', 'journalLacksSignature Juré j2', 'signatureLeftOut Juré j2'])
    expect(await named([one])).toEqual(['signatureLeftOut Juré j2'])
    const sealed = await readMinutes(bundle.minutes.text)
    const signer = { jurorId: 'j2', signature: { kind: 'typed' as const, name: 'Juré j2' }, signedAt: '2026-11-24T19:00:00Z' }
    const later = await signMinutes(sealed, signer, devices.j2.privateKey, devices.j2.keyId)
    expect(await named([one, two, later])).toEqual(['journalLacksSignature Juré j2'])
    const inAnothersName = await signMinutes(sealed, signer, devices.j1.privateKey, devices.j1.keyId)
    expect(await named([one, two, inAnothersName])).toEqual(['signatureStranger Juré j2', 'journalLacksSignature Juré j2'])
  })

  it('never takes a key the server does not vouch for', async () => {
    const made = await aProof()
    const forger = await generateSigningPair()
    const swapped = made.bundle.devices.map((device) =>
      device.deviceId === made.devices.j2.keyId ? { ...device, key: forger.publicJwk } : device,
    )
    const { findings } = await verifyProof({ ...made.bundle, devices: swapped }, made.server.keyId)
    expect(findings.filter(({ status }) => status === 'missing').map(({ code, params }) => `${code} ${params['name']}`)).toEqual([
      'signatureKeyMissing Juré j2',
    ])
    const attestation = await anAttestation({ ...made, server: forger }, await hashOf(made))
    expect(await wrongsOf({ ...made.bundle, attestation }, made.server.keyId)).toEqual(['attestationWrong'])
  })

  it('names the row of the journal that was changed, taken out or cut off', async () => {
    const { bundle, server } = await aProof()
    const brokenAt = async (changed: ProofBundle) =>
      (await verifyProof(changed, server.keyId)).findings.find(({ code }) => code === 'journalBroken')?.params['index']
    const edited = {
      ...bundle,
      journal: bundle.journal.with(3, { ...(bundle.journal[3] ?? expect.fail('no row')), actor: 'coordinator:x' }),
    }
    expect(await brokenAt(edited)).toBe(7)
    expect(await brokenAt(await withForgedRow(bundle, 3))).toBe(8)
    expect(await brokenAt({ ...bundle, journal: bundle.journal.toSpliced(3, 1) })).toBe(8)
    expect(await wrongsOf({ ...bundle, journal: bundle.journal.slice(0, -1) }, server.keyId)).toEqual(['journalCut'])
    expect(await wrongsOf({ ...bundle, journal: [] }, server.keyId)).toEqual(expect.arrayContaining(['journalCut']))
  })

  it('names a sheet or a receipt that is not the one the minutes and the journal name', async () => {
    const { bundle, server } = await aProof()
    const [sheet] = bundle.sheets
    const [receipt] = bundle.minutes.receipts
    if (!sheet || !receipt) throw new Error('incomplete builder')
    const other = (await aProof()).bundle
    expect(await wrongsOf({ ...bundle, sheets: [{ ...sheet, receipt: other.sheets[0]?.receipt ?? '' }] }, server.keyId)).toEqual([
      'sheetWrong',
    ])
    expect(await wrongsOf({ ...bundle, sheets: [sheet, ...other.sheets] }, server.keyId)).toEqual(['sheetStranger'])
    const receipts = [{ ...receipt, envelopeId: await sha256('un autre pli') }]
    expect(await wrongsOf(changedMinutes(bundle, { receipts }), server.keyId)).toEqual(['receiptWrong'])
    const without = await verifyProof({ ...bundle, sheets: [] }, server.keyId)
    expect(without.outcome).toBe('proven')
    expect(without.findings.find(({ code }) => code === 'sheetNotIncluded')?.params).toEqual({ count: 1 })
  })

  it('of signed minutes alone shows only who says to have signed', async () => {
    const { bundle } = await aProof()
    const { outcome, findings } = await inspectSignedMinutes(bundle.minutes)
    expect(outcome).toBe('incomplete')
    expect(findings.filter(({ status }) => status === 'proven')).toEqual([])
    expect(findings.filter(({ code }) => code === 'signatureKeyMissing')).toHaveLength(2)
    const other = await freezeMinutes({ ...(await readMinutes(bundle.minutes.text)).minutes, appeal: 'Aucun' })
    expect((await inspectSignedMinutes({ ...bundle.minutes, text: other.text })).outcome).toBe('wrong')
  })
})

describe('a file to verify', () => {
  it('is read as what it is, and refused with the reason', async () => {
    const { bundle } = await aProof()
    const signed = { format: 'carnet-de-jury/signed-minutes', formatVersion: 1, ...bundle.minutes }
    expect(readProvable(JSON.stringify(bundle))).toMatchObject({ kind: 'proof' })
    expect(readProvable(JSON.stringify(signed))).toMatchObject({ kind: 'signedMinutes' })
    expect(readProvable(JSON.stringify({ ...bundle, formatVersion: 2 }))).toBe('unknownVersion')
    expect(readProvable(JSON.stringify({ ...signed, formatVersion: 9 }))).toBe('unknownVersion')
    expect(readProvable('{"format":"autre"}')).toBe('notOurs')
    expect(readProvable('pas du JSON')).toBe('notOurs')
    const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
    expect(readAttachments([bytes(signed), bytes(bundle)])).toMatchObject({ kind: 'proof' })
    expect(readAttachments([bytes(signed)])).toMatchObject({ kind: 'signedMinutes' })
    expect(readAttachments([new Uint8Array([0xff, 0xfe])])).toBe('notOurs')
    expect(readAttachments([])).toBe('notOurs')
  })
})
