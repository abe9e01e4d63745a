/** The table of deposits of an export: what was bagged, and what the bank took in. */
import type { CashEvent } from '../../journal/fold/cash.ts'
import { bagSum } from '../line-sums.ts'
import { zNumber } from '../z-number.ts'
import { amount, type SheetCell } from './sheet.ts'

export const DEPOSITS = [
  'kind',
  'z_number',
  'bag_number',
  'drawer',
  'safe',
  'checks',
  'total',
  'banked_on',
  'banked',
  'difference',
]

export function depositRow(event: CashEvent): readonly (readonly SheetCell[])[] {
  if (event.kind === 'drawer-closed') {
    const { z_count, bag } = event.body
    const sums = [bag.drawer_cents, bag.safe_cents, bag.checks_cents, bagSum(bag)].map(amount)
    return bagSum(bag) === 0
      ? []
      : [['bagged', zNumber(event.head, z_count), bag.bag_number, ...sums, null, null, null]]
  }
  if (event.kind !== 'deposit-banked') return []
  const { bag_cents, banked_cents, banked_on } = event.body
  const banked = [amount(bag_cents), banked_on, amount(banked_cents), amount(banked_cents - bag_cents)]
  return [['banked', null, null, null, null, null, ...banked]]
}
