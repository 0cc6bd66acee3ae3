import { deliberation } from './fr/deliberation.ts'
import { oral } from './fr/oral.ts'
import { presenceSignature } from './fr/presence-signature.ts'
import { verify } from './fr/verify.ts'

/** Texts of the large pages a first screen does without: the oral, the deliberation, the verification. */
export const pageTexts = { oral, presenceSignature, deliberation, verify } as const
