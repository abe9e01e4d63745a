/**
 * The receipt of renewals: which loans have a new date, and which do not and why. Given to the patron alone. States
 * reasons about the loan; problems with the account are discussed at the desk.
 */
import type { RefusalCode } from '../refusals/refusals.ts'
import type { Cents } from '../kernel/money.ts'
import type { Instant } from '../kernel/time.ts'
import { barcodeTail } from './clean.ts'
import { compose, foot, heading, item, letterhead, line, RULE } from './blocks.ts'
import { owedLines } from './check-out-paper.ts'
import type { Block, ReceiptDocument } from './document.ts'
import type { NotRenewedReason } from './paper-kinds.ts'
import type { PaperFacts, PaperItem } from './paper-facts.ts'
import { sayDue } from './say.ts'
import type { Words } from './words/en.ts'

export type RenewedItem = PaperItem & { readonly due_at: Instant; readonly renewals_left_count: number | null }

export type NotRenewedItem = PaperItem & {
  /** Unchanged. */
  readonly due_at: Instant
  readonly reason: NotRenewedReason
}

export type RenewalFacts = PaperFacts & {
  readonly card_barcode: string
  readonly renewed: readonly RenewedItem[]
  readonly not_renewed: readonly NotRenewedItem[]
  readonly owed_cents: Cents
}

const REASONS: Partial<Readonly<Record<RefusalCode, NotRenewedReason>>> = {
  'renewal-hold-waits': 'somebody-waits',
  'renewal-recalled': 'recalled',
  'renewals-used': 'no-more-renewals',
  'renewal-no-gain': 'no-later-date',
  'patron-expired': 'card-expired',
  'owes-too-much': 'money-owed',
}

/** What a patron is told for this refusal. If it is not a plain reason: "Please ask at the desk". */
export function notRenewedReason(code: RefusalCode): NotRenewedReason {
  return REASONS[code] ?? 'ask-at-the-desk'
}

/** Both lists with their headings, or the one there is; an empty list has no heading. */
function section(title: string, items: readonly Block[], isOnly: boolean): readonly Block[] {
  if (items.length === 0) return []
  return isOnly ? items : [heading(title), ...items]
}

function stillDue(facts: RenewalFacts, words: Words, { due_at }: NotRenewedItem): string {
  const when = sayDue(words, due_at, facts)
  return due_at < facts.printed_at ? words.was_due(when) : words.still_due(when)
}

export function renewalReceipt(facts: RenewalFacts, words: Words): ReceiptDocument {
  const renewed = facts.renewed.map((one) =>
    item({
      title: one.title,
      left: words.renewals_left(one.renewals_left_count),
      right: words.due(sayDue(words, one.due_at, facts)),
    }),
  )
  const others = facts.not_renewed.map((one) =>
    item({
      title: one.title,
      details: [words.not_renewed_because[one.reason]],
      right: stillDue(facts, words, one),
    }),
  )
  const title = renewed.length === 0 ? words.not_renewed : others.length === 0 ? words.renewed : words.renewal
  const areBoth = renewed.length > 0 && others.length > 0
  return compose('renewal', facts, words, [
    letterhead(facts, words, title, words.card(barcodeTail(facts.card_barcode))),
    section(words.renewed, renewed, !areBoth),
    areBoth ? [RULE] : [],
    section(words.not_renewed, others, !areBoth),
    RULE,
    renewed.length > 0 ? line(words.items_renewed(renewed.length), '') : [],
    others.length > 0 ? line(words.items_not_renewed(others.length), '') : [],
    owedLines(words, facts, facts.owed_cents),
    foot(facts),
  ])
}
