/**
 * What is handed over against what is to be paid: change, rounding, and what each tender pays. Pure. Change comes from
 * cash alone; what is tendered less the change is what is paid with the rounding (pos-peers I2 to I5).
 */
import { cents, type Cents } from '../kernel/money.ts'
import type { OtherPart } from '../ledger/drawer-acts.ts'
import { nearestFive, roundsCash, type CashRounding, type RefundRounding } from './rounding.ts'

export type Tendered = {
  /** The cash that the person handed over; zero: none. */
  readonly cash_cents: Cents
  readonly others: readonly OtherPart[]
}

type Rules = {
  readonly rounding: CashRounding
  /** Whether the drawer can make change to the cent, as the clerk says. */
  readonly is_exact_possible: boolean
}

export type Settlement = {
  /** How much of the cash stays: what the drawer holds more afterwards. */
  readonly drawer_cents: Cents
  readonly change_cents: Cents
  /** By how much more than its part the cash pays; below zero: less. */
  readonly rounding_cents: Cents
}

/**
 * `left-to-pay`: more is needed, in cash this much. `other-over`: checks and cards come to this much more than
 * is to be paid, and nothing is given back out of the drawer for them.
 */
export type NotSettled = { readonly code: 'left-to-pay' | 'other-over'; readonly amount_cents: Cents }

/** @param due_cents what is to be paid now, tax included; not below zero */
export function settle(due_cents: Cents, { cash_cents, others }: Tendered, rules: Rules): Settlement | NotSettled {
  const remainder = others.reduce<number>((left, one) => left - one.amount_cents, due_cents)
  if (remainder < 0) return { code: 'other-over', amount_cents: cents(-remainder) }
  const asked = cashAsked(cents(remainder), cash_cents, rules)
  if (cash_cents < asked) return { code: 'left-to-pay', amount_cents: cents(asked - cash_cents) }
  return {
    drawer_cents: asked,
    change_cents: cents(cash_cents - asked),
    rounding_cents: cents(asked - remainder),
  }
}

/** Whoever has the pennies pays to the cent. */
function cashAsked(remainder: Cents, cash_cents: Cents, { rounding, is_exact_possible }: Rules): Cents {
  if (cash_cents === remainder || !roundsCash(rounding, is_exact_possible)) return remainder
  return nearestFive(remainder)
}

/**
 * Whether cash is handed over that pays nothing: the other tenders pay all but what rounds to nothing, and it does not
 * stay on the account. It would open the drawer and go back whole.
 *
 * @param settled with what stays on the account
 */
export function isCashNeedless(cash_cents: number, { drawer_cents }: Pick<Settlement, 'drawer_cents'>): boolean {
  return cash_cents > 0 && drawer_cents === 0
}

/** What of the cash stays as credit on the account of the patron who pays. */
export const KEPT_AS_CREDIT = ['nothing', 'rounding', 'change'] as const
export type KeptAsCredit = (typeof KEPT_AS_CREDIT)[number]

/**
 * Puts on the account what the patron would get back, or what rounding took above what was to be paid. Whoever keeps
 * the change pays to the cent, so nothing is rounded then. What rounding lets off is never charged to an account.
 */
export function withCredit(settled: Settlement, kept: KeptAsCredit): Settlement & { readonly credit_cents: Cents } {
  const { drawer_cents, change_cents, rounding_cents } = settled
  const [given, none] = [cents(drawer_cents + change_cents), cents(0)]
  const whole = cents(change_cents + rounding_cents)
  if (kept === 'change' && change_cents > 0 && whole > 0)
    return { drawer_cents: given, change_cents: none, rounding_cents: none, credit_cents: whole }
  if (kept === 'nothing' || rounding_cents <= 0) return { ...settled, credit_cents: none }
  return { ...settled, rounding_cents: none, credit_cents: rounding_cents }
}

/** What of a debt a payment pays: whether something stays owed, how much, and what was paid on its charges before. */
export type DebtPaid = { readonly is_part: boolean; readonly due_cents: number; readonly before_cents: number }

/**
 * Whether rounding would take a part of a debt for more or less than it is. A debt is rounded once, by the payment that
 * settles it, and where parts were paid before, down by no more than the whole would be: else it could be paid away in
 * parts that each let off two cents.
 */
export function isPartRounded(rounding_cents: number, { is_part, due_cents, before_cents }: DebtPaid): boolean {
  if (is_part || rounding_cents === 0) return rounding_cents !== 0
  const whole = due_cents + before_cents
  const most = Math.max(0, whole - nearestFive(cents(whole)))
  return before_cents > 0 && 0 - rounding_cents > most
}

/** What a receipt took in cash, if one did, and what of that went back before. */
export type CashSide = {
  /** `due_cents`: what the cash paid for; `drawer_cents`: what of it stayed. Null: no receipt is refunded. */
  readonly taken: { readonly due_cents: number; readonly drawer_cents: number } | null
  readonly refunded_cents: number
  readonly paid_cents: number
}

const NOTHING_BEFORE: CashSide = { taken: null, refunded_cents: 0, paid_cents: 0 }

/**
 * What goes out of the drawer for a refund in cash, and the rounding, as seen by the library. All refunds of a receipt
 * are rounded once, over their sum: in whatever parts they are paid, they come to the same, and never to more cash than
 * the receipt took.
 */
export function cashRefund(
  refund_cents: Cents,
  rules: Rules & { readonly refunds: RefundRounding },
  side: CashSide = NOTHING_BEFORE,
): Settlement {
  const isRounded = rules.refunds === 'mirrored' && roundsCash(rules.rounding, rules.is_exact_possible)
  const goal = cashBack(side.refunded_cents + refund_cents, side, isRounded)
  const out = Math.max(0, goal - side.paid_cents)
  return { drawer_cents: cents(0 - out), change_cents: cents(0), rounding_cents: cents(refund_cents - out) }
}

/** What has gone back in cash once so much is refunded. What a card paid comes after what the cash paid. */
function cashBack(refunded: number, { taken }: CashSide, isRounded: boolean): number {
  const rounded = (amount: number): number => (isRounded ? nearestFive(cents(amount)) : amount)
  if (taken === null) return rounded(refunded)
  const { due_cents, drawer_cents } = taken
  if (refunded < due_cents) return Math.min(rounded(refunded), drawer_cents)
  // The mirror of the whole is what the drawer took for it, also where somebody had the pennies.
  const whole = isRounded ? drawer_cents : Math.min(due_cents, drawer_cents)
  return whole + rounded(refunded - due_cents)
}
