/**
 * The receipt of a check-out. Titles and amounts owed appear only on the patron's own: a person who picks up items for
 * another gets only the due dates, with the ends of the barcodes. Never a name, never a full card number.
 */
import { cents, type Cents } from '../kernel/money.ts'
import type { Instant } from '../kernel/time.ts'
import { barcodeTail } from './clean.ts'
import { compose, foot, item, letterhead, line, plain, RULE } from './blocks.ts'
import type { Block, ReceiptDocument } from './document.ts'
import type { PaperFacts, PaperItem } from './paper-facts.ts'
import { sayDue, sayMoney } from './say.ts'
import type { Words } from './words/en.ts'

export type LentItem = PaperItem & {
  readonly due_at: Instant
  /** Null: unlimited. */
  readonly renewals_left_count: number | null
}

export type CheckOutFacts = PaperFacts & {
  /** Whether the patron of the account is the one who takes the paper. */
  readonly is_own: boolean
  readonly card_barcode: string
  readonly items: readonly LentItem[]
  /** Everything out on the account, including these. */
  readonly out_count: number
  /** Below zero: a credit. */
  readonly owed_cents: Cents
  readonly holds_ready_count: number
}

/** "You owe $3.75", "Your credit $2.00", or nothing. */
export function owedLines(words: Words, facts: PaperFacts, owed_cents: Cents): readonly Block[] {
  if (owed_cents === 0) return []
  if (owed_cents > 0) return [line(words.you_owe, sayMoney(owed_cents, facts), true)]
  return [line(words.your_credit, sayMoney(cents(-owed_cents), facts))]
}

function lent(words: Words, facts: CheckOutFacts, one: LentItem): Block {
  const right = words.due(sayDue(words, one.due_at, facts))
  if (!facts.is_own) return line(words.item(barcodeTail(one.barcode)), right)
  return item({ title: one.title, left: words.renewals_left(one.renewals_left_count), right })
}

export function checkOutReceipt(facts: CheckOutFacts, words: Words): ReceiptDocument {
  const { is_own, items } = facts
  const account = [
    line(words.out_in_all, String(facts.out_count)),
    ...owedLines(words, facts, facts.owed_cents),
    ...(facts.holds_ready_count > 0 ? plain(words.holds_ready(facts.holds_ready_count)) : []),
  ]
  return compose('check-out', facts, words, [
    letterhead(facts, words, words.checked_out, is_own ? words.card(barcodeTail(facts.card_barcode)) : ''),
    items.map((one) => lent(words, facts, one)),
    RULE,
    line(words.items_out_now(items.length), ''),
    is_own ? account : [],
    foot(facts),
  ])
}
