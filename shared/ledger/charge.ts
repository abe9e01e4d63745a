/**
 * One charge and what can be done to it, as transfers. Pure. The amount owed is never below zero or above the original
 * amount, a charge never owes and is to be refunded at once, and no cent is lost: worth = owed + paid, less refunds
 * due.
 */
import { assert } from '../kernel/assert.ts'
import { cents, type Cents } from '../kernel/money.ts'
import {
  mirrored,
  NO_BALANCES,
  posted,
  REFUND_METHODS,
  refundDue,
  totalsOf,
  transfer,
  type Account,
  type Balances,
  type ChargeAccount,
  type RefundMethod,
  type ChargeTotals,
  type Transfer,
  type ChargeCode,
} from './accounts.ts'
import { fundOf } from './charge-kinds.ts'
import { openingTransfers } from './opening.ts'

type Made = {
  readonly charge_ref: string
  /** One of ours, or another system's name for it. */
  readonly kind: string
  readonly amount_cents: Cents
}

export type ChargeState = Made & ChargeTotals & { readonly balances: Balances }

/** Transfers in order, and the charge after them. */
export type Moved = { readonly transfers: readonly Transfer[]; readonly state: ChargeState }

/** Codes that reduce a charge, and the account that bears it. Waivers are kept apart. */
const BORNE_BY = {
  waived: 'waived',
  amnesty: 'waived',
  backdated: 'waived',
  billed: 'canceled',
  found: 'income',
  'claim-found': 'income',
  outage: 'income',
  voided: 'income',
  refunded: 'income',
} as const satisfies Partial<Record<ChargeCode, ChargeAccount>>
export type ReducingCode = keyof typeof BORNE_BY

function stateOf({ charge_ref, kind, amount_cents }: Made, balances: Balances): ChargeState {
  return { charge_ref, kind, amount_cents, ...totalsOf(balances), balances }
}

/** A new charge. */
export function charged(made: Made): Moved {
  const state = stateOf(made, NO_BALANCES)
  return moved(state, 'charged', [['receivable', made.amount_cents]], [['income', made.amount_cents]])
}

/** A charge as the desk shows it now. */
export type ChargeNow = Made & Pick<ChargeTotals, 'owed_cents' | 'refund_due_cents'>
/** `of`: the entry that it undoes. */
export type Posted = Transfer & { readonly of: string | null }

/**
 * A charge from its row and its transfers at this desk. The row decides what is owed and to be refunded, also for a
 * charge from elsewhere; the transfers say the refund method and what was waived.
 */
export function chargeState(row: ChargeNow, transfers: readonly Posted[]): ChargeState {
  const all = [...openedBefore(row, transfers), ...transfers]
  const balances = all.reduce((sums, one) => posted(sums, one, row.charge_ref), NO_BALANCES)
  const elsewhere = row.refund_due_cents - totalsOf(balances).refund_due_cents
  const credit = cents(balances['refund-due-credit'] - elsewhere)
  return stateOf(row, { ...balances, receivable: row.owed_cents, 'refund-due-credit': credit })
}

/** How a charge from elsewhere stood before it moved here; nothing for one that was made at this desk. */
export function openedBefore(row: ChargeNow, transfers: readonly Posted[]): readonly Transfer<'opened'>[] {
  if (transfers.some((one) => one.code === 'charged' && one.of === null)) return []
  const here = totalsOf(transfers.reduce((sums, one) => posted(sums, one, row.charge_ref), NO_BALANCES))
  return openingTransfers({
    ...row,
    owed_cents: cents(row.owed_cents - here.owed_cents),
    refund_due_cents: cents(row.refund_due_cents - here.refund_due_cents),
  })
}

/** What a person let off and did not restore: it is not charged again for the same lateness. */
export function waivedCents({ balances }: ChargeState): Cents {
  return balances.waived
}

/** What goods and work paid of it. */
export function inKindCents({ balances }: ChargeState): Cents {
  return balances['in-kind']
}

/** What was canceled when the item was billed as lost and has not come back since. */
export function canceledCents({ balances }: ChargeState): Cents {
  return balances.canceled
}

/** What was paid towards it, whether the library keeps it or refunds it. */
export function paidCents({ worth_cents, owed_cents, refund_due_cents }: ChargeState): Cents {
  return cents(worth_cents - owed_cents + refund_due_cents)
}

/**
 * Reduces the charge's worth by `by`: first what is owed, then what was paid becomes a refund.
 * @param method the refund method
 */
export function reduced(state: ChargeState, by: number, code: ReducingCode, method: RefundMethod = 'credit'): Moved {
  assert(by >= 0 && by <= state.worth_cents, 'no more comes off than it is worth')
  const unpaid = Math.min(by, state.owed_cents)
  const from: Parts = [
    ['receivable', unpaid],
    [refundDue(method), by - unpaid],
  ]
  return moved(state, code, [[BORNE_BY[code], by]], from)
}

/** Increases the charge's worth again by `by`, never above the original amount: first out of the pending refund. */
export function restored(state: ChargeState, by: number): Moved {
  assert(by >= 0 && state.worth_cents + by <= state.amount_cents, 'no more comes back than was taken off')
  let left = by
  const kept = REFUND_METHODS.map((method): Parts[number] => {
    const stays = Math.min(left, -state.balances[refundDue(method)])
    left -= stays
    return [refundDue(method), stays]
  })
  const back = Math.min(by, state.balances.canceled)
  const from: Parts = [
    ['canceled', back],
    ['income', by - back],
  ]
  return moved(state, 'restored', [...kept, ['receivable', left]], from)
}

/** The refund of one charge pays what is owed on another, as far as both reach and at most `most`. */
export function applied(
  giver: ChargeState,
  taker: ChargeState,
  most: number,
): { readonly transfers: readonly Transfer[]; readonly giver: ChargeState; readonly taker: ChargeState } {
  const transfers: Transfer[] = []
  let left = giver.charge_ref === taker.charge_ref ? 0 : Math.min(taker.owed_cents, most)
  for (const method of REFUND_METHODS) {
    const amount = Math.min(left, -giver.balances[refundDue(method)])
    if (amount <= 0) continue
    left -= amount
    const debit = { account: refundDue(method), charge_ref: giver.charge_ref }
    const credit = { account: 'receivable', charge_ref: taker.charge_ref } as const
    transfers.push(transfer({ debit, credit, amount_cents: cents(amount), code: 'applied', fund: fundOf(giver.kind) }))
  }
  return { transfers, giver: after(giver, transfers), taker: after(taker, transfers) }
}

/**
 * A recorded transfer reversed, and the charges after that.
 * @param states of every charge that it changes
 * @returns null when what came after it is in the way
 */
export function undone(
  states: readonly ChargeState[],
  done: Transfer,
): { readonly transfer: Transfer; readonly states: readonly ChargeState[] } | null {
  const mirror = mirrored(done)
  const now = states.map((state) => after(state, [mirror]))
  return now.every(isPossible) ? { transfer: mirror, states: now } : null
}

function isPossible(state: ChargeState): boolean {
  const { amount_cents, owed_cents, refund_due_cents, worth_cents, balances } = state
  const isWithin = (sum: number): boolean => sum >= 0 && sum <= amount_cents
  if (!isWithin(owed_cents) || !isWithin(worth_cents) || (owed_cents > 0 && refund_due_cents > 0)) return false
  // What was paid on it went back another way, or paid another charge: a second time it would be the library's money.
  if (paidCents(state) < 0) return false
  if (balances.waived < 0 || balances.canceled < 0 || balances['in-kind'] < 0) return false
  return REFUND_METHODS.every((method) => balances[refundDue(method)] <= 0)
}

function after(state: ChargeState, transfers: readonly Transfer[]): ChargeState {
  const balances = transfers.reduce((sums, one) => posted(sums, one, state.charge_ref), state.balances)
  return stateOf(state, balances)
}

type Parts = readonly (readonly [ChargeAccount, number])[]

/** Pairs the parts of both sides, in order, in as few transfers as possible. */
function moved(state: ChargeState, code: ChargeCode, debits: Parts, credits: Parts): Moved {
  const { charge_ref, kind } = state
  const of = (account: ChargeAccount): Account => ({ account, charge_ref })
  const transfers: Transfer[] = []
  const takers = credits.map(([account, amount]) => ({ account, left: amount }))
  for (const [account, amount] of debits) {
    let left = amount
    for (const taker of takers) {
      const by = Math.min(left, taker.left)
      if (by === 0) continue
      left -= by
      taker.left -= by
      const amount_cents = cents(by)
      transfers.push(
        transfer({ debit: of(account), credit: of(taker.account), amount_cents, code, fund: fundOf(kind) }),
      )
    }
  }
  const now = after(state, transfers)
  assert(isPossible(now), 'a charge is between zero and what it was made for')
  return { transfers, state: now }
}
