/**
 * The chart of accounts, and the transfer: the one way in which money moves. Each moves an amount above zero from one
 * account to another, so that all accounts together always sum to zero. Immutable; corrected by its mirror.
 */
import { assert } from '../kernel/assert.ts'
import { cents, type Cents } from '../kernel/money.ts'

/** How the library refunds: credit to the account, cash from a drawer, or a check from the office. */
export const REFUND_METHODS = ['credit', 'drawer', 'check'] as const
export type RefundMethod = (typeof REFUND_METHODS)[number]

/**
 * `canceled`: a fine that a rule removed when the item was billed as lost; it can come back with the item. `in-kind`:
 * what goods and work took off, which no refund gives back.
 */
export const CHARGE_ACCOUNTS = [
  'receivable',
  'income',
  'waived',
  'canceled',
  'in-kind',
  'refund-due-credit',
  'refund-due-drawer',
  'refund-due-check',
] as const
export type ChargeAccount = (typeof CHARGE_ACCOUNTS)[number]

/**
 * Where money is, and what part of it is not the library's, is spent, or is not explained. `cash`, `checks`: what a
 * drawer holds in one session. `change-fund`: what the library keeps for making change and lends to drawers. `opening`:
 * what the former system had settled of the debts and credits that came with the library's data.
 */
type MoneyAccount =
  | { readonly account: 'cash' | 'checks'; readonly drawer_session_ref: string }
  | { readonly account: 'held-for-others'; readonly payee: string }
  | { readonly account: 'safe' | 'change-fund' | 'bank-bag' | 'bank' | 'card-clearing' | 'rounding' | 'over' | 'short' }
  /** What the first count of a place found in it beyond the entries: the library's, from before them. */
  | { readonly account: 'there-before' }
  /** What the office still pays back by a check of its own. */
  | { readonly account: 'office-check' }
  | { readonly account: 'sales' | 'sales-tax' | 'paid-in' | 'paid-out' | 'opening' }

/** Charge accounts are kept per charge; the transfer has the fund. */
export type Account = { readonly account: ChargeAccount; readonly charge_ref: string } | MoneyAccount

/** Why money of a charge moved. A mirror keeps the code and names what it undoes. */
export const CHARGE_CODES = [
  'charged',
  'waived',
  'amnesty',
  'backdated',
  'found',
  'claim-found',
  'outage',
  'voided',
  'refunded',
  'billed',
  'restored',
  'applied',
  'paid',
  'paid-back',
  'in-kind',
] as const
export type ChargeCode = (typeof CHARGE_CODES)[number]

/** Why other money moved. `placed`: from one place to another, such as a safe drop. */
type CashCode = 'sold' | 'held' | 'placed' | 'paid-in' | 'paid-out' | 'rounded' | 'counted'
/** `opened`: it stood so when the library's data came. No entry has this code (opening.ts). */
export type TransferCode = ChargeCode | CashCode | 'opened'

/** Left alone, one of a charge; with every code, one of a drawer as well. */
export type Transfer<Code extends TransferCode = ChargeCode> = {
  readonly debit: Account
  readonly credit: Account
  readonly amount_cents: Cents
  readonly code: Code
  /** Whose money it is: what the charge brings in. */
  readonly fund: string
}

export function transfer<Code extends TransferCode>(made: Transfer<Code>): Transfer<Code> {
  const { debit, credit, amount_cents, code, fund } = made
  assert(amount_cents > 0, 'a transfer is of more than zero')
  assert(!isSame(debit, credit), 'a transfer goes from one account to another')
  return { debit, credit, amount_cents, code, fund }
}

function isSame(one: Account, other: Account): boolean {
  return one.account === other.account && ofWhich(one) === ofWhich(other)
}

function ofWhich(account: Account): string {
  return 'charge_ref' in account ? account.charge_ref : accountOf(account)
}

/** A transfer between charge accounts as an entry keeps it: `pays_ref` where another charge pays the debt. */
export type ChargeTransfer = {
  readonly charge_ref: string
  readonly pays_ref: string | null
  readonly debit: ChargeAccount
  readonly credit: ChargeAccount
  readonly code: ChargeCode
} & Pick<Transfer, 'amount_cents' | 'fund'>

/** How a charge's history has it: one side can be money of a drawer, which the charge does not follow. */
export type HistoryTransfer = Omit<ChargeTransfer, 'debit' | 'credit'> & {
  readonly debit: Account['account']
  readonly credit: Account['account']
}

/** The same with the charge of each account: the debt belongs to the charge that is paid. */
export function chargeTransfer(kept: ChargeTransfer): Transfer {
  return fromHistory(kept, '')
}

export function keptTransfer({ debit, credit, amount_cents, code, fund }: Transfer): ChargeTransfer {
  assert('charge_ref' in debit && 'charge_ref' in credit, 'both accounts are of charges')
  const [debt, other] = debit.account === 'receivable' ? [debit, credit] : [credit, debit]
  const pays_ref = debt.charge_ref === other.charge_ref ? null : debt.charge_ref
  const sides = { debit: debit.account, credit: credit.account }
  return { charge_ref: other.charge_ref, pays_ref, ...sides, amount_cents, code, fund }
}

export function historyTransfer(made: Transfer): HistoryTransfer {
  const { debit, credit, amount_cents, code, fund } = made
  if ('charge_ref' in debit && 'charge_ref' in credit) return keptTransfer(made)
  const of = 'charge_ref' in debit ? debit : credit
  assert('charge_ref' in of, 'one side is of a charge')
  const sides = { debit: debit.account, credit: credit.account }
  return { charge_ref: of.charge_ref, pays_ref: null, ...sides, amount_cents, code, fund }
}

/** The same as a transfer again. */
export function fromHistory(kept: HistoryTransfer, drawer_session_ref: string): Transfer {
  const { charge_ref, pays_ref, debit, credit, ...same } = kept
  const of = (account: Account['account']): Account => {
    if (account === 'cash' || account === 'checks') return { account, drawer_session_ref }
    if (account === 'held-for-others') return { account, payee: '' }
    if (!isChargeAccount(account)) return { account }
    return { account, charge_ref: account === 'receivable' ? (pays_ref ?? charge_ref) : charge_ref }
  }
  return transfer({ ...same, debit: of(debit), credit: of(credit) })
}

function isChargeAccount(account: string): account is ChargeAccount {
  return (CHARGE_ACCOUNTS as readonly string[]).includes(account)
}

/** Whether it moves what a charge is worth, owes or gives back: then its code is one of charges. */
export function isOfCharge(one: Transfer<TransferCode>): one is Transfer {
  return 'charge_ref' in one.debit || 'charge_ref' in one.credit
}

/** The charges whose accounts it changes. */
export function chargesOf({ debit, credit }: Transfer<TransferCode>): readonly string[] {
  const refs = [debit, credit].flatMap((one) => ('charge_ref' in one ? [one.charge_ref] : []))
  return [...new Set(refs)]
}

/** The transfer that undoes it. */
export function mirrored<Code extends TransferCode>(done: Transfer<Code>): Transfer<Code> {
  return { ...done, debit: done.credit, credit: done.debit }
}

/** Which of its kind an account of money is: of which session, for whom. Empty: the only one, or one of a charge. */
export function accountOf(account: Account): string {
  if ('drawer_session_ref' in account) return account.drawer_session_ref
  return 'payee' in account ? account.payee : ''
}

/** One account by name: "receivable D.1.7", "cash D.1.2", "safe". */
export function accountKey(account: Account): string {
  return Object.values(account).join(' ')
}

/** The balance of each account of a charge: debits less credits. */
export type Balances = Readonly<Record<ChargeAccount, Cents>>

const ZERO = cents(0)

export const NO_BALANCES: Balances = {
  receivable: ZERO,
  income: ZERO,
  waived: ZERO,
  canceled: ZERO,
  'in-kind': ZERO,
  'refund-due-credit': ZERO,
  'refund-due-drawer': ZERO,
  'refund-due-check': ZERO,
}

/** The accounts of one charge after one more transfer, whichever side they are on. */
export function posted(
  balances: Balances,
  { debit, credit, amount_cents }: Transfer<TransferCode>,
  charge_ref: string,
): Balances {
  const sides = [
    { of: debit, by: amount_cents as number },
    { of: credit, by: -amount_cents },
  ]
  const after = { ...balances }
  for (const { of, by } of sides) {
    const isOurs = 'charge_ref' in of && of.charge_ref === charge_ref
    if (isOurs && of.account in after) after[of.account] = cents(after[of.account] + by)
  }
  return after
}

/** What is owed on a charge, what is to be refunded, and what it is worth now: each is a balance. */
export type ChargeTotals = {
  readonly owed_cents: Cents
  readonly refund_due_cents: Cents
  /** Its original amount, less what was waived, canceled, removed or given in kind, with what was restored. */
  readonly worth_cents: Cents
}

export function totalsOf(balances: Balances): ChargeTotals {
  const due = REFUND_METHODS.reduce((sum, method) => sum - balances[refundDue(method)], 0)
  return {
    owed_cents: balances.receivable,
    refund_due_cents: cents(due),
    worth_cents: cents(0 - balances.income - balances.waived - balances.canceled - balances['in-kind']),
  }
}

export function refundDue(method: RefundMethod): `refund-due-${RefundMethod}` {
  return `refund-due-${method}`
}
