import { deliberation } from './fr/deliberation.ts'
import { oral } from './fr/oral.ts'
import { verify } from './fr/verify.ts'

/** Texts of the large pages a first screen does without: the oral, the deliberation, the verification. */
export const pageTexts = { oral, deliberation, verify } as const
