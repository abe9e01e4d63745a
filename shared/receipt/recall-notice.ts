/**
 * The notice to the patron who has a recalled item, to hand over or mail: with name and address. Must never say who is
 * waiting: that would tell one patron what another reads.
 */
import type { Instant } from '../kernel/time.ts'
import { big, compose, foot, item, letterhead, plain, RULE, strong } from './blocks.ts'
import { barcodeTail } from './clean.ts'
import type { ReceiptDocument } from './document.ts'
import type { PaperFacts, PaperItem } from './paper-facts.ts'
import { sayDue } from './say.ts'
import type { Words } from './words/en.ts'

export type RecallNoticeFacts = PaperFacts & {
  readonly patron_name: string
  /** As on an envelope, one line each; none when the library has no address. */
  readonly address_lines: readonly string[]
  readonly item: PaperItem & { readonly author: string }
  /** Null: left out. */
  readonly due_before: Instant | null
  readonly due_at: Instant
}

export function recallNotice(facts: RecallNoticeFacts, words: Words): ReceiptDocument {
  const { title, author, barcode } = facts.item
  return compose('recall-notice', facts, words, [
    letterhead(facts, words, words.recall_notice),
    strong(facts.patron_name),
    facts.address_lines.flatMap((text) => plain(text)),
    RULE,
    item({
      title,
      details: [author, words.item(barcodeTail(barcode))],
      right: facts.due_before === null ? '' : words.due_until_now(sayDue(words, facts.due_before, facts)),
    }),
    RULE,
    plain(words.recall_asks),
    big(words.bring_back_by, sayDue(words, facts.due_at, facts)),
    plain(words.recall_no_renewal),
    plain(words.recall_thanks),
    foot(facts),
  ])
}
