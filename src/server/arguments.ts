import { parseArgs } from 'node:util'
import { z } from 'zod'
import { t } from '#texts/i18n.ts'

/** What a command line asks of the server's program. `refuse`: nothing it does; the sentence says what it would have understood. */
export type Command =
  | { does: 'serve'; demo: boolean }
  | { does: 'make-password-link'; email: string }
  | { does: 'refuse'; sentence: string }

const emailSchema = z.email().max(200)

/** Reads the arguments that follow the program's name. */
export function readArguments(args: readonly string[]): Command {
  const flags = readFlags(args)
  if (flags === null) return refusal()
  const { demo, 'password-link': address } = flags
  if (address === undefined) return { does: 'serve', demo }
  // The link is made without serving anything, so that there is nothing to demonstrate.
  if (demo) return refusal()
  const email = emailSchema.safeParse(address.trim())
  if (email.success) return { does: 'make-password-link', email: email.data }
  return { does: 'refuse', sentence: t('documents:terminal.passwordLink.badAddress', { address }) }
}

function readFlags(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { demo: { type: 'boolean', default: false }, 'password-link': { type: 'string' } },
    })
    return values
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_'))) throw error
    return null
  }
}

function refusal(): Command {
  return { does: 'refuse', sentence: t('documents:terminal.usage') }
}
