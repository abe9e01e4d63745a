/**
 * The file of a card processor: each payment that it settled, before its fees, and each refund below zero. Its columns
 * are found by their names, as the processors' own exports have them. What cannot be read refuses the whole file. Pure.
 */
import { cents, parseCents, type Cents } from '../../kernel/money.ts'

export type SettledLine = {
  readonly amount_cents: Cents
  /** Both empty: the file has none. */
  readonly authorization: string
  readonly last_four: string
}

export type FileFault =
  | { readonly reason: 'columns'; readonly found: readonly string[] }
  | { readonly reason: 'amount'; readonly line: number; readonly cell: string }

export type FileRow = { readonly cells: readonly string[]; readonly line: number }

/** The names of each column in lower case and without marks; of several in one file the first here is taken. */
const NAMES = {
  amount: [
    'settledamount',
    'settlementamount',
    'cardamount',
    // Square: what was paid by card of a payment in parts.
    'card',
    // Stripe.
    'gross',
    'grossamount',
    'amount',
    'transactionamount',
    'totalcollected',
    'saletotal',
    'total',
  ],
  // Of a payment's own row, as Stripe has it.
  refunded: ['amountrefunded', 'refundamount', 'refundedamount'],
  code: [
    'authorizationcode',
    'approvalcode',
    'authcode',
    'cardauthcode',
    'authorization',
    'approval',
    'auth',
    'authorizationnumber',
    'authnumber',
  ],
  last_four: [
    'cardlast4',
    'last4',
    'lastfour',
    'last4digits',
    'lastfourdigits',
    // Square.
    'pansuffix',
    'cardnumber',
    'maskedcardnumber',
    'accountnumber',
    'pan',
  ],
  kind: ['transactiontype', 'type', 'eventtype', 'reportingcategory', 'category'],
  status: ['transactionstatus', 'status', 'result', 'paymentstate'],
  tender: ['tender', 'tendertype', 'paymentmethod', 'paymenttype'],
} as const
type Column = keyof typeof NAMES

/** A report can have its title, its merchant and its days above the names of its columns. */
const TITLE_ROWS_MAX = 20

const GIVES_BACK = /refund|return|reversal|chargeback|^credit$/i
const NOT_SETTLED = /declin|fail|void|cancel|error|pending|incomplete|expired/i
const NO_CARD = /^(cash|check|cheque|gift|store credit)/i
const NO_PAYMENT = /payout|transfer|deposit|fee|adjustment/i
const SUM_ROW = /^\s*(grand |sub-?)?totals?\b/i

export function readSettlement(rows: readonly FileRow[]): readonly SettledLine[] | FileFault {
  const at = rows.slice(0, TITLE_ROWS_MAX).findIndex(({ cells }) => isHeader(columnsOf(cells)))
  if (at === -1) {
    const widest = rows.slice(0, TITLE_ROWS_MAX).toSorted((one, other) => other.cells.length - one.cells.length)[0]
    return { reason: 'columns', found: widest?.cells ?? [] }
  }
  const columns = columnsOf(rows[at]?.cells ?? [])
  const lines: SettledLine[] = []
  for (const row of rows.slice(at + 1)) {
    const read = linesOf(row, columns)
    if ('reason' in read) return read
    lines.push(...read)
  }
  return lines
}

type Columns = Readonly<Partial<Record<Column, number>>>

function columnsOf(cells: readonly string[]): Columns {
  const names = cells.map((cell) => cell.toLowerCase().replaceAll(/[^\da-z]/g, ''))
  const found = Object.entries(NAMES).map(([column, known]) => {
    const name = known.find((one) => names.includes(one))
    return [column, name === undefined ? undefined : names.indexOf(name)]
  })
  return Object.fromEntries(found) as Columns
}

function isHeader({ amount, code, last_four }: Columns): boolean {
  return amount !== undefined && (code !== undefined || last_four !== undefined)
}

function linesOf({ cells, line }: FileRow, columns: Columns): readonly SettledLine[] | FileFault {
  const cellOf = (column: Column): string => {
    const at = columns[column]
    return at === undefined ? '' : (cells[at] ?? '').trim()
  }
  const [kind, tender] = [cellOf('kind'), cellOf('tender')]
  const authorization = cellOf('code').toUpperCase()
  const last_four = lastFour(cellOf('last_four'))
  const isNamed = authorization !== '' || last_four !== ''
  const isOther = NOT_SETTLED.test(cellOf('status')) || NO_CARD.test(tender) || (NO_PAYMENT.test(kind) && !isNamed)
  if (isOther || (!isNamed && cells.some((cell) => SUM_ROW.test(cell)))) return []
  const amounts: SettledLine[] = []
  for (const column of ['amount', 'refunded'] as const) {
    const cell = cellOf(column)
    if (cell === '') continue
    const read = readAmount(cell)
    if (read === null) return { reason: 'amount', line, cell }
    const isBack = column === 'refunded' || GIVES_BACK.test(kind)
    const amount_cents = cents(isBack ? 0 - Math.abs(read) : read)
    if (amount_cents !== 0) amounts.push({ amount_cents, authorization, last_four })
  }
  // Of a refund that has its own row, one column repeats the other.
  return amounts.length === 2 && (amounts[0]?.amount_cents ?? 0) < 0 ? amounts.slice(0, 1) : amounts
}

/** Reads "$1,200.00", "USD 5.00", "(5.00)", "5.00-", "5.0" and "5". Null: it is no amount, or not to the cent. */
function readAmount(cell: string): Cents | null {
  const bare = cell.replaceAll(/\s|USD|US(?=\$)/gi, '').replace('−', '-')
  const [, below, above] = /^(?:\((.+)\)|(.+)-)$/.exec(bare) ?? []
  const size = below ?? above
  const text = (size ?? bare)
    .replace(/^\+/, '')
    .replace(/^\$-/, '-$')
    .replace(/\.(\d)$/, '.$10')
  const read = parseCents(text.replace(/(\.\d\d)0+$/, '$1'))
  return read === null ? null : size === undefined ? read : cents(0 - Math.abs(read))
}

/** "************0042", "XXXX-0042" and "42", whose zeros a spreadsheet took. Empty: there are no digits. */
function lastFour(cell: string): string {
  const digits = /(\d+)\D*$/.exec(cell)?.[1] ?? ''
  return digits === '' ? '' : digits.slice(-4).padStart(4, '0')
}
