/**
 * Builds the bundles of the application into dist/, in one process, and does nothing when nothing has changed. Leaves
 * no stamp after a failed build. `--force` builds in any case.
 */
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const ROOT = join(import.meta.dirname, '..')
const DIST = join(ROOT, 'dist')
const STAMP = join(DIST, '.stamp')
const CONFIGS = ['vite.main', 'vite.station', 'vite.preload', 'vite.patron', 'vite.renderer'].map(
  (name) => `${name}.config.ts`,
)
/** What a bundle is made of. Migrations are not bundled; they are shipped beside it (electron-builder.yml). */
const INPUTS = [
  'main/**/*',
  'renderer/**/*',
  'shared/**/*',
  ...CONFIGS,
  'tools/bundle.ts',
  'tools/printer-files.ts',
  'tools/guide/*',
  'docs/guide*.md',
  'docs/pictures/*',
  'package-lock.json',
  'tsconfig.json',
]
export const OUTPUTS = [
  'dist/main/index.js',
  'dist/station/index.js',
  'dist/devices/index.js',
  'dist/preload/index.cjs',
  'dist/preload/patron.cjs',
  'dist/renderer/index.html',
  'dist/renderer/patron.html',
] as const

/** SHA-256 over the names and the contents of everything that is built. */
function inputsHash(): string {
  const hash = createHash('sha256')
  const files = globSync(INPUTS, { cwd: ROOT, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).toSorted()) {
    hash
      .update(`${path.slice(ROOT.length)}\0`)
      .update(readFileSync(path))
      .update('\0')
  }
  return hash.digest('hex')
}

async function buildAll(): Promise<void> {
  const wanted = inputsHash()
  const isThere = OUTPUTS.every((path) => existsSync(join(ROOT, path)))
  if (!process.argv.includes('--force') && isThere && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted)
    return
  const began = performance.now()
  rmSync(STAMP, { force: true })
  for (const folder of ['station', 'devices', 'report', 'evidence', 'common'])
    rmSync(join(DIST, folder), { recursive: true, force: true })
  for (const config of CONFIGS) {
    await build({ configFile: join(ROOT, config), root: rootOf(config), logLevel: 'warn', mode: 'production' })
  }
  const missing = OUTPUTS.filter((path) => !existsSync(join(ROOT, path)))
  if (missing.length > 0) throw new Error(`the build left out ${missing.join(', ')}`)
  mkdirSync(DIST, { recursive: true })
  writeFileSync(STAMP, wanted)
  // On stderr: stdout belongs to the task that runs next.
  console.error(`Built the application in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
}

function rootOf(config: string): string {
  return config.startsWith('vite.renderer') ? join(ROOT, 'renderer') : ROOT
}

try {
  await buildAll()
} catch (fault) {
  // The bundler's message says where; its stack is only about the bundler itself.
  console.error(fault instanceof Error ? fault.message : fault)
  process.exitCode = 1
}
