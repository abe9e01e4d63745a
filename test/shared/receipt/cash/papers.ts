/** One of each paper of money, by name, made in a language. */
import { depositOf } from '../../../../shared/cash/deposit.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { transfersOf, type DrawerAct } from '../../../../shared/ledger/drawer-acts.ts'
import { cashSlip } from '../../../../shared/receipt/cash/cash-slip.ts'
import { countSheet } from '../../../../shared/receipt/cash/count-sheet.ts'
import { depositSlip } from '../../../../shared/receipt/cash/deposit-slip.ts'
import { paymentReceipt } from '../../../../shared/receipt/cash/payment-receipt.ts'
import { refundDueSlip, refundReceipt } from '../../../../shared/receipt/cash/refund-receipt.ts'
import { reportPaper } from '../../../../shared/receipt/cash/report-paper.ts'
import type { ReceiptDocument } from '../../../../shared/receipt/document.ts'
import type { Words } from '../../../../shared/receipt/words/en.ts'
import { cashFor, SESSION } from '../../../tables/worked-day.ts'
import { at, cashFacts, HANDED_OVER, X_REPORT, Z_REPORT } from './w1.ts'
import { bag, count, deposit, drop, everything, payment, refund, refundDue } from './w1-papers.ts'

const VOIDED = { voided_at: at('09:20'), voided_by_initials: 'WZ' }
const CARD_BACK = { tender: 'card', amount_cents: cents(1500), authorization: '08840C', last_four: '4242' } as const

/** Of a receipt that no patron paid: sales, and money that is held for others. */
const TO_NOBODY_KNOWN = {
  payor_initials: '',
  payee_name: 'Ana Ruiz',
  lines: [
    {
      of: 'sale',
      product_code: 'book',
      fund: 'book-sale',
      quantity_count: 2,
      amount_cents: cents(800),
      tax_cents: cents(66),
    },
    { of: 'held', product_code: 'gift', payee: 'friends', amount_cents: cents(200) },
  ],
  refunded_to: { tender: 'cash', amount_cents: cents(1065) },
  rounding_cents: cents(1),
} as const

export const CASH_PAPERS: Readonly<Record<string, (words: Words) => ReceiptDocument>> = {
  payment: (words) => paymentReceipt(payment(words.language), words),
  'payment-everything': (words) => paymentReceipt(everything(words.language), words),
  'payment-voided': (words) => {
    return paymentReceipt({ ...payment(words.language), is_practice: true, copy_number: 1, voided: VOIDED }, words)
  },
  refund: (words) => refundReceipt(refund(words.language), words),
  'refund-card': (words) => {
    return refundReceipt({ ...refund(words.language), refunded_to: CARD_BACK }, words)
  },
  'refund-payee': (words) => {
    return refundReceipt({ ...refund(words.language), ...TO_NOBODY_KNOWN }, words)
  },
  'refund-due': (words) => refundDueSlip(refundDue(words.language), words),
  'x-report': (words) => reportPaper({ ...cashFacts(words.language), report: X_REPORT }, words),
  'z-report': (words) => reportPaper({ ...cashFacts(words.language), report: Z_REPORT }, words),
  'z-report-handed-over': (words) => reportPaper({ ...cashFacts(words.language), report: HANDED_OVER }, words),
  'z-report-copy': (words) => {
    return reportPaper({ ...cashFacts(words.language), is_practice: true, copy_number: 2, report: Z_REPORT }, words)
  },
  'deposit-slip': (words) => depositSlip(deposit(words.language), words),
  'deposit-slip-off': (words) => {
    const bare = { checks: [], checks_cents: cents(0), bag_number: '', z_numbers: [] }
    const one_less = { ...bare, pieces: { 100: 4, 10: 2, 1: 3 }, safe_cents: cents(0) } as const
    return depositSlip({ ...deposit(words.language), ...one_less }, words)
  },
  'deposit-slip-held': (words) => {
    const gift = { of: 'held', payee: 'friends', amount_cents: cents(500) } as const
    const by_card = {
      lines: [gift],
      drawer_cents: cents(0),
      others: [{ tender: 'card', amount_cents: cents(500) }],
    } as const
    const lent = { of: 'held', payee: 'LAKE-COUNTY', amount_cents: cents(300) } as const
    const back = { act: 'refunded', lines: [lent], tender: 'cash', due: 'drawer', rounding_cents: cents(0) } as const
    const acts: readonly DrawerAct[] = [
      cashFor({ ...gift, amount_cents: cents(800) }, 800),
      { act: 'received', rounding_cents: cents(0), ...by_card },
      back,
    ]
    const held = depositOf(acts.flatMap((act) => transfersOf(act, SESSION)))
    const content = { pieces: { 500: 1 }, drawer_cents: cents(500), safe_cents: cents(0), checks: [] } as const
    return depositSlip({ ...deposit(words.language), ...content, checks_cents: cents(0), deposit: held }, words)
  },
  'deposit-slip-total': (words) => {
    const elsewhere = [
      { from: 'safe', bag_number: '', amount_cents: cents(-500) },
      { from: 'other-bag', bag_number: 'B-5', amount_cents: cents(-200) },
    ] as const
    const typed = { pieces: null, drawer_cents: cents(723), safe_cents: cents(0), carried: elsewhere }
    return depositSlip({ ...deposit(words.language), ...typed }, words)
  },
  'count-sheet': (words) => countSheet(count(words.language), words),
  'count-sheet-blank': (words) => {
    return countSheet({ ...count(words.language), reason: 'surprise', session: null, count: null }, words)
  },
  'cash-slip': (words) => cashSlip(drop(words.language), words),
  'cash-slip-bag-of-the-safe': (words) => cashSlip(bag(words.language), words),
  'cash-slip-bag': (words) => {
    const filled = { slip: 'bank-bag', bag_number: '0047731', receiver_initials: '', pieces: null } as const
    return cashSlip({ ...drop(words.language), ...filled }, words)
  },
  'cash-slip-paid-out': (words) => {
    const paid = { slip: 'paid-out', reason_code: 'postage', fund: 'postage', amount_cents: cents(360) } as const
    const hands = { pieces: null, receiver_initials: '', receiver_counted_cents: cents(350) }
    return cashSlip({ ...drop(words.language), ...paid, ...hands }, words)
  },
}

/** What a desk for practice prints: each says so, above and below. */
export const PRACTICE_PAPERS: typeof CASH_PAPERS = {
  payment: (words) => paymentReceipt({ ...payment(words.language), is_practice: true }, words),
  'x-report': (words) => reportPaper({ ...cashFacts(words.language), is_practice: true, report: X_REPORT }, words),
  'z-report': (words) => reportPaper({ ...cashFacts(words.language), is_practice: true, report: Z_REPORT }, words),
  'deposit-slip': (words) => depositSlip({ ...deposit(words.language), is_practice: true }, words),
}
