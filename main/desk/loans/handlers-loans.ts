/** The methods for scripts and benchmarks: check out, check in, renew and look up, outside any desk session. */
import type { PatronFacts } from '../../../shared/policy/facts.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { eventRefText, type DeskEvent } from '../../../shared/journal/event.ts'
import type { CostStep } from '../../../shared/circulation/fines/cost-steps.ts'
import type { DueStep } from '../../../shared/journal/events/due-steps.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { instant, type Instant } from '../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../shared/kernel/zone.ts'
import { no, ok, type Answer } from '../../ipc/answer.ts'
import type { Handlers } from '../../ipc/router.ts'
import { loanOfItem, type ItemRow } from '../../store/circulation/item-rows.ts'
import { cardByBarcode } from '../../store/patrons/patron-rows.ts'
import { costsOfLoan } from '../../circulation/charges/at-loan.ts'
import { readAccount, type Account } from '../../circulation/accounts/account.ts'
import { findItem, here } from '../../library/here.ts'
import { ruleHeld } from '../../library/rule-held.ts'
import { speechOf } from '../clerk-language.ts'
import { checkInGone } from '../items/gone-items.ts'
import { checkOut, previewCheckOut } from '../../circulation/loans/lend.ts'
import { renew } from '../../circulation/loans/renewing.ts'
import { checkIn } from '../../circulation/loans/take-back.ts'
import type { Desk } from '../desk.ts'
import { pastOf } from '../../library/record.ts'
import { commandOf, type Command } from '../../library/command.ts'
import { loanLine } from '../patrons/panel.ts'
import { viewedByScript } from '../privacy/record-views.ts'
import { personName } from '../../search/search-patrons.ts'
import type { Library } from '../../library/library.ts'
import { actorOf } from '../desk.ts'

export type LoanMethod = 'loan.preview' | 'loan.check-out' | 'loan.check-in' | 'loan.renew' | 'patron.get' | 'item.get'

type LoanReply = Output<'loan.check-out'>

export function loanHandlers(desk: Desk): Pick<Handlers, LoanMethod> {
  return {
    'loan.preview': ({ card_barcode, item_barcode, at, reason = '' }) =>
      withBoth(desk.library, card_barcode, item_barcode, (account, item) => {
        const refused = viewedByScript(desk, account.row.patron_id, reason)
        if (refused) return { refused }
        const place = here(desk.library)
        const now = at === undefined ? place.now : instant(Date.parse(at))
        const today = toLocalDate(now, place.branch.zone)
        const decision = previewCheckOut(desk.library, { account, item, overrides: [] }, { ...place, now, today })
        if (decision.kind === 'refused') return { refused: must(decision.refusals[0], 'a reason') }
        const { event: _none, ...reply } = loanReply(desk, item, { ...decision, costs: [], event: '' })
        return ok(reply)
      }),
    'loan.check-out': (input) =>
      replayable(desk, 'loan.check-out', input, (command) =>
        withBoth(desk.library, input.card_barcode, input.item_barcode, (account, item) => {
          const result = checkOut(desk.library, actorOf(desk), command, { account, item, overrides: [] })
          if (result.kind === 'refused') return { refused: must(result.refusals[0], 'a reason') }
          return ok(loanReply(desk, item, result))
        }),
      ),
    'loan.check-in': (input) => {
      const command = commandOf('loan.check-in', input)
      const past = pastOf(desk.library, command)
      if (past === 'changed') return no('command-changed')
      const item = findItem(desk.library, input.item_barcode)
      if (past) {
        const event = past.find((one) => one.kind === 'item-checked-in')
        return event ? ok(checkInReply(desk, item, event)) : no('command-changed')
      }
      if (!item) {
        // Out even though its record is gone: checked in as a scan would.
        const back = checkInGone(desk, command, input.item_barcode)
        return back ? ok(checkInReply(desk, null, back)) : unknownItem(desk.library, input.item_barcode)
      }
      const { event } = checkIn(desk.library, actorOf(desk), command, item)
      return ok(checkInReply(desk, item, must(desk.library.journal.event(event), 'the event just recorded')))
    },
    'loan.renew': (input) =>
      replayable(desk, 'loan.renew', input, (command) => {
        const item = findItem(desk.library, input.item_barcode)
        if (!item) return unknownItem(desk.library, input.item_barcode)
        const result = renew(desk.library, actorOf(desk), command, item)
        if (result.kind === 'refused') return { refused: must(result.refusals[0], 'a reason') }
        return ok(loanReply(desk, item, result))
      }),
    'patron.get': (input) => patronGet(desk, input),
    'item.get': ({ item_barcode }) => itemGet(desk.library, item_barcode),
  }
}

/** A repeated id is answered from the journal, word for word; nothing is recorded again. */
function replayable(
  desk: Desk,
  method: string,
  input: { readonly commandId: string; readonly item_barcode: string },
  work: (command: Command) => Answer<LoanReply>,
): Answer<LoanReply> {
  const { library } = desk
  const command = commandOf(method, input)
  const past = pastOf(library, command)
  if (past === 'changed') return no('command-changed')
  if (past === null) return work(command)
  // A charge or a hold may have been recorded with it, before it or after it.
  const event = past.find((one) => one.kind === 'item-checked-out' || one.kind === 'loan-renewed')
  if (!event) return no('command-changed')
  // Its record may be gone since; the recorded result is returned even so.
  const item = findItem(library, input.item_barcode) ?? {
    barcode: input.item_barcode,
    title: speechOf(desk).words.outcomes.return.gone.heading,
  }
  const { due_at_ms, rule_code, steps } = event.body
  const made = { due_at: instant(due_at_ms), rule: { rule_code }, steps, at: instant(event.head.at_ms) }
  return ok(loanReply(desk, item, { ...made, costs: costsOfLoan(past), event: eventRefText(event.head) }))
}

type LoanMade = {
  readonly due_at: Instant
  readonly rule: { readonly rule_code: string }
  readonly steps: readonly DueStep[]
  readonly costs: readonly CostStep[]
  readonly event: string
  /** When it was decided, when that is not now. */
  readonly at?: Instant
}

function loanReply(
  desk: Desk,
  item: Pick<ItemRow, 'barcode' | 'title'>,
  { due_at, rule, steps, costs, event, at = desk.library.clock.now() }: LoanMade,
): LoanReply {
  const { library } = desk
  const due_text = speechOf(desk).moment(due_at)
  return {
    item_barcode: item.barcode,
    title: item.title,
    due_at_ms: due_at,
    due_text,
    rule_code: rule.rule_code,
    explanation: [ruleHeld(library, 'loan', rule.rule_code, at), ...steps, ...costs].map(speechOf(desk).step),
    event,
  }
}

/** @param item null: its record is gone from the library's data */
function checkInReply(desk: Desk, item: ItemRow | null, event: DeskEvent): Output<'loan.check-in'> {
  if (event.kind !== 'item-checked-in') throw new TypeError('the event of a check-in')
  const { item_barcode, place, to_branch, loan, days_overdue_count } = event.body
  const to = desk.library.branch(to_branch)?.name ?? to_branch
  const { shelf, hold, transit, aside, lender, gone } = speechOf(desk).words.outcomes.return
  const place_text = {
    shelf: shelf.happened(item?.location ?? ''),
    hold: hold.fact,
    transit: transit.happened(to),
    'set-aside': aside.happened,
    lender: item?.lender_name ? lender.says(item.lender_name, '') : lender.happened,
  }[place]
  return {
    item_barcode,
    title: item?.title ?? gone.heading,
    was_out: loan !== null,
    days_overdue: days_overdue_count,
    place,
    place_text,
    event: eventRefText(event.head),
  }
}

function unknownItem(library: Library, barcode: string): { readonly refused: Refusal } {
  return { refused: refuse('item-unknown', { barcode, as_of: library.asOf }) }
}

function withBoth<T>(
  library: Library,
  card_barcode: string,
  item_barcode: string,
  work: (account: Account, item: ItemRow) => Answer<T>,
): Answer<T> {
  const card = library.db.get(cardByBarcode, { barcode: card_barcode })
  const status = card?.status as PatronFacts['card_status']
  const account = card && readAccount(library, card.patron_id, here(library).today, status)
  if (!account) return no('patron-unknown', { barcode: card_barcode, as_of: library.asOf })
  const item = findItem(library, item_barcode)
  return item ? work(account, item) : unknownItem(library, item_barcode)
}

function patronGet(
  desk: Desk,
  { card_barcode: barcode, reason = '' }: Input<'patron.get'>,
): Answer<Output<'patron.get'>> {
  const { library } = desk
  const speech = speechOf(desk)
  const { now, today } = here(library)
  const card = library.db.get(cardByBarcode, { barcode })
  const account = card && readAccount(library, card.patron_id, today)
  if (!card || !account) return no('patron-unknown', { barcode, as_of: library.asOf })
  const refused = viewedByScript(desk, account.row.patron_id, reason)
  if (refused) return { refused }
  return ok({
    patron_id: account.row.patron_id,
    name: personName(account.row),
    card_barcode: barcode,
    former_card: card.status === 'former',
    category_code: account.row.category_code,
    expires_on: account.row.expires_on ?? '',
    owed_cents: account.owed,
    blocks: account.blocks.map((block) => block.note || block.kind),
    loans: account.loans.map((loan) => loanLine(speech, loan, now)),
  })
}

function itemGet(library: Library, barcode: string): Answer<Output<'item.get'>> {
  const item = findItem(library, barcode)
  if (!item) return unknownItem(library, barcode)
  const loan = library.db.get(loanOfItem, { item_id: item.item_id })
  const { title, author, call_number, item_type_code, status } = item
  return ok({
    item_barcode: barcode,
    title,
    author,
    call_number,
    item_type_code,
    home_branch: item.home_branch_code,
    status,
    is_out: loan !== null,
    due_at_ms: loan?.due_at_ms ?? null,
  })
}
