// What the entries of drawers come to, reckoned for tools/verify.mjs without the desk's own rules: what each session
// should hold, its Z, the numbers of its receipts. The files of this folder need nothing else of the project.
import { differs, dollars, dueOf, heldOf, pieces, put, row, Unreadable, whole } from './amounts.mjs'
import { heldToCounts, noCounts, takeBesides, takeCash, takeFloat, TENDERS } from './counts.mjs'
import { Bags } from './bags.mjs'
import { Charges } from './charges.mjs'
import { changeHands } from './custody.mjs'
import { Ends } from './ends.mjs'
import { Papers } from './papers.mjs'
import { Places } from './places.mjs'
import { Receipts } from './receipts.mjs'

/** @typedef {import("./amounts.mjs").Row} Row */
/** @typedef {import("./amounts.mjs").Held} Held */
/** @typedef {import("./counts.mjs").Counts} Counts */
/**
 * A session of a drawer so far. `taken`: what its receipts took in, with what was voided or refunded since.
 * @typedef {{
 *   drawer: string, owner: string, custodian: string, held: Held, taken: number, z: number, left: number,
 *   leftChecks: number, counts: Counts
 * }} Session
 */

/**
 * @typedef {{
 *   where: string, place: string, epoch: number, kind: string, staff: string, body: Row,
 *   problem: (says: string) => void
 * }} Told
 */

/** The drawers of a journal, entry by entry in its order. */
export class Drawers {
  /** @type {Map<string, Session>} */
  #sessions = new Map()
  /**
   * The newest session of each drawer.
   * @type {Map<string, string>}
   */
  #newest = new Map()
  charges = new Charges()
  #receipts = new Receipts(this.charges)
  /** @type {Map<number, number>} */
  #lastNumbers = new Map()
  #ends = new Ends()
  #lastZ = 0
  #grandTotal = 0
  #places = new Places()
  #bags = new Bags(this.#places)
  #papers = new Papers()
  #zName = 'none'
  #over = 0
  #short = 0

  /**
   * Takes the next entry, whether of a drawer or not.
   * @param {{ content: string, hash: string, count: number, place: string, where: string }} entry
   *   `count`: how many entries there are with it; `where`: how a problem names it
   * @param {(says: string) => void} problem
   */
  take({ content, hash, count, place, where }, problem) {
    this.#ends.take(count, hash)
    try {
      /** @type {unknown} */
      const said = JSON.parse(content)
      if (said === null || typeof said !== 'object' || Array.isArray(said)) return
      const { kind, body, epoch, staff } = /** @type {Row} */ (said)
      const act = typeof kind === 'string' && Object.hasOwn(ACTS, kind) ? ACTS[kind] : undefined
      if (act === undefined) return
      const tell = (/** @type {string} */ says) => problem(`${where}: ${says}`)
      const told = { where, place, epoch: whole(epoch), kind: String(kind), staff: String(staff) }
      act(this, { ...told, body: row(body), problem: tell })
    } catch (fault) {
      if (fault instanceof SyntaxError) return
      if (!(fault instanceof Unreadable)) throw fault
      problem(`${where}: its amounts cannot be read`)
    }
  }

  /** What was reckoned, in words; empty: there was no drawer. */
  summary() {
    if (this.#sessions.size === 0) return ''
    const closed = [...this.#sessions.values()].filter(({ z }) => z > 0).length
    const sessions = `${this.#sessions.size} ${this.#sessions.size === 1 ? 'session' : 'sessions'}`
    const numbers = [...this.#lastNumbers].map(([epoch, last]) => `epoch ${epoch}: 1 to ${last}`).join(', ')
    const receipts = numbers === '' ? 'no receipts' : `receipts of ${numbers}`
    const [total, over, short] = [this.#grandTotal, this.#over, this.#short].map(dollars)
    const said = `${sessions}, ${closed} closed, last Z ${this.#zName}, ${receipts}`
    return `Drawers: ${said}, in all ${total}, over ${over}, short ${short}.`
  }

  /** @param {Told} told */
  session({ body, problem }) {
    const ref = String(body['session_ref'])
    const session = this.#sessions.get(ref)
    if (session === undefined) problem(`names the session ${ref}, which was not opened before it`)
    return session
  }

  /** A session that is open. @param {Told} told */
  open(told) {
    const session = this.session(told)
    if (session && session.z > 0) told.problem(`moves money of a session that Z ${session.z} closed before it`)
    return session
  }

  /** @param {Told} told */
  opened({ place, body, problem }) {
    const { drawer_code, from_session_ref } = body
    const drawer = String(drawer_code)
    const counted = whole(body['counted_cents'])
    const [left, checks] = [whole(body['left_cents']), whole(body['left_checks_cents'])]
    const lastRef = this.#newest.get(drawer)
    const last = this.#sessions.get(lastRef ?? '')
    if (last?.z === 0) problem(`opens the drawer ${drawer}, which is open already`)
    pieces(body['pieces'], counted, problem)
    const isFrom = from_session_ref !== null
    const from = this.#sessions.get(String(from_session_ref))
    if (isFrom && (from === undefined || from.z === 0)) problem('takes over from a session that was not closed')
    else if (isFrom && from_session_ref !== lastRef) problem('takes over from another session than the one before')
    const forgotten = isFrom || last === undefined ? 0 : last.left + last.leftChecks
    if (forgotten > 0) problem(`takes over nothing of the ${dollars(forgotten)} that the session before left`)
    if (from && from.left !== left) problem(differs('was left in the drawer', from.left, left))
    if (from && from.leftChecks !== checks) problem(differs('was left in checks', from.leftChecks, checks))
    if (!isFrom) this.#places.put('change-fund', -left)
    this.#off(counted - left)
    const held = { cash: counted, checks: isFrom ? checks : 0, card: 0 }
    const owner = String(body['custodian_code'])
    const none = { taken: 0, z: 0, left: 0, leftChecks: 0 }
    this.#sessions.set(place, { drawer, owner, custodian: owner, held, ...none, counts: noCounts() })
    this.#newest.set(drawer, place)
  }

  /** @param {Told} told */
  numbered({ epoch, body, problem }) {
    const number = whole(body['receipt_number'])
    const next = (this.#lastNumbers.get(epoch) ?? 0) + 1
    if (number !== next) problem(`has the receipt number ${number}, and ${next} comes next`)
    this.#lastNumbers.set(epoch, Math.max(number, next - 1))
    return number
  }

  /** @param {Told} told */
  received(told) {
    const { place, body, problem } = told
    const number = this.numbered(told)
    const session = this.open(told)
    this.keyed(told)
    const receipt = row(body['receipt'])
    const [due, held] = [dueOf(receipt['lines']), heldOf(receipt, problem)]
    const paid = held.cash + held.checks + held.card
    const rounded = due + whole(receipt['rounding_cents'])
    if (paid !== rounded) problem(differs('its lines come to', rounded, paid))
    this.#receipts.made(place, { session: String(body['session_ref']), number, receipt, due })
    if (!session) return
    put(session.held, held, 1)
    session.taken += due
  }

  /** @param {Told} told */
  keyed(told) {
    this.#papers.keyed(told, (session) => (this.#sessions.get(session)?.z ?? 0) > 0)
  }

  /** @param {Told} told */
  voided(told) {
    const [session, receipt] = [this.open(told), row(told.body['receipt'])]
    this.#receipts.voided(told, receipt)
    this.#papers.voided(told.body['receipt_ref'])
    if (!session) return
    put(session.held, heldOf(receipt), -1)
  }

  /** @param {Told} told */
  refunded(told) {
    const { body, problem } = told
    this.numbered(told)
    const session = this.open(told)
    const [due, paid] = [dueOf(body['lines']), whole(body['paid_cents'])]
    const rounded = due - whole(body['rounding_cents'])
    if (paid !== rounded) problem(differs('its lines come to', rounded, paid))
    this.#receipts.refunded(told)
    if (!session) return
    if (body['tender'] === 'cash') session.held.cash -= paid
    else if (body['tender'] === 'card') session.held.card -= paid
  }

  /** @param {Told} told */
  moved(told) {
    const { kind, body, problem } = told
    const session = this.open(told)
    const amount = whole(body['amount_cents'])
    if (kind === 'cash-placed') {
      pieces(body['pieces'], amount, problem)
      this.#bags.placed(told, amount)
    }
    if (session) session.held.cash += body['way'] === 'in' ? amount : -amount
  }

  /** @param {Told} told */
  counted(told) {
    const session = this.open(told)
    if (session) (told.kind === 'drawer-counted' ? takeCash : takeBesides)(session, told)
  }

  /** Over and short are never set off against each other. @param {number} by */
  #off(by) {
    if (by > 0) this.#over += by
    else this.#short -= by
  }

  /**
   * What each tender differs by, and whether it is in the accounts.
   * @param {Row} body
   * @param {(says: string) => void} problem
   */
  #differences(body, problem) {
    const [expected, counted] = [row(body['expected']), row(body['counted'])]
    const by = (/** @type {string} */ name) => whole(counted[name]) - whole(expected[name])
    const card = by('card_cents')
    this.#off(by('cash_cents'))
    this.#off(by('checks_cents'))
    if (body['is_card_counted'] !== true && whole(expected['card_cents']) !== 0 && !body['approved_by'])
      problem('leaves a card batch unread, and nobody signed that off')
    if (body['is_card_counted'] !== true && card !== 0) problem('has a difference of a card batch that nobody read off')
    // Entries of the first version have no word of it, and left it out of the accounts.
    if (body['is_card_posted'] === true) this.#off(card)
    else if (body['is_card_posted'] !== undefined) problem('leaves the card batch out of the accounts')
  }

  /** @param {Told} told */
  closed(told) {
    const { body, problem, epoch } = told
    const session = this.session(told)
    const z = whole(body['z_number'])
    if (z !== this.#lastZ + 1) problem(`has the Z number ${z}, and ${this.#lastZ + 1} comes next`)
    this.#lastZ = Math.max(z, this.#lastZ)
    this.#zName = `${told.place.split('.')[0]}-${epoch}-Z${z}`
    this.#ends.named(row(body['head']), problem)
    if (!session) return
    if (session.z > 0) return problem(`closes a session that Z ${session.z} closed before it`)
    const [expected, counted, bag] = [row(body['expected']), row(body['counted']), row(body['bag'])]
    for (const [said, name] of TENDERS) {
      const is = whole(expected[`${said}_cents`])
      if (session.held[said] !== is) problem(differs(`Z ${z} should expect ${name}`, session.held[said], is))
    }
    this.#differences(body, problem)
    heldToCounts(session, told)
    this.#grandTotal += session.taken
    const total = whole(body['grand_total_cents'])
    if (total !== this.#grandTotal) problem(differs(`the receipts up to Z ${z} come to`, this.#grandTotal, total))
    session.z = z
    session.left = whole(body['left_cents'])
    session.leftChecks = whole(body['left_checks_cents'])
    const [drawer, checks] = [whole(bag['drawer_cents']), whole(bag['checks_cents'])]
    const [cash, allChecks] = [whole(counted['cash_cents']), whole(counted['checks_cents'])]
    if (session.left + drawer !== cash) problem(differs('was counted in cash', cash, session.left + drawer))
    const all = session.leftChecks + checks
    if (all !== allChecks) problem(differs('was counted in checks', allChecks, all))
    this.#bags.closed(told, drawer + checks)
  }

  /** The safe or the change fund. @param {Told} told */
  place(told) {
    if (told.kind === 'place-counted') this.#places.counted(told)
    else if (told.kind === 'place-moved') this.#bags.carried(told)
    else this.#off(this.#places.settled(told))
  }

  /** @param {Told} told */
  banked(told) {
    if (told.body['session_ref'] !== 'safe') this.session(told)
    this.#off(told.kind === 'card-settled' ? this.#bags.settled(told) : this.#bags.banked(told))
  }
}

/** @type {Readonly<Record<string, (drawers: Drawers, told: Told) => void>>} */
const ACTS = {
  'charge-made': (drawers, told) => drawers.charges.made(told.place),
  'charge-moved': (drawers, told) => drawers.charges.moved(told.body),
  'drawer-opened': (drawers, told) => drawers.opened(told),
  'float-counted': (drawers, told) => takeFloat(drawers.session(told), told),
  'drawer-counted': (drawers, told) => drawers.counted(told),
  'tenders-counted': (drawers, told) => drawers.counted(told),
  'receipt-made': (drawers, told) => drawers.received(told),
  'paper-credited': (drawers, told) => drawers.keyed(told),
  'receipt-voided': (drawers, told) => drawers.voided(told),
  'refund-paid': (drawers, told) => drawers.refunded(told),
  'cash-placed': (drawers, told) => drawers.moved(told),
  'cash-paid': (drawers, told) => drawers.moved(told),
  'drawer-unlocked': (drawers, told) => void drawers.open(told),
  'drawer-pulsed': (drawers, told) => void (told.body['session_ref'] === null || drawers.open(told)),
  'withdrawal-refused': (drawers, told) => void drawers.open(told),
  'custody-changed': (drawers, told) => changeHands(drawers.open(told), told),
  'drawer-closed': (drawers, told) => drawers.closed(told),
  'deposit-banked': (drawers, told) => drawers.banked(told),
  'card-settled': (drawers, told) => drawers.banked(told),
  'place-counted': (drawers, told) => drawers.place(told),
  'place-settled': (drawers, told) => drawers.place(told),
  'place-moved': (drawers, told) => drawers.place(told),
}
