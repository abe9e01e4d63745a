/**
 * Marks an item: missing, traced, damaged, withdrawn, in again. Withdrawing needs a role that may change items. Must
 * never touch a loan: an item that is out only gets a note.
 */
import { decideMark } from '../../../shared/circulation/loans/marking.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { EventDraft } from '../../../shared/journal/event.ts'
import { loanOfItem, type ItemRow } from '../../store/circulation/item-rows.ts'
import { holdsOfItem } from '../../store/circulation/made-rows.ts'
import { askApproval } from '../approvals/asking.ts'
import { Gathering } from '../../circulation/charges/gathering.ts'
import { recordAndSay } from '../patrons/record-and-say.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { may } from '../../library/grants.ts'
import { findItem, here } from '../../library/here.ts'
import { freedFrom } from '../../circulation/holds/freeing.ts'
import { keepSlip, slipWords } from '../papers/keeping.ts'
import { itemSlipFor } from '../../papers/slips.ts'
import { fieldsOf, withNote } from '../../circulation/items/item-fields.ts'
import { speechFor } from '../../library/library-speech.ts'
import { actorOf } from '../desk.ts'
import { speechOf } from '../clerk-language.ts'

export function markItem(desk: Desk, command: Command, input: Input<'item.mark'>): Refusal | null {
  const { item_barcode, status } = input
  const item = findItem(desk.library, item_barcode)
  if (!item) return refuse('item-unknown', { barcode: item_barcode, as_of: desk.library.clock.now() })
  const { item_id } = item
  const decision = decideMark({
    status_before: item.status,
    is_out: desk.library.db.get(loanOfItem, { item_id }) !== null,
    is_held: desk.library.db.get(holdsOfItem, { item_id }) !== null,
    wanted: status,
  })
  if ('code' in decision) return decision
  const isFinal = status === 'withdrawn' || item.status === 'withdrawn'
  if (isFinal && !may(desk.library, actorOf(desk), 'edit-item')) {
    const { commandId: _, ...asked } = input
    const { marks, wish } = speechOf(desk).words.outcomes
    const title = wish.mark(item.title, marks[status].label)
    askApproval(desk, { method: 'item.mark', input: asked, grant: 'edit-item', reach: 0 }, title)
    return null
  }
  const to = new Gathering()
  const isMarked = decision.kind === 'mark'
  const freed = isMarked ? freedFrom(desk.library, item) : []
  if (isMarked) {
    const before = { at_branch: item.at_branch_code, status: item.status }
    to.add({ kind: 'item-marked', body: { item_barcode, before, status, at_branch: null, reason: 'staff' } })
    for (const draft of freed) to.add(draft)
  }
  const note = input.note.trim()
  if (!isMarked || note !== '') to.add(noted(desk, item, note))
  const { outcomes } = speechOf(desk).words
  const words = outcomes.item
  const hasSlip = isMarked && status === 'damaged'
  const sentences = [
    isMarked ? outcomes.marks[status].says : words.out_noted,
    ...(freed.length > 0 ? [outcomes.hold.waits_again] : []),
    ...(note === '' ? [] : [words.note_kept]),
    ...(hasSlip ? [slipWords(desk)] : []),
  ]
  recordAndSay(desk, command, to, {
    title: item.title,
    item,
    happened: isMarked ? words.marked : words.noted,
    fact: '',
    sentences,
  })
  if (hasSlip) keepSlip(desk, itemSlipFor(desk.library, actorOf(desk), item, 'damaged', [note]))
  return null
}

/** The note with the day: an undated one says little in a year. It is kept, so it is in the library's language. */
function noted({ library }: Desk, item: ItemRow, note: string): EventDraft {
  const { words, dateYear } = speechFor(library, null)
  const before = fieldsOf(item)
  const line = `${dateYear(here(library).today)}: ${note || words.outcomes.item.note_damaged}`
  const after = { ...before, note: withNote(before.note, line) }
  return { kind: 'item-edited', body: { item_barcode: item.barcode, before, after } }
}
