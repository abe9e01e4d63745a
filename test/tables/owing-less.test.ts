/** What owing less lifts: one line a situation, by the codes of the blocks. */
import { expect, test } from 'vitest'
import type { PatronFacts } from '../../shared/policy/facts.ts'
import { owingLess } from '../../shared/circulation/loans/owing-less.ts'
import { cents } from '../../shared/kernel/money.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { NOBODY, PATRON } from '../support/case-policy.ts'

const TODAY = localDate('2026-11-24')
const owes = (owed: number, owed_max: number | null, more: Partial<PatronFacts> = {}): PatronFacts => {
  return { ...PATRON, owed: cents(owed), owed_max: owed_max === null ? null : cents(owed_max), ...more }
}
const family = (family_owed: number, owed: number): PatronFacts => {
  const eligibility = { ...NOBODY, family_owed: cents(family_owed), family_owed_max: cents(2000) }
  return owes(owed, null, { eligibility })
}

test.each<[string, PatronFacts, number, string[], string[]]>([
  ['$12.00 of $10.00, $3.00 less', owes(1200, 1000), 300, ['owes-too-much'], []],
  ['$12.00 of $10.00, $2.00 less: the limit is met', owes(1200, 1000), 200, [], ['owes-too-much']],
  ['$12.00 of $10.00, nothing less', owes(1200, 1000), 0, [], ['owes-too-much']],
  ['$12.00 without a limit', owes(1200, null), 1200, [], []],
  ['another block stays', owes(1200, 1000, { is_active: false }), 1200, ['owes-too-much'], ['patron-inactive']],
  ['the household’s $25.00 of $20.00, $6.00 less', family(2500, 900), 600, ['family-owes-too-much'], []],
  ['the household’s $25.00 of $20.00, $4.00 less', family(2500, 900), 400, [], ['family-owes-too-much']],
])('%s', (_, patron, less, lifted, kept) => {
  const found = owingLess(patron, cents(less), TODAY)
  expect(found.lifted.map(({ code }) => code)).toEqual(lifted)
  expect(found.kept.map(({ code }) => code)).toEqual(kept)
})
