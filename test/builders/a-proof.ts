import type { JournalRow } from '#domain/journal.ts'
import { composeSheet } from '#domain/sheet.ts'
import { readTimer } from '#domain/timer.ts'
import { sealSheet, signSheet } from '#seal/envelope.ts'
import { hashJson, sha256 } from '#seal/hash.ts'
import { generateSealingPair, generateSigningPair, type KeyPair } from '#seal/keys.ts'
import { freezeMinutes, signMinutes } from '#seal/minutes.ts'
import type { Attestation, ProofBundle } from '#seal/proof-bundle.ts'
import { signReceipt } from '#seal/receipt.ts'
import { signJson } from '#seal/signed.ts'
import { sealSignedMinutes, signedMinutes } from '#seal/signed-minutes.ts'
import { aGrid } from './a-grid.ts'
import { aLog, anInstant } from './a-log.ts'
import { aMinutes } from './a-minutes.ts'

/** A whole proof, and what made it, so that a test can forge parts of it with the right keys or with others. */
export interface MadeProof {
  bundle: ProofBundle
  server: KeyPair
  devices: Record<'j1' | 'j2', KeyPair>
}

/** Minutes of a panel of three (j3 absent), signed by j1 and j2, delivered in one envelope, with j1's sheet. */
export async function aProof(): Promise<MadeProof> {
  const [server, sealing, one, two] = [
    await generateSigningPair(),
    await generateSealingPair(),
    await generateSigningPair(),
    await generateSigningPair(),
  ]
  const devices = { j1: one, j2: two }
  const sheet = await signSheet(aSheetBy('j1', one.keyId), one.privateKey)
  const template = aMinutes()
  const sealed = await freezeMinutes({
    ...template,
    members: template.members.map((member) =>
      member.jurorId === 'j3' ? { ...member, present: false, absenceReason: 'Souffrante' } : member,
    ),
    decisions: template.decisions.map((decision) => ({
      ...decision,
      sheets: [{ jurorId: 'j1', hash: sheet.hash }],
      missingJurors: ['j2', 'j3'],
    })),
  })
  const signatures = await Promise.all(
    (['j1', 'j2'] as const).map((jurorId) =>
      signMinutes(
        sealed,
        { jurorId, signature: { kind: 'typed', name: `Juré ${jurorId}` }, signedAt: '2026-11-24T18:05:00+01:00' },
        devices[jurorId].privateKey,
        devices[jurorId].keyId,
      ),
    ),
  )
  const minutesEnvelope = await sealSignedMinutes(signedMinutes(sealed, signatures), sealing.publicJwk)
  const sheetEnvelope = await sealSheet(sheet.jws, sealing.publicJwk)
  const journal = await aJournalFrom(4, [
    ...(['j1', 'j2'] as const).map((jurorId) => ({
      act: 'device-enrolled',
      subject: { sessionId: 's1', jurorId, deviceId: devices[jurorId].keyId },
    })),
    { act: 'sheet-received', subject: { sessionId: 's1', envelopeId: sheetEnvelope.id, sheetHash: sheet.hash } },
    { act: 'coordinator-signed-in', subject: { coordinatorId: 'c1' } },
    { act: 'minutes-received', subject: { sessionId: 's1', envelopeId: minutesEnvelope.id, minutesHash: sealed.hash, amends: null } },
    ...(await Promise.all(
      signatures.map(async (detached, place) => ({
        act: 'minutes-signed',
        subject: { minutesHash: sealed.hash, jurorId: `j${place + 1}`, signatureHash: await sha256(detached) },
      })),
    )),
    { act: 'coordinator-signed-in', subject: { coordinatorId: 'c1' } },
  ])
  const receipt = (envelopeId: string, hash: string, row: JournalRow | undefined) =>
    signReceipt(
      {
        format: 'carnet-de-jury/receipt',
        formatVersion: 1,
        envelopeId,
        sheetHash: hash,
        receivedAt: '2026-11-24T17:10:00Z',
        journalIndex: row?.index ?? 0,
        journalHash: row?.hash ?? '',
      },
      server.privateKey,
      server.keyId,
    )
  const bundle: ProofBundle = {
    format: 'carnet-de-jury/proof',
    formatVersion: 1,
    minutes: {
      text: sealed.text,
      signatures,
      receipts: [{ envelopeId: minutesEnvelope.id, receipt: await receipt(minutesEnvelope.id, sealed.hash, journal[4]) }],
    },
    devices: Object.values(devices).map(({ keyId, publicJwk }) => ({ deviceId: keyId, key: publicJwk })),
    serverKey: server.publicJwk,
    attestation: '',
    sheets: [{ jws: sheet.jws, envelopeId: sheetEnvelope.id, receipt: await receipt(sheetEnvelope.id, sheet.hash, journal[2]) }],
    journal,
  }
  return { bundle: { ...bundle, attestation: await anAttestation({ bundle, server, devices }, sealed.hash) }, server, devices }
}

/** The server's own word on the keys and on where its journal ends. */
export function anAttestation({ bundle, server, devices }: MadeProof, minutesHash: string, changes: Partial<Attestation> = {}) {
  const last = bundle.journal.at(-1)
  const attestation: Attestation = {
    format: 'carnet-de-jury/attestation',
    formatVersion: 1,
    at: '2026-11-25T09:00:00Z',
    minutesHash,
    devices: (['j1', 'j2'] as const).map((jurorId) => ({
      deviceId: devices[jurorId].keyId,
      jurorId,
      name: `Juré ${jurorId}`,
      enrolledAt: '2026-11-20T09:00:00Z',
    })),
    journal: { lastIndex: last?.index ?? 0, lastHash: last?.hash ?? '' },
    ...changes,
  }
  return signJson('cdj-attestation+jws', attestation, server.privateKey, server.keyId)
}

/** A run of a journal, each row chained to the one before. */
export async function aJournalFrom(index: number, entries: readonly Pick<JournalRow, 'act' | 'subject'>[]): Promise<JournalRow[]> {
  const rows: JournalRow[] = []
  let previous: string | null = await sha256('la ligne d’avant')
  for (const entry of entries) {
    const content = { index: index + rows.length, previous, at: '2026-11-24T17:10:00.000Z', actor: 'server', ...entry }
    const row: JournalRow = { ...content, hash: await hashJson(content) }
    rows.push(row)
    previous = row.hash
  }
  return rows
}

function aSheetBy(jurorId: string, deviceId: string) {
  const grid = aGrid()
  return composeSheet(aLog({ kind: 'presence', presence: 'present' }), {
    sheetId: `sheet-${jurorId}`,
    sessionId: 's1',
    oralId: 'o1',
    candidate: { id: 'c1', number: '001', name: 'Inès Aubrac' },
    juror: { id: jurorId, name: `Juré ${jurorId}` },
    deviceId,
    grid,
    gridRef: { id: grid.id, version: grid.version, hash: 'E'.repeat(43) },
    previous: null,
    chainIndex: 0,
    timer: readTimer([], { allottedMs: 1_800_000, phases: grid.phases }, anInstant(0)),
    signedDespite: '',
    signature: { kind: 'typed', name: `Juré ${jurorId}` },
    signedAt: '2026-11-24T10:00:00Z',
  })
}
