import encodeQR from 'qr'
import { t } from '#texts/i18n.ts'
import { demoLinks, loadDemo } from './demo/load-demo.ts'
import type { RunningServer } from './start-server.ts'

/** Says in the terminal where the server is and what to open first; loads the demonstration and its jurors' links when asked. */
export async function printWelcome({ context, setupLink }: RunningServer, options: { demo: boolean }): Promise<void> {
  const lines: string[] = []
  if (options.demo) lines.push(...(await demoLines(context)))
  lines.push(t('documents:terminal.ready', { url: context.config.publicUrl }))
  if (setupLink !== null) lines.push('', t('documents:terminal.setup'), `  ${setupLink}`)
  else if (options.demo) lines.push('', t('documents:terminal.signIn', { url: `${context.config.publicUrl}/coordination` }))
  process.stdout.write(`\n${lines.join('\n')}\n\n`)
}

async function demoLines(context: RunningServer['context']): Promise<string[]> {
  const sessionId = await loadDemo(context)
  const jurors = await demoLinks(context, sessionId)
  return [
    t('documents:terminal.demo'),
    '',
    ...jurors.flatMap(({ name, panel, link }) => [
      `${name} (${panel})`,
      encodeQR(link, 'ascii', { ecc: 'low', border: 2 }).trimEnd(),
      link,
      '',
    ]),
    t('documents:terminal.demoJurors'),
    '',
  ]
}
