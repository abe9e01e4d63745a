/** What goes over when two records become one, in words: never a title, and no name. */
import type { MergeSums } from '../../../shared/patron/merge/merge-about.ts'
import type { MergePlan } from '../../patrons/merge.ts'
import type { Speech } from '../../../shared/words/speech.ts'

/** "3 loans, 2 holds, $4.50 owed" of one record; the parts that are nothing are left out. */
export function sumsSaid({ words, money }: Speech, sums: MergeSums): readonly string[] {
  const { counts } = words.pages.patrons.merge
  return [
    ...(sums.loans_count > 0 ? [counts.loans(sums.loans_count)] : []),
    ...(sums.holds_count > 0 ? [counts.holds(sums.holds_count)] : []),
    ...(sums.owed_cents > 0 ? [counts.owed(money(sums.owed_cents))] : []),
    ...(sums.refund_due_cents > 0 ? [counts.refund(money(sums.refund_due_cents))] : []),
    ...(sums.notes_count > 0 ? [counts.notes(sums.notes_count)] : []),
    ...(sums.blocks_count > 0 ? [counts.blocks(sums.blocks_count)] : []),
    ...(sums.cards_count > 0 ? [counts.cards(sums.cards_count)] : []),
    ...(sums.wards_count > 0 ? [counts.wards(sums.wards_count)] : []),
    ...(sums.family_count > 0 ? [counts.family(sums.family_count)] : []),
  ]
}

/** What goes over, and what ends or becomes stricter by it. */
export function movedSaid(speech: Speech, plan: MergePlan): readonly string[] {
  const { former, ending, isLinkEnding, isBarTaken, isReopened } = plan
  const { merge } = speech.words.pages.patrons
  const moved = sumsSaid(speech, former.sums)
  return [
    moved.length === 0 ? merge.moves_nothing : merge.moves(moved.join(', ')),
    ...(ending.length > 0 ? [merge.ends(ending.length)] : []),
    ...(isLinkEnding ? [merge.link_ends] : []),
    ...(isBarTaken ? [merge.barred] : []),
    ...(isReopened ? [merge.reopened] : []),
  ]
}
