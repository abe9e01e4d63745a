/** The receipts, the deposit and the slips of the worked day W1, and those that a day can have besides. */
import { transfersOf, type DrawerAct } from '../../../../shared/ledger/drawer-acts.ts'
import { depositOf } from '../../../../shared/cash/deposit.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import type { CashSlipFacts } from '../../../../shared/receipt/cash/cash-slip.ts'
import type { CountSheetFacts } from '../../../../shared/receipt/cash/count-sheet.ts'
import type { DepositFacts } from '../../../../shared/receipt/cash/deposit-slip.ts'
import type { PaymentFacts } from '../../../../shared/receipt/cash/payment-receipt.ts'
import type { RefundDueFacts, RefundFacts } from '../../../../shared/receipt/cash/refund-receipt.ts'
import { SESSION, WORKED_DAY } from '../../../tables/worked-day.ts'
import { at, cashFacts, COUNTED, receiptNumber } from './w1.ts'

type In<Facts> = (language: 'en' | 'es') => Facts

export const payment: In<PaymentFacts> = (language) => ({
  ...cashFacts(language),
  full_receipt_number: receiptNumber(1),
  made_at: at('09:14'),
  payor_initials: '',
  lines: [{ of: 'charge', fund: 'fines', amount_cents: cents(175) }],
  tenders: [{ tender: 'cash', tendered_cents: cents(500), change_cents: cents(325) }],
  rounding_cents: cents(0),
  employee_initials: 'RO',
  by_hand: null,
  voided: null,
})

/** Everything that a receipt can have: four tenders, a tax, a gift for others. */
export const everything: In<PaymentFacts> = (language) => ({
  ...payment(language),
  full_receipt_number: receiptNumber(14),
  payor_initials: 'D. Q.',
  lines: [
    { of: 'charge', fund: 'lost', amount_cents: cents(1899) },
    { of: 'charge', fund: 'fines', amount_cents: cents(500) },
    {
      of: 'sale',
      product_code: 'book',
      fund: 'book-sale',
      quantity_count: 1,
      amount_cents: cents(400),
      tax_cents: cents(33),
    },
    {
      of: 'sale',
      product_code: 'copy',
      fund: 'copies',
      quantity_count: 12,
      amount_cents: cents(120),
      tax_cents: cents(0),
    },
    { of: 'held', product_code: 'gift', payee: 'friends', amount_cents: cents(200) },
  ],
  tenders: [
    { tender: 'card', amount_cents: cents(1899), authorization: '08812A', last_four: '4242' },
    { tender: 'check', amount_cents: cents(500), check_number: '1042' },
    { tender: 'credit', amount_cents: cents(200) },
    { tender: 'cash', tendered_cents: cents(600), change_cents: cents(45) },
  ],
  rounding_cents: cents(2),
  by_hand: { number: '117', written_on: localDate('2026-11-23') },
})

const refunding = (language: 'en' | 'es') => ({
  ...cashFacts(language),
  made_at: at('13:05'),
  payor_initials: 'D. Q.',
  payee_name: '',
  lines: [{ of: 'charge' as const, fund: 'lost', amount_cents: cents(1500) }],
  of_full_receipt_number: 'K4N7QW-1-0002',
  reason_code: 'ITEM-FOUND',
  employee_initials: 'RO',
  approved_by_initials: 'WZ',
})

export const refund: In<RefundFacts> = (language) => ({
  ...refunding(language),
  full_receipt_number: receiptNumber(8),
  refunded_to: { tender: 'cash', amount_cents: cents(1500) },
  rounding_cents: cents(0),
})

export const refundDue: In<RefundDueFacts> = (language) => ({
  ...refunding(language),
  request_number: receiptNumber(9),
})

/** The bag of the day: what the drawer gave, with what the safe got and did not give back. */
const CLOSING: readonly DrawerAct[] = [{ act: 'variance', amount_cents: cents(-25) }]

export const deposit: In<DepositFacts> = (language) => ({
  ...cashFacts(language),
  printed_at: at('17:46'),
  bag_number: '0047731',
  prepared_by_initials: 'RO',
  z_numbers: ['K4N7QW-1-Z118'],
  deposit: depositOf([...Object.values(WORKED_DAY), ...CLOSING].flatMap((act) => transfersOf(act, SESSION))),
  carried: [],
  drawer_cents: cents(423),
  pieces: { 100: 4, 10: 2, 1: 3 },
  safe_cents: cents(1000),
  checks_cents: cents(4000),
  checks: [{ check_number: '2087', amount_cents: cents(4000) }],
})

export const count: In<CountSheetFacts> = (language) => ({
  ...cashFacts(language),
  printed_at: at('17:34'),
  drawer_name: 'Front desk',
  session: { custodian_initials: 'RO', opened_at: at('08:52') },
  reason: 'closing',
  counted_pieces: [10_000, 5000, 2000, 1000, 500, 100, 25, 10, 5, 1],
  count: { pieces: COUNTED, counted_at: at('17:34'), counted_by_initials: 'RO' },
})

export const drop: In<CashSlipFacts> = (language) => ({
  ...cashFacts(language),
  slip: 'safe-drop',
  made_at: at('15:10'),
  drawer_name: 'Front desk',
  session: { custodian_initials: 'RO', opened_at: at('08:52') },
  amount_cents: cents(2000),
  pieces: { 2000: 1 },
  reason_code: '',
  fund: '',
  note: '',
  bag_number: '',
  giver_initials: 'RO',
  receiver_initials: 'WZ',
  approved_by_initials: '',
  receiver_counted_cents: null,
})

/** Cash of the safe that goes into a bag for the bank, in no session. */
export const bag: In<CashSlipFacts> = (language) => ({
  ...drop(language),
  slip: 'bank-bag',
  from: 'safe',
  drawer_name: '',
  session: null,
  bag_number: '0047732',
  receiver_initials: '',
  approved_by_initials: 'WZ',
})
