/**
 * Installing a desk compiles nothing: the native packages include compiled files for every supported system, and npm
 * runs no package scripts. Otherwise npm calls the compiler for every package that could be compiled, and a computer
 * with no Python and no compiler cannot install Datestamp.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const DESKS = ['win32-x64', 'win32-arm64', 'darwin-x64', 'darwin-arm64', 'linux-x64', 'linux-arm64'] as const

it('npm runs no script of a package', () => {
  const lines = readFileSync(join(ROOT, '.npmrc'), 'utf8').split(/\r?\n/)
  expect(lines).toContain('ignore-scripts=true')
})

it.each(['better-sqlite3', 'node-hid', '@serialport/bindings-cpp'])('%s is there compiled for every desk', (name) => {
  const files = globSync(`node_modules/${name}/prebuilds/**/*.node`, { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/').split('/prebuilds/')[1] ?? '')
    // One file for both processors of a Mac.
    .flatMap((path) => [path, path.replace('darwin-x64+arm64', 'darwin-arm64')])
  const lacking = DESKS.filter((desk) => !files.some((path) => path.includes(desk)))
  expect(lacking).toEqual([])
})
