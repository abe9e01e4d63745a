/**
 * Marks an item lost or damaged and charges for it: to the patron who has it, or the last one while still known. Must
 * never name them to anyone: an item does not say who has it.
 */
import { damageCharges, type ChargeLine } from '../../../shared/circulation/lost/lost.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { NO_MODIFIERS } from '../../../shared/desk/modifiers.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { eventRefText, parseEventRef } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { loanOfItem, type ItemRow, type LoanRow } from '../../store/circulation/item-rows.ts'
import { endedLoanFromElsewhere, lastParty } from '../../store/circulation/late-rows.ts'
import { patronById, type PatronRow } from '../../store/patrons/patron-rows.ts'
import { letOffBy, mayChargeLessOrAsks } from '../approvals/asking.ts'
import type { Desk } from '../desk.ts'
import type { Command } from '../../library/command.ts'
import { findItem, here } from '../../library/here.ts'
import { freedFrom } from '../../circulation/holds/freeing.ts'
import { keepSlip, slipWords } from '../papers/keeping.ts'
import { itemSlipFor } from '../../papers/slips.ts'
import { takeBack } from '../../circulation/loans/take-back.ts'
import type { RuledLoan } from '../../library/whose-rule.ts'
import { Gathering, type Gathered } from '../../circulation/charges/gathering.ts'
import { chargeLess } from '../../circulation/charges/let-off.ts'
import { askedOf } from '../../circulation/charges/loan-fine.ts'
import { billAsLost, patronOfLoan, priceIfLost, type Billing } from '../../circulation/charges/bill-lost.ts'
import { questionSaid } from './return-questions.ts'
import { recordAndSay } from '../patrons/record-and-say.ts'
import type { Speech } from '../../../shared/words/speech.ts'
import type { Library } from '../../library/library.ts'
import { actorOf } from '../desk.ts'
import { speechOf, stepsSaid } from '../clerk-language.ts'

type Loaned = { readonly item: ItemRow; readonly loan: LoanRow; readonly patron: PatronRow }

/** An item, its open loan and the patron who has it; or why there is none. */
export function loanedItem(library: Library, barcode: string): Loaned | Refusal {
  const item = findItem(library, barcode)
  if (!item) return refuse('item-unknown', { barcode, as_of: library.clock.now() })
  const loan = library.db.get(loanOfItem, { item_id: item.item_id })
  if (!loan) return refuse('not-out')
  const patron = patronOfLoan(library, loan)
  return patron ? { item, loan, patron } : refuse('patron-of-loan-gone')
}

const DECLARING = { grant: 'declare-lost', reach: 0 } as const

export function declareLost(desk: Desk, command: Command, input: Input<'loan.lost'>): Refusal | null {
  const found = loanedItem(desk.library, input.item_barcode)
  if ('code' in found) return found
  const { item, loan } = found
  if (loan.loan_status === 'lost') return refuse('lost-already')
  const { commandId: _, ...wished } = input
  const price_cents = input.price_cents === null ? null : cents(input.price_cents)
  const less = price_cents === null ? 0 : Math.max(0, statedPrice(desk.library, found) - price_cents)
  const { money, words } = speechOf(desk)
  const { lost, lost_at } = words.outcomes.wish
  const title =
    price_cents !== null && less > 0 ? lost_at(item.title, money(price_cents), money(cents(less))) : lost(item.title)
  const call = { method: 'loan.lost', input: wished }
  if (!mayChargeLessOrAsks(desk, call, title, { charging: [DECLARING], less })) return null
  return billAndSay(desk, command, { item, loan, reason: 'staff', price_cents, let_off_by: letOffBy(desk) })
}

/** Bills the patron who has it, and says the sum. */
export function billAndSay(desk: Desk, command: Command, billing: Omit<Billing, 'now'>): Refusal | null {
  const { item } = billing
  const billed = billAsLost(desk.library, { ...billing, now: desk.library.clock.now() })
  if (!billed) return refuse('price-unknown')
  const { money, words } = speechOf(desk)
  const said = { title: item.title, item, happened: words.outcomes.money.billed, fact: money(billed.billed_cents) }
  recordAndSay(desk, command, billed.gathering, { ...said, sentences: [] })
  return null
}

/** The rule's charge for the item; zero when nobody stated a price. To charge less is to waive. */
function statedPrice(library: Library, { item, loan, patron }: Loaned): number {
  const stated = priceIfLost(library, item, loan, patron)
  return stated?.lines.find((line) => line.kind === 'lost')?.amount_cents ?? 0
}

type Last = RuledLoan & Pick<LoanRow, 'patron_id' | 'loan_ref'>

/** The patron who has the item; otherwise the last one, while the journal still links them. */
export function lastPatronOf(library: Library, item: ItemRow): Last | null {
  const { item_id } = item
  const open = library.db.get(loanOfItem, { item_id })
  if (open) return patronOfLoan(library, open) && open
  const last = endedElsewhere(library, item_id) ?? endedHere(library, item_id)
  return last && library.db.get(patronById, { patron_id: last.patron_id }) ? last : null
}

/** For this desk's own loans only the link says whose they were: once it is deleted, that is forgotten. */
function endedElsewhere(library: Library, item_id: ItemRow['item_id']): Last | null {
  const ended = library.db.get(endedLoanFromElsewhere, { item_id })
  return ended && parseEventRef(ended.loan_ref) === null ? ended : null
}

function endedHere(library: Library, item_id: ItemRow['item_id']): Last | null {
  const last = library.db.get(lastParty, { item_id })
  if (!last) return null
  const { patron_id, epoch, seq } = last
  const loan_ref = eventRefText({ terminal: library.journal.terminal, epoch, seq })
  const lent = must(library.journal.event(loan_ref), 'the entry that lent it')
  return { patron_id, loan_ref, branch_code: lent.head.branch, out_at_ms: instant(lent.head.at_ms), rules_at_ms: null }
}

export function isPatronKnown(library: Library, item: ItemRow): boolean {
  return lastPatronOf(library, item) !== null
}

function damageTitle({ words, money }: Speech, { title }: ItemRow, amount_cents: number | null, less: Cents): string {
  const { wish } = words.outcomes
  if (amount_cents === null) return wish.damage(title)
  const amount = money(cents(amount_cents))
  return less > 0 ? wish.damage_below(title, amount, money(less)) : wish.damage_at(title, amount)
}

export function chargeDamage(desk: Desk, command: Command, input: Input<'item.damaged'>): Refusal | null {
  const item = findItem(desk.library, input.item_barcode)
  if (!item) return refuse('item-unknown', { barcode: input.item_barcode, as_of: desk.library.clock.now() })
  const last = lastPatronOf(desk.library, item)
  if (!last) return refuse('last-patron-unknown')
  const { commandId: _, ...wished } = input
  const { lines, price, is_capped, off_cents } = damageOf(desk.library, item, last, input)
  const title = damageTitle(speechOf(desk), item, input.amount_cents, off_cents)
  if (lines.length === 0) return refuse('amount-missing')
  const sum = sumOf(lines, off_cents)
  const call = { method: 'item.damaged', input: wished }
  // The fee table and the price are the library's own; an amount a person sets is limited by their role.
  const charging = price === 'stated' ? [DECLARING, { grant: 'charge', reach: sum } as const] : [DECLARING]
  if (!mayChargeLessOrAsks(desk, call, title, { charging, less: off_cents })) return null
  const to = new Gathering()
  const about = { patron_id: last.patron_id, item_barcode: item.barcode, loan_ref: last.loan_ref }
  const note = input.note.trim()
  const before = { at_branch: item.at_branch_code, status: item.status }
  const marked = { item_barcode: item.barcode, before, status: 'damaged', at_branch: null, reason: 'staff' } as const
  if (item.status !== 'damaged') to.add({ kind: 'item-marked', body: marked })
  // Only a name from the fee table is sealed; text that a person typed may be about a person.
  const part = isOfTable(desk.library, input.part) ? input.part : ''
  const basis = { by: 'damage', part, price, is_capped } as const
  const off = { off_cents, approved_by: letOffBy(desk) }
  for (const { kind, amount_cents } of lines)
    chargeLess(desk.library, to, { ...about, kind, amount_cents, basis, note }, off)
  const back = input.is_beyond_use ? takenBackWithIt(desk, item) : null
  // A return releases its own holds.
  const freed = back ? [] : freedFrom(desk.library, item)
  for (const draft of freed) to.add(draft)
  const again = freed.length > 0 ? [speechOf(desk).words.outcomes.hold.waits_again] : []
  const gathered = back ? together(to, back) : to
  const { damage } = speechOf(desk).words.outcomes.money
  const over = back ? [damage.is_back, ...back.words] : []
  const sentences = [damage.aside, ...again, slipWords(desk), ...over]
  recordAndSay(desk, command, gathered, {
    title: item.title,
    item,
    happened: damage.happened,
    fact: speechOf(desk).money(sum),
    sentences,
  })
  const isPart = lines.some((line) => line.kind === 'part')
  // Only a name from the fee table is printed on a slip, which lies in the open; typed text may be about a person.
  const wrong = part === '' ? [] : [part]
  keepSlip(desk, itemSlipFor(desk.library, actorOf(desk), item, isPart ? 'missing-parts' : 'damaged', wrong))
  return null
}

function isOfTable(library: Library, part: string): boolean {
  return library.policy().source.fee_rules.some((fee) => fee.name === part)
}

type Back = Gathered & { readonly words: readonly string[] }

/** An item beyond repair is checked in, or it would later be billed as lost as well. Null: it was in. */
function takenBackWithIt(desk: Desk, item: ItemRow): Back | null {
  const { library } = desk
  if (!library.db.get(loanOfItem, { item_id: item.item_id })) return null
  const damaged = { ...item, status: 'damaged' }
  const { drafts, parties, money } = takeBack(library, actorOf(desk), damaged, here(library), NO_MODIFIERS)
  const { question, told, personal } = money
  const { waits } = speechOf(desk).words.outcomes.return
  const words = question ? [questionSaid(desk, question), waits] : stepsSaid(desk, told)
  return { drafts, parties, personal, words }
}

function together(one: Gathered, other: Gathered): Gathered {
  return {
    drafts: [...one.drafts, ...other.drafts],
    parties: new Map([...one.parties, ...other.parties]),
    personal: new Map([...one.personal, ...other.personal]),
  }
}

type Damage = {
  readonly lines: readonly ChargeLine[]
  readonly price: 'listed' | 'stated' | 'whole'
  readonly is_capped: boolean
  /** How far a person's amount is below what the fee table or the price comes to. */
  readonly off_cents: Cents
}

export function sumOf(lines: readonly ChargeLine[], off_cents: Cents): Cents {
  return cents(lines.reduce((total, line) => total + line.amount_cents, 0) - off_cents)
}

/** One line at most: of the part, or of the whole. */
export function damageOf(
  library: Library,
  item: ItemRow,
  last: Last,
  { part, is_beyond_use, amount_cents }: Pick<Input<'item.damaged'>, 'part' | 'is_beyond_use' | 'amount_cents'>,
): Damage {
  const listed = listedDamage(library, item, last, { part, is_beyond_use })
  if (amount_cents === null) return listed
  const off_cents = cents(Math.max(0, sumOf(listed.lines, cents(0)) - amount_cents))
  if (off_cents > 0) return { ...listed, off_cents }
  const kind = part === '' ? 'damaged' : 'part'
  const lines = [{ kind, amount_cents: cents(amount_cents) }] as const
  return { lines, price: 'stated', is_capped: false, off_cents }
}

function listedDamage(
  library: Library,
  item: ItemRow,
  last: Last,
  { part, is_beyond_use }: Pick<Input<'item.damaged'>, 'part' | 'is_beyond_use'>,
): Damage {
  const price = is_beyond_use ? 'whole' : 'listed'
  const off_cents = cents(0)
  const patron = library.db.get(patronById, { patron_id: last.patron_id })
  if (!patron || (part === '' && !is_beyond_use)) return { lines: [], price, is_capped: false, off_cents }
  const { asked, policy } = askedOf(library, last, item, patron)
  const parts = part === '' ? [] : [part]
  const cost = damageCharges({ policy, asked, price_cents: item.price_cents, parts, is_beyond_use })
  return { lines: cost.lines, price, is_capped: cost.is_capped, off_cents }
}
