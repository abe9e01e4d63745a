/**
 * The two scan modes that neither check out nor in: counting in-house use, and inventory of a shelf. Must never close a
 * loan, except a claimed one: an item on the shelf proves that it was back.
 */
import { ON_SHELF } from '../../../shared/circulation/lost/return-question.ts'
import { NO_MODIFIERS } from '../../../shared/desk/modifiers.ts'
import type { RowDraft } from '../../../shared/desk/session/drafts.ts'
import { stockWords, usedWords, type StockOddity } from '../../../shared/desk/words/words-stock.ts'
import { eventRefText, type EventDraft } from '../../../shared/journal/event.ts'
import { withBand } from '../../../shared/desk/session/session.ts'
import { quietBand } from '../../../shared/desk/words/words.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { loanOfItem, type ItemRow } from '../../store/circulation/item-rows.ts'
import { say, takeBackHere } from '../acts.ts'
import { isClaimed } from '../../circulation/charges/loan-fine.ts'
import type { Desk } from '../desk.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { here, known } from '../../library/here.ts'
import { actorOf } from '../desk.ts'
import { speechOf } from '../clerk-language.ts'

/** Used in the library and left on a table: counted, and nothing else. */
export function countUse(desk: Desk, command: Command, item: ItemRow): void {
  const draft: EventDraft = { kind: 'item-used-here', body: { item_barcode: item.barcode, uses_count: 1 } }
  const isOut = desk.library.db.get(loanOfItem, { item_id: item.item_id }) !== null
  said(
    desk,
    command,
    item,
    draft,
    usedWords(speechOf(desk).words.outcomes.stock, { item, at: desk.library.clock.now(), is_out: isOut }),
  )
}

/** Statuses that only mean its place was unknown: seen on its shelf, it is available again. */
const FOUND_BY_STOCK: ReadonlySet<string> = new Set(['missing', 'trace', 'on-order', 'in-process'])
/** These involve more than a place: a bill, a patron waiting elsewhere. Only a check-in settles that. */
const NEEDS_CHECK_IN: ReadonlySet<string> = new Set(['lost', 'in-transit'])

/** The item is here: the desk notes that it was seen, and reports where the records differ. */
export function takeStock(desk: Desk, command: Command, item: ItemRow): void {
  const { branch } = here(desk.library)
  const loan = desk.library.db.get(loanOfItem, { item_id: item.item_id })
  const isOut = loan !== null
  // This is the item of a shelf check: the patron was right, and owes nothing.
  if (loan && isClaimed(loan.loan_status)) {
    takeBackHere(desk, command, item, NO_MODIFIERS, ON_SHELF)
    return
  }
  const status = !isOut && FOUND_BY_STOCK.has(item.status) ? 'available' : item.status
  const before = { at_branch: item.at_branch_code, status: item.status }
  const draft: EventDraft = {
    kind: 'item-marked',
    body: { item_barcode: item.barcode, before, status, at_branch: null, reason: 'inventory' },
  }
  const odd: StockOddity[] = []
  if (isOut) odd.push('is-out')
  else if (NEEDS_CHECK_IN.has(item.status)) odd.push('needs-check-in')
  if (item.status !== status) odd.push('was-gone')
  if (item.status === 'hold-shelf') odd.push('is-on-hold')
  if (item.status === 'withdrawn' || item.status === 'damaged') odd.push('is-set-aside')
  if (item.home_branch_code !== branch.branch_code) odd.push('is-elsewhere')
  const home = desk.library.branch(item.home_branch_code)?.name ?? item.home_branch_code
  const about = { item, at: desk.library.clock.now(), odd, status_before: item.status, home }
  said(desk, command, item, draft, stockWords(speechOf(desk).words.outcomes.stock, about))
}

/** A second reading within this time is the scanner's, not the clerk's. */
const SAME_READING_MS = 3000

/** An item that was checked out or renewed a moment ago: said in one quiet line, and nothing to answer. */
export function saidTwice(desk: Desk, { barcode, title }: ItemRow): boolean {
  const at = desk.library.clock.now()
  const last = desk.session.rows.find(({ row }) => row.barcode === barcode)
  if (!last || (last.act !== 'out' && last.act !== 'renew') || last.row.is_undone) return false
  if (at - last.row.at_ms > SAME_READING_MS) return false
  const { twice } = speechOf(desk).words.outcomes.loan
  desk.session = withBand(desk.session, { ...quietBand(title, twice), fact: desk.session.band?.fact ?? null })
  return true
}

type Spoken = { readonly band: Parameters<typeof say>[1]['band']; readonly row: RowDraft }

function said(desk: Desk, command: Command, item: ItemRow, draft: EventDraft, words: Spoken): void {
  const [event] = record(desk.library, actorOf(desk), command, [draft], { items: known([item]) })
  const ref = eventRefText(must(event, 'what was just recorded').head)
  say(desk, { band: words.band, row: { ...words.row, event: ref, command_id: command.command_id } })
}
