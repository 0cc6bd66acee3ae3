import { z } from 'zod'
import { isoDateSchema, lineSchema, proseSchema } from './primitives.ts'

/**
 * What minutes and the documents handed to candidates say of a certification's certifier, as France compétences asks of a parchment. What
 * is not known yet is null, and then is not printed.
 */
export const certifierSchema = z.object({
  legalName: lineSchema,
  tradeName: lineSchema.nullable(),
  /** `RNCP` and the number; null until the certification is registered. */
  rncpCode: z
    .string()
    .regex(/^RNCP\d{1,6}$/)
    .nullable(),
  /** Date of the decision of the director-general of France compétences. */
  registeredOn: isoDateSchema.nullable(),
  /** Training speciality codes (nomenclature des spécialités de formation), e.g. `312`. */
  nsfCodes: z.array(z.string().regex(/^\d{3}[a-z]?$/)).max(5),
  /** Where documents are delivered. */
  place: lineSchema,
  signatoryName: lineSchema,
  signatoryQuality: lineSchema,
  /** Ways of appeal, proposed to every panel for its minutes. Empty: the panel words them itself. */
  appeal: proseSchema,
})
export type Certifier = z.infer<typeof certifierSchema>

/** What a panel's minutes take over: the devices receive no more of it. */
export const certifierFactsSchema = certifierSchema.pick({
  legalName: true,
  tradeName: true,
  rncpCode: true,
  registeredOn: true,
  appeal: true,
})
export type CertifierFacts = z.infer<typeof certifierFactsSchema>

/** `Institut des Halles SAS (École des Halles)`. */
export function certifierName({ legalName, tradeName }: Pick<Certifier, 'legalName' | 'tradeName'>): string {
  return tradeName ? `${legalName} (${tradeName})` : legalName
}
