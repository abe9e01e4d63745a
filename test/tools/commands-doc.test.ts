/** docs/commands.md as the tool writes it: every fact of a refusal stands there by its name. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const TEXT = readFileSync(new URL('../../docs/commands.md', import.meta.url), 'utf8')

test('a count stands by its name, whatever word goes with it', () => {
  const lines = TEXT.split('\n').filter((line) => line.startsWith('- `'))
  expect(lines.filter((line) => /NaN|\d{4}/.test(line))).toEqual([])
  expect(lines).toContainEqual(expect.stringContaining('`rows-undecided`: {count} rows'))
})

test('an input of several kinds says each of them', () => {
  const inputs = TEXT.split('\n').filter((line) => line.startsWith('- Input:'))
  expect(inputs.filter((line) => line.includes('anything'))).toEqual([])
  const check = '{ tender: "check", amount_cents: whole number, check_number: text }'
  expect(inputs).toContainEqual(expect.stringContaining(check))
})
