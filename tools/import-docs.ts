/**
 * Generates the tables of docs/import.md from the importer's formats, so that the two cannot diverge. With --check it
 * changes nothing and fails when the document is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEFAULT_SETTINGS, SETTING_NAMES, settingText } from '../shared/policy/library-settings.ts'
import { wordsOf } from '../shared/words/speech.ts'
import { FORMAT_NAMES, FORMATS } from '../shared/import/formats.ts'
import type { Column, Columns } from '../shared/import/table.ts'

const BEGIN = '<!-- made by tools/import-docs.ts: begin -->'
const END = '<!-- made by tools/import-docs.ts: end -->'

function emptyText(column: Column<unknown>): string {
  const { empty, isRequired } = column
  if (isRequired) return 'needed'
  if (typeof empty === 'boolean') return empty ? 'yes' : 'no'
  return typeof empty === 'string' || typeof empty === 'number' ? String(empty) : ''
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('*', '\\*')
}

/** The settings by name, with their defaults: the rows of settings.csv. */
function settingsTable(): readonly string[] {
  const { settings } = wordsOf('en').policy
  const rows = SETTING_NAMES.map((name) => {
    const meaning = `${settings[name].says}${/_cents(_max)?$/.test(name) ? ', in cents' : ''}`
    return `| \`${name}\` | ${cell(settingText(DEFAULT_SETTINGS[name]))} | ${cell(meaning)} |`
  })
  return ['', '| name | default | meaning |', '| --- | --- | --- |', ...rows]
}

/** The tables, one for each file in the order of reading. */
export function importTables(): string {
  const parts = FORMAT_NAMES.map((name) => {
    const form = FORMATS[name]
    const columns: Columns = form.columns
    const rows = Object.entries(columns).map(
      ([column, spec]) =>
        `| \`${column}\` | ${cell(spec.field.says)} | ${cell(emptyText(spec))} | ${cell(spec.help)} |`,
    )
    const more = name === 'settings.csv' ? settingsTable() : []
    const head = ['| column | what may stand there | when empty | meaning |', '| --- | --- | --- | --- |']
    return [`### ${name}`, '', `Holds ${form.holds}.`, '', ...head, ...rows, ...more].join('\n')
  })
  return parts.join('\n\n')
}

export function withTables(document: string): string {
  const from = document.indexOf(BEGIN)
  const to = document.indexOf(END)
  if (from < 0 || to < from) throw new RangeError('docs/import.md has lost the marks between which its tables stand')
  return `${document.slice(0, from + BEGIN.length)}\n\n${importTables()}\n\n${document.slice(to)}`
}

if (import.meta.main) {
  const path = join(import.meta.dirname, '../docs/import.md')
  const document = readFileSync(path, 'utf8')
  const made = withTables(document)
  if (made !== document && process.argv.includes('--check')) {
    console.error('stale: docs/import.md')
    process.exit(1)
  }
  writeFileSync(path, made)
}
