/**
 * What has to go to the bank, by fund and by whose it is, and how cash and checks received become cash and checks
 * deposited. Pure. Cash and checks are proven apart: a total that agrees hides a check put in for cash (pos-peers R3).
 */
import type { EventBody } from '../journal/event.ts'
import type { CashEvent } from '../journal/fold/cash.ts'
import { cents, type Cents } from '../kernel/money.ts'
import type { Account, Transfer, TransferCode } from '../ledger/accounts.ts'

/** Why cash or checks came in or went out, other than to another place of the library. */
const DEPOSIT_STEPS = ['received', 'refunded', 'paid-in', 'paid-out', 'rounded', 'over', 'short'] as const
type DepositStep = (typeof DEPOSIT_STEPS)[number]

/** `payee`: for whom it is held; null: the library's own. `fund`: empty for what is of no fund. */
export type SlipKey = { readonly payee: string | null; readonly fund: string }

export type Deposit = {
  /** From what came in to what is deposited; each below zero where it takes away. */
  readonly cash: Readonly<Record<DepositStep, Cents>>
  readonly checks: Readonly<Record<DepositStep, Cents>>
  readonly lines: readonly (SlipKey & { readonly cash_cents: Cents; readonly checks_cents: Cents })[]
  /** What each payee is owed by these transfers, also by card; below zero: more went back than came in. */
  readonly held: readonly { readonly payee: string; readonly amount_cents: Cents }[]
}

type Posted = Transfer<TransferCode>
type Sums = Record<DepositStep, Cents>

export function depositOf(transfers: Iterable<Posted>): Deposit {
  const steps = { cash: noSums(), checks: noSums() }
  const lines = new Map<string, SlipKey & Record<'cash' | 'checks', Cents>>()
  const held = new Map<string, Cents>()
  for (const one of transfers) {
    for (const { payee, by } of heldSides(one)) held.set(payee, cents((held.get(payee) ?? 0) + by))
    for (const { account, other, by } of sidesOf(one)) {
      const step = stepOf(one, other)
      if (step === null) continue
      steps[account][step] = cents(steps[account][step] + by)
      const key = slipKey(one, other)
      const name = `${key.payee ?? ''} ${key.fund}`
      const line = lines.get(name) ?? { ...key, cash: cents(0), checks: cents(0) }
      lines.set(name, { ...line, [account]: cents(line[account] + by) })
    }
  }
  const slip = [...lines.values()].map(({ cash, checks, ...key }) => ({
    ...key,
    cash_cents: cash,
    checks_cents: checks,
  }))
  return { ...steps, lines: slip, held: [...held].map(([payee, amount_cents]) => ({ payee, amount_cents })) }
}

/** What the steps come to: what is to be deposited. */
export function depositTotal(steps: Readonly<Sums>): Cents {
  return cents(DEPOSIT_STEPS.reduce((sum, step) => sum + steps[step], 0))
}

/**
 * Cash that is in the bag and did not come in meanwhile, or came in and is elsewhere: what the safe and the change fund
 * gave less what went into them, the float at the opening less what stays, and bags that were filled before.
 */
export type Carried = {
  readonly from: 'safe' | 'change-fund' | 'float' | 'other-bag'
  /** Of a bag that was filled before; empty otherwise. */
  readonly bag_number: string
  /** Below zero: it is elsewhere. */
  readonly amount_cents: Cents
}

type Closed = EventBody<'drawer-closed'>

/**
 * @param events of the sessions whose money is in the bag, in order: those that were handed over, then the one that was
 *   closed
 * @param closed the close that filled the bag
 */
export function carriedInto(events: readonly CashEvent[], { left_cents, bag }: Closed): readonly Carried[] {
  const [opened] = events
  const began = opened?.kind === 'drawer-opened' ? opened.body.left_cents : 0
  const sums = { safe: bag.safe_cents, 'change-fund': 0, float: began - left_cents }
  const bags: Carried[] = []
  for (const one of events) {
    if (one.kind !== 'cash-placed') continue
    const { place, way, amount_cents, bag_number } = one.body
    const by = way === 'in' ? amount_cents : 0 - amount_cents
    if (place === 'bank-bag') bags.push({ from: 'other-bag', bag_number, amount_cents: cents(by) })
    else sums[place] += by
  }
  const places = (['safe', 'change-fund', 'float'] as const).map((from) => {
    return { from, bag_number: '', amount_cents: cents(sums[from]) }
  })
  return [...places.filter(({ amount_cents }) => amount_cents !== 0), ...bags]
}

type Side = { readonly account: 'cash' | 'checks'; readonly other: Account; readonly by: number }

/** The sides of a transfer that are cash or checks of a drawer. */
function sidesOf({ debit, credit, amount_cents }: Posted): readonly Side[] {
  const sides = [
    { account: debit.account, other: credit, by: amount_cents as number },
    { account: credit.account, other: debit, by: -amount_cents },
  ]
  return sides.flatMap(({ account, other, by }) =>
    account === 'cash' || account === 'checks' ? [{ account, other, by }] : [],
  )
}

/** What it holds more for others, by payee. */
function heldSides({ debit, credit, amount_cents }: Posted): readonly { payee: string; by: number }[] {
  const sides = [
    { account: credit, by: amount_cents as number },
    { account: debit, by: -amount_cents },
  ]
  return sides.flatMap(({ account, by }) =>
    account.account === 'held-for-others' ? [{ payee: account.payee, by }] : [],
  )
}

/** Null: from one place of the library to another. */
function stepOf({ code }: Posted, other: Account): DepositStep | null {
  switch (code) {
    case 'placed':
      return null
    case 'paid-in':
    case 'paid-out':
    case 'rounded':
      return code
    case 'counted':
      return other.account === 'over' ? 'over' : 'short'
    case 'paid-back':
      return 'refunded'
    default:
      return 'received'
  }
}

/** What was spent, rounded, over or short is of the library as a whole: no fund bears it. */
function slipKey({ code, fund }: Posted, other: Account): SlipKey {
  if (other.account === 'held-for-others') return { payee: other.payee, fund: '' }
  const isOfFund = code !== 'counted' && code !== 'rounded' && code !== 'paid-out'
  return { payee: null, fund: isOfFund ? fund : '' }
}

function noSums(): Sums {
  const zero = cents(0)
  return { received: zero, refunded: zero, 'paid-in': zero, 'paid-out': zero, rounded: zero, over: zero, short: zero }
}
