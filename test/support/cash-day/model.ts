/**
 * The money of a library's desk as plain sums of cents, written from the invariants of the research alone (I1 to I25):
 * it imports nothing of the program. It says what an act should come to, or that it is to be refused.
 */

/** Rounding as a library sets it. */
export type Rounding = 'off' | 'always' | 'no-exact-change'

export type ProductMade = {
  readonly code: string
  /** Null: asked at the desk. */
  readonly price: number | null
  readonly tax_bp: number
  readonly fund: string
  /** Empty: the library's own money. */
  readonly payee: string
}

/** `back`: what was given back of what was paid on it. */
export type Charge = { readonly ref: string; readonly fund: string; owed: number; back: number }

type Line =
  | { readonly of: 'charge'; readonly charge: Charge; readonly amount: number }
  | { readonly of: 'sale'; readonly product: ProductMade; readonly amount: number; readonly tax: number }

export type Receipt = {
  readonly ref: string
  readonly session: Session
  readonly lines: readonly Line[]
  readonly cash: number
  readonly checks: number
  readonly card: number
  readonly rounding: number
  is_voided: boolean
  /** What went back of each line, and how much of each tender is still there to give back. */
  readonly back: number[]
  readonly left: Record<'cash' | 'checks' | 'card', number>
}

export type Session = {
  readonly ref: string
  readonly drawer: string
  status: 'open' | 'suspended' | 'closed'
  /** On break without a cover: nobody uses it. */
  is_on_break: boolean
  cash: number
  checks: number
  card: number
  /** What stayed in it when it was closed. */
  left: number
}

export type PaymentAsked = {
  readonly charges: readonly { readonly charge: Charge; readonly amount: number | null }[]
  readonly pay: number | null
  readonly sales: readonly { readonly product: ProductMade; readonly quantity: number; readonly price: number | null }[]
  readonly cash: number
  readonly checks: number
  readonly card: number
  readonly is_exact_possible: boolean
}

export type RefundAsked = {
  readonly receipt: Receipt
  readonly at: number
  /** With its tax; of a sale always all of the line. */
  readonly amount: number
  readonly tender: 'cash' | 'card' | 'office-check'
}

const TAKES_FROM = { cash: ['cash', 'card'], card: ['card'], 'office-check': ['checks', 'card'] } as const

export type Paid = { readonly due: number; readonly change: number; readonly rounding: number; readonly lines: Line[] }

/** W2: the last digit decides; 1 and 2 go down, 3 to 7 to five, 8 and 9 up. */
const ROUNDED = [0, -1, -2, 2, 1, 0, -1, -2, 2, 1] as const

/** Half a cent of tax goes up. */
export function taxOn(amount: number, tax_bp: number): number {
  const twice = 2 * amount * tax_bp + 10_000
  return (twice - (twice % 20_000)) / 20_000
}

export class Model {
  readonly rounding: Rounding
  readonly sessions: Session[] = []
  readonly charges: Charge[] = []
  readonly receipts: Receipt[] = []
  /** By account, or by account and whose it is: debits less credits. Those of a session are kept with it. */
  readonly sums = new Map<string, number>()
  /** What each fund took in, less what went out of it. */
  readonly funds = new Map<string, number>()
  receipts_count = 0
  z_count = 0

  constructor(rounding: Rounding) {
    this.rounding = rounding
  }

  openAt(drawer: string): Session | null {
    return this.sessions.find((one) => one.drawer === drawer && one.status !== 'closed') ?? null
  }

  /** The session that takes money there; null: none does. */
  usable(drawer: string): Session | null {
    const session = this.openAt(drawer)
    return session === null || session.status !== 'open' || session.is_on_break ? null : session
  }

  add(account: string, by: number): void {
    this.sums.set(account, (this.sums.get(account) ?? 0) + by)
  }

  addFund(fund: string, by: number): void {
    this.funds.set(fund, (this.funds.get(fund) ?? 0) + by)
  }

  /** Over and short are never set off against each other (R10). */
  vary(by: number): void {
    if (by > 0) this.add('over', -by)
    if (by < 0) this.add('short', -by)
  }

  open(ref: string, drawer: string, counted: number): void {
    const before = this.sessions.findLast((one) => one.drawer === drawer)
    const left = before && before.left > 0 ? before.left : counted
    if (before && before.left > 0) before.cash -= left
    else this.add('change-fund', -left)
    this.vary(counted - left)
    const session = {
      ref,
      drawer,
      status: 'open',
      is_on_break: false,
      cash: counted,
      checks: 0,
      card: 0,
      left: 0,
    } as const
    this.sessions.push({ ...session })
  }

  /** What a payment comes to; null: it is to be refused. */
  judge(asked: PaymentAsked): Paid | null {
    const charges = chargeLines(asked)
    const sales = asked.sales.map(saleLine)
    if (charges === null || sales.includes(null)) return null
    const lines = [...charges, ...sales.filter((one) => one !== null)]
    if (lines.length === 0) return null
    const due = lines.reduce((sum, one) => sum + one.amount + (one.of === 'sale' ? one.tax : 0), 0)
    const rest = due - asked.checks - asked.card
    if (rest < 0 || due > 10_000_000) return null
    const isRounded = this.rounding === 'always' || (this.rounding === 'no-exact-change' && !asked.is_exact_possible)
    // Whoever has the pennies pays to the cent.
    const rounding = isRounded && asked.cash !== rest ? (ROUNDED[rest % 10] ?? 0) : 0
    const change = asked.cash - rest - rounding
    return change < 0 ? null : { due, change, rounding, lines }
  }

  take(ref: string, session: Session, asked: PaymentAsked, { change, rounding, lines }: Paid): void {
    const { checks, card } = asked
    const cash = asked.cash - change
    const left = { cash: cash - rounding, checks, card }
    const back = lines.map(() => 0)
    const made = { ref, session, lines, cash, checks, card, rounding, is_voided: false, back, left }
    this.receipts.push(made)
    this.receipts_count += 1
    this.#post(made, 1)
  }

  void(receipt: Receipt): void {
    receipt.is_voided = true
    this.#post(receipt, -1)
  }

  #post({ session, lines, cash, checks, card, rounding }: Receipt, sign: 1 | -1): void {
    session.cash += sign * cash
    session.checks += sign * checks
    session.card += sign * card
    this.add('card-clearing', sign * card)
    this.add('rounding', -sign * rounding)
    for (const line of lines) {
      if (line.of === 'charge') {
        line.charge.owed -= sign * line.amount
        this.add('receivable', -sign * line.amount)
        this.addFund(line.charge.fund, sign * line.amount)
      } else if (line.product.payee !== '') {
        this.add(`held-for-others ${line.product.payee}`, -sign * line.amount)
      } else {
        this.add('sales', -sign * line.amount)
        this.add('sales-tax', -sign * line.tax)
        this.addFund(line.product.fund, sign * (line.amount + line.tax))
      }
    }
  }

  /** I7: no line goes back for more than was paid on it, and to no tender more than it paid. */
  mayRefund(session: Session, { receipt, at, amount, tender }: RefundAsked): boolean {
    const line = receipt.lines[at]
    if (receipt.is_voided || line === undefined || amount > grossOf(line) - (receipt.back[at] ?? 0)) return false
    if (line.of === 'charge' && line.charge.owed > 0) return false
    const { cash, checks, card } = receipt.left
    const most = { cash: cash + card, card, 'office-check': checks + card }[tender]
    return amount > 0 && amount <= most && (tender !== 'cash' || amount <= session.cash)
  }

  refund(session: Session, { receipt, at, amount, tender }: RefundAsked): void {
    const line = receipt.lines[at]
    if (line === undefined) throw new Error('no such line')
    receipt.back[at] = (receipt.back[at] ?? 0) + amount
    this.receipts_count += 1
    let rest = amount
    for (const from of TAKES_FROM[tender]) {
      const by = Math.min(receipt.left[from], rest)
      receipt.left[from] -= by
      rest -= by
    }
    if (tender === 'cash') session.cash -= amount
    if (tender === 'card') {
      session.card -= amount
      this.add('card-clearing', -amount)
    }
    if (tender === 'office-check') this.add('office-check', -amount)
    if (line.of === 'charge') {
      this.add(tender === 'office-check' ? 'refund-due-check' : 'refund-due-drawer', amount)
      line.charge.back += amount
      this.addFund(line.charge.fund, -amount)
    } else if (line.product.payee !== '') {
      this.add(`held-for-others ${line.product.payee}`, amount)
    } else {
      this.add('sales', line.amount)
      this.add('sales-tax', line.tax)
      this.addFund(line.product.fund, -amount)
    }
  }

  place(session: Session, place: string, amount: number): void {
    session.cash -= amount
    this.add(place, amount)
  }

  paid(session: Session, fund: string, amount: number): void {
    session.cash += amount
    this.add(amount > 0 ? 'paid-in' : 'paid-out', -amount)
    this.addFund(fund, amount)
  }

  /** I17: what goes to the bank is what was counted less what stays; over and short are accounts of their own. */
  close(session: Session, counted: number, leave: number, safe: number): void {
    this.vary(counted - session.cash)
    const left = Math.min(leave, counted)
    this.add('bank-bag', counted - left + session.checks + safe)
    this.add('safe', -safe)
    session.status = 'closed'
    session.left = left
    session.cash = left
    session.checks = 0
    this.z_count += 1
  }

  /** Every balance that is not zero, with those of the sessions. */
  balances(): Map<string, number> {
    const all = new Map(this.sums)
    for (const { ref, cash, checks } of this.sessions) {
      all.set(`cash ${ref}`, cash)
      all.set(`checks ${ref}`, checks)
    }
    return new Map([...all].filter(([, sum]) => sum !== 0))
  }
}

/** With its tax. */
export function grossOf(line: Line): number {
  return line.amount + (line.of === 'sale' ? line.tax : 0)
}

function chargeLines({ charges, pay }: PaymentAsked): Line[] | null {
  let all = 0
  for (const [at, { charge, amount }] of charges.entries()) {
    const isTwice = charges.findIndex((one) => one.charge === charge) !== at
    if (isTwice || charge.owed === 0 || (amount ?? 0) > charge.owed) return null
    all += amount ?? charge.owed
  }
  let left = pay ?? all
  if (left > all) return null
  return charges.flatMap(({ charge, amount }) => {
    const by = Math.min(left, amount ?? charge.owed)
    left -= by
    return by === 0 ? [] : [{ of: 'charge', charge, amount: by }]
  })
}

function saleLine({ product, quantity, price }: PaymentAsked['sales'][number]): Line | null {
  const one = price ?? product.price
  if (one === null || (product.price !== null && one !== product.price)) return null
  const amount = one * quantity
  const tax = product.payee === '' ? taxOn(amount, product.tax_bp) : 0
  return { of: 'sale', product, amount, tax }
}
