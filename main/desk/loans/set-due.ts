/**
 * Sets the due date of one loan of the open account by hand: checks the day and the role, then records the entry.
 * Beyond the role a row asks a supervisor. Must never touch a loan of anyone but the open patron.
 */
import { isCardExpiredOn } from '../../../shared/circulation/decision.ts'
import { findRule } from '../../../shared/policy/policy.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { decideSetDue } from '../../../shared/circulation/loans/set-due.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { dueSealed, sealing } from '../../../shared/journal/sealing.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { loanOfItem } from '../../store/circulation/item-rows.ts'
import { askApproval } from '../approvals/asking.ts'
import { addFineSoFar } from '../../circulation/charges/at-loan.ts'
import { Gathering } from '../../circulation/charges/gathering.ts'
import { askedOf } from '../../circulation/charges/loan-fine.ts'
import { recordAndSay } from '../patrons/record-and-say.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { may } from '../../library/grants.ts'
import { findItem, here } from '../../library/here.ts'
import { openPatron } from '../patrons/open-patron.ts'
import { actorOf } from '../desk.ts'
import { speechOf, stepsSaid } from '../clerk-language.ts'

export function setDue(desk: Desk, command: Command, input: Input<'desk.set-due'>): Refusal | null {
  const patron = openPatron(desk)
  if ('code' in patron) return patron
  const { item_barcode, due_on } = input
  const item = findItem(desk.library, item_barcode)
  if (!item) return refuse('item-unknown', { barcode: item_barcode, as_of: desk.library.clock.now() })
  const loan = desk.library.db.get(loanOfItem, { item_id: item.item_id })
  if (loan?.patron_id !== patron.patron_id) return refuse('due-date-not-theirs')
  const { now, today } = here(desk.library)
  const { asked, calendar } = askedOf(desk.library, loan, item, patron)
  const expires_on = patron.expires_on === null ? null : localDate(patron.expires_on)
  const decision = decideSetDue({
    due_on: localDate(due_on),
    now,
    due_at: loan.due_at_ms,
    loan_status: loan.loan_status,
    card_expires_on: isCardExpiredOn(expires_on, today) ? null : expires_on,
    rule: findRule(desk.library.rules(), asked)?.rule ?? null,
    calendar,
    settings: desk.library.policy().settings,
  })
  if ('code' in decision) return decision
  const { moment, words } = speechOf(desk)
  const { due_date } = words.outcomes.loan
  const fact = moment(decision.due_at)
  if (!may(desk.library, actorOf(desk), 'set-due-date')) {
    const call = { method: 'desk.set-due', input: { item_barcode, due_on }, grant: 'set-due-date', reach: 0 } as const
    askApproval(desk, call, due_date.wish(item.title, fact))
    return null
  }
  const to = new Gathering()
  const set = {
    item_barcode,
    loan_ref: loan.loan_ref,
    due_before_ms: loan.due_at_ms,
    due_at_ms: decision.due_at,
    renewals_count: loan.renewals_count,
    reason: 'hand',
    approved_by: desk.approved?.approved_by ?? '',
    set_by_before: loan.due_staff_code,
    set_by: desk.session.staff?.staff_code ?? '',
  } as const
  to.add(sealing('due-date-set', set, { due_before_ms: dueSealed(loan), due_at_ms: decision.sealed_due_at }))
  const costs = stepsSaid(desk, addFineSoFar(desk.library, to, loan, { item, patron, now }))
  const was = due_date.was(moment(loan.due_at_ms))
  const { title } = item
  const happened = due_date.set
  recordAndSay(desk, command, to, {
    title,
    item,
    happened,
    fact,
    sentences: [was, ...costs],
    due_at_ms: decision.due_at,
  })
  return null
}
