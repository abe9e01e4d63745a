/**
 * What a person says of a thing that cost something: it is lost, it is damaged. Charges whoever has it, or had it last
 * while that is still known. Must never name them to anybody.
 */
import { damageCharges, type ChargeLine } from '../../../shared/circulation/lost.ts'
import { refuse, type Refusal } from '../../../shared/circulation/refusals.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { cents, moneyText } from '../../../shared/kernel/money.ts'
import { loanOfItem, type ItemRow, type LoanRow } from '../../store/item-rows.ts'
import { endedLoanOfItem } from '../../store/late-rows.ts'
import { patronById, type PatronRow } from '../../store/patron-rows.ts'
import { askApproval } from '../asking.ts'
import type { Command, Desk } from '../context.ts'
import { may } from '../grants.ts'
import { findItem } from '../here.ts'
import { freedFrom, WAITS_AGAIN } from '../holds/freeing.ts'
import { keepSlip, slipWords } from '../papers/keeping.ts'
import { itemSlipFor } from '../papers/slips.ts'
import { Gathering } from './drafts.ts'
import type { RuledLoan } from '../whose-rule.ts'
import { askedOf } from './loan-fine.ts'
import { billAsLost, borrowerOf, priceIfLost } from './lost.ts'
import { recordAndSay } from './said.ts'

type Loaned = { readonly item: ItemRow; readonly loan: LoanRow; readonly borrower: PatronRow }

/** An item, its open loan and whoever has it; or why there is none. */
export function loanedItem(desk: Desk, barcode: string): Loaned | Refusal {
  const item = findItem(desk, barcode)
  if (!item) return refuse('item-unknown', { barcode, as_of: 'now' })
  const loan = desk.store.desk.get(loanOfItem, { item_id: item.item_id })
  if (!loan) return refuse('not-out')
  const borrower = borrowerOf(desk, loan)
  return borrower ? { item, loan, borrower } : refuse('borrower-gone')
}

export function declareLost(desk: Desk, command: Command, input: Input<'loan.lost'>): Refusal | null {
  const found = loanedItem(desk, input.item_barcode)
  if ('code' in found) return found
  const { item, loan } = found
  if (loan.standing === 'lost') return refuse('lost-already')
  const price_cents = input.price_cents === null ? null : cents(input.price_cents)
  const less = price_cents === null ? 0 : statedPrice(desk, found) - price_cents
  if (less > 0 && !may(desk, 'waive', less)) {
    const asked = { item_barcode: item.barcode, price_cents }
    askApproval(desk, { method: 'loan.lost', input: asked, grant: 'waive', reach: less }, item.title)
    return null
  }
  const billed = billAsLost(desk, { item, loan, now: desk.clock.now(), why: 'staff', price_cents })
  if (!billed) return refuse('price-unknown')
  const fact = moneyText(billed.billed_cents)
  recordAndSay(desk, command, billed.gathering, {
    title: item.title,
    item,
    happened: 'Billed as lost',
    fact,
    sentences: [],
  })
  return null
}

/** What the rule would charge for the thing; nought when nobody stated a price. To ask less of it is to waive. */
function statedPrice(desk: Desk, { item, loan, borrower }: Loaned): number {
  const stated = priceIfLost(desk, item, loan, borrower)
  return stated?.lines.find((line) => line.kind === 'lost')?.amount_cents ?? 0
}

type LastLoan = RuledLoan & Pick<LoanRow, 'patron_id' | 'loan_ref'>

/** Whoever has it; else whoever had it last, until that is forgotten. */
function lastBorrower(desk: Desk, item: ItemRow): LastLoan | null {
  const open = desk.store.desk.get(loanOfItem, { item_id: item.item_id })
  if (open) return borrowerOf(desk, open) && open
  const ended = desk.store.desk.get(endedLoanOfItem, { item_id: item.item_id })
  const patron_id = ended && desk.journal.partyOf(ended.loan_ref)
  return patron_id && desk.store.desk.get(patronById, { patron_id }) ? { ...ended, patron_id } : null
}

export function isBorrowerKnown(desk: Desk, item: ItemRow): boolean {
  return lastBorrower(desk, item) !== null
}

export function chargeDamage(desk: Desk, command: Command, input: Input<'item.damaged'>): Refusal | null {
  const item = findItem(desk, input.item_barcode)
  if (!item) return refuse('item-unknown', { barcode: input.item_barcode, as_of: 'now' })
  const last = lastBorrower(desk, item)
  if (!last) return refuse('borrower-unknown')
  const { lines, steps } = damageOf(desk, item, last, input)
  if (lines.length === 0) return refuse('amount-missing')
  const to = new Gathering(desk)
  const about = { patron_id: last.patron_id, item_barcode: item.barcode, loan_ref: last.loan_ref }
  const note = input.note.trim()
  for (const { kind, amount_cents } of lines) to.charge({ ...about, kind, amount_cents, steps, note })
  const before = { at_branch: item.at_branch_code, status: item.status }
  const marked = { item_barcode: item.barcode, before, status: 'damaged', why: 'staff' } as const
  if (item.status !== 'damaged') to.add({ kind: 'item-marked', body: marked })
  const freed = freedFrom(desk, item)
  for (const draft of freed) to.add(draft)
  const fact = moneyText(cents(lines.reduce((sum, line) => sum + line.amount_cents, 0)))
  const again = freed.length > 0 ? [WAITS_AGAIN] : []
  const sentences = ['Set it aside: it is marked damaged', ...again, slipWords(desk)]
  recordAndSay(desk, command, to, { title: item.title, item, happened: 'Damage charged', fact, sentences })
  const isPart = lines.some((line) => line.kind === 'part')
  // Only a name of the fee table lies about on a slip; what a person wrote of the charge may be about a person.
  const wrong = isOfTable(desk, input.part) ? [input.part] : []
  keepSlip(desk, itemSlipFor(desk, item, isPart ? 'missing-parts' : 'damaged', wrong))
  return null
}

function isOfTable(desk: Desk, part: string): boolean {
  return desk.library.policy().source.fee_rules.some((fee) => fee.name === part)
}

type Damage = { readonly lines: readonly ChargeLine[]; readonly steps: readonly string[] }

function damageOf(
  desk: Desk,
  item: ItemRow,
  last: LastLoan,
  { part, is_beyond_use, amount_cents }: Input<'item.damaged'>,
): Damage {
  if (amount_cents !== null) {
    const amount = cents(amount_cents)
    // Only a name of the fee table is sealed; what a person typed instead may be about a person.
    const name = part === '' ? 'damage' : isOfTable(desk, part) ? part : 'part'
    const kind = part === '' ? 'damaged' : 'part'
    return { lines: [{ kind, amount_cents: amount, name }], steps: [`${name}: a person set ${moneyText(amount)}`] }
  }
  const borrower = desk.store.desk.get(patronById, { patron_id: last.patron_id })
  if (!borrower || (part === '' && !is_beyond_use)) return { lines: [], steps: [] }
  const { asked, policy } = askedOf(desk, last, item, borrower)
  const parts = part === '' ? [] : [part]
  return damageCharges({ policy, asked, price_cents: item.price_cents, parts, is_beyond_use })
}
