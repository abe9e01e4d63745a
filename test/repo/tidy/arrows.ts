/**
 * Who may import whom (DESIGN.md, Folders and arrows), and that imports are not circular. A folder it does not know is
 * a finding.
 */
import { importsOf, packageOf, type Import } from './imports.ts'
import type { Finding, Rule, Source } from './source.ts'

type Layer = {
  readonly folder: string
  /** Folders its files may import from, beside their own. */
  readonly mayUse: readonly string[]
  /** Exceptions to mayUse; they win. */
  readonly never?: readonly string[]
}

/** The first folder that matches a path is its layer. */
const LAYERS: readonly Layer[] = [
  { folder: 'shared/node/', mayUse: ['shared/'] },
  { folder: 'shared/', mayUse: [], never: ['shared/node/'] },
  { folder: 'renderer/', mayUse: ['shared/'], never: ['shared/node/'] },
  { folder: 'main/electron/', mayUse: ['main/', 'shared/'] },
  // Native device code runs where there is no money: it reaches neither the store nor the rules.
  {
    folder: 'main/devices/',
    mayUse: ['main/ipc/', 'shared/'],
    never: ['main/store/', 'main/journal/', 'main/library/', 'main/circulation/', 'main/desk/', 'main/sync/'],
  },
  { folder: 'main/store/', mayUse: ['shared/'] },
  // On whose word something is done comes as an Actor, so that the script door and a server can say it too.
  ...['main/library/', 'main/circulation/', 'main/search/', 'main/policy/', 'main/papers/', 'main/cash/'].map(
    (folder) => {
      return { folder, mayUse: ['shared/', 'main/'], never: ['main/electron/', 'shared/desk/session/'] }
    },
  ),
  { folder: 'main/', mayUse: ['shared/', 'main/'], never: ['main/electron/'] },
  // Central is the desk's own store, journal and rules with another caller; it has no desk, screen or device.
  {
    folder: 'central/',
    mayUse: ['shared/', 'main/'],
    never: ['main/electron/', 'main/desk/', 'main/ipc/', 'main/devices/'],
  },
  { folder: 'tools/', mayUse: ['main/', 'shared/', 'renderer/', 'test/standin/', 'test/support/'] },
  { folder: 'bench/', mayUse: ['main/', 'shared/', 'renderer/', 'tools/', 'test/standin/', 'test/support/'] },
  { folder: 'test/', mayUse: ['main/', 'shared/', 'renderer/', 'central/', 'tools/', 'bench/', 'vite', 'dist/'] },
  { folder: '', mayUse: ['tools/', 'test/support/'] },
]

const NATIVE = [
  'better-sqlite3',
  'better-sqlite3-multiple-ciphers',
  'node-hid',
  'serialport',
  '@serialport/bindings-cpp',
]

/** Where a package may be imported; packages that are not listed may be used anywhere outside shared/. */
const PACKAGES: readonly { readonly names: readonly string[]; readonly only: RegExp; readonly says: string }[] = [
  {
    names: NATIVE,
    only: /^(main\/.*-edge|central\/.*-edge|tools\/.*|bench\/.*|test\/.*)\.(ts|mjs)$/,
    says: 'a package with native code is loaded only by an -edge file',
  },
  { names: ['electron'], only: /^(main\/electron|test)\//, says: 'only main/electron imports electron' },
  {
    names: ['kysely'],
    only: /^(main\/store|central|tools|bench|test)\//,
    says: 'SQL lies in main/store only',
  },
]

/** The packages that pure code may use. */
const SHARED_PACKAGES = [
  'zod',
  'temporal-polyfill',
  '@scure/base',
  'bwip-js',
  'double-metaphone',
  'get-east-asian-width',
]

export const arrows: Rule = (sources) =>
  sources.flatMap((source) => importsOf(source).flatMap((one) => judge(source, one)))

function judge(source: Source, one: Import): readonly Finding[] {
  const says = one.target === null ? judgePackage(source.path, one.specifier) : judgeArrow(source.path, one.target)
  return says ? [{ path: source.path, line: one.line, says: `${says}: ${one.specifier}` }] : []
}

function layerOf(path: string): Layer | undefined {
  return LAYERS.find((layer) => (layer.folder === '' ? !path.includes('/') : path.startsWith(layer.folder)))
}

function judgeArrow(path: string, target: string): string | null {
  const layer = layerOf(path)
  if (!layer) return 'a folder that no arrow is known for'
  if (target.startsWith('../')) return 'an import from outside the project'
  if (layer.never?.some((folder) => target.startsWith(folder))) return `${layer.folder} never imports this`
  if (layer.folder !== '' && target.startsWith(layer.folder)) return null
  if (layer.folder === '' && !target.includes('/')) return null
  return layer.mayUse.some((folder) => target.startsWith(folder))
    ? null
    : `${layer.folder || 'a config'} may not import this`
}

function judgePackage(path: string, specifier: string): string | null {
  const name = packageOf(specifier)
  const isBuiltin = specifier.startsWith('node:')
  if (/^shared\/(?!node\/)/.test(path) && !SHARED_PACKAGES.includes(name)) return 'shared/ is pure'
  if (path.startsWith('renderer/') && isBuiltin) return 'the renderer has no Node'
  const limit = PACKAGES.find((one) => one.names.includes(name))
  return limit && !limit.only.test(path) ? limit.says : null
}

export const cycles: Rule = (sources) => {
  const graph = new Map(sources.map((source) => [source.path, importsOf(source)]))
  const done = new Set<string>()
  const findings: Finding[] = []
  for (const path of graph.keys()) visit(path, [])
  return findings

  function visit(path: string, trail: readonly string[]): void {
    const from = trail.indexOf(path)
    if (from >= 0) {
      const circle = [...trail.slice(from), path]
      const line = graph.get(trail.at(-1) ?? '')?.find((one) => one.target === path)?.line ?? 1
      findings.push({ path: trail.at(-1) ?? path, line, says: `imports go in a circle: ${circle.join(' → ')}` })
      return
    }
    if (done.has(path)) return
    for (const { target } of graph.get(path) ?? [])
      if (target !== null && graph.has(target)) visit(target, [...trail, path])
    done.add(path)
  }
}
