/**
 * What this desk has changed in the library's data, read from its journal, so that importing the data again does not
 * undo it: a value that a file repeats stays out, a value that is new goes in. Pure. Holds no patron.
 */
import { chargesOf } from '../ledger/accounts.ts'
import { unreachable } from '../kernel/assert.ts'
import { cents, centsText } from '../kernel/money.ts'
import { isOwnRef, type DeskEvent } from '../journal/event.ts'
import type { ItemFields } from '../journal/events/items.ts'
import { fold } from '../journal/fold/fold.ts'

/** One value: what the data said before the desk changed it (null: unknown), and what the desk changed it to. */
export type Changed = { readonly base: string | null; readonly now: string }

/** The fields of an item that staff can edit at the desk, as a file has them: absent is an empty text. */
export type ItemTexts = Readonly<Record<keyof ItemFields, string>>

/** What the desk did with an item: when it last handled it, what status and place it left it with, what it edited. */
export type ItemChanged = {
  /** Null: only its record was edited. */
  readonly at_ms: number | null
  readonly status: Changed | null
  readonly at_branch: Changed | null
  readonly fields: Partial<Readonly<Record<keyof ItemFields, Changed>>>
}

export type RefScope = 'loan' | 'hold' | 'charge' | 'note' | 'pickup'

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

/** The item's status and place before, as the event itself says. */
function beforeOf(event: DeskEvent): Partial<Place> {
  if (event.kind === 'item-checked-in' || event.kind === 'item-marked') return event.body.before
  return event.kind === 'loan-status-set' ? { status: event.body.status_before } : {}
}

export function itemTexts(fields: ItemFields): ItemTexts {
  const { price_cents, lender_due_on, ...texts } = fields
  const price = price_cents === null ? '' : centsText(cents(price_cents))
  return { ...texts, price_cents: price, lender_due_on: lender_due_on ?? '' }
}

/** The records that an event touched. Records made at this desk have a key that no file has. */
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
      case 'loan-changed':
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
      case 'row-dropped':
        if (change.table === 'patron_pickup') return named('pickup', change.key, event)
        return change.table === 'patron_note' ? named('note', change.key, event) : []
      case 'question-opened':
      case 'question-closed':
      case 'row-put':
      case 'row-changed':
      case 'row-released':
      case 'session-opened':
      case 'session-changed':
      case 'cash-moved':
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

/** The item after one more event. */
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
  // The data changed in between: that is the value the desk changed this time.
  if (before !== undefined && before !== known?.now) return { base: before, now }
  return { base: known?.base ?? null, now }
}

/**
 * Which value wins: the stored one, or the file's. The desk's own gives way only to data that differs from what it said
 * before the desk changed it.
 */
export function heldValue(changed: Changed | null, stands: string, says: string): string {
  if (changed === null || stands !== changed.now) return says
  return changed.base === null || changed.base === says ? stands : says
}

/** Whether what this desk did makes a loan of the file out of date: only a loan that began later is news. */
export function isLoanOvertaken(isLoanChanged: boolean, item: ItemChanged | null, out_at_ms: number): boolean {
  return isLoanChanged || (item !== null && item.at_ms !== null && item.at_ms >= out_at_ms)
}
