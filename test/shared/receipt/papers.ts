/** One of each paper, as a library in Chicago's zone would make it on a Tuesday in November. */
import { cents } from '../../../shared/kernel/money.ts'
import { localDate, minuteOfDay } from '../../../shared/kernel/time.ts'
import { checkInReceipt, type CheckInFacts } from '../../../shared/receipt/check-in-paper.ts'
import { checkOutReceipt, type CheckOutFacts } from '../../../shared/receipt/check-out-paper.ts'
import type { ReceiptDocument } from '../../../shared/receipt/document.ts'
import { holdSlip, type HoldSlipFacts } from '../../../shared/receipt/hold-slip.ts'
import { itemSlip, type ItemSlipFacts } from '../../../shared/receipt/item-slip.ts'
import {
  cartOrder,
  pullList,
  shelfList,
  type CartOrderFacts,
  type PullListFacts,
  type ShelfListFacts,
} from '../../../shared/receipt/list.ts'
import { recallNotice, type RecallNoticeFacts } from '../../../shared/receipt/recall-notice.ts'
import { renewalReceipt, type RenewalFacts } from '../../../shared/receipt/renewal.ts'
import { statement, type StatementFacts } from '../../../shared/receipt/account/statement.ts'
import { registrationForm, type RegistrationFacts } from '../../../shared/receipt/account/registration-form.ts'
import { welcomeSlip, type WelcomeFacts } from '../../../shared/receipt/account/welcome.ts'
import { transitSlip, type TransitSlipFacts } from '../../../shared/receipt/transit-slip.ts'
import type { Words } from '../../../shared/receipt/words/en.ts'
import { momentOf } from '../../support/given.ts'
import { CASH_PAPERS } from './cash/papers.ts'
import { CHICAGO, due, FACTS } from './facts.ts'

export const CARD = '21234000123456'
export const NAME = 'Dana Quillfeather'

export const SWEETGRASS = { title: 'Braiding Sweetgrass', barcode: '31234000123457' }
export const DISPOSSESSED = { title: 'The Dispossessed', barcode: '31234000220311' }
export const LONG = {
  title: 'The Strange Case of the Librarian Who Came Back from the Stacks, and Other Stories of the Reading Room',
  barcode: '31234000881235',
}

export const CHECK_OUT: CheckOutFacts = {
  ...FACTS,
  foot_lines: ['Maplewood Reading Club: 3 de diciembre / December 3'],
  is_own: true,
  card_barcode: CARD,
  items: [
    { ...SWEETGRASS, due_at: due('2026-12-15'), renewals_left_count: 2 },
    { ...LONG, due_at: due('2026-12-15'), renewals_left_count: 1 },
    {
      title: 'Laptop 7',
      barcode: '31234000900017',
      due_at: momentOf('2026-11-24T16:15', CHICAGO),
      renewals_left_count: 0,
    },
  ],
  out_count: 7,
  owed_cents: cents(375),
  holds_ready_count: 2,
}

export const CHECK_IN: CheckInFacts = {
  ...FACTS,
  patron: { card_barcode: CARD, out_count: 4, owed_cents: cents(525) },
  items: [
    { ...SWEETGRASS, is_own: true, fine_cents: cents(150) },
    { ...LONG, is_own: true, fine_cents: cents(0) },
    { ...DISPOSSESSED, is_own: false, fine_cents: cents(300) },
  ],
}

const open = (from: number, to: number) => [{ opens: minuteOfDay(from * 60), closes: minuteOfDay(to * 60) }]

export const WELCOME: WelcomeFacts = {
  ...FACTS,
  patron_name: NAME,
  card_barcode: CARD,
  card_expires_on: localDate('2029-11-24'),
  is_non_resident: false,
  has_pin: true,
  web_address: 'https://maplewoodlibrary.example',
  week: [[], open(9, 21), open(9, 21), open(9, 21), open(9, 21), open(9, 18), open(10, 17)],
}

export const REGISTRATION: RegistrationFacts = {
  ...FACTS,
  patron_name: NAME,
  born_on: localDate('1990-06-15'),
  address_lines: ['17 Marmalade Mews', 'Springfield, IL 62701'],
  phone: '312-555-0188',
  email: '',
  category_name: 'Resident adult',
  card_barcode: CARD,
  card_expires_on: localDate('2029-11-24'),
  is_non_resident: false,
  contact_name: null,
  guardian_name: null,
  terms_lines: [],
}

export const RENEWAL: RenewalFacts = {
  ...FACTS,
  card_barcode: CARD,
  renewed: [
    { ...SWEETGRASS, due_at: due('2026-12-15'), renewals_left_count: 1 },
    { ...LONG, due_at: due('2026-12-15'), renewals_left_count: null },
  ],
  not_renewed: [
    { ...DISPOSSESSED, due_at: due('2026-11-28'), reason: 'somebody-waits' },
    { title: 'Cosmos', barcode: '31234000555552', due_at: due('2026-11-20'), reason: 'no-more-renewals' },
  ],
  owed_cents: cents(-200),
}

const SHELVED = { ...DISPOSSESSED, author: 'Le Guin, Ursula K.', call_number: 'FIC LEGUIN' }

export const HOLD: HoldSlipFacts = {
  ...FACTS,
  item: SHELVED,
  pick_up_code: 'JON-4471',
  shelf_until_on: localDate('2026-12-01'),
  hold_slip_shows: 'code',
  patron_name: NAME,
  hold_data_as_of: null,
}

export const TRANSIT: TransitSlipFacts = {
  ...FACTS,
  item: SHELVED,
  to_branch_name: 'Riverside Branch',
  reason: 'hold',
}

export const RECALL_NOTICE: RecallNoticeFacts = {
  ...FACTS,
  patron_name: NAME,
  address_lines: ['7 Elm Street', 'Maplewood, IL 60001'],
  item: SHELVED,
  due_before: due('2026-12-15'),
  due_at: due('2026-12-08'),
}

export const ITEM_SLIP: ItemSlipFacts = {
  ...FACTS,
  task: 'missing-parts',
  item: {
    title: 'Planet Earth',
    author: 'Attenborough, David',
    call_number: 'DVD 508 PLA',
    location: 'Film',
    barcode: '31234000700011',
  },
  remarks: ['Disc 2 of 5', 'The booklet'],
  noted_on: localDate('2026-11-24'),
  staff_initials: 'RO',
  look_on: [],
}

export const CLAIM_SLIP: ItemSlipFacts = {
  ...ITEM_SLIP,
  task: 'claims-returned',
  item: { ...SHELVED, location: 'Fiction' },
  remarks: [],
  look_on: [localDate('2026-11-25'), localDate('2026-12-09'), localDate('2026-12-24')],
}

export const STATEMENT: StatementFacts = {
  ...FACTS,
  patron_name: NAME,
  card_barcode: CARD,
  card_expires_on: localDate('2027-08-31'),
  loans: [
    {
      ...DISPOSSESSED,
      due_at: due('2026-11-20'),
      renewals_left_count: 0,
      fine_so_far_cents: cents(75),
      is_recalled: false,
    },
    {
      ...SWEETGRASS,
      due_at: due('2026-12-15'),
      renewals_left_count: 2,
      fine_so_far_cents: cents(0),
      is_recalled: true,
    },
  ],
  charges: [
    {
      kind: 'lost',
      about: 'The Overstory',
      charged_on: localDate('2026-11-02'),
      amount_cents: cents(2200),
      owed_cents: cents(1700),
    },
    {
      kind: 'processing',
      about: 'The Overstory',
      charged_on: localDate('2026-11-02'),
      amount_cents: cents(500),
      owed_cents: cents(500),
    },
    { kind: 'card', about: '', charged_on: localDate('2025-06-10'), amount_cents: cents(100), owed_cents: cents(100) },
  ],
  holds: [
    {
      title: 'James',
      pick_up_branch_name: 'Maple Street Branch',
      state: { kind: 'ready', until_on: localDate('2026-12-01'), pick_up_code: 'JON-4471' },
    },
    { title: 'Orbital', pick_up_branch_name: 'Maple Street Branch', state: { kind: 'waiting', place: 3 } },
    { title: 'Piranesi', pick_up_branch_name: 'Maple Street Branch', state: { kind: 'waiting', place: null } },
    { title: 'Hamnet', pick_up_branch_name: 'Riverside Branch', state: { kind: 'on-its-way' } },
    {
      title: 'Tracks',
      pick_up_branch_name: 'Riverside Branch',
      state: { kind: 'suspended', until_on: localDate('2027-01-04') },
    },
  ],
  owed_cents: cents(2300),
}

export const PULL: PullListFacts = {
  ...FACTS,
  groups: [
    {
      location: 'Fiction',
      items: [
        { ...SHELVED, for_branch_name: 'Riverside Branch' },
        { ...LONG, author: 'Stacks, A. B.', call_number: 'FIC STACKS', for_branch_name: '' },
      ],
    },
    { location: 'Empty', items: [] },
    {
      location: 'Nonfiction',
      items: [
        {
          ...SWEETGRASS,
          author: 'Kimmerer, Robin Wall',
          call_number: '305.897 KIM',
          for_branch_name: 'Riverside Branch',
        },
      ],
    },
  ],
}

export const SHELF: ShelfListFacts = {
  ...FACTS,
  holds: [
    { pick_up_code: 'ABE-0913', ...SWEETGRASS, until_on: localDate('2026-11-24') },
    { pick_up_code: 'JON-4471', ...DISPOSSESSED, until_on: localDate('2026-12-01') },
  ],
}

export const CART: CartOrderFacts = {
  ...FACTS,
  groups: PULL.groups.map(({ location, items }) => ({ location, items })),
}

/** Each paper by name, made in a language. */
export const PAPERS: Readonly<Record<string, (words: Words) => ReceiptDocument>> = {
  'check-out': (words) => checkOutReceipt(CHECK_OUT, words),
  'check-out-for-another': (words) => checkOutReceipt({ ...CHECK_OUT, is_own: false }, words),
  'check-in': (words) => checkInReceipt(CHECK_IN, words),
  'check-in-nobody': (words) => checkInReceipt({ ...CHECK_IN, patron: null }, words),
  renewal: (words) => renewalReceipt(RENEWAL, words),
  hold: (words) => holdSlip(HOLD, words),
  'hold-in-an-outage': (words) =>
    holdSlip(
      { ...HOLD, hold_data_as_of: momentOf('2026-11-24T08:55', CHICAGO), hold_slip_shows: 'code-and-name' },
      words,
    ),
  transit: (words) => transitSlip(TRANSIT, words),
  'transit-to-its-lender': (words) => {
    const lender = { to_branch_name: 'Springfield City Library', reason: 'lender' } as const
    return transitSlip({ ...TRANSIT, ...lender, back_on: localDate('2026-12-15') }, words)
  },
  'transit-not-ours': (words) => {
    const item = { title: words.item('…0014'), author: '', call_number: '', barcode: '31999000000014' }
    return transitSlip({ ...TRANSIT, item, to_branch_name: words.other_library('31999'), reason: 'not-ours' }, words)
  },
  statement: (words) => statement(STATEMENT, words),
  'statement-of-nothing': (words) =>
    statement({ ...STATEMENT, loans: [], charges: [], holds: [], owed_cents: cents(0) }, words),
  welcome: (words) => welcomeSlip(WELCOME, words),
  'welcome-without-a-pin': (words) =>
    welcomeSlip({ ...WELCOME, has_pin: false, web_address: null, card_expires_on: null, week: [] }, words),
  'welcome-of-a-non-resident': (words) => welcomeSlip({ ...WELCOME, is_non_resident: true }, words),
  registration: (words) => registrationForm(REGISTRATION, words),
  'registration-without-an-address': (words) => registrationForm({ ...REGISTRATION, address_lines: [] }, words),
  'registration-of-a-child': (words) => {
    const child = { born_on: localDate('2016-05-04'), card_barcode: '', guardian_name: 'Mia Quillfeather' }
    return registrationForm({ ...REGISTRATION, ...child, terms_lines: ['I return what I borrow.'] }, words)
  },
  'recall-notice': (words) => recallNotice(RECALL_NOTICE, words),
  'item-parts': (words) => itemSlip(ITEM_SLIP, words),
  'item-damaged': (words) => itemSlip({ ...ITEM_SLIP, task: 'damaged', remarks: ['Water on pages 40 to 60'] }, words),
  'item-claimed': (words) => itemSlip(CLAIM_SLIP, words),
  'pull-list': (words) => pullList(PULL, words),
  'shelf-list': (words) => shelfList(SHELF, words),
  'cart-order': (words) => cartOrder(CART, words),
  ...CASH_PAPERS,
}
