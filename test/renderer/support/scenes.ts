/** Desk screens as data, as a station would send them: what a clerk meets on an ordinary day and on a bad one. */
import { CASH_DESK } from './cash.ts'
import { ACCOUNT, longPage, QUICK_KEYS } from './pages.ts'
import { payPage } from './payment.ts'
import { NOTHING_WAITS, type Band, type DeskSnapshot, type PatronPanel, type Row } from '../../../shared/desk/screen.ts'

const AT_MS = Date.UTC(2026, 10, 24, 17, 7)

export const EMPTY: DeskSnapshot = {
  version: 1,
  stage: 'desk',
  mode: 'out',
  modifiers: [],
  language: 'en',
  locale: 'en-US',
  strip: {
    branch_name: 'Maple Street Branch',
    desk_name: 'Desk 2',
    zone: 'America/Chicago',
    data_as_of_ms: AT_MS,
    data_as_of_text: '08:55',
    trouble: '',
    is_sample: false,
    jobs: { tone: 'ok', says: '' },
    receipt_printer: '',
    devices: { tone: 'ok', says: 'Scanner: keyboard mode' },
    drawers: { tone: 'ok', says: '' },
  },
  rescue: null,
  asked_pin: null,
  waiting: NOTHING_WAITS,
  staff: { staff_code: 'rortiz', name: 'Rosa Ortiz', initials: 'RO', role: 'staff', role_name: 'Staff' },
  patron: null,
  band: null,
  rows: [],
  rows_count: 0,
  asked_row_id: null,
  page: null,
  totals: { out_count: 0, in_count: 0, renewed_count: 0, other_count: 0, undecided_count: 0, due_range_text: '' },
  beside: 'nothing',
  closed_places: [],
  papers: [],
  logo: null,
  finish_label: 'Finish',
  undo_label: 'Undo check-out',
  recovered: '',
  wedge: null,
  practice: null,
  training: null,
}

export const DANA: PatronPanel = {
  patron_id: 17,
  name: 'Dana Miller',
  initials: 'DM',
  card_barcode: '21234000123456',
  category: 'Resident adult',
  expires_text: 'to Aug 2027',
  out_count: 7,
  overdue_count: 1,
  holds_ready_count: 2,
  owed_cents: 375,
  owed_text: '$3.75',
  notices: [
    { tone: 'hold', heading: '2 holds wait on shelf M-12', detail: 'until Saturday', opens: 'holds' },
    { tone: 'warn', heading: 'Owes $3.75', detail: 'checkout is blocked at $10.00', opens: 'charges' },
    { tone: 'info', heading: 'Note, Mar 12, RO', detail: 'Prefers e-mail receipts', opens: 'notes' },
  ],
  loans: [
    loan('The Dispossessed', 'Fri, Nov 20', true, ''),
    loan('A Field Guide to Getting Lost', 'Mon, Nov 30', false, 'renewed 1×'),
    loan('Braiding Sweetgrass', 'Tue, Dec 15', false, ''),
  ],
  holds_ready: [
    { hold_ref: 'h1', title: 'Wolf Hall', shelf: 'MIL-3455', is_code: true, until_text: 'Sat, Nov 28' },
    { hold_ref: 'h2', title: 'Circe', shelf: 'on the hold shelf', is_code: false, until_text: '' },
  ],
}

function loan(title: string, due_text: string, is_overdue: boolean, renewals: string): PatronPanel['loans'][number] {
  return { barcode: `3123400${title.length}`, title, due_text, due_at_ms: AT_MS, is_overdue, renewals }
}

export function row(row_id: string, title: string, part: Partial<Row> = {}): Row {
  return {
    row_id,
    at_ms: AT_MS,
    outcome: 'done',
    kind: null,
    title,
    author: '',
    barcode: '31234000123457',
    call_number: '',
    happened: 'Out',
    fact: 'Tue, Dec 15',
    choices: [],
    approval: null,
    is_undone: false,
    is_unchanged: false,
    notes: [],
    ...part,
  }
}

const FIVE: readonly Row[] = [
  row('r5', 'The Warmth of Other Suns', { author: 'Wilkerson', call_number: '304.809 WIL' }),
  row('r4', 'Wireless hotspot, kit 7', { call_number: 'HOTSPOT 7', fact: 'Tue, Dec 1', happened: '7-day loan' }),
  row('r3', 'Spirited Away (DVD)', { author: 'Miyazaki', call_number: 'DVD FIC SPI', fact: 'Tue, Dec 1' }),
  row('r2', 'Becoming', { author: 'Obama', call_number: 'B OBAMA' }),
  row('r1', 'Goodnight Moon', { author: 'Brown', call_number: 'E BRO', happened: 'Renewed' }),
]

export const WARMTH: Band = {
  number: 6,
  outcome: 'done',
  weight: 'full',
  kind: null,
  heading: 'The Warmth of Other Suns',
  sentence: 'Regular loan, 21 days; Nov 26 closed, moved to the next open day.',
  fact: { label: 'due', text: 'Tue, Dec 15' },
  spoken: 'The Warmth of Other Suns. Due December 15. 5 of 50.',
}

export const FIVE_OUT: DeskSnapshot = {
  ...EMPTY,
  version: 7,
  patron: DANA,
  beside: 'patron',
  band: WARMTH,
  rows: [...FIVE],
  rows_count: 5,
  totals: { ...EMPTY.totals, out_count: 5, due_range_text: 'Due dates Dec 1 to Dec 15' },
}

/** An ordinary loan as the desk says it: one line, no color. */
export const QUIET: DeskSnapshot = { ...FIVE_OUT, version: 18, band: { ...WARMTH, weight: 'quiet' } }
/** A card was just scanned: only what was checked out before, and the holds that are ready. */
export const CARD: DeskSnapshot = {
  ...FIVE_OUT,
  version: 19,
  band: null,
  rows: [],
  rows_count: 0,
  totals: EMPTY.totals,
}

const ASKING = row('r6', 'Educated', {
  outcome: 'decide',
  author: 'Westover',
  call_number: 'B WEST',
  happened: 'Out to somebody else',
  fact: 'Fri, Dec 4',
  choices: [
    { key: '1', label: 'Check it in, then out' },
    { key: '2', label: 'Only check it in' },
  ],
  notes: ['This is out to somebody else, due Fri, Dec 4.'],
})

export const DECIDE: DeskSnapshot = {
  ...FIVE_OUT,
  version: 8,
  band: {
    number: 7,
    outcome: 'decide',
    weight: 'full',
    kind: null,
    heading: 'Educated',
    sentence: 'This is out to somebody else, due Fri, Dec 4. 1 to check it in and out again; Esc to leave it.',
    fact: null,
    spoken: 'Decide. Educated is out to somebody else. 1 to check it in and out again.',
  },
  rows: [ASKING, row('r7', 'Circe', { ...ASKING, row_id: 'r7', title: 'Circe', author: 'Miller' }), ...FIVE],
  rows_count: 7,
  totals: { ...FIVE_OUT.totals, undecided_count: 2 },
}

export const STOP: DeskSnapshot = {
  ...FIVE_OUT,
  version: 9,
  patron: {
    ...DANA,
    owed_text: '$24.50',
    notices: [
      { tone: 'stop', heading: 'Blocked', detail: 'Owes $24.50; checkout is blocked at $10.00.', opens: 'notes' },
    ],
  },
  band: {
    number: 8,
    outcome: 'stop',
    weight: 'full',
    kind: 'unknown',
    heading: 'Item 31234000999999 is not in this desk’s records (of 08:55).',
    sentence: 'Scan again; if it stays unknown, set the book aside.',
    fact: null,
    spoken: 'Item not in this desk’s records. Scan again.',
  },
  rows: [
    row('r9', '31234000999999', {
      barcode: '31234000999999',
      outcome: 'stop',
      happened: 'Not known here',
      fact: '',
      notes: ['Item 31234000999999 is not in this desk’s records (of 08:55).'],
    }),
    row('r8', 'Goodnight Moon', { is_undone: true, happened: 'Undone', author: 'Brown', call_number: 'E BRO' }),
    ...FIVE,
  ],
  rows_count: 7,
}

const PLACES = ['Reshelve, fiction', 'Reshelve, biography', 'Reshelve, periodicals', 'Reshelve, children'] as const
const cartRow = (index: number): Row => {
  if (index === 2) return row('c2', 'Goodnight Moon', { outcome: 'route', happened: 'Send to North Branch', fact: '' })
  const happened = PLACES[index % PLACES.length] ?? ''
  return row(`c${index}`, `Returned book number ${index + 1}`, { happened, fact: '', call_number: `FIC ${index}` })
}

export const CART: DeskSnapshot = {
  ...EMPTY,
  version: 30,
  mode: 'in',
  beside: 'cart',
  band: {
    number: 21,
    outcome: 'route',
    weight: 'full',
    kind: 'hold',
    heading: 'Becoming',
    sentence: 'On the hold shelf. Hold data is of 08:55; central confirms when it is back.',
    fact: { label: 'slip', text: 'JON-4471' },
    spoken: 'Route it. Becoming. Hold shelf, slip JON 4471.',
  },
  rows: [
    row('c99', 'Becoming', {
      outcome: 'route',
      kind: 'hold',
      happened: 'Hold shelf, slip JON-4471',
      fact: '',
      author: 'Obama',
      call_number: 'B OBAMA',
    }),
    ...Array.from({ length: 19 }, (_, index) => cartRow(index)),
  ],
  rows_count: 20,
  totals: { ...EMPTY.totals, in_count: 20 },
  finish_label: 'Finish check-in',
}

const LONG =
  'The Strange and Surprizing Adventures of Robinson Crusoe, of York, Mariner: who lived eight and twenty years alone'
const RIGHT_TO_LEFT = '\u202eألف ليلة وليلة\u0007\u0000 (Thousand and One Nights)'

export const ODD_TITLES: DeskSnapshot = {
  ...FIVE_OUT,
  version: 12,
  band: { ...WARMTH, number: 11, heading: LONG },
  rows: [
    row('o1', LONG, { author: 'Daniel Defoe, with an Introduction by Virginia Woolf', call_number: '823.5 DEF 1719' }),
    row('o2', RIGHT_TO_LEFT, { author: 'نجيب محفوظ', call_number: 'ARA 892.7' }),
    row('o3', '', { barcode: '31234000777777' }),
    ...FIVE,
  ],
  rows_count: 321,
}

export const OVERDUE_200: DeskSnapshot = {
  ...FIVE_OUT,
  version: 13,
  patron: {
    ...DANA,
    name: 'Hubert Blaine Featherstonehaugh-Cholmondeley-Marjoribanks-Wolfeschlegelsteinhausenbergerdorff',
    out_count: 200,
    overdue_count: 200,
    loans: Array.from({ length: 200 }, (_, index) => ({
      ...loan(`Overdue book ${index + 1}`, 'Fri, Nov 20', true, ''),
      barcode: `o${index}`,
    })),
  },
}

export const SIGN_IN: DeskSnapshot = { ...EMPTY, version: 2, stage: 'sign-in', staff: null }
export const SET_UP: DeskSnapshot = {
  ...SIGN_IN,
  version: 0,
  stage: 'set-up',
  strip: { ...EMPTY.strip, branch_name: '', desk_name: '', data_as_of_ms: null, data_as_of_text: '' },
}
export const RESCUE: DeskSnapshot = {
  ...SIGN_IN,
  stage: 'rescue',
  strip: { ...EMPTY.strip, trouble: 'A data file is damaged. Nothing was changed. Restore the last backup.' },
  rescue: { can_restore: true, can_unlock: false, go_on: '' },
}

/** The account of the open person: loans with their acts, a charge whose form has one field of each kind. */
export const PAGED: DeskSnapshot = { ...FIVE_OUT, version: 14, page: ACCOUNT, beside: 'nothing' }
/** The same while rows wait for an answer. */
export const PAGED_DECIDE: DeskSnapshot = { ...DECIDE, version: 15, page: ACCOUNT, beside: 'nothing' }
/** Quick keys, one of which opens a form that counts cash. */
export const QUICK: DeskSnapshot = { ...FIVE_OUT, version: 17, page: QUICK_KEYS }
export const PAGED_500: DeskSnapshot = { ...FIVE_OUT, version: 16, page: longPage(500) }

/** Three charges are being paid; and after that, the change to hand back. */
export const PAYING: DeskSnapshot = { ...FIVE_OUT, version: 19, band: null, page: payPage(), beside: 'nothing' }
const CHANGE: Band = {
  ...WARMTH,
  number: 12,
  heading: 'Payment of $3.75',
  sentence: 'Nothing is owed now.',
  fact: { label: 'Change', text: '$1.25', change_cents: 125 },
  spoken: 'Payment of $3.75. Change $1.25.',
}
export const PAID: DeskSnapshot = { ...FIVE_OUT, version: 20, band: CHANGE }

/** A manager looks at the cash of a period. */
const CASH: DeskSnapshot = { ...FIVE_OUT, version: 21, patron: null, page: CASH_DESK, beside: 'nothing' }

export const SCENES = {
  EMPTY,
  FIVE_OUT,
  QUIET,
  CARD,
  DECIDE,
  STOP,
  CART,
  ODD_TITLES,
  OVERDUE_200,
  PAGED,
  PAGED_DECIDE,
  PAGED_500,
  CASH,
  QUICK,
  PAYING,
  PAID,
  SIGN_IN,
  SET_UP,
  RESCUE,
} as const satisfies Record<string, DeskSnapshot>
export type SceneName = keyof typeof SCENES
