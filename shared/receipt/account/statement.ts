/**
 * The statement of an account: what is out, what is owed charge by charge, which holds there are. It has the patron's
 * name, and is given to that patron alone. Never states less than the whole amount owed.
 */
import type { ChargeKind } from '../../ledger/charge-kinds.ts'
import { addCents, cents, type Cents } from '../../kernel/money.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import { barcodeTail } from '../clean.ts'
import { compose, foot, heading, item, letterhead, line, plain, RULE, strong } from '../blocks.ts'
import { owedLines } from '../check-out-paper.ts'
import type { Block, ReceiptDocument } from '../document.ts'
import type { PaperFacts, PaperItem } from '../paper-facts.ts'
import { sayDue, sayMoney, sayOn, sayWithYear } from '../say.ts'
import type { Words } from '../words/en.ts'

export type StatementLoan = PaperItem & {
  readonly due_at: Instant
  readonly renewals_left_count: number | null
  /** The fine if it came back now; zero when there is none. */
  readonly fine_so_far_cents: Cents
  readonly is_recalled: boolean
}

export type StatementCharge = {
  readonly kind: ChargeKind
  /** Title of the item, or the note on the charge; may be empty. */
  readonly about: string
  readonly charged_on: LocalDate
  readonly amount_cents: Cents
  /** How much of it is still owed. */
  readonly owed_cents: Cents
}

export type HoldState =
  /** `place`: in the queue, 1 is next; null when this desk does not know. */
  | { readonly kind: 'waiting'; readonly place: number | null }
  /** Its last day on the hold shelf has passed. */
  | { readonly kind: 'over'; readonly until_on: LocalDate }
  | { readonly kind: 'ready'; readonly until_on: LocalDate | null; readonly pick_up_code: string }
  | { readonly kind: 'on-its-way' }
  | { readonly kind: 'suspended'; readonly until_on: LocalDate | null }

export type StatementHold = {
  readonly title: string
  readonly pick_up_branch_name: string
  readonly state: HoldState
}

export type StatementFacts = PaperFacts & {
  readonly patron_name: string
  readonly card_barcode: string
  readonly card_expires_on: LocalDate | null
  readonly loans: readonly StatementLoan[]
  readonly charges: readonly StatementCharge[]
  readonly holds: readonly StatementHold[]
  /** The account's own balance: below zero a credit. It can differ from the charges by an unused credit. */
  readonly owed_cents: Cents
}

function loans(facts: StatementFacts, words: Words): readonly Block[] {
  if (facts.loans.length === 0) return [heading(words.loans), ...plain(words.no_loans)]
  const items = facts.loans.map((one) => {
    const when = sayDue(words, one.due_at, facts)
    const isLate = one.due_at < facts.printed_at
    const fine = one.fine_so_far_cents > 0 ? words.fine_so_far(sayMoney(one.fine_so_far_cents, facts)) : ''
    const recalled = one.is_recalled ? words.recalled : ''
    const left = isLate ? words.overdue : one.is_recalled ? '' : words.renewals_left(one.renewals_left_count)
    return item({
      title: one.title,
      details: [recalled, fine],
      left,
      right: isLate ? words.was_due(when) : words.due(when),
    })
  })
  return [heading(words.loans), ...items, line(words.total, words.items(items.length))]
}

function charges(facts: StatementFacts, words: Words): readonly Block[] {
  const owed = facts.charges.map((one) => {
    const name = words.charge[one.kind]
    const part = one.owed_cents === one.amount_cents ? '' : ` ${words.of_amount(sayMoney(one.amount_cents, facts))}`
    return item({
      title: one.about === '' ? name : `${name}: ${one.about}`,
      left: sayOn(words, one.charged_on, facts),
      right: `${sayMoney(one.owed_cents, facts)}${part}`,
    })
  })
  const fines_cents = addCents(cents(0), ...facts.loans.map((one) => one.fine_so_far_cents))
  return [
    heading(words.charges),
    ...(owed.length === 0 && facts.owed_cents <= 0 ? plain(words.no_charges) : []),
    ...owed,
    ...owedLines(words, facts, facts.owed_cents),
    ...(fines_cents > 0 ? [line(words.fines_not_charged_yet, sayMoney(fines_cents, facts))] : []),
  ]
}

function hold(facts: StatementFacts, words: Words, one: StatementHold): Block {
  const { state, title, pick_up_branch_name } = one
  switch (state.kind) {
    case 'waiting':
      return item({ title, left: state.place === null ? words.hold_waiting : words.hold_place(state.place) })
    case 'ready': {
      const until = state.until_on === null ? '' : words.until(sayOn(words, state.until_on, facts))
      return item({ title, details: [words.hold_ready(pick_up_branch_name)], left: state.pick_up_code, right: until })
    }
    case 'over':
      return item({ title, left: words.hold_over(sayOn(words, state.until_on, facts)) })
    case 'on-its-way':
      return item({ title, left: words.hold_on_its_way(pick_up_branch_name) })
    case 'suspended': {
      const until = state.until_on === null ? '' : words.until(sayOn(words, state.until_on, facts))
      return item({ title, left: words.hold_suspended, right: until })
    }
  }
}

function holds(facts: StatementFacts, words: Words): readonly Block[] {
  const items = facts.holds.map((one) => hold(facts, words, one))
  return [heading(words.holds), ...(items.length === 0 ? plain(words.no_holds) : items)]
}

export function statement(facts: StatementFacts, words: Words): ReceiptDocument {
  const expires =
    facts.card_expires_on === null ? [] : plain(words.card_expires(sayWithYear(words, facts.card_expires_on, facts)))
  return compose('statement', facts, words, [
    letterhead(facts, words, words.statement, words.card(barcodeTail(facts.card_barcode))),
    strong(facts.patron_name),
    expires,
    RULE,
    loans(facts, words),
    RULE,
    charges(facts, words),
    RULE,
    holds(facts, words),
    foot(facts),
  ])
}
