/**
 * The deposit slip: what is in the bag, by whose it is, and the proof that cash and checks are those that came in. Each
 * is proven by itself, because a total that agrees hides a check put in for cash (pos-peers R3). Names no patron.
 */
import { depositTotal, type Carried, type Deposit } from '../../cash/deposit.ts'
import { piecesTotal, type Pieces } from '../../cash/pieces.ts'
import { CREDIT_FUND } from '../../ledger/charge-kinds.ts'
import { addCents, cents, type Cents } from '../../kernel/money.ts'
import { compose, heading, line, plain, RULE, SPACE, strong } from '../blocks.ts'
import type { Block, ReceiptDocument } from '../document.ts'
import { sayMoney } from '../say.ts'
import type { Words } from '../words/en.ts'
import {
  marked,
  officeHead,
  partLine,
  payeeCalled,
  pieceLines,
  sayWhose,
  signLines,
  type CashPaperFacts,
} from './cash-facts.ts'

export type DepositFacts = CashPaperFacts & {
  /** Of the sealed bag; empty: it has none. */
  readonly bag_number: string
  readonly prepared_by_initials: string
  /** The Z reports of the sessions in it. */
  readonly z_numbers: readonly string[]
  readonly deposit: Deposit
  /** Cash that was not taken in by the sessions in it, or that is elsewhere. */
  readonly carried: readonly Carried[]
  /** The cash from the drawer, and the pieces of it. Null: a total was typed. */
  readonly drawer_cents: Cents
  readonly pieces: Pieces | null
  /** The cash from the safe; its pieces are not told. */
  readonly safe_cents: Cents
  /** The checks as they were counted, and those of the receipts. */
  readonly checks_cents: Cents
  readonly checks: readonly { readonly check_number: string; readonly amount_cents: Cents }[]
}

type Line = Deposit['lines'][number]

const sumOf = (amounts: readonly Cents[]): Cents => addCents(cents(0), ...amounts)
const carriedSum = ({ carried }: DepositFacts): Cents => sumOf(carried.map(({ amount_cents }) => amount_cents))
const lineTotal = (one: Line): Cents => cents(one.cash_cents + one.checks_cents)

const cashIn = ({ pieces, drawer_cents, safe_cents }: DepositFacts): Cents =>
  addCents(pieces === null ? drawer_cents : piecesTotal(pieces), safe_cents)

function content(facts: DepositFacts, words: Words): readonly Block[] {
  const { cash } = words
  const checks = facts.checks.map((one) => line(cash.check_number(one.check_number), sayMoney(one.amount_cents, facts)))
  return [
    heading(cash.tender.cash),
    ...cashLines(facts, words),
    RULE,
    heading(cash.checks(checks.length)),
    ...checks,
    ...(checks.length === 0 && facts.checks_cents === 0
      ? plain(cash.no_checks)
      : [line(cash.total_checks, sayMoney(facts.checks_cents, facts), true)]),
    RULE,
    line(cash.deposit_total, sayMoney(addCents(cashIn(facts), facts.checks_cents), facts), true),
  ]
}

/** The pieces from the drawer, or that nobody counted them; and what the safe added. */
function cashLines(facts: DepositFacts, words: Words): readonly Block[] {
  const { cash } = words
  const { pieces, drawer_cents, safe_cents } = facts
  if (pieces !== null && safe_cents === 0) return pieceLines(facts, pieces, cash.total_cash)
  return [
    ...(pieces === null
      ? [...plain(cash.no_pieces), line(cash.from_drawer, sayMoney(drawer_cents, facts))]
      : pieceLines(facts, pieces, cash.from_drawer)),
    ...(safe_cents === 0 ? [] : [line(cash.from_safe, sayMoney(safe_cents, facts), true)]),
    line(cash.total_cash, sayMoney(cashIn(facts), facts), true),
  ]
}

/** What came from elsewhere, or is elsewhere: of no fund, and the library's own. */
function carriedLines(facts: DepositFacts, { cash }: Words): readonly Block[] {
  return facts.carried.map(({ from, bag_number, amount_cents }) => {
    const said = from === 'other-bag' ? cash.in_other_bag(bag_number) : cash.carried[from]
    return line(said, sayMoney(amount_cents, facts))
  })
}

/** By fund, then by payee; a line that has both says how much of each. */
function whose(facts: DepositFacts, words: Words): readonly Block[] {
  const { cash } = words
  const { lines } = facts.deposit
  const said = lines.flatMap((one) => {
    const { cash_cents, checks_cents } = one
    const all = line(sayWhose(words, facts, one), sayMoney(lineTotal(one), facts))
    if (checks_cents === 0) return [all]
    return [
      all,
      partLine(cash.tender.cash, sayMoney(cash_cents, facts)),
      partLine(cash.tender.check, sayMoney(checks_cents, facts)),
    ]
  })
  const isHeld = (one: Line): boolean => one.payee !== null
  const isCredit = (one: Line): boolean => one.payee === null && one.fund === CREDIT_FUND
  const held = sumOf(lines.filter(isHeld).map(lineTotal))
  const credit = sumOf(lines.filter(isCredit).map(lineTotal))
  const own = addCents(sumOf(lines.filter((one) => !isHeld(one) && !isCredit(one)).map(lineTotal)), carriedSum(facts))
  return [
    heading(cash.by_fund),
    ...said,
    ...carriedLines(facts, words),
    line(cash.librarys_own, sayMoney(own, facts), true),
    line(cash.held_for_others, sayMoney(held, facts), true),
    ...(lines.some(isCredit) ? [line(cash.kept_credit, sayMoney(credit, facts), true)] : []),
  ]
}

const STEPS = ['received', 'refunded', 'paid-in', 'paid-out', 'rounded', 'over', 'short'] as const

type Proven = {
  readonly title: string
  readonly steps: Deposit['cash']
  /** What comes beside the steps, and how much it is. */
  readonly beside: readonly Block[]
  readonly beside_cents: Cents
  readonly deposited: string
  readonly deposited_cents: Cents
}

function proof(facts: DepositFacts, words: Words, proven: Proven): readonly Block[] {
  const { cash } = words
  const { steps, deposited_cents, beside, beside_cents } = proven
  const off = deposited_cents - depositTotal(steps) - beside_cents
  const lines = STEPS.filter((step) => step === 'received' || steps[step] !== 0)
  return [
    heading(proven.title),
    ...lines.map((step) => line(cash.step[step], sayMoney(steps[step], facts))),
    line(cash.to_deposit, sayMoney(depositTotal(steps), facts)),
    ...beside,
    line(proven.deposited, sayMoney(deposited_cents, facts), true),
    ...strong(off === 0 ? cash.proof_agrees : cash.proof_off(sayMoney(cents(off), facts))),
  ]
}

function proofs(facts: DepositFacts, words: Words): readonly (readonly Block[])[] {
  const { cash } = words
  const { deposit, checks_cents } = facts
  const none = { beside: [], beside_cents: cents(0) }
  const carried = { beside: carriedLines(facts, words), beside_cents: carriedSum(facts) }
  const ofCash = { title: cash.proof_cash, steps: deposit.cash, deposited: cash.cash_deposited }
  const ofChecks = { title: cash.proof_checks, steps: deposit.checks, deposited: cash.checks_deposited }
  return [
    proof(facts, words, { ...ofCash, ...carried, deposited_cents: cashIn(facts) }),
    [RULE],
    proof(facts, words, { ...ofChecks, ...none, deposited_cents: checks_cents }),
  ]
}

/** What goes on to each payee, or comes back from one; how it is paid is for the office. */
function remittance(facts: DepositFacts, words: Words): readonly Block[] {
  const { cash } = words
  const { held, lines } = facts.deposit
  const said = held.flatMap(({ payee, amount_cents }) => {
    const in_bag = sumOf(lines.filter((one) => one.payee === payee).map(lineTotal))
    if (amount_cents === 0 && in_bag === 0) return []
    const name = payeeCalled(facts.names, payee)
    const label = amount_cents < 0 ? cash.remittance_back(name) : cash.remittance_to(name)
    const all = line(label, sayMoney(cents(Math.abs(amount_cents)), facts))
    if (in_bag === amount_cents) return [all]
    return [
      all,
      partLine(cash.remittance_in_bag, sayMoney(in_bag, facts)),
      partLine(cash.remittance_elsewhere, sayMoney(cents(amount_cents - in_bag), facts)),
    ]
  })
  return said.length === 0 ? [] : [RULE, heading(cash.remittance), ...said]
}

export function depositSlip(facts: DepositFacts, words: Words): ReceiptDocument {
  const { cash } = words
  const { bag_number, z_numbers } = facts
  return compose(
    'deposit-slip',
    facts,
    words,
    marked(facts, words, false, [
      officeHead(facts, words, cash.deposit),
      strong(cash.for_deposit_only),
      bag_number === '' ? [] : line(cash.bag_number, bag_number),
      z_numbers.length === 0 ? [] : line(cash.z_reports, z_numbers.join(', ')),
      line(cash.prepared_by, facts.prepared_by_initials),
      RULE,
      content(facts, words),
      RULE,
      whose(facts, words),
      RULE,
      ...proofs(facts, words),
      remittance(facts, words),
      RULE,
      SPACE,
      signLines(cash.giver, cash.receiver, cash.signed_on),
    ]),
  )
}
