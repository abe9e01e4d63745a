/** The rules of a commit: each bites, and what keeps them all is let through. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { areasIn, changedIn, faultsOf } from '../../../tools/gate/commit-rules.ts'

const AREAS = areasIn(readFileSync('CONTRIBUTING.md', 'utf8'))
const BODY = '\n\nIt was wrong.\n\nVerified: by a test.\n'

const faults = (message: string, changed_count = 10): readonly string[] =>
  faultsOf({ id: '1', written_at_s: 0, message, changed_count }, AREAS)

test('the areas are those of CONTRIBUTING.md', () => {
  expect(AREAS.size).toBeGreaterThan(50)
  expect([...AREAS]).toEqual(expect.arrayContaining(['loans', 'names', 'desk:exec', 'zone']))
  expect(areasIn('# No such list')).toEqual(new Set())
})

test.each([
  'loans: count a renewal from the due date',
  'ipc, policy: say what does not fit by one translator',
  'desk:exec: take a relative place from where the script runs',
  'tests: ask SQLite what it flushed',
  'tests: bring the screen suites back into npm test',
])('%s is let through', (subject) => {
  expect(faults(subject + BODY)).toEqual([])
})

test.each([
  ['x', 'the subject is not "area: imperative"'],
  ['Loans: count', 'the subject is not "area: imperative"'],
  ['cookies: count a renewal', 'no area of CONTRIBUTING.md: cookies'],
  ['loans, cookies: count a renewal', 'no area of CONTRIBUTING.md: cookies'],
  ['loans: count a renewal.', 'the subject ends with a full stop'],
  ['loans: Count a renewal', 'the subject does not begin with an imperative in small letters'],
  ['loans: counted a renewal', 'the subject does not begin with an imperative in small letters'],
  ['loans: counting a renewal', 'the subject does not begin with an imperative in small letters'],
  [`loans: count ${'a renewal '.repeat(7)}now`, 'the subject has 86 characters, at most 72'],
])('%s is not', (subject, fault) => {
  expect(faults(subject + BODY)).toEqual([fault])
})

test.each([
  ['loans: count\nat once\n\nVerified: by a test.', 'the second line is not empty'],
  ['loans: count\n\nVerified: by a test.', 'the body does not say why'],
  ['loans: count\n\nIt was wrong.', 'the body does not say how it was verified'],
])('a body that lacks something is told: %j', (message, fault) => {
  expect(faults(message)).toContain(fault)
})

test('a change is at most 1,500 lines, a renaming of any length', () => {
  expect(faults(`loans: count${BODY}`, 1_500)).toEqual([])
  expect(faults(`loans: count${BODY}`, 1_501)).toEqual(['1501 lines beside data, at most 1500'])
  expect(faults(`names: say item and not copy${BODY}`, 9_000)).toEqual([])
})

test('data and what programs wrote are not counted, nor what is no text', () => {
  const numstat = ['', '10\t5\tshared/loan.ts', '900\t0\tdemo/library/items.csv', '70\t70\tmain/store/schema.gen.ts']
  expect(changedIn([...numstat, '-\t-\tdocs/a.png', '5\t5\tpackage-lock.json', '3\t1\ttest/x.test.ts'])).toBe(19)
})
