/** The list of refusals: each has words, a way out, and an order in which it is told. */
import { expect, test } from 'vitest'
import { refusalEntry, refusalWords, refuse, REFUSALS } from '../../../shared/refusals/refusals.ts'

test('each code stands once, says what is wrong in a sentence, and what to do', () => {
  expect(REFUSALS.length).toBeGreaterThanOrEqual(40)
  expect(new Set(REFUSALS.map((entry) => entry.code)).size).toBe(REFUSALS.length)
  const isWellSaid = ({ says, way_out }: { says: string; way_out: string }) =>
    /^[A-Z{].*[.}]$/.test(says) && /^[A-Z1].*\.$/.test(way_out) && !/!|error|invalid|failed/i.test(says + way_out)
  expect(REFUSALS.filter((entry) => !isWellSaid(entry))).toEqual([])
  expect(REFUSALS.filter((entry) => refusalEntry(entry.code) !== entry)).toEqual([])
})

test('what a person decides can be overridden by somebody', () => {
  const decided = REFUSALS.filter((entry) => entry.kind === 'decide')
  expect(decided.length).toBeGreaterThan(0)
  expect(decided.map((entry): string => entry.override)).not.toContain('nobody')
})

test('words are filled in from facts; a fact that is missing stays visible', () => {
  const facts = { owed: '$12.00', limit: '$10.00' }
  expect(refusalWords(refuse('owes-too-much', facts)).says).toBe('Owes $12.00; borrowing stops at $10.00.')
  expect(refusalWords(refuse('owes-too-much')).says).toContain('{owed}')
})
