/** docs/import.md says what the importer does: its tables are made from the formats, and every file is in the demo. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { FORMAT_NAMES } from '../../../shared/import/formats.ts'
import { readMarcMapping } from '../../../shared/import/marc-mapping.ts'
import { withTables } from '../../../tools/import-docs.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const DOCUMENT = readFileSync(join(ROOT, 'docs/import.md'), 'utf8')

test('the tables are those of the formats (else run tools/import-docs.ts)', () => {
  expect(withTables(DOCUMENT) === DOCUMENT).toBe(true)
  for (const name of FORMAT_NAMES) expect(DOCUMENT).toContain(`### ${name}\n`)
})

test('each file of the form stands in the demo library', () => {
  for (const name of FORMAT_NAMES) expect([name, existsSync(join(ROOT, 'demo/library', name))]).toEqual([name, true])
})

test('the marc.json that is shown is one that works', () => {
  const shown = /```json\n([\s\S]*?)```/.exec(DOCUMENT)?.[1] ?? ''
  expect(readMarcMapping(shown)).toMatchObject({ mapping: { title_id: ['999c', '001'], items: { tag: '952' } } })
})
