/**
 * What happens to a claim: searched without success, found on the shelf, withdrawn by the patron, billed, given up.
 * Each ends the claim by an entry. Must never say whose the claim is: the tasks are on screen for all staff.
 */
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { NOTHING_SAID, ON_SHELF } from '../../../shared/circulation/lost/return-question.ts'
import { NO_MODIFIERS } from '../../../shared/desk/modifiers.ts'
import type { EventDraft } from '../../../shared/journal/event.ts'
import type { LoanStatus } from '../../../shared/journal/events/fields.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { claimByRef, type ClaimRow } from '../../store/circulation/claim-rows.ts'
import { itemBarcodeById, loanOfItem, type ItemRow, type LoanRow } from '../../store/circulation/item-rows.ts'
import { takeBackHere } from '../acts.ts'
import { mayLetOffOrAsks, mayOrAsks } from '../approvals/asking.ts'
import { chargesAtReturn } from '../../circulation/charges/at-return.ts'
import { Gathering } from '../../circulation/charges/gathering.ts'
import { chargesAbout } from '../../circulation/charges/charge-reading.ts'
import { patronOfLoan } from '../../circulation/charges/bill-lost.ts'
import { billAndSay } from './material.ts'
import { fineLetOff, isOwnClaim } from './return-questions.ts'
import { recordAndSay } from '../patrons/record-and-say.ts'
import { speechOf, stepsSaid } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { actorOf } from '../desk.ts'
import { findItem, here } from '../../library/here.ts'
import { sealing, stateSealed } from '../../../shared/journal/sealing.ts'
import { loanBody } from '../../store/circulation/loan-columns.ts'
import type { Library } from '../../library/library.ts'

type Claimed = { readonly claim: ClaimRow; readonly item: ItemRow; readonly loan: LoanRow }

/** An open claim with its item and the loan it is about; null when it is settled. */
function openClaim(library: Library, claim_ref: string): Claimed | null {
  const claim = library.db.get(claimByRef, { claim_ref })
  if (claim?.status !== 'open') return null
  const row = must(library.db.get(itemBarcodeById, { item_id: claim.item_id }), 'the item of a claim')
  const item = must(findItem(library, row.barcode), 'the item of a claim')
  const loan = library.db.get(loanOfItem, { item_id: item.item_id })
  return loan?.loan_ref === claim.loan_ref ? { claim, item, loan } : null
}

export function countCheck(desk: Desk, command: Command, { claim_ref }: Input<'claim.check'>): Refusal | null {
  const found = openClaim(desk.library, claim_ref)
  if (!found) return refuse('claim-unknown')
  const checks_count = found.claim.checks_count + 1
  const to = new Gathering()
  to.add({ kind: 'claim-checked', body: { claim_ref, checks_count, checked_on: here(desk.library).today } })
  const { checked, times } = speechOf(desk).words.outcomes.money.claim
  const fact = times(checks_count)
  recordAndSay(desk, command, to, {
    title: found.item.title,
    item: found.item,
    happened: checked,
    fact,
    sentences: [],
    is_final: true,
  })
  return null
}

export function endClaim(desk: Desk, command: Command, { claim_ref, reason }: Input<'claim.end'>): Refusal | null {
  const found = openClaim(desk.library, claim_ref)
  if (!found) return refuse('claim-unknown')
  switch (reason) {
    case 'found':
      if (mayFind(desk, found)) takeBackHere(desk, command, found.item, NO_MODIFIERS, ON_SHELF)
      return null
    case 'withdrawn':
      return withdraw(desk, command, found)
    case 'billed':
      return bill(desk, command, found)
    case 'given-up':
      return giveUp(desk, command, found)
  }
}

/** Found by the clerk who made the claim, its fine is let off on the word of that clerk alone. */
function mayFind(desk: Desk, { claim, item, loan }: Claimed): boolean {
  const back_at = desk.library.clock.now()
  const reach = isOwnClaim(desk, item) ? fineLetOff(desk.library, { item, loan, back_at }) : 0
  if (reach === 0) return true
  const input = { claim_ref: claim.claim_ref, reason: 'found' } as const
  const speech = speechOf(desk)
  const title = speech.words.outcomes.wish.fine_of_return(item.title, speech.money(cents(reach)))
  return mayLetOffOrAsks(desk, { method: 'claim.end', input, grant: 'waive', reach }, title, reach)
}

function standsAs(
  { item, loan }: Claimed,
  loan_status: LoanStatus,
  since_ms: number,
  status: string,
): Extract<EventDraft, { kind: 'loan-status-set' }> {
  return {
    kind: 'loan-status-set',
    body: {
      item_barcode: item.barcode,
      loan_ref: loan.loan_ref,
      before: loan.loan_status as LoanStatus,
      loan_status,
      since_ms,
      since_before_ms: loan.status_since_ms,
      status_before: item.status,
      status,
      reason: 'claim',
    },
  }
}

/** Billed before it was claimed: the bill stands again. */
function isBilled(library: Library, { item, loan }: Claimed): boolean {
  return chargesAbout(library, loan, item.item_id).some(
    ({ row, state }) => row.kind === 'lost' && state.worth_cents > 0,
  )
}

function withdraw(desk: Desk, command: Command, found: Claimed): null {
  const { claim, item } = found
  const to = new Gathering()
  to.add({ kind: 'claim-ended', body: { claim_ref: claim.claim_ref, reason: 'withdrawn' } })
  to.add(standsAs(found, isBilled(desk.library, found) ? 'lost' : 'out', desk.library.clock.now(), item.status))
  const { withdrawn, withdrawn_says } = speechOf(desk).words.outcomes.money.claim
  const sentences = [withdrawn_says]
  recordAndSay(desk, command, to, { title: item.title, item, happened: withdrawn, fact: '', sentences })
  return null
}

function bill(desk: Desk, command: Command, found: Claimed): Refusal | null {
  const { claim, item, loan } = found
  const asked = { claim_ref: claim.claim_ref, reason: 'billed' }
  const title = speechOf(desk).words.outcomes.wish.bill_claim(item.title)
  if (!mayOrAsks(desk, { method: 'claim.end', input: asked, grant: 'declare-lost', reach: 0 }, title)) return null
  if (isBilled(desk.library, found)) {
    const to = new Gathering()
    to.add({ kind: 'claim-ended', body: { claim_ref: claim.claim_ref, reason: 'billed' } })
    to.add(standsAs(found, 'lost', desk.library.clock.now(), 'lost'))
    const { billed, bill_again } = speechOf(desk).words.outcomes.money
    const sentences = [bill_again]
    recordAndSay(desk, command, to, { title: item.title, item, happened: billed, fact: '', sentences })
    return null
  }
  if (!patronOfLoan(desk.library, loan)) return refuse('patron-of-loan-gone')
  return billAndSay(desk, command, { item, loan, reason: 'claim', price_cents: null })
}

/** Nobody found it and nobody is billed: the item is missing, and the patron is cleared. Earlier charges stay. */
function giveUp(desk: Desk, command: Command, { item, loan }: Claimed): null {
  const { branch, now } = here(desk.library)
  const given_up = { item, loan, back_at: now, undated_at: now, is_amnesty: false, is_given_up: true } as const
  const money = chargesAtReturn(desk.library, { ...given_up, said: NOTHING_SAID }, actorOf(desk))
  const state = loanBody(loan)
  const ended = sealing(
    'item-checked-in',
    {
      item_barcode: item.barcode,
      loan: state,
      mode: 'normal',
      effective_at_ms: now,
      days_overdue_count: 0,
      place: 'set-aside',
      to_branch: branch.branch_code,
      status: 'missing',
      before: { at_branch: item.at_branch_code, status: item.status },
    },
    { loan: stateSealed(state, loan) },
  )
  const gathered = { ...money, drafts: [ended, ...money.drafts] }
  recordAndSay(desk, command, gathered, {
    title: item.title,
    item,
    happened: speechOf(desk).words.outcomes.money.claim.given_up,
    fact: '',
    sentences: stepsSaid(desk, money.told),
  })
  return null
}
