/**
 * Undoes an act by further entries that restore what was before. Must never remove an entry, and refuses when
 * something newer depends on it.
 */
import { isRefusal, refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import type { DeskEvent, EventDraft, EventOf } from '../../../shared/journal/event.ts'
import { canonical, eventRefText, parseEventRef } from '../../../shared/journal/event.ts'
import { sealedBefore, sealing } from '../../../shared/journal/sealing.ts'
import type { ItemId, PatronId } from '../../../shared/kernel/ids.ts'
import { instant, MS_PER_MINUTE, type Instant } from '../../../shared/kernel/time.ts'
import { NO_ITEMS, NO_PARTIES, NO_WORDS, type Beside, type KnownItems, type Parties } from '../../journal/beside.ts'
import { isChange } from '../../journal/people/before.ts'
import { endedLoan } from '../../store/circulation/gone-rows.ts'
import { loanOfItem, type LoanRow } from '../../store/circulation/item-rows.ts'
import { referenceLoan } from '../../store/overlay/overlay-rows.ts'
import { findItem } from '../../library/here.ts'
import { mergeUndone } from '../accounts/merge-undone.ts'
import { patronChangeUndone } from '../accounts/patron-undone.ts'
import { registrationUndone } from '../accounts/registration-undone.ts'
import { renewalChargesUndone } from '../charges/at-loan.ts'
import { chargesOfOneLoan } from '../charges/charge-reading.ts'
import { questionUndone } from '../charges/question-undo.ts'
import { isMoneyOrClaim, moneyUndone } from '../charges/undo-charges.ts'
import { holdUndone } from '../holds/undo-holds.ts'
import { fieldsOf } from '../items/item-fields.ts'
import { actAt, undoneBy, type PastAct } from './past-acts.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import type { Actor } from '../../library/actor.ts'
import type { Library } from '../../library/library.ts'

export type Undoing = {
  readonly drafts: readonly EventDraft[]
  readonly parties: Parties
  readonly personal?: Beside['personal']
  /** Items that have no record any more, by which the journal could find them. */
  readonly items?: KnownItems
}

/** For how long an act can be undone: the library sets it. */
export function undoableSince(library: Library): Instant {
  return instant(library.clock.now() - library.policy().settings.undo_within_minutes_count * MS_PER_MINUTE)
}

/**
 * What undoing this act would record, all that its command recorded, newest first; or why it cannot be undone. Reads;
 * changes nothing. Does not ask whose role may.
 */
export function undoingOf(library: Library, act: PastAct): Undoing | Refusal {
  if (act.kind === 'final') return refuse('undo-final')
  if (undoneBy(library, act)) return refuse('undo-done')
  if (act.at < undoableSince(library)) {
    return refuse('undo-too-old', { minutes: library.policy().settings.undo_within_minutes_count })
  }
  const { events } = act
  const undoings = events.toReversed().map((event) => compensation(library, event, events))
  const all = undoings.filter((one) => one !== null)
  if (all.length === 0 || all.length < undoings.length) return overtaken(library, act)
  return {
    drafts: all.flatMap((one) => one.drafts),
    parties: new Map(all.flatMap((one) => [...one.parties])),
    items: new Map(all.flatMap((one) => [...(one.items ?? [])])),
    personal: new Map(all.flatMap((one) => [...(one.personal ?? [])])),
  }
}

/** Something newer is in the way, or the patron is forgotten. */
function overtaken(library: Library, { events }: PastAct): Refusal {
  if (events.some((event) => isForgotten(library, event))) return refuse('undo-forgotten')
  if (events.some(({ kind }) => kind === 'patron-registered')) return refuse('undo-record-used')
  return refuse(events.some(({ kind }) => isChange(kind)) ? 'undo-record-changed' : 'undo-overtaken')
}

/** Records what undoes this act. @returns why not, or null */
export function undoAct(library: Library, actor: Actor, command: Command, act: PastAct): Refusal | null {
  const undoing = undoingOf(library, act)
  if (isRefusal(undoing)) return undoing
  const { drafts, parties, items = NO_ITEMS, personal = NO_WORDS } = undoing
  const body = { of: act.ref, entries_count: drafts.length }
  record(library, actor, command, [{ kind: 'act-undone', body }, ...drafts], { parties, items, personal })
  return null
}

/** Nobody knows any more whose loan this return ended. */
function isForgotten(library: Library, event: DeskEvent): boolean {
  if (event.kind !== 'item-checked-in' || event.body.loan === null) return false
  const item = findItem(library, event.body.item_barcode)
  return patronOfEnded(library, item?.item_id ?? null, event.body.loan.loan_ref) === null
}

/** @param together everything that is undone with it */
function compensation(library: Library, event: DeskEvent, together: readonly DeskEvent[]): Undoing | null {
  switch (event.kind) {
    case 'item-checked-out':
      return checkOutUndone(library, event, together)
    case 'loan-renewed':
      return renewalUndone(library, event, together)
    case 'item-checked-in':
      return checkInUndone(library, event, together)
    case 'item-marked': {
      const { item_barcode, before, status } = event.body
      const item = findItem(library, item_barcode)
      if (item?.status !== status) return null
      const now = { at_branch: item.at_branch_code, status }
      const back = { status: before.status, at_branch: before.at_branch }
      const body = { item_barcode, before: now, ...back, reason: 'undone' } as const
      return { drafts: [{ kind: 'item-marked', body }], parties: NO_PARTIES }
    }
    case 'item-edited': {
      const { item_barcode, before, after } = event.body
      const item = findItem(library, item_barcode)
      if (!item || canonical(fieldsOf(item)) !== canonical(after)) return null
      return {
        drafts: [{ kind: 'item-edited', body: { item_barcode, before: after, after: before } }],
        parties: NO_PARTIES,
      }
    }
    case 'item-used-here': {
      const body = { ...event.body, uses_count: -event.body.uses_count }
      return { drafts: [{ kind: 'item-used-here', body }], parties: NO_PARTIES }
    }
    case 'patron-registered':
      return registrationUndone(library, event, (ref) => {
        const act = actAt(library, ref)
        return act === null || undoneBy(library, act) !== null
      })
    case 'patrons-merged':
      return mergeUndone(library, event)
    case 'hold-placed':
    case 'hold-changed':
    case 'hold-ended':
      return holdUndone(library, event)
    case 'return-asked':
    case 'return-answered':
      return questionUndone(library, event)
    default:
      if (isChange(event.kind)) return patronChangeUndone(library, event)
      return isMoneyOrClaim(event) ? moneyUndone(library, event, together) : null
  }
}

/** Due again when it was before, with its charges. */
function renewalUndone(
  library: Library,
  event: EventOf<'loan-renewed'>,
  together: readonly DeskEvent[],
): Undoing | null {
  const { item_barcode, loan_ref, due_before_ms, due_at_ms, renewals_count } = event.body
  const loan = openLoan(library, item_barcode)
  if (loan?.loan_ref !== loan_ref || loan.due_at_ms !== due_at_ms) return null
  const { rules_before_ms, unseen_before_count, recalled_before_ms, set_by_before } = event.body
  const before = {
    due_at_ms: due_before_ms,
    renewals_count: renewals_count - 1,
    rules_at_ms: rules_before_ms,
    unseen_renewals_count: unseen_before_count,
    recalled_at_ms: recalled_before_ms,
    set_by: set_by_before,
  }
  const body = { of: eventRefText(event.head), item_barcode, loan_ref, ...before }
  const undone = sealing('renewal-undone', body, sealedBefore(event))
  const money = renewalChargesUndone(library, event, together)
  return money && { drafts: [undone, ...money.drafts], parties: money.parties }
}

type CheckedOut = Extract<DeskEvent, { kind: 'item-checked-out' }>

function checkOutUndone(library: Library, event: CheckedOut, together: readonly DeskEvent[]): Undoing | null {
  const { item_barcode } = event.body
  const loan_ref = eventRefText(event.head)
  const loan = openLoan(library, item_barcode)
  if (loan?.loan_ref !== loan_ref || loan.renewals_count > 0 || loan.loan_status !== 'out') return null
  if (isChargedSince(library, loan, together)) return null
  return { drafts: [{ kind: 'check-out-undone', body: { of: loan_ref, item_barcode, loan_ref } }], parties: NO_PARTIES }
}

/** Something else was charged for this loan, and is still worth anything: it would be for a loan that never was. */
function isChargedSince(library: Library, loan: LoanRow, together: readonly DeskEvent[]): boolean {
  const own = new Set(together.map((event) => eventRefText(event.head)))
  return chargesOfOneLoan(library, loan).some(({ row, state }) => !own.has(row.charge_ref) && state.worth_cents > 0)
}

type CheckedIn = Extract<DeskEvent, { kind: 'item-checked-in' }>

/**
 * A later check-out to another patron is in the way, unless it is undone with it: checked in from one and out to
 * another.
 */
function checkInUndone(library: Library, event: CheckedIn, together: readonly DeskEvent[]): Undoing | null {
  const { item_barcode, status } = event.body
  const item = findItem(library, item_barcode)
  if (!item) return goneCheckInUndone(library, event)
  const loan = openLoan(library, item_barcode)
  const isLentWithIt = together.some(
    (one) => one.kind === 'item-checked-out' && eventRefText(one.head) === loan?.loan_ref,
  )
  if (item.status !== status || (loan && !isLentWithIt)) return null
  return restoredLoan(library, event, item.item_id)
}

/** The item has no record any more: what the desk keeps of the loan it ended says which it was. */
function goneCheckInUndone(library: Library, event: CheckedIn): Undoing | null {
  const { item_barcode, loan } = event.body
  const ended = loan && library.db.get(endedLoan, { loan_ref: loan.loan_ref })
  if (!ended) return null
  const undoing = restoredLoan(library, event, ended.item_id)
  return undoing && { ...undoing, items: new Map([[item_barcode, ended.item_id]]) }
}

/** What puts a check-in back; null when nobody knows any more whose loan it ended. */
function restoredLoan(library: Library, event: CheckedIn, item_id: ItemId): Undoing | null {
  const { item_barcode, loan, before } = event.body
  const of = eventRefText(event.head)
  const body = { of, item_barcode, loan, at_branch: before.at_branch, status: before.status }
  const draft = sealing('check-in-undone', body, event.sealed?.loan ? { loan: event.sealed.loan } : {})
  if (!loan) return { drafts: [draft], parties: NO_PARTIES }
  const patron_id = patronOfEnded(library, item_id, loan.loan_ref)
  return patron_id === null ? null : { drafts: [draft], parties: new Map([[draft, patron_id]]) }
}

/**
 * Whose loan it was: in this desk's own mapping, or in the reference file for a loan made elsewhere.
 * @param item_id null when the item has no record any more
 */
export function patronOfEnded(library: Library, item_id: ItemId | null, loan_ref: string): PatronId | null {
  const own = parseEventRef(loan_ref) ? library.journal.partyOf(loan_ref) : null
  if (own !== null) return own
  const row = item_id === null ? null : library.db.get(referenceLoan, { item_id })
  return row?.loan_ref === loan_ref ? row.patron_id : null
}

function openLoan(library: Library, barcode: string): LoanRow | null {
  const item = findItem(library, barcode)
  return item && library.db.get(loanOfItem, { item_id: item.item_id })
}
