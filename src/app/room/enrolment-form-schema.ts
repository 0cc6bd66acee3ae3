import { z } from 'zod'
import { parseEnrolmentCode } from '#seal/enrolment-code.ts'
import { readOfflineCode } from '#seal/offline-enrolment.ts'
import { t } from '#texts/i18n.ts'

export const MIN_PASSPHRASE = 8
export const MAX_PASSPHRASE = 200

/** A passphrase as a person chooses it: only its length is asked for. Counted in characters a person sees, not in code units. */
export const newPassphraseSchema = z
  .string()
  .refine((text) => passphraseLength(text) >= MIN_PASSPHRASE, { error: () => t('room:enrol.errors.passphraseShort') })
  .max(MAX_PASSPHRASE, { error: () => t('room:enrol.errors.passphraseLong') })

export function passphraseLength(text: string): number {
  return [...text.normalize('NFC')].length
}

/** The code inside what was pasted: a whole link carries it in its fragment. */
export function codeIn(linkOrCode: string): string {
  const text = linkOrCode.trim()
  const hash = text.lastIndexOf('#')
  return hash === -1 ? text : text.slice(hash + 1)
}

/** What every new notebook asks for (new-notebook-fields.tsx). */
const newNotebookShape = {
  passphrase: newPassphraseSchema,
  passphraseAgain: z.string(),
  label: z
    .string()
    .trim()
    .min(1, { error: () => t('room:enrol.errors.labelMissing') })
    .max(100),
  deviceName: z
    .string()
    .trim()
    .min(1, { error: () => t('room:enrol.errors.deviceNameMissing') })
    .max(100),
}
export type NewNotebookValues = z.infer<z.ZodObject<typeof newNotebookShape>>

const samePassphrases: [(form: NewNotebookValues) => boolean, z.core.$ZodCustomParams] = [
  (form) => form.passphrase === form.passphraseAgain,
  {
    path: ['passphraseAgain'],
    error: () => t('room:enrol.errors.passphraseDifferent'),
    // Said beside the other complaints, not one round later.
    when: () => true,
  },
]

/** The form of an enrolment file: the code told with it. */
export const offlineFormSchema = z
  .object({
    code: z.string().refine((typed) => readOfflineCode(typed) !== null, { error: () => t('room:offline.errors.code') }),
    ...newNotebookShape,
  })
  .refine(...samePassphrases)
export type OfflineFormValues = z.infer<typeof offlineFormSchema>

/** The enrolment form. The code is checked here, before any network: a link cut in half is said at once. */
export const enrolmentFormSchema = z
  .object({
    code: z
      .string()
      .trim()
      .min(1, { error: () => t('room:enrol.errors.codeMissing') })
      .superRefine(async (text, context) => {
        if (text === '') return
        const parsed = await parseEnrolmentCode(codeIn(text))
        if (parsed === 'garbled') context.addIssue({ code: 'custom', message: t('room:enrol.errors.codeGarbled') })
        if (parsed === 'unknownVersion') context.addIssue({ code: 'custom', message: t('room:enrol.errors.codeUnknownVersion') })
      }),
    ...newNotebookShape,
  })
  .refine(...samePassphrases)
export type EnrolmentFormValues = z.infer<typeof enrolmentFormSchema>
