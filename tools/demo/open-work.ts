/**
 * The circulation of the demo library on the as-of day: loans, holds, charges, and items that are not where they
 * belong.
 */
import { day, type Chance, type CsvRow } from './made.ts'
import type { Item } from './material.ts'
import { IDS, type Person } from './people.ts'

type Work = { readonly loans: CsvRow[]; readonly holds: CsvRow[]; readonly charges: CsvRow[] }

/** Hands out items by title, each once. */
export class Shelf {
  readonly #items: readonly Item[]
  readonly #chance: Chance
  readonly #used = new Set<Item>()

  constructor(items: readonly Item[], chance: Chance) {
    this.#items = items
    this.#chance = chance
  }

  take(title: string, home?: string): Item {
    const found = this.#items.find(
      (item) => item.title.title === title && !this.#used.has(item) && (home === undefined || item.home === home),
    )
    if (!found) throw new RangeError(`no copy left of ${title}`)
    this.#used.add(found)
    return found
  }

  /** The next untouched item of a type. */
  next(item_type: string): Item {
    const left = this.#items.filter((item) => item.title.item_type === item_type && !this.#used.has(item))
    const found = this.#chance.pick(left)
    this.#used.add(found)
    return found
  }
}

/** Nothing is due on Thanksgiving. */
function loan(item: Item, patron_id: string, out: number, due: number, renewals_count = 0): CsvRow {
  const times = {
    out_at: `${day(out)} 14:${String(10 + Math.abs(out % 45)).padStart(2, '0')}`,
    due_at: day(due === 2 ? 3 : due),
  }
  return { item_barcode: item.barcode, patron_id, branch_code: item.home, ...times, renewals_count }
}

function charge(
  charge_id: string,
  patron_id: string,
  kind: string,
  at: number,
  amount: string,
  note: string,
  item?: Item,
): CsvRow {
  const item_barcode = item?.barcode ?? ''
  return { charge_id, patron_id, item_barcode, kind, charged_at: `${day(at)} 10:30`, amount, owed: amount, note }
}

type HoldMore = { item?: Item; pickup?: string; expires?: number; status?: string }

function hold(hold_id: string, patron_id: string, title_id: string, placed: number, more: HoldMore = {}): CsvRow {
  return {
    hold_id,
    patron_id,
    title_id,
    item_barcode: more.item?.barcode ?? '',
    pickup_branch_code: more.pickup ?? 'MAPLE',
    placed_at: `${day(placed)} 16:20`,
    expires_on: more.expires === undefined ? '' : day(more.expires),
    status: more.status ?? 'waiting',
  }
}

/** The people with a problem, each with exactly the problem that `people.ts` promises. */
function special(shelf: Shelf, work: Work): void {
  // These stay on the shelf for the first check-out.
  for (const title of ['The Warmth of Other Suns', 'Wireless hotspot, kit', 'Projector and screen']) shelf.take(title)
  const spirited = shelf.take('Spirited Away')
  work.loans.push(
    loan(spirited, IDS.dana, 0, 7),
    loan(shelf.take('Salt, Fat, Acid, Heat'), IDS.dana, -10, 11),
    loan(shelf.take('Kind of Blue'), IDS.dana, -5, 9),
    loan(shelf.take('Pachinko'), IDS.dana, -25, -4),
    loan(shelf.take('Dune'), IDS.atLimit, -3, 18),
    loan(shelf.take('Foundation'), IDS.atLimit, -3, 18),
    loan(shelf.take('The Hunger Games'), IDS.overdue, -40, -19),
    loan(shelf.take('Catching Fire'), IDS.overdue, -40, -19),
    loan(shelf.take('Divergent'), IDS.overdue, -40, -19, 1),
  )
  const first = shelf.take('Braiding Sweetgrass')
  const second = shelf.take('Circe')
  const third = shelf.take('Wolf Hall')
  for (const item of [first, second, third]) item.status = 'hold-shelf'
  work.holds.push(
    hold('H001', IDS.dana, first.title.title_id, -20, { item: first, expires: 4, status: 'ready' }),
    hold('H002', IDS.dana, second.title.title_id, -12, { item: second, expires: 4, status: 'ready' }),
    hold('H003', IDS.milner, third.title.title_id, -9, { item: third, expires: 4, status: 'ready' }),
    hold('H004', 'P0020', spirited.title.title_id, -2),
  )
  work.charges.push(
    charge('C001', IDS.dana, 'overdue', -30, '1.75', 'Five days late'),
    charge('C002', IDS.dana, 'replacement card', -60, '2.00', ''),
    charge('C003', IDS.owing, 'damaged', -80, '10.50', 'Water'),
    charge('C005', IDS.owingLimit, 'overdue', -15, '10.00', 'Laptop, ten hours late'),
  )
  const lost = shelf.take('The Martian')
  lost.status = 'lost'
  work.charges.push(charge('C004', IDS.owing, 'lost', -40, '16.99', 'Replacement', lost))
}

/** The cart of returns in the demo shift. */
function returns(shelf: Shelf, work: Work): void {
  const becoming = shelf.take('Becoming')
  work.loans.push(
    loan(becoming, 'P0040', -20, 1),
    loan(shelf.take('Goodnight Moon', 'NORTH'), 'P0041', -14, 7),
    loan(shelf.take('Educated'), 'P0042', -13, 8),
    loan(shelf.take('National Geographic, October 2026'), 'P0043', -6, 1),
    loan(shelf.take('Project Hail Mary'), 'P0044', -24, -3),
  )
  work.holds.push(hold('H005', IDS.jones, becoming.title.title_id, -8))
  const north = shelf.take('Americanah')
  work.loans.push(loan(north, 'P0045', -15, 6))
  work.holds.push(hold('H006', IDS.patel, north.title.title_id, -5, { pickup: 'NORTH' }))
  const later = shelf.take('Piranesi')
  work.loans.push(loan(later, 'P0046', -7, 14))
  work.holds.push(hold('H007', IDS.suspended, later.title.title_id, -3, { status: 'suspended' }))
  const laptop = shelf.next('LAPTOP')
  const times = { out_at: `${day(0)} 10:05`, due_at: `${day(0)} 12:05` }
  work.loans.push({
    item_barcode: laptop.barcode,
    patron_id: 'P0047',
    branch_code: laptop.home,
    ...times,
    renewals_count: 0,
  })
}

/** Items that are not simply on the shelf. */
function strays(shelf: Shelf): void {
  for (const status of ['lost', 'missing', 'damaged', 'withdrawn', 'on-order', 'in-process']) {
    shelf.next('BOOK').status = status
    shelf.next('DVD').status = status
  }
  const moving = shelf.take('Corduroy')
  moving.status = 'in-transit'
  moving.at = moving.home === 'NORTH' ? 'MAPLE' : 'NORTH'
}

/** Expired holds on the shelf, and items in transit to Maple Street. */
function shelves(shelf: Shelf, work: Work): void {
  const left = shelf.take('Jane Eyre', 'MAPLE')
  left.status = 'hold-shelf'
  work.holds.push(hold('H008', IDS.late, left.title.title_id, -18, { item: left, expires: -3, status: 'ready' }))
  const coming = shelf.take('The Snowy Day', 'MAPLE')
  coming.status = 'in-transit'
  coming.at = 'NORTH'
}

/** Loans, holds and charges of everybody else. */
function others(people: readonly Person[], shelf: Shelf, chance: Chance, work: Work): void {
  const plain = people.filter((person) => person.shows === '')
  for (let made = 0; made < 60; made += 1) {
    const out = -1 - chance.below(20)
    const kind = chance.pick(['BOOK', 'BOOK', 'BOOK', 'BOOK', 'BOOK', 'PICTURE', 'PICTURE', 'PICTURE', 'CD'])
    work.loans.push(loan(shelf.next(kind), chance.pick(plain).patron_id, out, out + (kind === 'CD' ? 14 : 21)))
  }
  for (let made = 0; made < 12; made += 1) {
    const late = 1 + chance.below(30)
    work.loans.push(loan(shelf.next(chance.pick(['BOOK', 'DVD'])), chance.pick(plain).patron_id, -21 - late, -late))
  }
  for (let made = 0; made < 12; made += 1) {
    const item = shelf.next('BOOK')
    work.loans.push(loan(item, chance.pick(plain).patron_id, -10, 11))
    const pickup = chance.pick(['MAPLE', 'NORTH'])
    work.holds.push(
      hold(`H${101 + made}`, chance.pick(plain).patron_id, item.title.title_id, -1 - chance.below(30), { pickup }),
    )
  }
  for (let made = 0; made < 15; made += 1) {
    const amount = chance.pick(['0.20', '0.60', '1.00', '2.40', '4.00'])
    work.charges.push(
      charge(`C${101 + made}`, chance.pick(plain).patron_id, 'overdue', -2 - chance.below(90), amount, ''),
    )
  }
}

/** What the library owes: on the account of a patron who owes a fine too, and by check. */
export const CREDITS: readonly CsvRow[] = [
  {
    credit_id: 'K001',
    patron_id: 'P0105',
    credited_at: `${day(-12)} 10:30`,
    amount: '5.50',
    method: 'credit',
    note: 'Lost item found',
  },
  {
    credit_id: 'K002',
    patron_id: 'P0077',
    credited_at: `${day(-7)} 10:30`,
    amount: '12.99',
    method: 'check',
    note: 'Program canceled',
  },
]

export function makeWork(people: readonly Person[], items: readonly Item[], chance: Chance): Work {
  const work: Work = { loans: [], holds: [], charges: [] }
  const shelf = new Shelf(items, chance)
  special(shelf, work)
  returns(shelf, work)
  strays(shelf)
  others(people, shelf, chance, work)
  shelves(shelf, work)
  return work
}
