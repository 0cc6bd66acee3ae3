import '#texts/office.ts'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { t } from '#texts/i18n.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { type CommandOutcome, passwordLinkCommand } from './accounts/password-link-command.ts'
import { readArguments } from './arguments.ts'
import { ConfigError, readConfig, type ServerConfig } from './config.ts'
import { loggerOptions } from './log.ts'
import { type RunningServer, startServer } from './start-server.ts'
import { printWelcome } from './welcome.ts'

/** Where the build puts the PWA: beside this file's own folder (`dist/server/main.mjs` and `dist/app`). */
const APP_DIR = fileURLToPath(new URL('../app', import.meta.url))

async function main(): Promise<void> {
  const command = readArguments(process.argv.slice(2))
  if (command.does === 'refuse') return tell({ ok: false, lines: [command.sentence] })
  const config = configOrExit()
  if (command.does === 'make-password-link') return tell(await passwordLinkCommand(config, command.email))
  const server = await startOrExit(config)
  const stop = () => {
    // A second signal ends at once: these handlers answer only the first.
    process.off('SIGTERM', stop).off('SIGINT', stop)
    void server.close()
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
  await printWelcome(server, command)
}

/** Says what came of a command that serves nothing; the process then ends by itself. */
function tell({ ok, lines }: CommandOutcome): void {
  const stream = ok ? process.stdout : process.stderr
  stream.write(`${lines.join('\n')}\n`)
  process.exitCode = ok ? 0 : 1
}

function configOrExit(): ServerConfig {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${t('documents:terminal.badConfig')}\n${error.problems.map((problem) => `  ${problem}`).join('\n')}\n`)
    process.exit(1)
  }
}

async function startOrExit(config: ServerConfig): Promise<RunningServer> {
  try {
    return await startServer(config, {
      appDir: existsSync(APP_DIR) ? APP_DIR : null,
      version: packageJson.version,
      logger: loggerOptions(config.logLevel),
    })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    process.stderr.write(`${t('documents:terminal.portTaken', { port: config.port })}\n`)
    process.exit(1)
  }
}

await main()
