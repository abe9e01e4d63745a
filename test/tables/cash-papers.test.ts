/** The papers of the worked day W1: their figures are those of the day, and they agree with each other. */
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { depositOf, depositTotal } from '../../shared/cash/deposit.ts'
import { piecesTotal, readPieces } from '../../shared/cash/pieces.ts'
import { must } from '../../shared/kernel/assert.ts'
import { cents } from '../../shared/kernel/money.ts'
import { transfersOf, type DrawerAct } from '../../shared/ledger/drawer-acts.ts'
import { cashSlip } from '../../shared/receipt/cash/cash-slip.ts'
import { countSheet } from '../../shared/receipt/cash/count-sheet.ts'
import { depositSlip } from '../../shared/receipt/cash/deposit-slip.ts'
import { paymentReceipt } from '../../shared/receipt/cash/payment-receipt.ts'
import { refundReceipt } from '../../shared/receipt/cash/refund-receipt.ts'
import type { ReceiptDocument } from '../../shared/receipt/document.ts'
import { cashRulesOf } from '../../shared/cash/rules.ts'
import { cashNamesOf } from '../../shared/receipt/cash/cash-names.ts'
import { wordsOf } from '../../shared/words/speech.ts'
import { product } from '../support/cash-made.ts'
import { policyOf } from '../support/policy-made.ts'
import { momentOf } from '../support/given.ts'
import { reportPaper } from '../../shared/receipt/cash/report-paper.ts'
import { wordsIn } from '../../shared/receipt/paper-language.ts'
import { cashFacts, COUNTED, X_REPORT, Z_REPORT } from '../shared/receipt/cash/w1.ts'
import { bag, count, deposit, drop, everything, payment, refund } from '../shared/receipt/cash/w1-papers.ts'
import { CHICAGO } from '../shared/receipt/facts.ts'
import { cashFor, SESSION } from './worked-day.ts'
import { describeWithSharedData, readSharedJson } from '../support/shared-data.ts'

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)

const day = z.object({
  float: z.object({ total: z.number() }),
  expected: z.object({ drawer: z.number(), checks: z.number(), card: z.number() }),
  count: z.object({ total: z.number(), pieces: z.record(z.string(), z.number()) }),
  over_short: z.number(),
  deposit: z.object({ left_in_drawer: z.number(), from_drawer: z.number(), total: z.number() }),
  journal_cash_basis: z.object({ cr: z.record(z.string(), z.number()) }),
  not_in_journal: z.object({ waived: z.number() }),
})

describeWithSharedData('the Z report of the worked day', (folder) => {
  const { W1_full_day: w1 } = z.object({ W1_full_day: day }).parse(readSharedJson(folder, 'cash/figures.json'))
  const [cash, checks, card] = Z_REPORT.tenders

  test('says what each tender should come to, and what was counted', () => {
    expect([cash, checks, card].map((one) => one?.expected_cents)).toEqual(Object.values(w1.expected))
    expect(cash?.counted_cents).toBe(w1.count.total)
    expect((cash?.counted_cents ?? 0) - (cash?.expected_cents ?? 0)).toBe(w1.over_short)
    expect(readPieces(w1.count.pieces)).toEqual(COUNTED)
  })

  test('says what stays, what came in and what was waived', () => {
    expect(Z_REPORT.float_cents).toBe(w1.float.total)
    const { left, left_cents, bag } = must(Z_REPORT.closing, 'it is closed')
    expect([left_cents, piecesTotal(left ?? {})]).toEqual([w1.deposit.left_in_drawer, w1.deposit.left_in_drawer])
    expect(bag.drawer_cents).toBe(w1.deposit.from_drawer)
    expect(bag.drawer_cents + bag.safe_cents + bag.checks_cents).toBe(w1.deposit.total)
    const income = Z_REPORT.funds.map((one) => one.receipted_cents - one.refunded_cents)
    expect(sum(income) + Z_REPORT.tax_cents).toBe(
      w1.journal_cash_basis.cr['total'] ?? sum(Object.values(w1.journal_cash_basis.cr)),
    )
    expect(Z_REPORT.let_off.map((one) => one.amount_cents)).toEqual([w1.not_in_journal.waived])
  })
})

test.each(['en', 'es'] as const)('in %s nothing is said of a sign-off that nobody had to give', (language) => {
  const words = wordsIn(language)
  const signed = (initials: string): boolean => {
    const closing = must(Z_REPORT.closing, 'it is closed')
    const variances = closing.variances.map((one) => ({ ...one, signed_off_by_initials: initials }))
    const report = { ...Z_REPORT, closing: { ...closing, variances } }
    return JSON.stringify(reportPaper({ ...cashFacts(language), report }, words)).includes(words.cash.signed_off)
  }
  expect([signed('WZ'), signed('')]).toEqual([true, false])
})

describe.each([
  ['X', X_REPORT],
  ['Z', Z_REPORT],
])('the %s report', (_name, report) => {
  test('what was paid is what it was paid with', () => {
    const tenders = report.tenders.map((one) => one.receipted_cents - one.refunded_cents)
    const funds = report.funds.map((one) => one.receipted_cents - one.refunded_cents)
    expect(sum(tenders)).toBe(sum(funds) + report.tax_cents + report.rounding_cents)
  })

  test('the cash comes to what is expected', () => {
    const [cash] = report.tenders
    const moves = [...report.paid, ...report.placed].map((one) => (one.way === 'in' ? 1 : -1) * one.amount_cents)
    const all = [report.float_cents, cash?.receipted_cents ?? 0, -(cash?.refunded_cents ?? 0), ...moves]
    expect(sum(all)).toBe(cash?.expected_cents)
  })
})

describeWithSharedData('the deposit of the worked day', (folder) => {
  const bag = z.object({ cash: z.number(), checks: z.number(), total: z.number() })
  const { W1_full_day: w1 } = z
    .object({ W1_full_day: z.object({ deposit: bag }) })
    .parse(readSharedJson(folder, 'cash/figures.json'))
  const { deposit: of, drawer_cents, safe_cents, checks, checks_cents } = deposit('en')

  test('holds what came in, cash and checks apart', () => {
    expect(depositTotal(of.cash)).toBe(w1.deposit.cash)
    expect(drawer_cents + safe_cents).toBe(w1.deposit.cash)
    expect(depositTotal(of.checks)).toBe(w1.deposit.checks)
    expect([checks_cents, sum(checks.map((one) => one.amount_cents))]).toEqual([w1.deposit.checks, w1.deposit.checks])
  })

  test('comes to the same by fund and payee', () => {
    expect(sum(of.lines.map((one) => one.cash_cents + one.checks_cents))).toBe(w1.deposit.total)
    expect(of.lines.filter(({ payee }) => payee !== null).map((one) => one.cash_cents)).toEqual([200])
  })
})

/** Each line of a paper that has a label, with its amount. */
function amounts(document: ReceiptDocument): ReadonlyMap<string, string> {
  return new Map(document.blocks.flatMap((block) => (block.block === 'line' ? [[block.left, block.right]] : [])))
}

/** A fine of $12.00 with $20.00: $8.00 stay on the patron's account. */
describe('change that a patron left', () => {
  const words = wordsIn('en')
  const { cash } = words
  const kept: DrawerAct = {
    act: 'received',
    lines: [
      { of: 'charge', charge_ref: 'D.1.2', fund: 'fines', amount_cents: cents(1200) },
      { of: 'credit', charge_ref: 'D.1.3', fund: 'credits', amount_cents: cents(800) },
    ],
    drawer_cents: cents(2000),
    rounding_cents: cents(0),
    others: [],
  }

  test('is no fund of the library on its deposit slip', () => {
    const said = amounts(depositSlip({ ...deposit('en'), deposit: depositOf(transfersOf(kept, 'D.1.1')) }, words))
    expect(said.get(cash.librarys_own)).toBe('$12.00')
    expect(said.get(cash.kept_credit)).toBe('$8.00')
    expect(said.get(cash.held_for_others)).toBe('$0.00')
  })

  test('is beside the funds on an X report, and in what was taken', () => {
    const [fines] = X_REPORT.funds
    const funds = [{ ...must(fines, 'a fund'), receipted_cents: cents(1200), refunded_cents: cents(0) }]
    const kept_credit = { receipted_cents: cents(900), refunded_cents: cents(100) }
    const none = { tax_cents: cents(0), rounding_cents: cents(0), office_checks_cents: cents(0) }
    const report = { ...X_REPORT, funds, kept_credit, ...none }
    const said = amounts(reportPaper({ ...cashFacts('en'), report }, words))
    expect([said.get(cash.kept_credit), said.get(words.total)]).toEqual(['$8.00', '$20.00'])
  })
})

/** What the office pays on to the Friends: of a gift in cash, one by card, and what went back. */
describe('money that is held for others', () => {
  const words = wordsIn('en')
  const { cash } = words
  const gift = (amount: number) => ({ of: 'held', payee: 'friends', amount_cents: cents(amount) }) as const
  const by_card: DrawerAct = {
    act: 'received',
    lines: [gift(500)],
    drawer_cents: cents(0),
    rounding_cents: cents(0),
    others: [{ tender: 'card', amount_cents: cents(500) }],
  }
  const back = (amount: number, tender: 'cash' | 'card' | 'office-check'): DrawerAct => {
    return { act: 'refunded', lines: [gift(amount)], tender, due: 'drawer', rounding_cents: cents(0) }
  }
  const pay = cash.remittance_to('Friends of the Library')
  const owed = cash.remittance_back('Friends of the Library')
  const parts = [`· ${cash.remittance_in_bag}`, `· ${cash.remittance_elsewhere}`]

  test.each<[string, readonly DrawerAct[], Readonly<Record<string, string>>]>([
    ['in cash', [cashFor(gift(200), 200)], { [pay]: '$2.00' }],
    ['by card alone', [by_card], { [pay]: '$5.00', [parts[0] ?? '']: '$0.00', [parts[1] ?? '']: '$5.00' }],
    [
      'in cash and by card',
      [cashFor(gift(200), 200), by_card],
      { [pay]: '$7.00', [parts[0] ?? '']: '$2.00', [parts[1] ?? '']: '$5.00' },
    ],
    ['given back', [cashFor(gift(200), 200), back(200, 'cash')], {}],
    ['of a day before, given back', [back(200, 'cash')], { [owed]: '$2.00' }],
    [
      'given back by a check of the office',
      [cashFor(gift(200), 200), back(150, 'office-check')],
      { [pay]: '$0.50', [parts[0] ?? '']: '$2.00', [parts[1] ?? '']: '-$1.50' },
    ],
  ])('%s', (_, acts, wanted) => {
    const of = depositOf(acts.flatMap((act) => transfersOf(act, SESSION)))
    const said = amounts(depositSlip({ ...deposit('en'), deposit: of }, words))
    const told = [pay, owed, ...parts].flatMap((label) => {
      const amount = said.get(label)
      return amount === undefined ? [] : [[label, amount]]
    })
    expect(Object.fromEntries(told)).toEqual(wanted)
  })
})

/** Cash of the safe that goes to the bank: who sealed the bag, who allowed it, and who takes it. */
describe('the slip of a bag', () => {
  const words = wordsIn('en')
  const { cash } = words

  test('has its number, who sealed it and who approved it, and a blank line for who takes it', () => {
    const said = amounts(cashSlip(bag('en'), words))
    expect(said.get(cash.bag_number)).toBe('0047732')
    expect(said.get(cash.approved_by)).toBe('WZ')
    expect(said.get(`${cash.sealed_by} RO`)).toMatch(/^_+$/)
    expect(said.get(cash.receiver)).toMatch(/^_+$/)
    expect(said.get(cash.signed_on)).toMatch(/^_+$/)
  })
})

describe('a receipt', () => {
  const words = wordsIn('en')
  const { cash } = words

  test('adds up: lines and tax, then the rounding, then what it was paid with', () => {
    const said = amounts(paymentReceipt(everything('en'), words))
    expect(said.get(words.total)).toBe('$31.52')
    expect(said.get(cash.rounding)).toBe('$0.02')
    const paid = everything('en').tenders.map((one) => {
      return one.tender === 'cash' ? one.tendered_cents - one.change_cents : one.amount_cents
    })
    expect(sum(paid)).toBe(3154)
  })

  test('of no named payer says so', () => {
    expect(amounts(paymentReceipt(payment('en'), words)).get(cash.payor)).toBe(cash.anonymous)
  })

  test('of a refund that was rounded up says what was handed over', () => {
    const rounded = { rounding_cents: cents(-1), refunded_to: { tender: 'cash', amount_cents: cents(1501) } } as const
    const said = amounts(refundReceipt({ ...refund('en'), ...rounded }, words))
    expect(said.get(words.total)).toBe('$15.00')
    expect(said.get(cash.rounding)).toBe('$0.01')
    expect(said.get(cash.tender.cash)).toBe('$15.01')
  })
})

test.each([
  [{}, []],
  [{ is_practice: true }, ['training']],
  [{ is_practice: true, copy_number: 3 }, ['training', 'copy']],
] as const)('a paper made with %j is marked above and below', (changed, marks) => {
  const { cash } = wordsIn('es')
  const paper = cashSlip({ ...drop('es'), ...changed }, wordsIn('es'))
  const texts = { training: `*** ${cash.training} ***`, copy: `*** ${cash.copy_number(3)} ***` }
  const wanted = marks.map((mark) => texts[mark])
  const said = paper.blocks.map((block) => (block.block === 'text' ? block.text : ''))
  expect(said.slice(0, wanted.length)).toEqual(wanted)
  expect(said.slice(said.length - wanted.length)).toEqual(wanted)
  expect(said.filter((text) => text.startsWith('***'))).toHaveLength(2 * wanted.length)
})

test('a sheet to be filled in says no figure', () => {
  const blank = countSheet({ ...count('en'), count: null }, wordsIn('en'))
  expect([...amounts(blank).values()].filter((right) => right.includes('$'))).toEqual([])
})

test.each(['en', 'es'] as const)(
  'a Z report that is printed again years later differs by its mark alone: %s',
  (language) => {
    const facts = { ...cashFacts(language), report: Z_REPORT }
    const first = reportPaper(facts, wordsIn(language))
    const later = { ...facts, printed_at: momentOf('2029-03-01T10:00', CHICAGO), copy_number: 1 }
    const again = reportPaper(later, wordsIn(language))
    expect(again.blocks.slice(1, -1)).toEqual(first.blocks)
  },
)

test('names come from the rules of cash, of what is off sale too; what is not named is said in the language', () => {
  const rules = cashRulesOf(policyOf({ products: [product('book', { name: 'Sale book', is_active: false })] }))
  const names = cashNamesOf(rules, wordsOf('es'))
  expect(names.products).toEqual({ book: 'Sale book' })
  expect(names.reasons['POSTAGE']).toBe(wordsOf('es').policy.usual_cash.reasons.POSTAGE)
})
