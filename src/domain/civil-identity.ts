import { z } from 'zod'
import { idSchema } from './primitives.ts'

/**
 * What declaring a certified person to the national skills passport asks for (arrêté du 21 mai 2021). Kept at the desk alone: no device
 * ever receives it. The national registration number is never collected.
 */
export const civilIdentitySchema = z.object({
  candidateId: idSchema,
  birthName: z.string().trim().min(1).max(60),
  usualName: z.string().trim().min(1).max(60).nullable(),
  /** One to three, in the order of civil status. */
  firstNames: z.array(z.string().trim().min(1).max(60)).min(1).max(3),
  birthYear: z.number().int().min(1900).max(2099),
  birthMonth: z.number().int().min(1).max(12).nullable(),
  birthDay: z.number().int().min(1).max(31).nullable(),
  sex: z.enum(['M', 'F']),
  /** The commune's INSEE code (`99` and the country's code abroad), else a postal code, else nothing known. */
  birthPlace: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('insee'), code: z.string().length(5) }),
    z.object({ kind: z.literal('postal'), code: z.string().min(1).max(9) }),
    z.object({ kind: z.literal('unknown') }),
  ]),
  birthCommune: z.string().trim().min(1).max(60).nullable(),
  birthCountryCode: z.string().length(3).nullable(),
  birthCountry: z.string().trim().min(1).max(60).nullable(),
})
export type CivilIdentity = z.infer<typeof civilIdentitySchema>
