/**
 * The deposit slip: what is in the bag, by whose it is, and the proof that cash and checks are those that came in. Each
 * is proven by itself, because a total that agrees hides a check put in for cash (pos-peers R3). Names no patron.
 */
import { depositTotal, type Deposit } from '../../cash/deposit.ts'
import { piecesTotal, type Pieces } from '../../cash/pieces.ts'
import { addCents, cents, type Cents } from '../../kernel/money.ts'
import { compose, heading, item, line, plain, RULE, SPACE, strong } from '../blocks.ts'
import type { Block, ReceiptDocument } from '../document.ts'
import { sayMoney } from '../say.ts'
import type { Words } from '../words/en.ts'
import { marked, officeHead, payeeName, pieceLines, sayWhose, signLines, type CashPaperFacts } from './cash-facts.ts'

export type DepositFacts = CashPaperFacts & {
  /** Of the sealed bag; empty: it has none. */
  readonly bag_number: string
  readonly prepared_by_initials: string
  /** The Z reports of the sessions in it. */
  readonly z_numbers: readonly string[]
  readonly deposit: Deposit
  /** The cash in the bag from the drawer, as it was counted. */
  readonly pieces: Pieces
  /** What the safe adds to the bag: dropped there during the day, and not counted by the piece. */
  readonly safe_cents: Cents
  readonly checks: readonly { readonly check_number: string; readonly amount_cents: Cents }[]
}

type Line = Deposit['lines'][number]

const sumOf = (amounts: readonly Cents[]): Cents => addCents(cents(0), ...amounts)
const lineTotal = (one: Line): Cents => cents(one.cash_cents + one.checks_cents)

const cashCents = ({ pieces, safe_cents }: DepositFacts): Cents => addCents(piecesTotal(pieces), safe_cents)

function cashLines(facts: DepositFacts, { cash }: Words): readonly Block[] {
  const { pieces, safe_cents } = facts
  if (safe_cents === 0) return pieceLines(facts, pieces, cash.total_cash)
  return [
    ...pieceLines(facts, pieces, cash.from_drawer),
    line(cash.from_safe, sayMoney(safe_cents, facts), true),
    line(cash.total_cash, sayMoney(cashCents(facts), facts), true),
  ]
}

function content(facts: DepositFacts, words: Words): readonly Block[] {
  const { cash } = words
  const checks = facts.checks.map((one) => line(cash.check_number(one.check_number), sayMoney(one.amount_cents, facts)))
  const checks_cents = sumOf(facts.checks.map((one) => one.amount_cents))
  const isEmpty = checks.length === 0
  return [
    heading(cash.tender.cash),
    ...cashLines(facts, words),
    RULE,
    heading(cash.checks(checks.length)),
    ...(isEmpty ? plain(cash.no_checks) : [...checks, line(cash.total_checks, sayMoney(checks_cents, facts), true)]),
    RULE,
    line(cash.deposit_total, sayMoney(addCents(cashCents(facts), checks_cents), facts), true),
  ]
}

/** By fund, then by payee; a line that has both says how much of each. */
function whose(facts: DepositFacts, words: Words): readonly Block[] {
  const { cash } = words
  const { lines } = facts.deposit
  const said = lines.map((one) => {
    const { cash_cents, checks_cents } = one
    const title = sayWhose(words, facts, one)
    const right = sayMoney(lineTotal(one), facts)
    if (checks_cents === 0) return line(title, right)
    const parts = cash.deposit_parts(sayMoney(cash_cents, facts), sayMoney(checks_cents, facts))
    return item({ title, left: parts, right })
  })
  const isHeld = (one: Line): boolean => one.payee !== null
  const held = sumOf(lines.filter(isHeld).map(lineTotal))
  const own = sumOf(lines.filter((one) => !isHeld(one)).map(lineTotal))
  return [
    heading(cash.by_fund),
    ...said,
    line(cash.librarys_own, sayMoney(own, facts), true),
    line(cash.held_for_others, sayMoney(held, facts), true),
  ]
}

const STEPS = ['received', 'refunded', 'paid-in', 'paid-out', 'rounded', 'over', 'short'] as const

type Proven = {
  readonly title: string
  readonly steps: Deposit['cash']
  readonly deposited: string
  readonly deposited_cents: Cents
}

function proof(facts: DepositFacts, words: Words, proven: Proven): readonly Block[] {
  const { cash } = words
  const { steps, deposited_cents } = proven
  const off = deposited_cents - depositTotal(steps)
  const lines = STEPS.filter((step) => step === 'received' || steps[step] !== 0)
  return [
    heading(proven.title),
    ...lines.map((step) => line(cash.step[step], sayMoney(steps[step], facts))),
    line(cash.to_deposit, sayMoney(depositTotal(steps), facts)),
    line(proven.deposited, sayMoney(deposited_cents, facts), true),
    ...strong(off === 0 ? cash.proof_agrees : cash.proof_off(sayMoney(cents(off), facts))),
  ]
}

/** What goes on to each payee; how it is paid is for the office. */
function remittance(facts: DepositFacts, words: Words): readonly Block[] {
  const { cash } = words
  const payees = [...new Set(facts.deposit.lines.flatMap(({ payee }) => (payee === null ? [] : [payee])))]
  if (payees.length === 0) return []
  const lines = payees.map((payee) => {
    const amount = sumOf(facts.deposit.lines.filter((one) => one.payee === payee).map(lineTotal))
    return line(cash.remittance_to(payeeName(facts, payee)), sayMoney(amount, facts))
  })
  return [RULE, heading(cash.remittance), ...lines]
}

export function depositSlip(facts: DepositFacts, words: Words): ReceiptDocument {
  const { cash } = words
  const { deposit, bag_number, z_numbers } = facts
  const ofCash = { title: cash.proof_cash, steps: deposit.cash, deposited: cash.cash_deposited }
  const ofChecks = { title: cash.proof_checks, steps: deposit.checks, deposited: cash.checks_deposited }
  const checks_cents = sumOf(facts.checks.map((one) => one.amount_cents))
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
      proof(facts, words, { ...ofCash, deposited_cents: cashCents(facts) }),
      RULE,
      proof(facts, words, { ...ofChecks, deposited_cents: checks_cents }),
      remittance(facts, words),
      RULE,
      SPACE,
      signLines(cash.giver, cash.receiver, cash.signed_on),
    ]),
  )
}
