/**
 * What happens at a drawer, and the transfers that each act is. Pure. What stands in no account here, such as a count
 * or an opening without a sale, changes no balance and has no transfer.
 */
import { cents, type Cents } from '../kernel/money.ts'
import {
  mirrored,
  refundDue,
  transfer,
  type Account,
  type RefundMethod,
  type Transfer,
  type TransferCode,
} from './accounts.ts'

/**
 * What is no cash: each pays its own amount and leaves the drawer's cash alone. Credit pays a charge without a drawer,
 * and goods and work take off what is owed: both before it comes to what money pays.
 */
export const OTHER_TENDERS = ['check', 'card'] as const
export type OtherTender = (typeof OTHER_TENDERS)[number]

export type OtherPart = { readonly tender: OtherTender; readonly amount_cents: Cents }

/** What is paid for. `fund`: whose account at the library it is for; `payee`: who else gets it. */
export type ReceiptLine =
  | { readonly of: 'charge'; readonly charge_ref: string; readonly fund: string; readonly amount_cents: Cents }
  | { readonly of: 'sale'; readonly fund: string; readonly amount_cents: Cents; readonly tax_cents: Cents }
  | { readonly of: 'held'; readonly payee: string; readonly amount_cents: Cents }
  /** Kept on the patron's account: the library owes it. */
  | { readonly of: 'credit'; readonly charge_ref: string; readonly fund: string; readonly amount_cents: Cents }

/** What goods or work take off a charge. */
type InKindPart = { readonly charge_ref: string; readonly fund: string; readonly amount_cents: Cents }

export type Receipt = {
  readonly lines: readonly ReceiptLine[]
  /** Left out: there are none. */
  readonly in_kind?: readonly InKindPart[]
  /** The cash that stays in the drawer: what was handed over less the change. */
  readonly drawer_cents: Cents
  /** By how much more than its part the cash pays; below zero: less. */
  readonly rounding_cents: Cents
  readonly others: readonly OtherPart[]
}

/** Where money that is given back goes out: of the drawer, over the terminal, or by a check that the office writes. */
export const REFUND_TENDERS = ['cash', 'card', 'office-check'] as const
export type RefundTender = (typeof REFUND_TENDERS)[number]

/** Where else than in a drawer cash may be. */
export type CashPlace = 'safe' | 'change-fund' | 'bank-bag'

/**
 * What a place was counted over or, below zero, short. `is_first`: what is over was there before the first entry of it,
 * and is no surplus.
 */
export type PlaceVariance = {
  readonly act: 'place-variance'
  readonly place: 'safe' | 'change-fund'
  readonly amount_cents: Cents
  readonly is_first: boolean
}

/** An act, and in which drawer session. */
export type DrawerAct =
  /** `from`: where the float comes from, the change fund or the session that left it there. */
  | {
      readonly act: 'float-in'
      readonly from: 'change-fund' | { readonly session_ref: string }
      readonly amount_cents: Cents
    }
  | ({ readonly act: 'received' } & Receipt)
  | { readonly act: 'voided'; readonly receipt: Receipt }
  /** The checks that the session before left in the drawer. */
  | { readonly act: 'checks-in'; readonly session_ref: string; readonly amount_cents: Cents }
  /** `due`: by which method the charges among the lines owe it. `rounding_cents` as the library sees it. */
  | {
      readonly act: 'refunded'
      readonly lines: readonly ReceiptLine[]
      readonly tender: RefundTender
      readonly due: RefundMethod
      readonly rounding_cents: Cents
    }
  | { readonly act: 'paid-in' | 'paid-out'; readonly fund: string; readonly amount_cents: Cents }
  /** A safe drop, a bank drop, a change order. */
  | { readonly act: 'placed'; readonly way: 'in' | 'out'; readonly place: CashPlace; readonly amount_cents: Cents }
  | { readonly act: 'checks-deposited'; readonly amount_cents: Cents }
  /** From the safe into the bank bag. */
  | { readonly act: 'bagged'; readonly amount_cents: Cents }
  /** The bank took in a bag; what it found more or less is over or short. */
  | { readonly act: 'card-settled'; readonly batch_cents: Cents; readonly settled_cents: Cents }
  | { readonly act: 'banked'; readonly bag_cents: Cents; readonly banked_cents: Cents }
  /** What was counted, or read off the terminal's batch, less what should have been there; zero: it agrees. */
  | { readonly act: 'variance' | 'checks-variance' | 'card-variance'; readonly amount_cents: Cents }
  | PlaceVariance
  /** From the safe or the change fund to another place, in no session. */
  | {
      readonly act: 'place-moved'
      readonly from: 'safe' | 'change-fund'
      readonly to: CashPlace
      readonly amount_cents: Cents
    }

/** Of no fund: the money moves between places, and whose it is stays as it was. */
const NO_FUND = 'none'

type Posted = Transfer<TransferCode>

/** The transfers of an act, in order. */
export function transfersOf(act: DrawerAct, session_ref: string): readonly Posted[] {
  const cash: Account = { account: 'cash', drawer_session_ref: session_ref }
  switch (act.act) {
    case 'float-in': {
      const { from } = act
      const giver: Account =
        from === 'change-fund' ? { account: from } : { account: 'cash', drawer_session_ref: from.session_ref }
      return some({ debit: cash, credit: giver, amount_cents: act.amount_cents, code: 'placed', fund: NO_FUND })
    }
    case 'received':
      return received(act, session_ref)
    case 'voided':
      return received(act.receipt, session_ref).map(mirrored)
    case 'checks-in':
      return placed(checksOf(session_ref), checksOf(act.session_ref), act.amount_cents)
    case 'refunded':
      return refunded(act, cash)
    case 'paid-in':
      return some({
        debit: cash,
        credit: { account: 'paid-in' },
        code: 'paid-in',
        fund: act.fund,
        amount_cents: act.amount_cents,
      })
    case 'paid-out':
      return some({
        debit: { account: 'paid-out' },
        credit: cash,
        code: 'paid-out',
        fund: act.fund,
        amount_cents: act.amount_cents,
      })
    case 'placed': {
      const place: Account = { account: act.place }
      const sides = act.way === 'in' ? { debit: cash, credit: place } : { debit: place, credit: cash }
      return some({ ...sides, amount_cents: act.amount_cents, code: 'placed', fund: NO_FUND })
    }
    case 'checks-deposited':
      return placed({ account: 'bank-bag' }, checksOf(session_ref), act.amount_cents)
    case 'bagged':
      return placed({ account: 'bank-bag' }, { account: 'safe' }, act.amount_cents)
    case 'banked':
      return banked(act)
    case 'card-settled':
      return cardSettled(act)
    case 'variance':
      return variance(cash, act.amount_cents)
    case 'checks-variance':
      return variance(checksOf(session_ref), act.amount_cents)
    case 'card-variance':
      return variance({ account: 'card-clearing' }, act.amount_cents)
    case 'place-variance':
      return placeVariance(act)
    case 'place-moved':
      return placed({ account: act.to }, { account: act.from }, act.amount_cents)
  }
}

/** The same in a place of the library, which is in no session. */
function placeVariance({ place, amount_cents, is_first }: PlaceVariance): readonly Posted[] {
  const isBefore = is_first && amount_cents > 0
  return isBefore
    ? placed({ account: place }, { account: 'there-before' }, amount_cents)
    : variance({ account: place }, amount_cents)
}

function checksOf(drawer_session_ref: string): Account {
  return { account: 'checks', drawer_session_ref }
}

function placed(debit: Account, credit: Account, amount_cents: Cents): readonly Posted[] {
  return some({ debit, credit, amount_cents, code: 'placed', fund: NO_FUND })
}

function banked({ bag_cents, banked_cents }: Extract<DrawerAct, { act: 'banked' }>): readonly Posted[] {
  const [bank, bag]: readonly [Account, Account] = [{ account: 'bank' }, { account: 'bank-bag' }]
  const taken = some({ debit: bank, credit: bag, amount_cents: bag_cents, code: 'placed', fund: NO_FUND })
  return [...taken, ...variance(bank, cents(banked_cents - bag_cents))]
}

/** A batch below zero: more went back than came in. */
function cardSettled({ batch_cents, settled_cents }: Extract<DrawerAct, { act: 'card-settled' }>): readonly Posted[] {
  const bank: Account = { account: 'bank' }
  const moved = bySign(bank, { account: 'card-clearing' }, batch_cents, 'placed')
  return [...moved, ...variance(bank, cents(settled_cents - batch_cents))]
}

function refunded(act: Extract<DrawerAct, { act: 'refunded' }>, cash: Account): readonly Posted[] {
  const { lines, tender, due, rounding_cents } = act
  const credit: Account = tender === 'cash' ? cash : { account: tender === 'card' ? 'card-clearing' : 'office-check' }
  const back = lines.flatMap(owedParts).flatMap(({ credit: was, amount, fund }) => {
    const isOwed = 'charge_ref' in was && was.account === 'receivable'
    const debit: Account = isOwed ? { account: refundDue(due), charge_ref: was.charge_ref } : was
    return some({ debit, credit, amount_cents: amount, code: 'paid-back', fund })
  })
  return [...back, ...rounded(credit, rounding_cents)]
}

/** Over and short are accounts of their own, never set off against each other. */
function variance(cash: Account, amount: Cents): readonly Posted[] {
  return bySign(cash, { account: amount > 0 ? 'over' : 'short' }, amount, 'counted')
}

function rounded(cash: Account, amount: Cents): readonly Posted[] {
  return bySign(cash, { account: 'rounding' }, amount, 'rounded')
}

/** Above zero the cash grows by it, below zero it shrinks. */
function bySign(cash: Account, other: Account, amount: Cents, code: TransferCode): readonly Posted[] {
  const sides = amount > 0 ? { debit: cash, credit: other } : { debit: other, credit: cash }
  return some({ ...sides, amount_cents: cents(Math.abs(amount)), code, fund: NO_FUND })
}

const HELD_AS = { check: 'checks', card: 'card-clearing' } as const satisfies Readonly<Record<OtherTender, string>>

/** Pairs what is handed over with what it pays, in order: cash first, which pays with its rounding taken off. */
function received(
  { lines, in_kind = [], drawer_cents, rounding_cents, others }: Receipt,
  session_ref: string,
): readonly Posted[] {
  const cash: Account = { account: 'cash', drawer_session_ref: session_ref }
  const payers: { readonly debit: Account; left: number }[] = [{ debit: cash, left: drawer_cents - rounding_cents }]
  for (const { tender, amount_cents } of others) {
    const account = HELD_AS[tender]
    const debit: Account = account === 'checks' ? { account, drawer_session_ref: session_ref } : { account }
    payers.push({ debit, left: amount_cents })
  }
  const posted: Posted[] = []
  for (const { credit, amount, code, fund } of lines.flatMap(owedParts)) {
    let open: number = amount
    for (const payer of payers) {
      const by = Math.min(open, payer.left)
      open -= by
      payer.left -= by
      posted.push(...some({ debit: payer.debit, credit, amount_cents: cents(by), code, fund }))
    }
  }
  return [...posted, ...rounded(cash, rounding_cents), ...in_kind.flatMap(takenOff)]
}

function takenOff({ charge_ref, fund, amount_cents }: InKindPart): readonly Posted[] {
  const [debit, credit] = [
    { account: 'in-kind', charge_ref },
    { account: 'receivable', charge_ref },
  ] as const
  return some({ debit, credit, amount_cents, code: 'in-kind', fund })
}

type Part = Pick<Posted, 'credit' | 'code' | 'fund'> & { readonly amount: Cents }

function owedParts(line: ReceiptLine): readonly Part[] {
  switch (line.of) {
    case 'charge': {
      const credit: Account = { account: 'receivable', charge_ref: line.charge_ref }
      return [{ credit, amount: line.amount_cents, code: 'paid', fund: line.fund }]
    }
    case 'sale':
      return [
        { credit: { account: 'sales' }, amount: line.amount_cents, code: 'sold', fund: line.fund },
        { credit: { account: 'sales-tax' }, amount: line.tax_cents, code: 'sold', fund: line.fund },
      ]
    case 'credit': {
      const credit: Account = { account: 'refund-due-credit', charge_ref: line.charge_ref }
      return [{ credit, amount: line.amount_cents, code: 'paid', fund: line.fund }]
    }
    case 'held': {
      const { payee } = line
      return [{ credit: { account: 'held-for-others', payee }, amount: line.amount_cents, code: 'held', fund: NO_FUND }]
    }
  }
}

/** The transfer, if it moves anything. */
function some(made: Posted): readonly Posted[] {
  return made.amount_cents === 0 ? [] : [transfer(made)]
}
