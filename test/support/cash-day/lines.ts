/**
 * The parts of the model of a drawer: what is sold, owed, paid and taken off, and the sums of one payment. Imports
 * nothing of the program.
 */
/** Rounding as a library sets it. */
export type Rounding = 'off' | 'always' | 'no-exact-change'

/** Who work here, by their codes: Rosa Ortiz may do all, Ben Cole may not take a drawer out of another's hands. */
export type Clerk = 'rortiz' | 'BC-1'

/** Of refunds in cash. */
export type RefundRounding = 'exact' | 'mirrored'

export type ProductMade = {
  readonly code: string
  /** Null: asked at the desk. */
  readonly price: number | null
  readonly tax_bp: number
  readonly fund: string
  /** Empty: the library's own money. */
  readonly payee: string
}

/** `back`: what was given back of what was paid on it; `paid`: what money and credit paid on it, less that. */
export type Charge = { readonly ref: string; readonly fund: string; owed: number; back: number; paid: number }

export type Line =
  | { readonly of: 'charge'; readonly charge: Charge; readonly amount: number }
  | { readonly of: 'sale'; readonly product: ProductMade; readonly amount: number; readonly tax: number }
  | { readonly of: 'credit'; readonly credit: Credit; readonly amount: number }

/** What a patron left on the account, and what is left of it. */
export type Credit = { left: number }

/** What was taken off a charge, by goods or by credit, and of whose. */
export type Off = { readonly charge: Charge; readonly amount: number; readonly credit: Credit | null }

export type Receipt = {
  readonly ref: string
  readonly session: Session
  readonly lines: readonly Line[]
  readonly cash: number
  readonly checks: number
  readonly card: number
  readonly rounding: number
  readonly off: readonly Off[]
  is_voided: boolean
  /** What went back of each line, and how much of each tender is still there to give back. */
  readonly back: number[]
  readonly left: Record<'cash' | 'checks' | 'card', number>
  /** What was refunded of it in cash, the cash that went out for it, and what went out for it otherwise. */
  readonly inCash: { refunded: number; out: number; otherwise: number }
}

export type Session = {
  readonly ref: string
  readonly drawer: string
  /** Who opened it. */
  readonly owner: Clerk
  status: 'open' | 'suspended' | 'closed'
  on_break: Break | null
  cash: number
  checks: number
  card: number
  /** What receipts took in, whatever became of them. */
  taken: number
  /** What stayed in it when it was closed. */
  left: number
  /** The last count of what stayed that did not open the drawer; null: there was none. */
  float: { readonly by: Clerk; readonly counted: number } | null
}

/** Nobody uses the drawer but the cover, once there is one. */
export type Break = {
  readonly named: Clerk | null
  cover: Clerk | null
  /** The cover has counted it, and no money has moved since. */
  has_counted: boolean
}

/** A bag with money in it, by the entry that filled it. */
export type Bag = {
  readonly ref: string
  readonly number: string
  readonly cents: number
  readonly filled_by: Clerk
  readonly filled_on: string
  is_banked: boolean
}

/** What stays at a close, what the safe adds, and the number of the bag. */
export type Closing = { readonly leave: number; readonly safe: number; readonly bag: string }

export type PaymentAsked = {
  readonly charges: readonly { readonly charge: Charge; readonly amount: number | null }[]
  readonly pay: number | null
  readonly sales: readonly { readonly product: ProductMade; readonly quantity: number; readonly price: number | null }[]
  readonly cash: number
  readonly checks: number
  readonly card: number
  readonly is_exact_possible: boolean
  /** Pieces, of a dollar each. */
  readonly goods: number
  readonly credit: number
  readonly keeps: boolean
}

export type RefundAsked = {
  readonly receipt: Receipt
  readonly at: number
  /** With its tax; of a sale always all of the line. */
  readonly amount: number
  readonly tender: 'cash' | 'card' | 'office-check'
  readonly is_exact_possible: boolean
}

export const TAKES_FROM = { cash: ['cash', 'card'], card: ['card'], 'office-check': ['checks', 'card'] } as const

export type Paid = {
  readonly due: number
  readonly change: number
  readonly rounding: number
  readonly lines: Line[]
  readonly off: readonly Off[]
}

/** Of goods, on one receipt. */
export const GOODS_MOST = 900

/** W2: the last digit decides; 1 and 2 go down, 3 to 7 to five, 8 and 9 up. */
export const ROUNDED = [0, -1, -2, 2, 1, 0, -1, -2, 2, 1] as const

/** Half a cent of tax goes up. */
export function taxOn(amount: number, tax_bp: number): number {
  const twice = 2 * amount * tax_bp + 10_000
  return (twice - (twice % 20_000)) / 20_000
}

/** With its tax. */
export function grossOf(line: Line): number {
  return line.amount + (line.of === 'sale' ? line.tax : 0)
}

/** The charges that are named, with what is to be paid of each; null: one of them cannot be. */
export function owingOf({ charges }: PaymentAsked): { readonly charge: Charge; amount: number }[] | null {
  for (const [at, { charge, amount }] of charges.entries()) {
    const isTwice = charges.findIndex((one) => one.charge === charge) !== at
    if (isTwice || charge.owed === 0 || (amount ?? 0) > charge.owed) return null
  }
  return charges.map(({ charge, amount }) => ({ charge, amount: amount ?? charge.owed }))
}

/** Something was paid by money or goods. */
export function hasReceipt({ lines, off }: Pick<Receipt, 'lines' | 'off'>): boolean {
  return lines.length > 0 || off.some((one) => one.credit === null)
}

export function saleLine({ product, quantity, price }: PaymentAsked['sales'][number]): Line | null {
  const one = price ?? product.price
  if (one === null || (product.price !== null && one !== product.price)) return null
  const amount = one * quantity
  const tax = product.payee === '' ? taxOn(amount, product.tax_bp) : 0
  return { of: 'sale', product, amount, tax }
}

/**
 * Whether a debt that money is to pay stays open after this payment. What goods and credit pay away is not rounded,
 * so it does not matter what is left of that one.
 *
 * @param off what goods and credit take off
 */
export function leavesOpen({ charges }: PaymentAsked, lines: readonly Line[], off: readonly Off[]): boolean {
  const [money, otherwise] = [new Map<Charge, number>(), new Map<Charge, number>()]
  for (const one of lines) if (one.of === 'charge') add(money, one.charge, one.amount)
  for (const one of off) add(otherwise, one.charge, one.amount)
  return charges.some(({ charge, amount }) => {
    const taken = otherwise.get(charge) ?? 0
    return taken < (amount ?? charge.owed) && taken + (money.get(charge) ?? 0) < charge.owed
  })
}

function add(sums: Map<Charge, number>, of: Charge, by: number): void {
  sums.set(of, (sums.get(of) ?? 0) + by)
}

/** A debt is rounded by the payment that settles it alone, and then by no more than all of it would be. */
export function isRoundedApart({
  asked,
  due,
  lines,
  off,
  rounding,
}: Omit<Paid, 'change'> & { asked: PaymentAsked }): boolean {
  if (rounding === 0) return false
  if (leavesOpen(asked, lines, off)) return true
  const before = lines.reduce((sum, one) => sum + (one.of === 'charge' ? one.charge.paid : 0), 0)
  return before > 0 && rounding < Math.min(0, ROUNDED[(before + due) % 10] ?? 0)
}
