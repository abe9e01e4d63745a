/**
 * What a person does to the charges of the open account: waive, void, add, apply credit. Above the role's ceiling a row
 * asks a supervisor. Must never touch the charge of anyone but the open patron.
 */
import { allocate, Book } from '../../../shared/ledger/allocate.ts'
import { reduced, waivedCents } from '../../../shared/ledger/charge.ts'
import type { FeeRule } from '../../../shared/policy/policy-facts.ts'
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { wentBack } from '../../../shared/desk/session/session-pages.ts'
import type { ChargeKind } from '../../../shared/ledger/charge-kinds.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { reasonLabel, WAIVE_REASONS } from '../../../shared/staff/reasons.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { letOffBy, mayChargeLessOrAsks, mayLetOffOrAsks } from '../approvals/asking.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { Gathering, type Because } from '../../circulation/charges/gathering.ts'
import { chargeLess } from '../../circulation/charges/let-off.ts'
import { openPatron } from '../patrons/open-patron.ts'
import { readCharge, openCharges, type ReadCharge } from '../../circulation/charges/charge-reading.ts'
import { recordAndSay } from '../patrons/record-and-say.ts'
import { chargeWords } from '../../circulation/charges/charge-words.ts'
import type { Actor } from '../../library/actor.ts'
import { actorOf } from '../desk.ts'
import { speechOf } from '../clerk-language.ts'

/** A charge of the open patron, or why there is none. */
function ownCharge(desk: Desk, charge_ref: string): ReadCharge | Refusal {
  const open = openPatron(desk)
  if ('code' in open) return open
  const { patron_id } = open
  const charge = readCharge(desk.library, charge_ref)
  return charge?.row.patron_id === patron_id ? charge : refuse('charge-unknown')
}

function because(actor: Actor, reason: string): Because {
  return { approved_by: actor.approved?.approved_by ?? '', reason }
}

function isReason(code: string): boolean {
  return WAIVE_REASONS.some((one) => one === code)
}

export function waive(desk: Desk, command: Command, input: Input<'charge.waive'>): Refusal | null {
  const found = ownCharge(desk, input.charge_ref)
  if (isRefusal(found)) return found
  const { state } = found
  if (!isReason(input.reason)) return refuse('reason-unknown', { reason: input.reason })
  if (state.owed_cents === 0) return refuse('nothing-owed')
  const amount = cents(input.amount_cents ?? state.owed_cents)
  if (amount > state.owed_cents) return refuse('more-than-owed', { owed: cents(state.owed_cents) })
  const { charge_ref, reason } = input
  const wish = { method: 'charge.waive', input: { charge_ref, amount_cents: amount, reason } }
  const { words: all, money } = speechOf(desk)
  const words = all.outcomes.money
  const title = all.outcomes.wish.waive(chargeWords(speechOf(desk), found.row.kind), money(amount))
  // A ceiling applies to the charge: many small amounts count as their sum.
  const reach = amount + waivedCents(state)
  const isMeant = mayLetOffOrAsks(desk, { ...wish, grant: 'waive', reach }, title, amount)
  // The page that asked for it is done: back to where the clerk was.
  if (desk.session.page?.place === 'waive') desk.session = wentBack(desk.session)
  if (!isMeant) return null
  const to = new Gathering()
  const { transfers, state: after } = reduced(state, amount, 'waived')
  to.move(transfers, because(actorOf(desk), reason))
  const left = after.owed_cents > 0 ? words.still_owed(money(after.owed_cents)) : words.none_owed
  const fact = money(amount)
  const title_of = chargeWords(speechOf(desk), found.row.kind)
  recordAndSay(desk, command, to, {
    title: title_of,
    happened: words.waived,
    fact,
    sentences: [reasonLabel(speechOf(desk).words.outcomes.reasons, reason), left],
  })
  return null
}

export function voidCharge(desk: Desk, command: Command, input: Input<'charge.void'>): Refusal | null {
  const found = ownCharge(desk, input.charge_ref)
  if (isRefusal(found)) return found
  const { state, row } = found
  if (!isReason(input.reason)) return refuse('reason-unknown', { reason: input.reason })
  if (state.worth_cents === 0) return refuse('nothing-owed')
  const { charge_ref, reason } = input
  const { words: all, money } = speechOf(desk)
  const words = all.outcomes.money
  const fact = money(state.worth_cents)
  const wish = { method: 'charge.void', input: { charge_ref, reason }, grant: 'waive' as const }
  const asks = all.outcomes.wish.void(chargeWords(speechOf(desk), row.kind), fact)
  if (!mayLetOffOrAsks(desk, { ...wish, reach: state.worth_cents }, asks, state.worth_cents)) return null
  const to = new Gathering()
  const { transfers, state: after } = reduced(state, state.worth_cents, 'voided')
  to.move(transfers, because(actorOf(desk), reason))
  const back = after.refund_due_cents > 0 ? [words.library_owes(money(after.refund_due_cents))] : []
  const said = { title: chargeWords(speechOf(desk), row.kind), happened: words.voided, fact }
  recordAndSay(desk, command, to, {
    ...said,
    sentences: [reasonLabel(speechOf(desk).words.outcomes.reasons, reason), ...back],
  })
  return null
}

const FEE_KINDS: Readonly<Record<FeeRule['fee_kind'], ChargeKind>> = {
  'replacement-card': 'card',
  part: 'part',
  damage: 'damaged',
  hold: 'other',
  'returned-check': 'other',
  'book-drop': 'other',
  other: 'other',
}

export function addCharge(desk: Desk, command: Command, input: Input<'charge.add'>): Refusal | null {
  const open = openPatron(desk)
  if ('code' in open) return open
  const { patron_id } = open
  const fee = desk.library.policy().source.fee_rules.find((one) => one.fee_code === input.fee_code) ?? null
  const amount = input.amount_cents ?? fee?.amount_cents ?? 0
  if (amount === 0) return refuse('amount-missing')
  const amount_cents = cents(amount)
  const { words: all, money } = speechOf(desk)
  const words = all.outcomes.money
  const { commandId: _, ...asked } = input
  const title = fee?.name || (fee ? chargeWords(speechOf(desk), FEE_KINDS[fee.fee_kind]) : words.charge)
  const off_cents = cents(Math.max(0, (fee?.amount_cents ?? 0) - amount_cents))
  const call = { method: 'charge.add', input: asked }
  const charging = [{ grant: 'charge', reach: amount_cents }] as const
  const { charge, charge_below } = all.outcomes.wish
  const asks =
    off_cents > 0 ? charge_below(title, money(amount_cents), money(off_cents)) : charge(title, money(amount_cents))
  if (!mayChargeLessOrAsks(desk, call, asks, { charging, less: off_cents })) return null
  const to = new Gathering()
  const ofTable = fee && { by: 'fee' as const, fee_code: fee.fee_code, listed_cents: fee.amount_cents }
  const basis = ofTable ?? { by: 'hand' as const }
  const kind = fee ? FEE_KINDS[fee.fee_kind] : 'manual'
  const made = { patron_id, kind, amount_cents: cents(amount_cents + off_cents), basis, note: input.note.trim() }
  chargeLess(desk.library, to, made, { off_cents, approved_by: letOffBy(desk) })
  recordAndSay(desk, command, to, { title, happened: words.charged, fact: money(amount_cents), sentences: [] })
  return null
}

/** Applies what the library owes the patron, charge by charge, to what they owe, oldest first. */
export function applyCredit(desk: Desk, command: Command): Refusal | null {
  const open = openPatron(desk)
  if ('code' in open) return open
  const { patron_id } = open
  const book = new Book(openCharges(desk.library, patron_id).map(({ state }) => state))
  const refs = book.states.map((state) => state.charge_ref)
  const sum = allocate(book, { givers: refs, takers: refs })
  if (sum === 0) return refuse('nothing-owed')
  const to = new Gathering()
  to.move(book.transfers, because(actorOf(desk), ''))
  const owed = cents(book.states.reduce((total, state) => total + state.owed_cents, 0))
  const { words: all, money } = speechOf(desk)
  const words = all.outcomes.money
  const fact = money(sum)
  const sentences = [words.owed_now(money(owed))]
  recordAndSay(desk, command, to, { title: words.credit, happened: words.credit_used, fact, sentences })
  return null
}
