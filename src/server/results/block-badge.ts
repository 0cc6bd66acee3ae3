import { createHash } from 'node:crypto'
import { blockCredential } from '#domain/open-badge.ts'
import { signCredential } from '#seal/open-badge.ts'
import type { ServerContext } from '../context.ts'
import { findCertifier } from '../storage/desk-settings.ts'
import type { SessionFindings } from './session-results.ts'

/** The signed credential of a block acquired in complete minutes; null when it is not acquired. `certifierUnset` until there is a name to issue it. */
export async function blockBadge(
  { storage, secrets, config }: ServerContext,
  { session, framework, results, minutes }: SessionFindings,
  candidateId: string,
  blockId: string,
): Promise<string | 'certifierUnset' | null> {
  const result = results.results.find(({ candidate }) => candidate.id === candidateId)
  const part = result?.parts.find((one) => one.part === blockId)
  const decidedBy = minutes.find(({ hash }) => hash === part?.minutesHash)
  const isBlock = framework.blocks.some(({ id }) => id === blockId)
  if (!result || !isBlock || !decidedBy || part?.state !== 'decided' || part.decision?.verdict !== 'validated') return null
  const certifier = await findCertifier(storage.db, framework.id)
  if (!certifier) return 'certifierUnset'
  const credential = blockCredential(
    framework,
    {
      id: stableId(session.id, candidateId, blockId),
      holderId: stableId(session.id, candidateId),
      holderName: `${result.candidate.firstName} ${result.candidate.lastName}`,
      blockId,
      awardedAt: decidedBy.minutes.endedAt,
    },
    { url: config.publicUrl, name: certifier.legalName },
  )
  return signCredential(credential, secrets.signing.privateKey, secrets.publicKeys.signing)
}

/** What it is about always has the same id: a UUID of version 8 (RFC 9562) from the SHA-256 of what it is about. */
function stableId(...about: string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(about)).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
