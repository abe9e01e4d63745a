/** What each process reads when it starts, in bytes, so that nothing it does not need there comes back unseen. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

// Does nothing where the bundles are those of these sources, as they are in every run of all tests.
beforeAll(() => void execFileSync(process.execPath, [join(ROOT, 'tools/build.ts')], { stdio: 'pipe' }))

/**
 * The bundle and, since the loader reads them before its first line runs, all that it imports; in ASCII, which Node
 * keeps at one byte a letter.
 */
function readAtStart(path: string, seen: Map<string, number> = new Map()): number {
  if (!seen.has(path)) {
    const text = readFileSync(path, 'utf8')
    expect(text, path).not.toMatch(/[^\0-\x7f]/)
    seen.set(path, Buffer.byteLength(text))
    for (const [, imported = ''] of text.matchAll(/^(?:import|export)\b[^;"']*["'](\.[^"']+)["']/gm))
      readAtStart(join(dirname(path), imported), seen)
  }
  return [...seen.values()].reduce((sum, bytes) => sum + bytes, 0)
}

// Measured, and a little more: what grows past it is loaded when it is asked for, or the figure is raised on purpose.
test.each([
  ['main', 240],
  ['station', 4_600],
  ['devices', 740],
  ['report', 580],
  ['evidence', 330],
])('the bundle of %s, with what it imports, is at most %i KB', (name, kb_max) => {
  const bytes = readAtStart(join(ROOT, 'dist', name, 'index.js'))
  expect(bytes / 1000).toBeGreaterThan(kb_max / 2)
  expect(bytes / 1000).toBeLessThan(kb_max)
})
