import { z } from 'zod'
import type { Block, Framework } from './framework.ts'
import { isoInstantSchema } from './primitives.ts'

/*
 * Open Badges 3.0 (1EdTech), a profile of the W3C Verifiable Credentials data model 2.0: one credential per acquired block. A block not
 * acquired never makes a credential.
 */

const CONTEXTS = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'] as const

const alignmentSchema = z.object({
  type: z.tuple([z.literal('Alignment')]),
  targetName: z.string(),
  targetCode: z.string(),
  targetUrl: z.url(),
  targetType: z.literal('CFItem'),
})

/** The credential of one block, as it is signed (VC-JWT). */
export const blockCredentialSchema = z.object({
  '@context': z.tuple([z.literal(CONTEXTS[0]), z.literal(CONTEXTS[1])]),
  id: z.string(),
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('OpenBadgeCredential')]),
  name: z.string(),
  issuer: z.object({ id: z.url(), type: z.tuple([z.literal('Profile')]), name: z.string() }),
  validFrom: isoInstantSchema,
  credentialSubject: z.object({
    /** Says nothing of the person: the same for all their blocks of one session. Absent from badges signed before it was there. */
    id: z.string().optional(),
    type: z.tuple([z.literal('AchievementSubject')]),
    identifier: z.array(
      z.object({ type: z.literal('IdentityObject'), hashed: z.literal(false), identityHash: z.string(), identityType: z.literal('name') }),
    ),
    achievement: z.object({
      id: z.string(),
      type: z.tuple([z.literal('Achievement')]),
      achievementType: z.literal('Certification'),
      name: z.string(),
      description: z.string(),
      criteria: z.object({ narrative: z.string() }),
      alignment: z.array(alignmentSchema),
    }),
  }),
})
export type BlockCredential = z.infer<typeof blockCredentialSchema>

export interface BlockAward {
  /** Stable: the same award always has the same id. */
  id: string
  /** Stable for one candidate of one session. */
  holderId: string
  holderName: string
  blockId: string
  /** ISO 8601: the day of the deliberation. */
  awardedAt: string
}

/** Writes the credential of an acquired block. Throws a RangeError when the framework has no such block. */
export function blockCredential(framework: Framework, award: BlockAward, issuer: { url: string; name: string }): BlockCredential {
  const block = framework.blocks.find((candidate) => candidate.id === award.blockId)
  if (!block) throw new RangeError(`no block ${award.blockId}`)
  const title = `${block.title} (bloc ${block.id} de « ${framework.title} », niveau ${framework.level})`
  return {
    '@context': [...CONTEXTS],
    id: `urn:uuid:${award.id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: block.title,
    issuer: { id: issuer.url, type: ['Profile'], name: issuer.name },
    validFrom: award.awardedAt,
    credentialSubject: {
      id: `urn:uuid:${award.holderId}`,
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: award.holderName, identityType: 'name' }],
      achievement: {
        id: `${issuer.url}/referentiels/${framework.id}/${framework.version}/${block.id}`,
        type: ['Achievement'],
        achievementType: 'Certification',
        name: block.title,
        description: title,
        criteria: {
          narrative: competences(block)
            .map((competence) => `${competence.id} – ${competence.title}`)
            .join('\n'),
        },
        alignment: competences(block).map((competence) => ({
          type: ['Alignment'],
          targetName: competence.title,
          targetCode: competence.id,
          targetUrl: `${issuer.url}/referentiels/${framework.id}/${framework.version}/${competence.id}`,
          targetType: 'CFItem',
        })),
      },
    },
  }
}

function competences(block: Block): Block['activities'][number]['competences'] {
  return block.activities.flatMap((activity) => activity.competences)
}
