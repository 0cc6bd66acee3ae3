import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** From what knows nothing to what knows most (docs/architecture.md). A layer refers only to layers before it. */
const ORDER = ['texts', 'domain', 'frameworks', 'seal', 'contract', 'device', 'device/worker', 'app', 'server']

/** What the pure layers may import from npm. The others are free. */
const PACKAGES = /** @type {Record<string, readonly string[]>} */ ({
  texts: ['i18next'],
  domain: ['zod'],
  frameworks: [],
  contract: ['zod'],
})

/** Static, lazy and type imports, re-exports, and the scripts of workers. A word of a text, as in `'from', 'to'`, is none. */
const IMPORT = /(?<!['"])(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1|\bnew URL\(\s*(['"])([^'"\n]+\.(?:ts|tsx|js|mjs))\3/g

/**
 * Checks that no arrow points up: the tsconfig references keep the order, Biome's rule forbids what they do not name, and
 * no file imports across a layer except by the # name of a layer it refers to. Biome alone misses deep relative paths,
 * the compiler alone misses a reference added by mistake.
 * @param {string} root the project's folder
 * @returns {string[]} one line for each fault, empty when all is well
 */
export function findLayerFaults(root) {
  const faults = []
  for (const layer of ORDER) {
    const folder = join(root, 'src', layer)
    if (!existsSync(folder)) continue
    const allowed = readReferences(root, layer)
    for (const name of allowed) {
      if (ORDER.indexOf(name) >= ORDER.indexOf(layer)) faults.push(`src/${layer}/tsconfig.json refers to ${name}, which is not below it`)
    }
    if (layer === 'server' && (allowed.includes('app') || allowed.includes('device')))
      faults.push('the server may not refer to app or device')
    for (const file of listSources(folder, layer)) faults.push(...findFileFaults(root, layer, file, allowed))
  }
  return [...faults, ...findBiomeFaults(root)]
}

/**
 * @param {string} root
 * @param {string} layer
 * @returns {string[]} the layers it may import
 */
function readReferences(root, layer) {
  const folder = join(root, 'src', layer)
  /** @type {{ references: { path: string }[] }} */
  const config = JSON.parse(readFileSync(join(folder, 'tsconfig.json'), 'utf8'))
  return config.references.map(({ path }) => relative(join(root, 'src'), join(folder, path)).split(sep).join('/'))
}

/**
 * @param {string} folder
 * @param {string} layer
 * @returns {string[]} the layer's source files, without those of a layer inside it
 */
function listSources(folder, layer) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(sep).join('/'))
    .filter((name) => /\.(ts|tsx|mjs|js)$/.test(name))
    .filter((name) => !ORDER.some((inner) => inner.startsWith(`${layer}/`) && `${layer}/${name}`.startsWith(`${inner}/`)))
    .map((name) => join(folder, name))
}

/**
 * @param {string} root
 * @param {string} layer
 * @param {string} file
 * @param {readonly string[]} allowed
 */
function findFileFaults(root, layer, file, allowed) {
  const faults = []
  const shown = relative(root, file).split(sep).join('/')
  for (const [, , imported, , script] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    const specifier = imported ?? script ?? ''
    const fault = specifier.startsWith('.')
      ? findRelativeFault(root, layer, file, specifier)
      : specifier.startsWith('#')
        ? findNamedFault(layer, specifier, allowed)
        : findPackageFault(layer, specifier)
    if (fault !== null) faults.push(`${shown}: ${fault}`)
  }
  return faults
}

/**
 * @param {string} root
 * @param {string} layer
 * @param {string} file
 * @param {string} specifier
 */
function findRelativeFault(root, layer, file, specifier) {
  const target = relative(join(root, 'src'), join(dirname(file), specifier))
    .split(sep)
    .join('/')
  if (target === '../package.json') return null
  const targetLayer = ORDER.filter((name) => target.startsWith(`${name}/`)).at(-1)
  // The worker may use the device layer around it; the other way round it may not be imported.
  return targetLayer !== undefined && `${layer}/`.startsWith(`${targetLayer}/`)
    ? null
    : `'${specifier}' leaves the layer ${layer}; cross a layer by its # name`
}

/**
 * @param {string} layer
 * @param {string} specifier
 * @param {readonly string[]} allowed
 */
function findNamedFault(layer, specifier, allowed) {
  const path = specifier.slice(1)
  const target = ORDER.filter((name) => path.startsWith(`${name}/`)).at(-1)
  if (target === layer) return `'${specifier}' is in the same layer; import it by its relative path`
  return target !== undefined && allowed.includes(target) ? null : `the layer ${layer} may not import '${specifier}'`
}

/**
 * @param {string} layer
 * @param {string} specifier
 */
function findPackageFault(layer, specifier) {
  const packages = PACKAGES[layer]
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
  return packages === undefined || packages.includes(name) ? null : `the layer ${layer} may not import the package '${name}'`
}

/**
 * Biome's own rule must forbid every layer the references do not name, so that an editor shows the fault as it is typed.
 * @param {string} root
 */
function findBiomeFaults(root) {
  /** @type {{ overrides: { includes: string[], linter: { rules: { style: { noRestrictedImports?: { options: { patterns: { group: string[] }[] } } } } } }[] }} */
  const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
  const faults = []
  for (const layer of ORDER.filter((name) => !name.includes('/') && existsSync(join(root, 'src', name)))) {
    const override = config.overrides.find(({ includes }) => includes.includes(`src/${layer}/**`))
    const forbidden = (override?.linter.rules.style.noRestrictedImports?.options.patterns ?? []).flatMap(({ group }) => group)
    const allowed = readReferences(root, layer)
    for (const other of ORDER.filter((name) => !name.includes('/') && name !== layer)) {
      if (allowed.includes(other) === forbidden.includes(`#${other}/**`)) {
        faults.push(`biome.json and src/${layer}/tsconfig.json disagree on whether ${layer} may import ${other}`)
      }
    }
  }
  return faults
}
