import { z } from 'zod'

/** The certifier's identifiers with the Caisse des Dépôts, and which schema its portal asks for. */
export const passportSettingsSchema = z.object({
  schemaVersion: z.enum(['1.1.2', '1.1.5']),
  issuerClientId: z.string().length(8),
  certifierClientId: z.string().length(8),
  contractId: z.string().min(1).max(20),
  /** `RNCP` and the number. */
  certificationCode: z.string().regex(/^RNCP\d{1,6}$/),
  depositor: z.enum(['CERTIFICATEUR', 'TIERS_CONFIANCE']).nullable(),
  /** Postal code of the examination centre, when the certifier gives it. */
  centrePostalCode: z.string().min(1).max(9).nullable(),
})
export type PassportSettings = z.infer<typeof passportSettingsSchema>
