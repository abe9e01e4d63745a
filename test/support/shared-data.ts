/**
 * Finds the background data beside the checkout, which is never committed. Where CI is set it must exist; elsewhere a
 * suite that needs it prints that it was left out. Must never pretend that such a suite passed.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const PROJECT = resolve(import.meta.dirname, '../..')

/** The data folder; null when it is missing. Throws when it is missing and CI is set. */
export function sharedDataFolder(): string | null {
  const folder = resolve(process.env['DATESTAMP_SHARED_DATA'] ?? join(PROJECT, '../shared/data'))
  if (existsSync(join(folder, 'MANIFEST.md'))) return folder
  if (process.env['CI']) throw new Error(`CI is set, but the shared data is not at ${folder}`)
  return null
}

/** One JSON file of the data folder, parsed. */
export function readSharedJson(folder: string, file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'))
}

/** A suite over the shared data. Without the data one test takes its place, whose name says what was left out. */
export function describeWithSharedData(name: string, suite: (folder: string) => void): void {
  const folder = sharedDataFolder()
  describe(`over the shared data: ${name}`, () => {
    if (folder !== null) return suite(folder)
    test('LEFT OUT: the shared data is not beside this checkout', () => {
      process.stderr.write(`\n  LEFT OUT: ${name} (no shared data beside this checkout)\n`)
      expect(process.env['CI']).toBeFalsy()
    })
  })
}
