/**
 * Detects a repeated command on the open account when a different account is open now: the patron is part of what it
 * asks, though no field says so. Reads only.
 */
import { CONTRACT, isMethodName } from '../../../shared/ipc/contract.ts'
import type { RefusalCode } from '../../../shared/refusals/refusals.ts'
import { eventRefText, type DeskEvent, type EventKind } from '../../../shared/journal/event.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { chargeByRef } from '../../store/money/charge-rows.ts'
import { loanOfItem } from '../../store/circulation/item-rows.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { findItem } from '../../library/here.ts'
import type { Library } from '../../library/library.ts'

/** Its fields say whom it is about, who need not be the open patron. */
const NAMES_WHOM: ReadonlySet<string> = new Set(['card.renew-family'])

/** A method that is refused without an open account acts on the open one. */
function isOnOpenAccount(method: string): boolean {
  if (NAMES_WHOM.has(method)) return false
  const refusals: readonly RefusalCode[] = isMethodName(method) ? CONTRACT[method].refusals : []
  return refusals.includes('nobody-open')
}

/** What a scan does for the open patron. It also checks in for anyone, and signs in. */
const SCANNED_FOR_OPEN: ReadonlySet<EventKind> = new Set<EventKind>(['item-checked-out', 'loan-renewed'])

function isForOpenAccount(method: string, { kind }: DeskEvent): boolean {
  return isOnOpenAccount(method) || (method === 'desk.scan' && SCANNED_FOR_OPEN.has(kind))
}

/** The refs in an event that can lead to its patron where it names none itself. */
function aboutRefs({ body }: DeskEvent): readonly string[] {
  return Object.entries(body).flatMap(([name, value]) =>
    name.endsWith('_ref') && typeof value === 'string' ? [value] : [],
  )
}

/** Whom an entry is about; null where it is about nobody, or forgotten. */
export function patronOf(library: Library, event: DeskEvent): PatronId | null {
  const own = library.journal.partyOf(eventRefText(event.head))
  if (own !== null) return own
  for (const ref of aboutRefs(event)) {
    const patron_id = library.journal.partyOf(ref)
    if (patron_id !== null) return patron_id
  }
  const { body, head } = event
  if ('charge_ref' in body) return library.db.get(chargeByRef, { charge_ref: body.charge_ref })?.patron_id ?? null
  const item = 'item_barcode' in body && body.item_barcode ? findItem(library, body.item_barcode) : null
  const loan = item && library.db.get(loanOfItem, { item_id: item.item_id })
  const loan_ref = 'loan_ref' in body ? body.loan_ref : eventRefText(head)
  return loan?.loan_ref === loan_ref ? loan.patron_id : null
}

/** Once the patron is forgotten it counts as nobody's: it was done, once. So does a command with no account open. */
export function isOfAnother(desk: Desk, method: string, { command_id }: Command): boolean {
  const open = desk.session.patron_id
  if (open === null) return false
  const events = (desk.library.journal.past(command_id)?.events ?? []).filter((event) =>
    isForOpenAccount(method, event),
  )
  const named = events.map((event) => patronOf(desk.library, event)).filter((patron_id) => patron_id !== null)
  return named.length > 0 && !named.includes(open)
}
