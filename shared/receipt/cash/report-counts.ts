/** What a report says of the counts of its session, and of the breaks that another person covered. */
import type { CashReport, KeptCount } from '../../cash/report-facts.ts'
import { cents } from '../../kernel/money.ts'
import { heading, item, line, RULE } from '../blocks.ts'
import type { Block } from '../document.ts'
import { sayMoment, sayMoney } from '../say.ts'
import type { Words } from '../words/en.ts'
import { reasonName, type CashPaperFacts } from './cash-facts.ts'

type CountFacts = CashPaperFacts & { readonly report: CashReport }

function keptCount(facts: CountFacts, words: Words, one: KeptCount): Block {
  const { cash } = words
  const by = cash.counted_by(sayMoment(words, one.counted_at, facts), one.counted_by_initials)
  const expected = `${cash.expected} ${sayMoney(one.expected_cents, facts)}`
  return item({
    title: one.tender === 'cash' ? cash.count[one.reason] : `${cash.count[one.reason]}: ${cash.tender[one.tender]}`,
    details: [by],
    left: expected,
    right: sayMoney(one.counted_cents, facts),
  })
}

export function countBlocks(facts: CountFacts, words: Words): readonly Block[] {
  const { kept_counts } = facts.report
  return [heading(words.cash.counts(kept_counts.length)), ...kept_counts.map((one) => keptCount(facts, words, one))]
}

/** Who signed a difference off. Nothing is recorded while a person still has to: empty, nobody had to. */
export function signedOff({ cash }: Words, initials: string): readonly Block[] {
  return initials === '' ? [] : [line(cash.signed_off, initials)]
}

/** What the float was over or short of what the session before left, and why. */
export function openingDifference(facts: CountFacts, words: Words): readonly Block[] {
  const { opening } = facts.report
  const { cash } = words
  if (opening === null) return []
  const { by_cents, reason_code, note, signed_off_by_initials: signed } = opening
  return [
    RULE,
    heading(cash.float_differs),
    line(by_cents > 0 ? cash.over : cash.short, sayMoney(cents(Math.abs(by_cents)), facts), true),
    ...(reason_code === '' ? [] : [line(cash.reason, reasonName(facts, reason_code))]),
    ...(note === '' ? [] : [line(cash.note, note)]),
    ...signedOff(words, signed),
  ]
}

/** Who covered a break, until when, and what was over or short of it. */
export function coveredBreaks(facts: CountFacts, words: Words): readonly Block[] {
  const { covered } = facts.report
  const { cash } = words
  if (covered.length === 0) return []
  const items = covered.map(({ cover_initials, taken_at, back_at, by_cents }) => {
    const until = back_at === null ? '' : sayMoment(words, back_at, facts)
    const details = [cash.covered_until(sayMoment(words, taken_at, facts), until)]
    if (by_cents === 0) return item({ title: cover_initials, details, left: cash.agrees, right: '' })
    const left = by_cents > 0 ? cash.over : cash.short
    return item({ title: cover_initials, details, left, right: sayMoney(cents(Math.abs(by_cents)), facts) })
  })
  return [RULE, heading(cash.covered), ...items]
}
