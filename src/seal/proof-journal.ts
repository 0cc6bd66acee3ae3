import type { JournalRow } from '#domain/journal.ts'
import { hashJson, sha256 } from './hash.ts'
import { minutesSigner, type SealedMinutes } from './minutes.ts'
import type { Attestation, ProofBundle } from './proof-bundle.ts'
import { finding, type ProofFinding } from './proof-finding.ts'
import { SealError } from './seal-error.ts'

/** A run of the journal, checked: `brokenAt` is the index of the first row that does not hold. */
export interface CheckedJournal {
  rows: readonly JournalRow[]
  brokenAt: number | null
}

/** Each row has the hash of its own content, follows the row before by index and hash, and none is left out. */
export async function checkJournal(rows: readonly JournalRow[]): Promise<CheckedJournal> {
  let before: JournalRow | null = null
  for (const row of rows) {
    const { hash, ...content } = row
    const follows = before === null || (row.index === before.index + 1 && row.previous === before.hash)
    if (!follows || (await hashJson(content)) !== hash) return { rows, brokenAt: row.index }
    before = row
  }
  return { rows, brokenAt: null }
}

/** What the journal says of these minutes: that they came, each signature, later minutes that correct them; and that nothing is missing. */
export async function journalFindings(
  sealed: SealedMinutes,
  { minutes }: Pick<ProofBundle, 'minutes'>,
  { rows, brokenAt }: CheckedJournal,
  attestation: Attestation | null,
): Promise<ProofFinding[]> {
  if (brokenAt !== null) return [finding('wrong', 'journalBroken', { index: brokenAt })]
  const [first] = rows
  const last = rows.at(-1)
  const ends = attestation?.journal ?? null
  if (!first || !last || (ends && (ends.lastIndex !== last.index || ends.lastHash !== last.hash))) return [finding('wrong', 'journalCut')]
  const own = rows.filter(({ subject }) => subject['minutesHash'] === sealed.hash)
  const arrival = own.find(({ act }) => act === 'minutes-frozen' || act === 'minutes-received')
  const amending = rows.filter(({ subject }) => subject['amends'] === sealed.hash)
  return [
    ends ? finding('proven', 'journalWhole', { first: first.index, last: last.index }) : finding('missing', 'journalEndUnknown'),
    // Minutes the journal does not know have no signatures in it either: said once.
    ...(arrival
      ? [
          finding('proven', 'received', { at: arrival.at, index: arrival.index }),
          ...(await signatureFindings(sealed, own, minutes.signatures)),
        ]
      : [finding('wrong', 'journalLacksMinutes')]),
    ...amending.map(({ at }) => finding('limit', 'amended', { at })),
  ]
}

/** Each signature has its row, and each row its signature: none was added, none left out. Nothing when that is so. */
async function signatureFindings(
  sealed: SealedMinutes,
  own: readonly JournalRow[],
  signatures: readonly string[],
): Promise<ProofFinding[]> {
  const rows = new Map(own.filter(({ act }) => act === 'minutes-signed').map(({ subject }) => [subject['signatureHash'], subject]))
  const findings: ProofFinding[] = []
  for (const detached of signatures) {
    if (!rows.delete(await sha256(detached)))
      findings.push(finding('wrong', 'journalLacksSignature', { name: signerName(sealed, detached) }))
  }
  for (const { jurorId } of rows.values())
    findings.push(finding('wrong', 'signatureLeftOut', { name: memberName(sealed, String(jurorId)) }))
  return findings
}

function memberName({ minutes }: SealedMinutes, jurorId: string): string {
  return minutes.members.find((member) => member.jurorId === jurorId)?.name ?? jurorId
}

function signerName(sealed: SealedMinutes, detached: string): string {
  try {
    return memberName(sealed, minutesSigner(detached).signer.jurorId)
  } catch (error) {
    if (error instanceof SealError) return '?'
    throw error
  }
}
