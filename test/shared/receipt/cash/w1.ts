/** The worked day W1 of a drawer (../shared/data/cash/figures.json) as its reports have it. */
import { leaveFloat } from '../../../../shared/cash/leave-float.ts'
import type { CashReport, KeptCount } from '../../../../shared/cash/report-facts.ts'
import type { Pieces } from '../../../../shared/cash/pieces.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { localDate, type Instant } from '../../../../shared/kernel/time.ts'
import type { CashPaperFacts } from '../../../../shared/receipt/cash/cash-facts.ts'
import { momentOf } from '../../../support/given.ts'
import { CHICAGO, FACTS } from '../facts.ts'

export const at = (time: string): Instant => momentOf(`2026-11-24T${time}`, CHICAGO)
export const receiptNumber = (number: number): string => `K4N7QW-1-${String(number).padStart(4, '0')}`

const NAMES: Readonly<Record<'en' | 'es', CashPaperFacts['names']>> = {
  en: {
    funds: { 'book-sale': 'Book sale', copies: 'Copies', postage: 'Postage' },
    payees: { friends: 'Friends of the Library' },
    products: { book: 'Sale book', copy: 'Copy', 'nonresident-card': 'Nonresident card', gift: 'Donation' },
    reasons: { postage: 'Stamps', 'ITEM-FOUND': 'Found', miscounted: 'Counted wrong' },
    in_kind: { FOOD: 'Food for fines' },
  },
  es: {
    funds: { 'book-sale': 'Venta de libros', copies: 'Copias', postage: 'Correo' },
    payees: { friends: 'Amigos de la Biblioteca' },
    products: { book: 'Libro usado', copy: 'Copia', 'nonresident-card': 'Tarjeta foránea', gift: 'Donativo' },
    reasons: { postage: 'Estampillas', 'ITEM-FOUND': 'Apareció', miscounted: 'Mal contado' },
    in_kind: { FOOD: 'Comida por multas' },
  },
}

export const cashFacts = (language: 'en' | 'es'): CashPaperFacts => {
  return { ...FACTS, names: NAMES[language], is_practice: false, copy_number: 0 }
}

export const COUNTED: Pieces = { 2000: 1, 1000: 2, 500: 7, 100: 11, 25: 50, 10: 38, 5: 35, 1: 18 }

const OPENING: KeptCount = {
  reason: 'opening',
  tender: 'cash',
  counted_at: at('08:52'),
  counted_by_initials: 'RO',
  counted_cents: cents(10_000),
  expected_cents: cents(10_000),
}

/** The day as it stands before anybody counts. */
export const X_REPORT: CashReport = {
  drawer_name: 'Front desk',
  session_ref: 'K4N7QW.1.4180',
  business_on: localDate('2026-11-24'),
  custodian_initials: 'RO',
  opened_at: at('08:52'),
  numbers: { first: receiptNumber(1), last: receiptNumber(8) },
  by_hand: [],
  counts: {
    receipts_count: 6,
    voids_count: 1,
    voided_cents: cents(120),
    refunds_count: 1,
    no_sales_count: 0,
    changes_made_count: 1,
    key_openings_count: 0,
    refused_outs_count: 0,
  },
  tenders: [
    {
      tender: 'cash',
      receipted_cents: cents(3308),
      refunded_cents: cents(1500),
      expected_cents: cents(10_448),
      counted_cents: null,
    },
    {
      tender: 'check',
      receipted_cents: cents(4000),
      refunded_cents: cents(0),
      expected_cents: cents(4000),
      counted_cents: null,
    },
    {
      tender: 'card',
      receipted_cents: cents(2399),
      refunded_cents: cents(0),
      expected_cents: cents(2399),
      counted_cents: null,
    },
  ],
  funds: [
    { payee: null, fund: 'fines', receipted_cents: cents(675), refunded_cents: cents(0) },
    { payee: null, fund: 'lost', receipted_cents: cents(1899), refunded_cents: cents(1500) },
    { payee: null, fund: 'processing', receipted_cents: cents(500), refunded_cents: cents(0) },
    { payee: null, fund: 'book-sale', receipted_cents: cents(400), refunded_cents: cents(0) },
    { payee: null, fund: 'cards', receipted_cents: cents(6000), refunded_cents: cents(0) },
    { payee: 'friends', fund: '', receipted_cents: cents(200), refunded_cents: cents(0) },
  ],
  tax_cents: cents(33),
  rounding_cents: cents(0),
  kept_credit: { receipted_cents: cents(0), refunded_cents: cents(0) },
  office_checks_cents: cents(0),
  in_kind: [],
  let_off: [
    {
      code: 'waived',
      staff_initials: 'BC',
      approved_by_initials: 'WZ',
      count: 1,
      amount_cents: cents(750),
      back_count: 0,
      back_cents: cents(0),
    },
  ],
  others_credit: { receipts_count: 0, amount_cents: cents(0) },
  float_cents: cents(10_000),
  paid: [{ way: 'out', reason_code: 'postage', fund: 'postage', amount_cents: cents(360) }],
  placed: [
    { way: 'out', place: 'safe', amount_cents: cents(2000) },
    { way: 'in', place: 'safe', amount_cents: cents(1000) },
  ],
  kept_counts: [OPENING],
  covered: [],
  opening: null,
  late_arrivals: [],
  head: { hash: '9f2c41d07be85a36'.repeat(4), entries_count: 4307 },
  closing: null,
}

const NO_BAG = { bag_number: '', drawer_cents: cents(0), safe_cents: cents(0), checks_cents: cents(0) } as const
const COUNTED_CENTS = { cash: cents(10_423), check: cents(4000), card: cents(2399) } as const

export const Z_REPORT: CashReport = {
  ...X_REPORT,
  by_hand: ['117', '118'],
  tenders: X_REPORT.tenders.map((one) => ({ ...one, counted_cents: COUNTED_CENTS[one.tender] })),
  kept_counts: [
    OPENING,
    {
      reason: 'surprise',
      tender: 'cash',
      counted_at: at('14:20'),
      counted_by_initials: 'WZ',
      counted_cents: cents(11_248),
      expected_cents: cents(11_248),
    },
    {
      reason: 'closing',
      tender: 'cash',
      counted_at: at('17:34'),
      counted_by_initials: 'RO',
      counted_cents: cents(10_423),
      expected_cents: cents(10_448),
    },
  ],
  late_arrivals: [
    {
      what: 'paper',
      name: '0093',
      full_z_number: 'K4N7QW-1-Z117',
      belongs_on: localDate('2026-11-23'),
      arrived_at: at('08:40'),
      amount_cents: cents(125),
      by_cents: cents(0),
    },
    {
      what: 'banked',
      name: '0047730',
      full_z_number: 'K4N7QW-1-Z117',
      belongs_on: localDate('2026-11-23'),
      arrived_at: at('11:05'),
      amount_cents: cents(8000),
      by_cents: cents(-20),
    },
  ],
  closing: {
    closed_at: at('17:40'),
    closed_by_initials: 'RO',
    left_cents: cents(10_000),
    left: leaveFloat(COUNTED, cents(10_000)).left,
    left_checks_cents: cents(0),
    float_by_cents: cents(0),
    handed_to_initials: '',
    bag: { bag_number: '0047731', drawer_cents: cents(423), safe_cents: cents(1000), checks_cents: cents(4000) },
    z_number: 118,
    full_z_number: 'K4N7QW-1-Z118',
    epoch: 1,
    grand_total_cents: cents(1_284_350),
    variances: [{ tender: 'cash', reason_code: 'miscounted', note: '', signed_off_by_initials: 'WZ' }],
    reviews: ['voids', 'refunds', 'waivers', 'paid-out', 'counted-alone'],
  },
}

/** The same drawer handed over with all that is in it. */
export const HANDED_OVER: CashReport = {
  ...Z_REPORT,
  by_hand: [],
  late_arrivals: [],
  closing: Z_REPORT.closing && {
    ...Z_REPORT.closing,
    left_cents: cents(10_423),
    left: null,
    left_checks_cents: cents(4000),
    handed_to_initials: 'WZ',
    bag: NO_BAG,
    reviews: [],
  },
}
