import '#texts/office.ts'
import { parseArgs } from 'node:util'
import { t } from '#texts/i18n.ts'
import { verifyFile } from './verify-file.ts'

/** `npm run verify -- FILE [--cle THUMBPRINT]`: prints what the file proves; needs neither network nor server. Gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options: { cle: { type: 'string' } } })
  const [path, ...others] = positionals
  if (path === undefined || others.length > 0) {
    process.stderr.write(`${t('verify:command.usage')}\n`)
    return 2
  }
  const { lines, exitCode } = await verifyFile(path, values.cle ?? null)
  process.stdout.write(`${lines.join('\n')}\n`)
  return exitCode
}
