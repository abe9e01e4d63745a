/**
 * The table of deposits of an export: what was bagged, by a close or in the middle of a session, and what the bank took
 * in. `bag_entry` names the entry that filled the bag, in both. Pure.
 */
import { eventRefText } from '../../journal/event.ts'
import type { CashEvent } from '../../journal/fold/cash.ts'
import { bagSum } from '../line-sums.ts'
import { zNumber } from '../numbers/z-number.ts'
import { laterRows, type Later } from './later.ts'
import { amount, type SheetCell } from './sheet.ts'

export const DEPOSITS = [
  'kind',
  'bag_entry',
  'z_number',
  'bag_number',
  'drawer',
  'safe',
  'checks',
  'total',
  'banked_on',
  'banked',
  'difference',
  'reason',
  'approved_by',
]

/** Nothing was taken in by the bank, or settled. */
export const NOT_TAKEN_IN = [null, null, null, null, null] as const

/** What a close or a drop put into a bag. */
export function baggedRow(event: CashEvent): readonly (readonly SheetCell[])[] {
  const own = eventRefText(event.head)
  if (event.kind === 'drawer-closed') {
    const { z_number, bag } = event.body
    const sums = [bag.drawer_cents, bag.safe_cents, bag.checks_cents, bagSum(bag)].map(amount)
    const named = [own, zNumber(event.head, z_number), bag.bag_number]
    return bagSum(bag) === 0 ? [] : [['bagged', ...named, ...sums, ...NOT_TAKEN_IN]]
  }
  if (event.kind !== 'cash-placed' || event.body.place !== 'bank-bag') return []
  const { bag_number, amount_cents } = event.body
  const sums = [amount_cents, 0, 0, amount_cents].map(amount)
  return [['bagged', own, null, bag_number, ...sums, ...NOT_TAKEN_IN]]
}

/** What the bank took in: of the day on which the library heard of it. */
export function bankedRows(evidence: Later): readonly (readonly SheetCell[])[] {
  return laterRows(evidence, ({ event, bag_ref }) => {
    if (event.kind === 'card-settled') {
      const { batch_cents, settled_cents, settled_on, reason_code, approved_by } = event.body
      const settled = [amount(batch_cents), settled_on, amount(settled_cents), amount(settled_cents - batch_cents)]
      const none = [null, null, null, null, null]
      return [
        ['settled', bag_ref, ...none, ...settled, reason_code, approved_by],
        ...event.body.missing.map(({ of_ref, amount_cents }): readonly SheetCell[] => {
          return ['settled-missing', of_ref, ...none, amount(amount_cents), ...NOT_TAKEN_IN]
        }),
        ...event.body.extra_cents.map((extra_cents): readonly SheetCell[] => {
          return ['settled-extra', bag_ref, ...none, amount(extra_cents), ...NOT_TAKEN_IN]
        }),
      ]
    }
    if (event.kind !== 'deposit-banked') return []
    const { bag_cents, banked_cents, banked_on } = event.body
    const banked = [amount(bag_cents), banked_on, amount(banked_cents), amount(banked_cents - bag_cents)]
    return [['banked', bag_ref, null, null, null, null, null, ...banked, null, null]]
  })
}
