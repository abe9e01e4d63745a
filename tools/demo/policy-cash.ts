/** The rules of cash of the demo: two drawers, what the desk sells, a few reasons, and the pieces of the float. */
import type { CsvRow } from './made.ts'

export const CASH_DRAWERS: readonly CsvRow[] = [
  { drawer_code: 'MAPLE-1', name: 'Maple Street, main desk', branch_code: 'MAPLE' },
  { drawer_code: 'NORTH-1', name: 'North Branch, desk', branch_code: 'NORTH' },
]

type Cells = Readonly<Record<string, string>>

/** An empty price is asked at the desk. They stand in this order. */
const CATALOG: readonly (readonly [code: string, name: string, letter: string, price: string, more: Cells])[] = [
  ['COPY', 'Copies, black and white', 'C', '0.10', { fund: 'copies' }],
  ['COPY-COLOR', 'Copies, color', '', '0.50', { fund: 'copies' }],
  ['PRINT', 'Prints', 'P', '0.15', { fund: 'copies' }],
  ['COFFEE', 'Coffee', 'F', '1.50', { tax_bp: '825' }],
  ['FLASH', 'Flash drive', 'U', '6.00', { tax_bp: '825' }],
  ['HEADPHONES', 'Headphones', 'H', '3.00', { tax_bp: '825' }],
  ['TOTE', 'Tote bag', 'T', '12.00', { tax_bp: '825' }],
  ['BOOK-SALE', 'Book sale', 'B', '', { tax_bp: '825' }],
  ['ROOM', 'Meeting room, an hour', 'R', '20.00', { fund: 'rooms' }],
  ['CARD', 'Replacement card', 'E', '2.00', { fund: 'cards' }],
  ['NON-RESIDENT', 'Non-resident card, a year', 'N', '60.00', { fund: 'cards' }],
  ['DONATION', 'Donation to the library', 'O', '', { kind: 'donation' }],
  ['FRIENDS', 'Donation to the Friends', 'I', '', { kind: 'held', payee: 'FRIENDS' }],
]

const PLAIN = { kind: 'sale', fund: '', payee: '', tax_bp: '0' }

export const PRODUCTS: readonly CsvRow[] = CATALOG.map(([product_code, name, key_letter, price, more], index) => {
  return { product_code, name, key_letter, price, ...PLAIN, ...more, order_number: String(10 * (index + 1)) }
})

export const CASH_REASONS: readonly CsvRow[] = [
  { reason_code: 'OFFICE', name: 'Office supplies', used_for: 'paid-out', fund: 'office' },
  { reason_code: 'PROGRAM', name: 'Food for a program', used_for: 'paid-out', fund: 'programs' },
  { reason_code: 'STAMPS', name: 'Stamps', used_for: 'paid-out', fund: 'office' },
]

export const VARIANCE_TIERS: readonly CsvRow[] = [
  { tier_code: 'REASON', from_amount: '0.01', needs: 'reason' },
  { tier_code: 'NOTE', from_amount: '10.00', needs: 'note' },
  { tier_code: 'SIGN-OFF', from_amount: '25.00', needs: 'sign-off' },
]

/** $100.00. */
export const FLOAT_PIECES: readonly CsvRow[] = [
  { piece_code: '500', pieces_count: '8' },
  { piece_code: '100', pieces_count: '40' },
  { piece_code: '25', pieces_count: '40' },
  { piece_code: '10', pieces_count: '50' },
  { piece_code: '5', pieces_count: '80' },
  { piece_code: '1', pieces_count: '100' },
]

/** One item of food for each dollar, at most five dollars a month; an hour of reading pays three dollars. */
export const IN_KIND_TENDERS: readonly CsvRow[] = [
  { kind_code: 'FOOD', name: 'Food for fines', per_kind: 'piece', value: '1.00', month_max: '5.00' },
  { kind_code: 'READ', name: 'Read down', per_kind: 'hour', value: '3.00', month_max: '' },
]
