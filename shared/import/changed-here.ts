/**
 * What this desk has changed of the library's data, read off its journal, so that taking the data in again does not
 * undo it: what a file says again stays out, what it says anew goes in. Pure; must never hold a patron.
 */
import { chargesOf } from '../ledger/accounts.ts'
import { unreachable } from '../kernel/assert.ts'
import { cents, centsText } from '../kernel/money.ts'
import { isOwnRef, type DeskEvent } from '../journal/event.ts'
import type { ItemFields } from '../journal/events/items.ts'
import { fold } from '../journal/fold/fold.ts'

/** Why a row, or a value of it, was not taken. */
export const CHANGED_HERE = 'changed at this desk since'
/** Why a value of the desk's gave way. */
export const NEW_IN_DATA = 'changed at this desk, and in the data since: the data’s is taken'

/** One value: what the data said before the desk changed it (null: not known), and what the desk made of it. */
export type Changed = { readonly base: string | null; readonly now: string }

/** What of an item's record a person may write at the desk, as a file has it: nothing is an empty text. */
export type ItemTexts = Readonly<Record<keyof ItemFields, string>>

/** What the desk did with an item: when it had it in hands last, where and how it left it, what it wrote of it. */
export type ItemChanged = {
  /** Null: its record was written, and nothing else. */
  readonly at_ms: number | null
  readonly status: Changed | null
  readonly at_branch: Changed | null
  readonly fields: Partial<Readonly<Record<keyof ItemFields, Changed>>>
}

export type RefScope = 'loan' | 'hold' | 'charge'

/** What one event touched. */
export type Touched =
  | { readonly scope: RefScope; readonly ref: string }
  | { readonly scope: 'item'; readonly item_barcode: string; readonly at_ms: number; readonly placed: Placed | null }
  | {
      readonly scope: 'item-record'
      readonly item_barcode: string
      readonly before: ItemTexts
      readonly after: ItemTexts
    }

type Placed = { readonly status: string; readonly at_branch: string; readonly before: Partial<Place> }
type Place = { readonly status: string; readonly at_branch: string }

/** How the item stood before, as the event itself says. */
function beforeOf(event: DeskEvent): Partial<Place> {
  if (event.kind === 'item-checked-in' || event.kind === 'item-marked') return event.body.before
  return event.kind === 'loan-stands' ? { status: event.body.status_before } : {}
}

export function itemTexts(fields: ItemFields): ItemTexts {
  const { price_cents, lender_due_on, ...texts } = fields
  const price = price_cents === null ? '' : centsText(cents(price_cents))
  return { ...texts, price_cents: price, lender_due_on: lender_due_on ?? '' }
}

/** What began at this desk has a name that no file has. */
export function touchedBy(event: DeskEvent): readonly Touched[] {
  if (event.kind === 'item-edited') {
    const { item_barcode, before, after } = event.body
    return [{ scope: 'item-record', item_barcode, before: itemTexts(before), after: itemTexts(after) }]
  }
  return fold(event).flatMap((change): readonly Touched[] => {
    switch (change.kind) {
      case 'item-placed': {
        const { item_barcode, status, at_branch } = change
        return [
          {
            scope: 'item',
            item_barcode,
            at_ms: event.head.at_ms,
            placed: { status, at_branch, before: beforeOf(event) },
          },
        ]
      }
      case 'loan-opened':
      case 'loan-moved':
      case 'loan-stood':
      case 'loan-closed':
        return [
          ...named('loan', change.loan_ref, event),
          { scope: 'item', item_barcode: change.item_barcode, at_ms: event.head.at_ms, placed: null },
        ]
      case 'hold-opened':
      case 'hold-moved':
      case 'hold-closed':
        return named('hold', change.hold_ref, event)
      case 'charge-opened':
        return named('charge', change.charge_ref, event)
      case 'money-moved':
        return chargesOf(change.transfer).flatMap((ref) => named('charge', ref, event))
      case 'question-opened':
      case 'question-closed':
      case 'row-put':
      case 'row-changed':
      case 'row-dropped':
        return []
      default:
        return unreachable(change)
    }
  })
}

function named(scope: RefScope, ref: string, { head }: DeskEvent): readonly Touched[] {
  return isOwnRef(ref, head.terminal) ? [] : [{ scope, ref }]
}

const UNTOUCHED: ItemChanged = { at_ms: null, status: null, at_branch: null, fields: {} }

/** How an item stands after one more touch. */
export function itemAfter(
  known: ItemChanged | null,
  touch: Extract<Touched, { scope: 'item' | 'item-record' }>,
): ItemChanged {
  const before = known ?? UNTOUCHED
  if (touch.scope === 'item-record') return { ...before, fields: fieldsAfter(before.fields, touch) }
  const { at_ms, placed } = touch
  if (!placed) return { ...before, at_ms }
  return {
    ...before,
    at_ms,
    status: valueAfter(before.status, placed.before.status, placed.status),
    at_branch: valueAfter(before.at_branch, placed.before.at_branch, placed.at_branch),
  }
}

function fieldsAfter(
  known: ItemChanged['fields'],
  { before, after }: Extract<Touched, { scope: 'item-record' }>,
): ItemChanged['fields'] {
  const names = (Object.keys(after) as (keyof ItemFields)[]).filter((name) => before[name] !== after[name])
  const changed = names.map((name) => [name, valueAfter(known[name] ?? null, before[name], after[name])] as const)
  return { ...known, ...Object.fromEntries(changed) }
}

function valueAfter(known: Changed | null, before: string | undefined, now: string): Changed {
  // The data has said something else in between: that is what the desk changed this time.
  if (before !== undefined && before !== known?.now) return { base: before, now }
  return { base: known?.base ?? null, now }
}

/**
 * Which value holds: the one that stands, or the one the file says. The desk's own gives way only to data that says
 * something else than it said before the desk changed it.
 */
export function heldValue(changed: Changed | null, stands: string, says: string): string {
  if (changed === null || stands !== changed.now) return says
  return changed.base === null || changed.base === says ? stands : says
}

/** Whether a loan of the file is over or other by what this desk did: only one that began later is news. */
export function isLoanOvertaken(isLoanChanged: boolean, item: ItemChanged | null, out_at_ms: number): boolean {
  return isLoanChanged || (item !== null && item.at_ms !== null && item.at_ms >= out_at_ms)
}
