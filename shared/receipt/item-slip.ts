/**
 * The slip that goes with an item, or to the shelf where it should be: damaged, parts missing, or claimed returned.
 * Anyone can read it where it lies, so it is given no fact about a patron.
 */
import type { LocalDate } from '../kernel/time.ts'
import { barcode, compose, item, plain, RULE, slipHead, SPACE, strong, table } from './blocks.ts'
import type { Block, ReceiptDocument } from './document.ts'
import type { ItemTask } from './paper-kinds.ts'
import type { PaperFacts, ShelfItem } from './paper-facts.ts'
import { sayOn } from './say.ts'
import type { Words } from './words/en.ts'

export type ItemSlipFacts = PaperFacts & {
  readonly task: ItemTask
  readonly item: ShelfItem & { readonly location: string }
  /** What is wrong, one per line: "Water on pages 40 to 60", "Disc 2". About the item, never about a patron. */
  readonly remarks: readonly string[]
  readonly noted_on: LocalDate
  readonly staff_initials: string
  /** Days on which to check the shelf; each gets a box to check off. */
  readonly look_on: readonly LocalDate[]
}

function daysToLook(facts: ItemSlipFacts, words: Words): readonly Block[] {
  if (facts.look_on.length === 0) return []
  const rows = facts.look_on.map((on) => ({ cells: [sayOn(words, on, facts)] }))
  return [RULE, table([{ label: words.looked_on, width_count: 0 }], rows, true)]
}

export function itemSlip(facts: ItemSlipFacts, words: Words): ReceiptDocument {
  const { title, author, call_number, location, barcode: number } = facts.item
  const task = words.task[facts.task]
  return compose('item-slip', facts, words, [
    slipHead(facts, words, task.title),
    item({ title, details: [author, call_number, location] }),
    RULE,
    strong(task.reason),
    facts.remarks.flatMap((remark) => plain(remark)),
    plain(task.next),
    plain(words.noted(sayOn(words, facts.noted_on, facts), facts.staff_initials)),
    daysToLook(facts, words),
    SPACE,
    barcode(number, facts.symbology),
  ])
}
