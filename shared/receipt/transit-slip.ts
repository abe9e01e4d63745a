/**
 * The slip in an item that travels to another branch or another library: where to and why. It is given no fact about a
 * patron.
 */
import type { LocalDate } from '../kernel/time.ts'
import { barcode, big, compose, item, plain, RULE, slipHead, SPACE } from './blocks.ts'
import type { ReceiptDocument } from './document.ts'
import type { TransitReason } from './paper-kinds.ts'
import type { PaperFacts, ShelfItem } from './paper-facts.ts'
import { sayWithYear } from './say.ts'
import type { Words } from './words/en.ts'

export type TransitSlipFacts = PaperFacts & {
  readonly item: ShelfItem
  readonly to_branch_name: string
  readonly reason: TransitReason
  /** When the lending library wants it back. */
  readonly back_on?: LocalDate | null
}

const LEAVES: ReadonlySet<TransitReason> = new Set(['lender', 'not-ours'])

export function transitSlip(facts: TransitSlipFacts, words: Words): ReceiptDocument {
  const { title, author, call_number, barcode: number } = facts.item
  const { back_on = null } = facts
  // The head names the branch that the item leaves.
  const sent = { ...facts, branch_name: words.from(facts.branch_name) }
  return compose('transit-slip', facts, words, [
    slipHead(sent, words, LEAVES.has(facts.reason) ? words.to_library : words.transit),
    big(words.send_to, facts.to_branch_name),
    plain(words.transit_because[facts.reason]),
    back_on === null ? [] : plain(words.back_by(sayWithYear(words, back_on, facts))),
    RULE,
    item({ title, details: [author, call_number] }),
    SPACE,
    barcode(number, facts.symbology),
  ])
}
