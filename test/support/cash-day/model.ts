/**
 * The money of a library's desk as plain sums of cents, written from the invariants of the research alone (I1 to I25):
 * it imports nothing of the program. It says what an act should come to, or that it is to be refused.
 */
import { SIGN_OFF_FROM } from './hands.ts'
import {
  GOODS_MOST,
  ROUNDED,
  TAKES_FROM,
  grossOf,
  hasReceipt,
  isRoundedApart,
  owingOf,
  saleLine,
  type Bag,
  type Charge,
  type Clerk,
  type Closing,
  type Credit,
  type Line,
  type Off,
  type Paid,
  type PaymentAsked,
  type Receipt,
  type RefundAsked,
  type RefundRounding,
  type Rounding,
  type Session,
} from './lines.ts'

export class Model {
  readonly rounding: Rounding
  readonly refunds: RefundRounding
  readonly sessions: Session[] = []
  readonly charges: Charge[] = []
  readonly receipts: Receipt[] = []
  /** Oldest first. */
  readonly credits: Credit[] = []
  /** By account, or by account and whose it is: debits less credits. Those of a session are kept with it. */
  readonly sums = new Map<string, number>()
  /** What each fund took in, less what went out of it. */
  readonly funds = new Map<string, number>()
  readonly bags: Bag[] = []
  /** Who is at the desk. */
  by: Clerk = 'rortiz'
  /** The day in the library's zone. */
  today = ''
  /** Places of which a count agreed or was settled. */
  readonly counted = new Set<string>()
  receipts_count = 0
  z_number = 0
  /** What was ever taken in until each Z. */
  readonly taken: number[] = []

  constructor(rounding: Rounding, refunds: RefundRounding) {
    this.rounding = rounding
    this.refunds = refunds
  }

  openAt(drawer: string): Session | null {
    return this.sessions.find((one) => one.drawer === drawer && one.status !== 'closed') ?? null
  }

  /** The session that takes money there of who is at the desk; null: none does. */
  usable(drawer: string): Session | null {
    const session = this.openAt(drawer)
    return session !== null && this.uses(session) ? session : null
  }

  /** During a break the cover alone does. */
  uses({ status, on_break }: Session): boolean {
    return status === 'open' && (on_break === null || on_break.cover === this.by)
  }

  /** A session that was closed before, and left something; null: the change fund gives the float. */
  leftAt(drawer: string): Session | null {
    const before = this.sessions.findLast((one) => one.drawer === drawer)
    return before !== undefined && before.left > 0 ? before : null
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

  /** What the first count finds more was there before. */
  tally(place: string, by: number): void {
    if (by > 0 && !this.counted.has(place)) this.add('there-before', -by)
    else this.vary(by)
    this.add(place, by)
    this.counted.add(place)
  }

  open(ref: string, drawer: string, counted: number): void {
    const before = this.leftAt(drawer)
    const left = before?.left ?? counted
    if (before) before.cash -= left
    else this.add('change-fund', -left)
    this.vary(counted - left)
    const nothing = { checks: 0, card: 0, taken: 0, left: 0, on_break: null, float: null }
    this.sessions.push({ ref, drawer, owner: this.by, status: 'open', cash: counted, ...nothing })
  }

  /** What a payment comes to; null: it is to be refused. */
  judge(asked: PaymentAsked): Paid | null {
    const paid = this.#charges(asked)
    const sales = asked.sales.map(saleLine)
    if (paid === null || sales.includes(null) || asked.charges.length + sales.length === 0) return null
    const lines = [...paid.lines, ...sales.filter((one) => one !== null)]
    const due = lines.reduce((sum, one) => sum + grossOf(one), 0)
    const rest = due - asked.checks - asked.card
    if (rest < 0 || due > 10_000_000) return null
    const isRounded = this.#rounds(asked)
    // Whoever has the pennies pays to the cent.
    const rounding = isRounded && asked.cash !== rest ? (ROUNDED[rest % 10] ?? 0) : 0
    const change = asked.cash - rest - rounding
    if (change < 0) return null
    const kept = this.#kept(asked, change, rounding)
    // Cash that would go back whole pays nothing, also where what the others leave rounds to nothing.
    if (kept === 0 && asked.cash > 0 && change === asked.cash) return null
    if (kept === 0 && isRoundedApart({ asked, due, lines, off: paid.off, rounding })) return null
    if (kept === 0) return { due, change, rounding, lines, off: paid.off }
    const line: Line = { of: 'credit', credit: { left: kept }, amount: kept }
    return { due: due + kept, change: change + rounding - kept, rounding: 0, lines: [...lines, line], off: paid.off }
  }

  #rounds({ is_exact_possible }: { readonly is_exact_possible: boolean }): boolean {
    return this.rounding === 'always' || (this.rounding === 'no-exact-change' && !is_exact_possible)
  }

  /** Whoever keeps the change is owed all that was given above what was due. */
  #kept({ keeps }: PaymentAsked, change: number, rounding: number): number {
    if (!keeps) return 0
    return change > 0 ? Math.max(0, change + rounding) : Math.max(0, rounding)
  }

  /** Goods first, then credit, oldest first, then what money pays of the rest. */
  #charges(asked: PaymentAsked): { readonly lines: Line[]; readonly off: readonly Off[] } | null {
    const owing = owingOf(asked)
    if (owing === null) return null
    const all = owing.reduce((sum, one) => sum + one.amount, 0)
    if (asked.pay !== null && asked.pay > all) return null
    const off: Off[] = []
    const taken = (credit: Credit | null, most: number): number => {
      let left = most
      for (const one of owing) {
        const amount = Math.min(left, one.amount)
        if (amount === 0) continue
        off.push({ charge: one.charge, amount, credit })
        one.amount -= amount
        left -= amount
      }
      return most - left
    }
    const goods = taken(null, Math.min(asked.goods * 100, GOODS_MOST))
    if (asked.goods > 0 && goods === 0) return null
    let used = 0
    for (const credit of this.credits) used += taken(credit, Math.min(credit.left, asked.credit - used))
    if (used < asked.credit) return null
    let rest = asked.pay === null ? all - goods - used : asked.pay - goods - used
    if (rest < 0) return null
    const lines = owing.flatMap(({ charge, amount: owed }): Line[] => {
      const amount = Math.min(rest, owed)
      rest -= amount
      return amount === 0 ? [] : [{ of: 'charge', charge, amount }]
    })
    return { lines, off }
  }

  take(ref: string, session: Session, asked: PaymentAsked, { change, rounding, lines, off }: Paid): void {
    const { checks, card } = asked
    const cash = asked.cash - change
    const left = { cash: cash - rounding, checks, card }
    const back = lines.map(() => 0)
    const inCash = { refunded: 0, out: 0, otherwise: 0 }
    const made = { ref, session, lines, cash, checks, card, rounding, off, is_voided: false, back, left, inCash }
    for (const one of lines) if (one.of === 'credit') this.credits.push(one.credit)
    // Credit alone has no receipt.
    if (hasReceipt(made)) {
      moved(session)
      session.taken += lines.reduce((sum, one) => sum + grossOf(one), 0)
      this.receipts.push(made)
      this.receipts_count += 1
    }
    this.#post(made, 1)
  }

  void(receipt: Receipt): void {
    receipt.is_voided = true
    moved(receipt.session)
    this.#post(receipt, -1)
  }

  #post({ session, lines, cash, checks, card, rounding, off }: Receipt, sign: 1 | -1): void {
    for (const { charge, amount, credit } of off) {
      charge.owed -= sign * amount
      if (credit !== null) {
        credit.left -= sign * amount
        charge.paid += sign * amount
      } else {
        this.add('in-kind', sign * amount)
        this.add('receivable', -sign * amount)
      }
    }
    session.cash += sign * cash
    session.checks += sign * checks
    session.card += sign * card
    this.add('card-clearing', sign * card)
    this.add('rounding', -sign * rounding)
    for (const line of lines) {
      if (line.of === 'charge') {
        line.charge.owed -= sign * line.amount
        line.charge.paid += sign * line.amount
        this.add('receivable', -sign * line.amount)
        this.addFund(line.charge.fund, sign * line.amount)
      } else if (line.of === 'credit') {
        if (sign < 0) line.credit.left = 0
        this.add('refund-due-credit', -sign * line.amount)
        this.addFund('credits', sign * line.amount)
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
  mayRefund(session: Session, asked: RefundAsked): boolean {
    const { receipt, at, amount, tender } = asked
    const line = receipt.lines[at]
    if (receipt.is_voided || line === undefined || amount > grossOf(line) - (receipt.back[at] ?? 0)) return false
    if (line.of === 'charge' && line.charge.owed > 0) return false
    if (line.of === 'credit' && amount > line.credit.left) return false
    const { cash, checks, card } = receipt.left
    const most = { cash: cash + card, card, 'office-check': checks + card }[tender]
    return amount > 0 && amount <= most && (tender !== 'cash' || this.outFor(asked) <= session.cash)
  }

  /**
   * I4: what goes out of the drawer. All cash refunds of a receipt are rounded once, over their sum; never is more of
   * the cash given back than there was, nor more in all than the receipt took.
   */
  outFor({ receipt, amount, tender, is_exact_possible }: RefundAsked): number {
    if (tender === 'card') return amount
    const { cash, checks, card, rounding, inCash } = receipt
    const left = Math.max(0, cash + checks + card - inCash.out - inCash.otherwise)
    if (tender !== 'cash') return Math.min(amount, left)
    const isRounded = this.refunds === 'mirrored' && this.#rounds({ is_exact_possible })
    const near = (sum: number): number => (isRounded ? sum + (ROUNDED[sum % 10] ?? 0) : sum)
    const [all, of_cash] = [inCash.refunded + amount, cash - rounding]
    const whole = isRounded ? cash : Math.min(cash, of_cash)
    const goal = all < of_cash ? Math.min(near(all), cash) : whole + near(all - of_cash)
    return Math.min(Math.max(0, goal - inCash.out), left)
  }

  refund(session: Session, asked: RefundAsked): void {
    const { receipt, at, amount, tender } = asked
    const line = receipt.lines[at]
    if (line === undefined) throw new Error('no such line')
    receipt.back[at] = (receipt.back[at] ?? 0) + amount
    moved(session)
    this.receipts_count += 1
    let rest = amount
    for (const from of TAKES_FROM[tender]) {
      const by = Math.min(receipt.left[from], rest)
      receipt.left[from] -= by
      rest -= by
    }
    const out = this.outFor(asked)
    if (tender !== 'cash') receipt.inCash.otherwise += out
    if (tender === 'cash') {
      session.cash -= out
      this.add('rounding', out - amount)
      receipt.inCash.refunded += amount
      receipt.inCash.out += out
    }
    if (tender === 'card') {
      session.card -= amount
      this.add('card-clearing', -amount)
    }
    if (tender === 'office-check') {
      this.add('office-check', -out)
      this.add('rounding', out - amount)
    }
    if (line.of === 'charge') {
      this.add(tender === 'office-check' ? 'refund-due-check' : 'refund-due-drawer', amount)
      line.charge.back += amount
      line.charge.paid -= amount
      this.addFund(line.charge.fund, -amount)
    } else if (line.of === 'credit') {
      line.credit.left -= amount
      this.add('refund-due-credit', amount)
      this.addFund('credits', -amount)
    } else if (line.product.payee !== '') {
      this.add(`held-for-others ${line.product.payee}`, amount)
    } else {
      this.add('sales', line.amount)
      this.add('sales-tax', line.tax)
      this.addFund(line.product.fund, -amount)
    }
  }

  place(session: Session, place: string, amount: number, { ref, number }: Pick<Bag, 'ref' | 'number'>): void {
    session.cash -= amount
    moved(session)
    this.add(place, amount)
    if (place === 'bank-bag') this.#fill({ ref, number, cents: amount })
  }

  carry(from: string, to: string, amount: number, { ref, number }: Pick<Bag, 'ref' | 'number'>): void {
    this.add(from, -amount)
    this.add(to, amount)
    if (to === 'bank-bag') this.#fill({ ref, number, cents: amount })
  }

  paid(session: Session, fund: string, amount: number): void {
    session.cash += amount
    moved(session)
    this.add(amount > 0 ? 'paid-in' : 'paid-out', -amount)
    this.addFund(fund, amount)
  }

  /** A count by the cover is one of the counts of a drawer that changes hands. */
  countedBy({ on_break }: Session): void {
    if (on_break !== null && on_break.cover === this.by) on_break.has_counted = true
  }

  #fill(bag: Pick<Bag, 'ref' | 'number' | 'cents'>): void {
    this.bags.push({ ...bag, filled_by: this.by, filled_on: this.today, is_banked: false })
  }

  bagged({ checks }: Session, counted: number, { leave, safe }: Closing): number {
    return counted - Math.min(leave, counted) + checks + safe
  }

  /** R15: a bag has a number, and no other one that is not at the bank yet has the same, however it is written. */
  mayFill(number: string): boolean {
    return keyOf(number) !== '' && !this.bags.some((one) => !one.is_banked && keyOf(one.number) === keyOf(number))
  }

  /** R6: who filled a bag is not who says what the bank took in, on a day since then. */
  mayBank(bag: Bag, { banked, on, is_meant }: { banked: number; on: string; is_meant: boolean }): boolean {
    if (bag.is_banked || on > this.today || on < bag.filled_on || bag.filled_by === this.by) return false
    const by = banked - bag.cents
    return is_meant || (by <= 0 && by > -SIGN_OFF_FROM)
  }

  bank(bag: Bag, banked: number): void {
    bag.is_banked = true
    this.add('bank-bag', -bag.cents)
    this.add('bank', banked)
    this.vary(banked - bag.cents)
  }

  /** I17: what goes to the bank is what was counted less what stays; over and short are accounts of their own. */
  close(session: Session, counted: number, into: Closing, ref: string): void {
    this.vary(counted - session.cash)
    const left = Math.min(into.leave, counted)
    const bagged = this.bagged(session, counted, into)
    this.add('bank-bag', bagged)
    if (bagged > 0) this.#fill({ ref, number: into.bag, cents: bagged })
    this.add('safe', -into.safe)
    session.status = 'closed'
    session.left = left
    session.cash = left
    session.checks = 0
    this.z_number += 1
    this.taken.push((this.taken.at(-1) ?? 0) + session.taken)
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

/** Money moved, or could have: the drawer was open. What was counted before counts no more. */
export function moved({ on_break }: Session): void {
  if (on_break !== null) on_break.has_counted = false
}

/** A number is the same whatever its spaces, hyphens and capitals are. */
function keyOf(number: string): string {
  return number.replaceAll(/[ -]/g, '').toUpperCase()
}
