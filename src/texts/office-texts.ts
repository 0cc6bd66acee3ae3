import { accounts } from './fr/accounts.ts'
import { convocations } from './fr/convocations.ts'
import { dataProtection } from './fr/data-protection.ts'
import { desk } from './fr/desk.ts'
import { documents } from './fr/documents.ts'
import { grids } from './fr/grids.ts'
import { mail } from './fr/mail.ts'
import { minutes } from './fr/minutes.ts'
import { paper } from './fr/paper.ts'
import { prepare } from './fr/prepare.ts'
import { results } from './fr/results.ts'

/** Texts of the office: the desk, its documents, and minutes wherever they are read. */
export const officeTexts = {
  desk,
  minutes,
  grids,
  results,
  accounts,
  prepare,
  paper,
  convocations,
  documents,
  dataProtection,
  mail,
} as const
