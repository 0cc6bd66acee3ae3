import { t } from '#texts/i18n.ts'
import type { RunningServer } from './start-server.ts'

/** Says in the terminal where the server is and what to open first. */
export async function printWelcome({ context, setupLink }: RunningServer, _isDemo: boolean): Promise<void> {
  const lines: string[] = [t('documents:terminal.ready', { url: context.config.publicUrl })]
  if (setupLink !== null) lines.push('', t('documents:terminal.setup'), `  ${setupLink}`)
  process.stdout.write(`\n${lines.join('\n')}\n\n`)
}
