/**
 * The slip in an item on the hold shelf. It shows a code that means nothing to anyone but its patron. Must never show a
 * card number, and shows a name only where the library's policy says so, whatever it is given.
 */
import type { Instant, LocalDate } from '../kernel/time.ts'
import { barcode, big, compose, item, plain, RULE, slipHead, SPACE, strong } from './blocks.ts'
import type { Block, ReceiptDocument } from './document.ts'
import type { PaperFacts, ShelfItem } from './paper-facts.ts'
import { sayAge, sayOn } from './say.ts'
import type { Words } from './words/en.ts'

/** What the library allows on the slip. */
export type HoldSlipShows = 'code' | 'code-and-name'

export type HoldSlipFacts = PaperFacts & {
  readonly item: ShelfItem
  /** "JON-4471". */
  readonly pick_up_code: string
  /** Null: the library's data gives no day. */
  readonly shelf_until_on: LocalDate | null
  readonly hold_slip_shows: HoldSlipShows
  /** Not printed under `code`. */
  readonly patron_name: string
  /** Captured during an outage: when the hold data was last known to be true. Null: online. */
  readonly hold_data_as_of: Instant | null
}

function outage(facts: HoldSlipFacts, words: Words): readonly Block[] {
  if (facts.hold_data_as_of === null) return []
  const age = sayAge(words, facts.hold_data_as_of, facts.printed_at)
  return [RULE, ...strong(words.hold_data_old(age)), ...plain(words.hold_data_check)]
}

export function holdSlip(facts: HoldSlipFacts, words: Words): ReceiptDocument {
  const { title, author, call_number, barcode: number } = facts.item
  const name = facts.hold_slip_shows === 'code-and-name' ? strong(facts.patron_name) : []
  return compose('hold-slip', facts, words, [
    slipHead(facts, words, words.hold),
    big(words.pick_up_code, facts.pick_up_code),
    name,
    facts.shelf_until_on === null ? [] : strong(words.shelf_until(sayOn(words, facts.shelf_until_on, facts))),
    outage(facts, words),
    RULE,
    item({ title, details: [author, call_number] }),
    SPACE,
    barcode(number, facts.symbology),
  ])
}
