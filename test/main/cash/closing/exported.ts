/** An export for auditors, read as another program would read it. */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect } from 'vitest'
import { must } from '../../../../shared/kernel/assert.ts'
import type { TestDesk } from '../../support/desk.ts'
import { testFolder } from '../../support/folders.ts'

/** The files of a zip. */
export function unzipped(bytes: Uint8Array): ReadonlyMap<string, Buffer> {
  return new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, Buffer.from(content)]))
}

/** What an auditor gets of a day, which has so many sessions. */
export async function exported(desk: TestDesk, count = 1, on = '2026-11-24'): Promise<ReadonlyMap<string, Buffer>> {
  const to_file = join(testFolder(), 'cash.zip')
  const { file, sessions_count } = await desk.ok('cash.export', { to_file, from_on: on, to_on: on })
  expect([sessions_count, statSync(file).mode & 0o777]).toEqual([count, 0o600])
  return unzipped(readFileSync(file))
}

/** The rows of a CSV file by their headings; no cell of these tests has a comma in it. */
export function rowsOf(files: ReadonlyMap<string, Buffer>, name: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = must(files.get(`${name}.csv`), name)
    .toString('utf8')
    .slice(1)
    .trim()
    .split('\r\n')
  const columns = head.split(',')
  return lines.map((line) => {
    const cells = line.split(',').map((cell, at): [string, string] => [columns[at] ?? '', cell])
    return Object.fromEntries<string>(cells)
  })
}
