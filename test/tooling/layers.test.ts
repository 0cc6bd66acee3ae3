import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { findLayerFaults } from '../../.ci/layers.mjs'

const ROOT = join(import.meta.dirname, '../..')
const biomeReport = z.object({ diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })) })

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A project with this one's layers and rules, holding only the given files. */
function aProject(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'carnet-layers-'))
  folders.push(folder)
  cpSync(join(ROOT, 'biome.json'), join(folder, 'biome.json'))
  for (const name of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('tsconfig.json')) continue
    mkdirSync(join(folder, 'src', dirname(name)), { recursive: true })
    cpSync(join(ROOT, 'src', name), join(folder, 'src', name))
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

describe('import directions', () => {
  it('are respected by the project itself', () => {
    expect(findLayerFaults(ROOT)).toEqual([])
  })

  it('allow a layer what is below it', () => {
    const project = aProject({
      'src/app/room/oral.tsx': "import { x } from '#device/draft-log.ts'\nimport { y } from '../shared/theme.ts'\nexport const z = x + y\n",
      'src/device/worker/sw.ts': "import { a } from '../deliver-outbox.ts'\nimport { b } from '#seal/hash.ts'\nexport const c = a + b\n",
    })
    expect(findLayerFaults(project)).toEqual([])
  })

  it.each([
    ['an upward import', 'src/domain/sheet.ts', "import type { Receipt } from '#seal/receipt.ts'", "may not import '#seal/receipt.ts'"],
    ['a lazy upward import', 'src/device/outbox.ts', "const app = await import('#app/main.tsx')", "may not import '#app/main.tsx'"],
    ['a re-export', 'src/seal/keys.ts', "export * from '#contract/routes.ts'", "may not import '#contract/routes.ts'"],
    ['the app from the server', 'src/server/main.ts', "import '#app/main.tsx'", "may not import '#app/main.tsx'"],
    [
      'a relative path out of the layer',
      'src/app/room/deep/er/a.ts',
      "import { a } from '../../../../device/clock.ts'",
      'leaves the layer app',
    ],
    ['the script of a worker', 'src/app/a.ts', "new Worker(new URL('../device/b.ts', import.meta.url))", 'leaves the layer app'],
    ['the worker from the device', 'src/device/outbox.ts', "import './worker/sw.ts'", 'leaves the layer device'],
    ['its own # name', 'src/domain/sheet.ts', "import { grid } from '#domain/grid.ts'", 'is in the same layer'],
    ['a package in the domain', 'src/domain/sheet.ts', "import { readFile } from 'node:fs'", "may not import the package 'node:fs'"],
  ])('refuse %s', (_name, path, text, fault) => {
    expect(findLayerFaults(aProject({ [path]: `${text}\n` }))).toEqual([expect.stringContaining(fault)])
  })

  it('are kept by the references of each tsconfig', () => {
    const project = aProject({ 'src/domain/tsconfig.json': '{ "references": [{ "path": "../seal" }] }' })
    expect(findLayerFaults(project)).toContain('src/domain/tsconfig.json refers to seal, which is not below it')
  })

  it('are shown in the editor by Biome too', () => {
    const project = aProject({
      'src/domain/sheet.ts': "import { a } from '#seal/hash.ts'\n\nexport const b = a\n",
      'src/contract/routes.ts': "import { a } from '../device/clock.ts'\n\nexport const b = a\n",
      'src/device/worker/sw.ts': "import { a } from '#app/main.tsx'\n\nexport const b = a\n",
      'src/app/room/oral.tsx': "import { a } from '../../seal/hash.ts'\n\nexport const b = a\n",
      'src/app/room/fine.tsx': "import { a } from '#seal/hash.ts'\n\nexport const b = a\n",
      'src/server/routes/deliver.ts': "import { a } from '#device/outbox.ts'\n\nexport const b = a\n",
    })
    const { stdout, status } = spawnSync(join(ROOT, 'node_modules/.bin/biome'), ['lint', '--vcs-enabled=false', '--reporter=json', 'src'], {
      cwd: project,
      encoding: 'utf8',
    })
    const { diagnostics } = biomeReport.parse(JSON.parse(stdout))
    expect(status).toBe(1)
    expect(new Set(diagnostics.map(({ category }) => category))).toEqual(new Set(['lint/style/noRestrictedImports']))
    expect(diagnostics.map(({ location }) => location.path).sort()).toEqual([
      'src/app/room/oral.tsx',
      'src/contract/routes.ts',
      'src/device/worker/sw.ts',
      'src/domain/sheet.ts',
      'src/server/routes/deliver.ts',
    ])
  })
})
