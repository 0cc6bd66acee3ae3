import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { ensureInstall } from './install.mjs'
import { hashOf, isStamped, ROOT, runMain, runTool, StepFailed, stamp } from './project.mjs'

const APP_SOURCES = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
  '.ci/build.mjs',
]
const SERVER_SOURCES = ['src', 'package.json', 'package-lock.json', '.ci/build.mjs']

/**
 * All packages go into the server's one file, which halves the work of a start: several hundred files need not be found and read. But for
 * those with machine code, those that look for files beside their own, and one that pg may do without.
 */
const NOT_BUNDLED = ['better-sqlite3', '@node-rs/argon2', 'pino', 'pg-native']

/** A gzip that saves less than a tenth costs more than it saves. */
const WORTH_IT = 0.9

/** What bundled CommonJS packages ask Node's own modules with. */
const REQUIRE = "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);"

/** Builds the app (dist/app) and the server (dist/server) unless they already are those of the present sources. */
export async function ensureBuild() {
  const app = hashOf(APP_SOURCES)
  if (!(existsSync(join(ROOT, 'dist/app/index.html')) && isStamped('build-app', app))) {
    console.log('Building the app…')
    // Whoever asks for the build (the tests, say), it is the one that people get.
    const env = { NODE_ENV: 'production' }
    if ((await runTool('vite', ['build', '--logLevel', 'warn'], { env })) !== 0)
      throw new StepFailed('The app could not be built: see the lines above.')
    compressAssets(join(ROOT, 'dist/app/assets'))
    stamp('build-app', app)
  }
  await ensureServerBuild()
}

/** Builds the server alone (dist/server), unless it already is that of the present sources. */
export async function ensureServerBuild() {
  const server = hashOf(SERVER_SOURCES)
  if (!(existsSync(join(ROOT, 'dist/server/main.mjs')) && isStamped('build-server', server))) {
    console.log('Building the server…')
    await buildServer()
    stamp('build-server', server)
  }
}

/**
 * Puts a gzip beside each hashed asset that gets smaller by it; pictures and web fonts do not. The others keep their one form: they are
 * small, and may be replaced alone.
 * @param {string} folder
 */
function compressAssets(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const bytes = readFileSync(path)
    const compressed = gzipSync(bytes, { level: 9 })
    if (compressed.length < WORTH_IT * bytes.length) writeFileSync(`${path}.gz`, compressed)
  }
}

async function buildServer() {
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/server/main.ts'],
    outfile: 'dist/server/main.mjs',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external: NOT_BUNDLED,
    // Some packages' other entry finds its parts by a `require` no bundler follows.
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE },
    minifyWhitespace: true,
    minifySyntax: true,
    // An error's line stays one that a terminal can show.
    lineLimit: 160,
    sourcemap: 'linked',
    logLevel: 'warning',
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    await ensureInstall()
    await ensureBuild()
  })
}
