/**
 * Undoes an entry about money or a claim, by further entries: a charge is removed, a transfer mirrored, a loan gets its
 * former status, a claim is removed or reopened. To the cent, or not at all.
 */
import { transferOf } from '../../../shared/journal/fold/charges.ts'
import { chargesOf } from '../../../shared/ledger/accounts.ts'
import { undone, type ChargeState } from '../../../shared/ledger/charge.ts'
import { eventRefText, type DeskEvent } from '../../../shared/journal/event.ts'
import { sealedBefore, sealing } from '../../../shared/journal/sealing.ts'
import { NOT_BY_HAND } from '../../../shared/journal/events/fields.ts'
import { localRef } from '../../../shared/journal/local-ref.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { claimByRef } from '../../store/circulation/claim-rows.ts'
import { itemBarcodeById, loanOfItem } from '../../store/circulation/item-rows.ts'
import { findItem } from '../../library/here.ts'
import { Gathering, type Gathered } from './gathering.ts'
import { readCharge } from './charge-reading.ts'
import type { Library } from '../../library/library.ts'

type ChargeEvent = Extract<DeskEvent, { kind: 'charge-made' | 'charge-moved' }>
type Undoable = Extract<
  DeskEvent,
  {
    kind:
      | 'charge-made'
      | 'charge-moved'
      | 'loan-status-set'
      | 'due-date-set'
      | 'loan-recalled'
      | 'claim-made'
      | 'claim-ended'
      | 'note-written'
      | 'pickup-allowed'
  }
>

const KINDS: ReadonlySet<string> = new Set<Undoable['kind']>([
  'charge-made',
  'charge-moved',
  'loan-status-set',
  'due-date-set',
  'loan-recalled',
  'claim-made',
  'claim-ended',
  'note-written',
  'pickup-allowed',
])

export function isMoneyOrClaim(event: DeskEvent): event is Undoable {
  return KINDS.has(event.kind)
}

/**
 * @param together everything that is undone with it: what one command did to one charge is turned round as one
 * @returns null when something newer is in the way
 */
export function moneyUndone(library: Library, event: Undoable, together: readonly DeskEvent[]): Gathered | null {
  switch (event.kind) {
    case 'charge-made':
    case 'charge-moved':
      return chargeUndone(library, event, together)
    case 'loan-status-set':
      return loanStatusUndone(library, event)
    case 'due-date-set':
      return dueDateUndone(library, event)
    case 'loan-recalled':
      return recallUndone(library, event)
    case 'claim-made':
      return claimUndone(library, event)
    case 'claim-ended':
      return claimReopened(library, event)
    case 'note-written':
      return noteUndone(library, event)
    case 'pickup-allowed':
      return pickupUndone(library, event)
  }
}

function isCharge(event: DeskEvent): event is ChargeEvent {
  return event.kind === 'charge-made' || event.kind === 'charge-moved'
}

/** All money that was moved comes back with its newest entry, by its mirrors; the others then have nothing to add. */
function chargeUndone(library: Library, event: ChargeEvent, together: readonly DeskEvent[]): Gathered | null {
  const to = new Gathering()
  const ours = together.filter(isCharge)
  const all = ours.length === 0 ? [event] : ours
  const newest = must(all.at(-1), 'an entry about money')
  if (eventRefText(newest.head) !== eventRefText(event.head)) return to
  // The charge of a patron who was erased since is gone.
  const refs = all.flatMap((one) => chargesOf(transferOf(one)))
  if (refs.some((ref) => readCharge(library, ref) === null)) return null
  const now = new Map<string, ChargeState>()
  const stateOf = (ref: string): ChargeState =>
    now.get(ref) ?? must(readCharge(library, ref), 'the charge of an event').state
  for (const one of all.toReversed()) {
    const done = transferOf(one)
    const back = undone(chargesOf(done).map(stateOf), done)
    if (back === null) return null
    to.move([back.transfer], { of: eventRefText(one.head) })
    for (const state of back.states) now.set(state.charge_ref, state)
  }
  return to
}

function loanNow(library: Library, item_barcode: string, loan_ref: string) {
  const item = findItem(library, item_barcode)
  const loan = item && library.db.get(loanOfItem, { item_id: item.item_id })
  return item && loan?.loan_ref === loan_ref ? { item, loan } : null
}

function loanStatusUndone(
  library: Library,
  { body }: Extract<DeskEvent, { kind: 'loan-status-set' }>,
): Gathered | null {
  const { item_barcode, loan_ref, before, loan_status, since_ms, since_before_ms, status, status_before } = body
  const now = loanNow(library, item_barcode, loan_ref)
  if (now?.loan.loan_status !== loan_status || now.item.status !== status) return null
  const to = new Gathering()
  const since = { since_ms: since_before_ms ?? since_ms, since_before_ms: since_ms }
  const back = { before: loan_status, loan_status: before, ...since, status_before: status, status: status_before }
  to.add({ kind: 'loan-status-set', body: { item_barcode, loan_ref, ...back, reason: 'undone' } })
  return to
}

function dueDateUndone(library: Library, event: Extract<DeskEvent, { kind: 'due-date-set' }>): Gathered | null {
  const { body, sealed } = event
  const { item_barcode, loan_ref, due_before_ms, due_at_ms, renewals_count, set_by_before } = body
  if (loanNow(library, item_barcode, loan_ref)?.loan.due_at_ms !== due_at_ms) return null
  const to = new Gathering()
  const back = { due_before_ms: due_at_ms, due_at_ms: due_before_ms, renewals_count, ...NOT_BY_HAND }
  const undone = { item_barcode, loan_ref, ...back, set_by: set_by_before, reason: 'undone' } as const
  const now = sealed?.due_at_ms === undefined ? {} : { due_before_ms: sealed.due_at_ms }
  to.add(sealing('due-date-set', undone, { ...now, ...sealedBefore(event) }))
  return to
}

/** Due again when it was before; a date that was set since is in the way. */
function recallUndone(library: Library, event: Extract<DeskEvent, { kind: 'loan-recalled' }>): Gathered | null {
  const { body, head } = event
  const { item_barcode, loan_ref, due_before_ms, due_at_ms, renewals_count, set_by_before } = body
  const now = loanNow(library, item_barcode, loan_ref)
  if (now?.loan.due_at_ms !== due_at_ms || now.loan.recalled_at_ms !== head.at_ms) return null
  const to = new Gathering()
  const before = { due_at_ms: due_before_ms, renewals_count, set_by: set_by_before }
  const undone = { of: eventRefText(head), item_barcode, loan_ref, ...before }
  to.add(sealing('recall-undone', undone, sealedBefore(event)))
  return to
}

function claimUndone(library: Library, event: Extract<DeskEvent, { kind: 'claim-made' }>): Gathered | null {
  const claim_ref = eventRefText(event.head)
  if (library.db.get(claimByRef, { claim_ref })?.status !== 'open') return null
  const to = new Gathering()
  to.add({ kind: 'claim-ended', body: { claim_ref, reason: 'undone' } })
  return to
}

/** The claim is made again, as it was, with its searches of the shelf; the ended one no longer counts. */
function claimReopened(library: Library, { body }: Extract<DeskEvent, { kind: 'claim-ended' }>): Gathered | null {
  const claim = library.db.get(claimByRef, { claim_ref: body.claim_ref })
  const item = claim && library.db.get(itemBarcodeById, { item_id: claim.item_id })
  if (!claim || !item || claim.status !== body.reason) return null
  const to = new Gathering()
  to.add({ kind: 'claim-ended', body: { claim_ref: body.claim_ref, reason: 'undone' } })
  const made = { claim: claim.claim as 'returned' | 'never-had', item_barcode: item.barcode, loan_ref: claim.loan_ref }
  const again = { ...made, claimed_on: claim.claimed_on, overridden: [], approvals: [] }
  const name = localRef(library.random)
  to.about(claim.patron_id, { kind: 'claim-made', body: { ...again }, name })
  const { checks_count, checked_on } = claim
  if (checked_on !== null)
    to.add({ kind: 'claim-checked', body: { claim_ref: name, checks_count, checked_on: localDate(checked_on) } })
  return to
}

/** The note of fine days that a return had written. */
function noteUndone(library: Library, { head }: Extract<DeskEvent, { kind: 'note-written' }>): Gathered | null {
  const note_ref = eventRefText(head)
  const patron_id = library.journal.partyOf(note_ref)
  if (patron_id === null) return null
  const to = new Gathering()
  to.about(patron_id, { kind: 'note-removed', body: { note_ref, reason: 'undone' } })
  return to
}

function pickupUndone(library: Library, { head }: Extract<DeskEvent, { kind: 'pickup-allowed' }>): Gathered | null {
  const pickup_ref = eventRefText(head)
  const patron_id = library.journal.partyOf(pickup_ref)
  if (patron_id === null) return null
  const to = new Gathering()
  to.about(patron_id, { kind: 'pickup-ended', body: { pickup_ref, reason: 'undone' } })
  return to
}
