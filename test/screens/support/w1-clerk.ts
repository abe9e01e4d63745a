/** A clerk who works the day W1 by keyboard alone: each act with the keys that its page shows. */
import { must } from '../../../shared/kernel/assert.ts'
import { cents, moneyText } from '../../../shared/kernel/money.ts'
import type { DeskSnapshot } from '../../../shared/desk/screen.ts'
import type { Hands } from '../../standin/hands.ts'
import { fromSafe, type Day, type Event } from '../../tables/w1-day.ts'
import { cardOf, chargeRef, keyFor } from './w1-library.ts'

const RECEIPT_NUMBER = /[0-9A-Z]{6}-\d+-\d{4,}/
const CHECK_NUMBER = '1088'

const headingOf = ({ band }: DeskSnapshot): string => band?.heading ?? ''

/** Piece by piece as the screen asks for them, largest first. */
type Pieces = Day['count']['pieces']
const largestFirst = (pieces: Pieces, asked: Pieces): readonly string[] =>
  asked
    .map((one) => one.denomination_cents)
    .toSorted((one, other) => other - one)
    .map((piece) => pieces.find((one) => one.denomination_cents === piece)?.pieces_count ?? 0)
    .map((count) => (count === 0 ? '' : String(count)))

const inBag = ({ deposit }: Day): string => moneyText(cents(deposit.total))

export class Clerk {
  readonly #hands: Hands
  readonly #day: Day
  /** The receipts by the number of their event, as they are printed. */
  readonly #receipts = new Map<number, string>()

  constructor(hands: Hands, day: Day) {
    this.#hands = hands
    this.#day = day
  }

  /** What is refunded today was paid at another drawer on an earlier day: by script. */
  async hasWorkedEarlier(): Promise<void> {
    const hands = this.#hands
    const one = must(
      this.#day.events.find(({ kind }) => kind === 'refund'),
      'a refund',
    )
    const here = { drawer_code: 'EARLIER' }
    // No money goes into a safe that was never counted.
    await hands.call('place.count', { place: 'safe', pieces: null, total_cents: 0 })
    await hands.call('drawer.open', { ...here, pieces: null, total_cents: 0 })
    await hands.call('payment.take', {
      ...here,
      charges: [{ charge_ref: chargeRef(one, one.item), amount_cents: one.amount }],
      pay_cents: null,
      sales: [],
      tenders: [{ tender: 'cash', tendered_cents: one.amount }],
      is_exact_possible: true,
      is_large_meant: true,
      paper: null,
    })
    this.#keepNumber(one, await hands.snapshot())
    await hands.call('drawer.count', { ...here, reason: 'closing', pieces: null, total_cents: one.amount })
    await hands.call('closing.found', { ...here, checks_count: 0, checks_cents: 0, card_total_cents: null })
    await hands.desk.call('desk.go', { page: { place: 'drawer', about: 'close EARLIER' } })
    const { page } = await hands.atPage('drawer')
    const leaving = { leave_cents: 0, reason: 'WRONG-FLOAT', note: 'All of it goes to the bank.' }
    await hands.call('drawer.close', { ...page?.enter?.call.input, ...leaving, bag_number: 'B-0', safe_cents: 0 })
    // From then on this desk has one drawer, to which F12 leads.
    const after = { drawer_code: 'EARLIER', name: 'Earlier', branch_code: 'NORTH' }
    await hands.call('policy.change', { table: 'cash_drawer', key: 'EARLIER', after, accept_findings: [] })
    await hands.clear()
  }

  /** Counts piece by piece, Enter after each. */
  async #counts(pieces: Pieces): Promise<void> {
    for (const count of largestFirst(pieces, this.#day.count.pieces)) await this.#types(count)
  }

  async opens(): Promise<DeskSnapshot> {
    await this.#hands.press('F12')
    await this.#hands.asks('pieces.2000')
    await this.#counts(this.#day.float.pieces)
    return this.#hands.until((now) => now.band?.outcome === 'done' && now.page?.enter === null)
  }

  async #types(text: string): Promise<void> {
    if (text !== '') await this.#hands.type(text)
    await this.#hands.press('Enter')
  }

  async does(one: Event): Promise<void> {
    const acts: Readonly<Record<string, () => Promise<void>>> = {
      payment: () => this.#pays(one),
      sale: () => this.#sells(one),
      agency: () => this.#sells(one),
      waive: () => this.#waives(one),
      void: () => this.#voids(one),
      refund: () => this.#refunds(one),
      paid_out: () => this.#atDrawer('p', 'amount_cents', one.amount, ['1', 'Enter']),
      change_swap: () => this.#atDrawer('m', 'what.amount_cents', one.in, []),
      safe_drop: () => this.#atDrawer('s', 'total_cents', one.amount, ['Enter', 'Enter']),
      paid_in_from_safe: () => this.#atDrawer('e', 'total_cents', one.amount, ['Enter', 'Enter']),
    }
    await must(acts[one.kind], `the clerk knows ${one.kind}`)()
  }

  async #opensAccount(card: string): Promise<void> {
    await this.#hands.scan(card)
    await this.#hands.until((now) => now.patron !== null)
    this.#hands.afterScan()
  }

  async #atAmount(): Promise<void> {
    await this.#hands.page.locator('#pay-amount:focus').waitFor()
  }

  /** Types what is given for each tender; the last one is taken. */
  async #gives(one: Event): Promise<void> {
    const hands = this.#hands
    const { cash, check } = one.tenders ?? {}
    if (one.tender === 'card_external') {
      await hands.press('d')
      await hands.asks('authorization')
      await this.#types('004711')
      await hands.asks('last_four')
      await this.#types('4242')
    } else if (check === undefined) await this.#types(String(one.tendered ?? one.amount))
    else {
      await hands.type(String(cash))
      await hands.press('/')
      await this.#atAmount()
      await hands.press('k')
      await hands.asks('check_number')
      await this.#types(CHECK_NUMBER)
    }
    await this.#taken(one)
  }

  /** Waits until the payment is taken, and keeps the number of its receipt. */
  async #taken(one: Event): Promise<void> {
    const before = [...this.#receipts.values()]
    const isNew = (now: DeskSnapshot): boolean => {
      const [number] = RECEIPT_NUMBER.exec(headingOf(now)) ?? []
      return number !== undefined && !before.includes(number)
    }
    const after = await this.#hands.until((now) => now.page?.ref.place !== 'pay' && isNew(now))
    this.#keepNumber(one, after)
    const change = one.change === 0 ? null : moneyText(cents(one.change))
    if ((after.band?.fact?.text ?? null) !== change) throw new Error(`change of ${one.n}: ${after.band?.fact?.text}`)
  }

  #keepNumber(one: Event, now: DeskSnapshot): void {
    this.#receipts.set(one.n, must(RECEIPT_NUMBER.exec(headingOf(now))?.[0], `a receipt of ${one.n}`))
  }

  async #pays(one: Event): Promise<void> {
    await this.#opensAccount(cardOf(one))
    await this.#hands.press('+')
    await this.#atAmount()
    await this.#gives(one)
    await this.#finishes()
  }

  async #finishes(): Promise<void> {
    await this.#hands.press('Enter')
    await this.#hands.until((now) => now.patron === null)
  }

  /** Many of one on the line, as on a register; what has no price, and what costs more, from the page. */
  async #sells(one: Event): Promise<void> {
    const hands = this.#hands
    if (one.qty > 1) {
      await hands.type(`${one.qty}*${keyFor(one.item)}`)
      await hands.press('=')
      await hands.press('Enter')
      return this.#taken(one)
    }
    await hands.press('+')
    await hands.atPage('pay')
    await hands.press(keyFor(one.item === '' ? one.payee : one.item))
    if (one.kind === 'agency') {
      await hands.asks('price_cents')
      await this.#types(String(one.amount))
    }
    await this.#atAmount()
    await this.#gives(one)
  }

  async #waives(one: Event): Promise<void> {
    const hands = this.#hands
    await this.#opensAccount(cardOf({ n: one.of_event }))
    await hands.press('-')
    await hands.asks('amount_cents')
    await this.#types(String(one.amount))
    await hands.asks('reason')
    await hands.press('5')
    await hands.press('Enter')
    await hands.until((now) => now.patron?.owed_cents === 0)
    await this.#finishes()
  }

  async #atDrawer(key: string, field: string, amount: number, more: readonly string[]): Promise<void> {
    const hands = this.#hands
    await hands.press('F12')
    const before = await hands.atPage('drawer')
    await hands.press(key)
    await hands.asks(field)
    await this.#types(String(amount))
    for (const one of more) await hands.press(one)
    await hands.until((now) => now.version > before.version && now.band?.outcome === 'done')
  }

  async #voids(one: Event): Promise<void> {
    const hands = this.#hands
    const number = must(this.#receipts.get(one.of_event), 'a receipt')
    await hands.press('F12')
    const { page } = await hands.atPage('drawer')
    const table = page?.sections.find((one) => one.section_id === 'receipts')
    const rows = table?.kind === 'table' ? table.rows : []
    const downs = rows.findIndex(({ cells }) => cells[0]?.text === number) + 1
    for (let pressed = 0; pressed < downs; pressed += 1) await hands.press('ArrowDown')
    await hands.press('v')
    await hands.asks('reason')
    await hands.press('1')
    await hands.press('Enter')
    await hands.until((now) => now.band?.outcome === 'done' && JSON.stringify(now.band).includes(number))
  }

  async #refunds(one: Event): Promise<void> {
    const hands = this.#hands
    await hands.press('F12')
    await hands.atPage('drawer')
    await hands.press('j')
    await hands.asks('receipt')
    await this.#types(must(this.#receipts.get(one.n), 'a receipt'))
    await hands.until((now) => now.page?.acts.some(({ call }) => call.method === 'refund.line') ?? false)
    await hands.press('r')
    await hands.asks('line')
    for (const key of ['1', 'Enter', '1', '1', 'Enter']) await hands.press(key)
    await hands.until((now) => now.band?.fact?.text === moneyText(cents(one.amount)))
  }

  async startsToClose(): Promise<void> {
    await this.#hands.press('F12')
    await this.#hands.atPage('drawer')
    await this.#hands.press('z')
    await this.#hands.asks('pieces.2000')
  }

  async countsHalf(): Promise<void> {
    const [first = '', second = ''] = largestFirst(this.#day.count.pieces, this.#day.count.pieces)
    await this.#types(first)
    await this.#hands.type(second)
  }

  async countsAll(): Promise<void> {
    await this.#counts(this.#day.count.pieces)
    await this.#hands.asks('checks_count')
  }

  async countsTheRest(): Promise<void> {
    const { events, expected } = this.#day
    const checks = events.filter((one) => one.tenders?.['check'] !== undefined).length
    for (const text of [String(checks), String(expected.checks), String(expected.card)]) await this.#types(text)
    await this.#hands.asks('reason')
  }

  async saysWhy(): Promise<void> {
    await this.#hands.press('1')
    await this.#hands.press('Enter')
    await this.#hands.asks('bag_number')
  }

  async bags(): Promise<DeskSnapshot> {
    await this.#hands.type('0047731')
    await this.#hands.press('Tab')
    await this.#hands.asks('safe_cents')
    await this.#hands.type(String(fromSafe(this.#day)))
    await this.#hands.page
      .locator('[data-part="preview"]')
      .filter({ hasText: inBag(this.#day) })
      .waitFor()
    await this.#hands.press('Enter')
    return this.#hands.until((now) => now.page?.sections.some((one) => one.kind === 'paper') ?? false)
  }
}
