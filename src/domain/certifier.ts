import { z } from 'zod'
import { isoDateSchema, lineSchema } from './primitives.ts'

/**
 * What the documents handed to candidates say of the certifier, as France compétences asks of a parchment. What is not known yet is null,
 * and then is not printed.
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
})
export type Certifier = z.infer<typeof certifierSchema>
