/**
 * The receipt of a check-in: proof that these items came back. A cart may hold what many people had: titles and fines
 * appear only for what was on the account of the person who takes the paper.
 */
import { addCents, cents, type Cents } from '../kernel/money.ts'
import { barcodeTail } from './clean.ts'
import { compose, foot, item, letterhead, line, RULE } from './blocks.ts'
import type { Block, ReceiptDocument } from './document.ts'
import { owedLines } from './check-out-paper.ts'
import type { PaperFacts, PaperItem } from './paper-facts.ts'
import { sayMoney } from './say.ts'
import type { Words } from './words/en.ts'

export type ReturnedItem = PaperItem & {
  /** Whether it was out to the patron who takes the paper. */
  readonly is_own: boolean
  /** Overdue fine charged; zero when none was. */
  readonly fine_cents: Cents
}

export type CheckInFacts = PaperFacts & {
  /** The patron who takes the paper; null when no account is open: then no title or fine is shown. */
  readonly patron: {
    readonly card_barcode: string
    /** Still out on the account. */
    readonly out_count: number
    readonly owed_cents: Cents
  } | null
  readonly items: readonly ReturnedItem[]
}

function returned(words: Words, facts: CheckInFacts, one: ReturnedItem): Block {
  if (facts.patron === null || !one.is_own) return item({ title: words.item(barcodeTail(one.barcode)) })
  const right = one.fine_cents > 0 ? `${words.late_fine} ${sayMoney(one.fine_cents, facts)}` : ''
  return item({ title: one.title, right })
}

export function checkInReceipt(facts: CheckInFacts, words: Words): ReceiptDocument {
  const { items, patron } = facts
  const fines_cents = addCents(cents(0), ...items.filter((one) => one.is_own).map((one) => one.fine_cents))
  const account = patron
    ? [
        ...(fines_cents > 0 ? [line(words.charged_now, sayMoney(fines_cents, facts))] : []),
        line(words.still_out, String(patron.out_count)),
        ...owedLines(words, facts, patron.owed_cents),
      ]
    : []
  return compose('check-in', facts, words, [
    letterhead(facts, words, words.returned, patron ? words.card(barcodeTail(patron.card_barcode)) : ''),
    items.map((one) => returned(words, facts, one)),
    RULE,
    line(words.items_returned(items.length), ''),
    account,
    foot(facts),
  ])
}
