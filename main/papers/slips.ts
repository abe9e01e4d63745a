/**
 * The slips that go with an item in the clerk's hand: into a returned item, onto a damaged one, or to the shelf where a
 * claimed one should be. Each outcome has the slip that shared/desk/outcome-kinds.ts promises. Must never show anything
 * about a patron except what the hold slip may show: slips lie in the open.
 */
import type { CheckInDecision } from '../../shared/circulation/loans/check-in.ts'
import { addDays, localDate } from '../../shared/kernel/time.ts'
import { barcodeTail } from '../../shared/receipt/clean.ts'
import type { ReceiptDocument } from '../../shared/receipt/document.ts'
import { itemSlip } from '../../shared/receipt/item-slip.ts'
import type { ItemTask } from '../../shared/receipt/paper-kinds.ts'
import { transitSlip } from '../../shared/receipt/transit-slip.ts'
import type { ItemRow } from '../store/circulation/item-rows.ts'
import { here } from '../library/here.ts'
import type { Capture } from '../circulation/holds/capture.ts'
import { holdSlipFor, shelfItem } from './hold-papers.ts'
import { branchName } from '../circulation/holds/said.ts'
import { paperFacts, slipWordsIn } from './facts-for-paper.ts'
import type { Actor } from '../library/actor.ts'
import type { Library } from '../library/library.ts'

/** The slip for an item that was just checked in; null when it needs none. */
export function slipFor(
  library: Library,
  actor: Actor,
  item: ItemRow,
  { place, held }: { readonly place: CheckInDecision['place']; readonly held: Capture },
): ReceiptDocument | null {
  switch (place.kind) {
    case 'shelf':
      return null
    case 'hold':
      return held.captured && holdSlipFor(library, item, held.captured)
    case 'transit': {
      const facts = {
        ...paperFacts(library),
        item: shelfItem(item),
        to_branch_name: branchName(library, place.to_branch),
      }
      return transitSlip({ ...facts, reason: place.reason }, slipWordsIn(library))
    }
    case 'lender': {
      const to = { to_branch_name: place.lender_name, reason: 'lender', back_on: place.due_back_on } as const
      return transitSlip({ ...paperFacts(library), item: shelfItem(item), ...to }, slipWordsIn(library))
    }
    case 'set-aside':
      return place.reason === 'damaged'
        ? itemSlipFor(library, actor, item, 'damaged', item.note.split('\n').slice(-3))
        : null
  }
}

/** For another library's book that has no record here. */
export function courierSlip(library: Library, barcode: string, prefix: string): ReceiptDocument {
  const words = slipWordsIn(library)
  const item = { title: words.item(barcodeTail(barcode)), author: '', call_number: '', barcode }
  const to = { to_branch_name: words.other_library(prefix), reason: 'not-ours' } as const
  return transitSlip({ ...paperFacts(library), item, ...to }, words)
}

/** @param remarks what is wrong with the item, one per line */
export function itemSlipFor(
  library: Library,
  actor: Actor,
  item: ItemRow,
  task: ItemTask,
  remarks: readonly string[] = [],
): ReceiptDocument {
  const { today } = here(library)
  const isClaim = task === 'claims-returned' || task === 'claims-never-had'
  // The first check is today's.
  const days = isClaim ? [0, ...library.policy().settings.claims_recheck_days] : []
  const facts = {
    ...paperFacts(library),
    task,
    item: { ...shelfItem(item), location: item.location },
    remarks: remarks.filter((remark) => remark.trim() !== ''),
    noted_on: localDate(today),
    staff_initials: actor.staff?.initials ?? '',
    look_on: [...new Set(days)].map((count) => addDays(localDate(today), count)),
  }
  return itemSlip(facts, slipWordsIn(library))
}
