/** Random acts of a day at two drawers: what two clerks do, in an order that nobody would choose. */
import fc from 'fast-check'
import type { Clerk, ProductMade } from './lines.ts'

export const DRAWERS = ['DRAWER-A', 'DRAWER-B'] as const

export const PRODUCTS: readonly ProductMade[] = [
  { code: 'COPY', price: 10, tax_bp: 0, fund: 'copies', payee: '' },
  { code: 'TOTE', price: 1199, tax_bp: 825, fund: 'shop', payee: '' },
  { code: 'PRINT', price: null, tax_bp: 1000, fund: 'copies', payee: '' },
  { code: 'GIFT', price: null, tax_bp: 0, fund: 'donations', payee: '' },
  { code: 'MUGS', price: null, tax_bp: 0, fund: '', payee: 'Friends' },
]

const is = <Name extends string>(name: Name): fc.Arbitrary<Name> => fc.constant(name)
const at = fc.nat({ max: 1000 })
const drawer = fc.constantFrom<(typeof DRAWERS)[number]>(...DRAWERS)
const amount = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 15_000 }))
/** Of what is there, in percent; above 100 is more than there is. */
const percent = fc.oneof(
  { weight: 4, arbitrary: fc.constant(100) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 100 }) },
  { weight: 1, arbitrary: fc.integer({ min: 101, max: 130 }) },
)

/** More or less than there should be: nothing, cents, what takes a note, what takes a second person. */
const off = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -3000, max: 3000 }),
  fc.constantFrom(1, -1, 999, -1000, -2499, 2500),
)
/** What is said of a difference. */
const says = fc.oneof(
  { weight: 5, arbitrary: is('all') },
  { weight: 1, arbitrary: fc.constantFrom('nothing', 'reason') },
)
const rarely = fc.nat({ max: 3 }).map((one) => one === 0)

const payment = fc.record({
  charges: fc.array(fc.record({ at, percent: fc.option(percent) }), { maxLength: 3 }),
  /** Of the charges, in percent. */
  pay: fc.option(percent, { freq: 4 }),
  sales: fc.array(
    fc.record({ at, quantity: fc.integer({ min: 1, max: 30 }), price: fc.option(fc.integer({ min: 1, max: 3000 })) }),
    { maxLength: 2 },
  ),
  checks: fc.option(percent, { freq: 2 }),
  card: fc.option(percent, { freq: 2 }),
  /** What the card leaves of it, in cents, whatever its percent: rounding may take it to nothing. */
  leaves: fc.nat({ max: 11 }).map((one) => (one === 1 || one === 2 ? one : null)),
  /** More or less than the rest of it. */
  cash: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 2000 }) },
    { weight: 1, arbitrary: fc.integer({ min: -30, max: 30 }) },
  ),
  is_exact_possible: fc.boolean(),
  /** Pieces of food, the patron's credit in percent of what is owed, and whether the change stays on the account. */
  goods: fc.option(fc.integer({ min: 1, max: 12 }), { freq: 2 }),
  credit: fc.option(percent, { freq: 2 }),
  keeps: fc.nat({ max: 2 }).map((one) => one === 0),
})

export type PaymentMade = typeof payment extends fc.Arbitrary<infer One> ? One : never

const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: is('open'), drawer, amount: fc.nat({ max: 20_000 }), off, says }) },
  { weight: 3, arbitrary: fc.record({ act: is('charge'), amount }) },
  { weight: 1, arbitrary: fc.record({ act: is('waive'), at, percent }) },
  { weight: 12, arbitrary: fc.record({ act: is('pay'), drawer, payment }) },
  { weight: 3, arbitrary: fc.record({ act: is('void'), at }) },
  {
    weight: 4,
    arbitrary: fc.record({
      act: is('refund'),
      drawer,
      at,
      line: fc.nat({ max: 4 }),
      percent,
      tender: fc.constantFrom('cash', 'cash', 'card', 'office-check'),
      is_exact_possible: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: is('place'),
      drawer,
      way: fc.constantFrom('in', 'out'),
      place: fc.constantFrom('safe', 'change-fund', 'bank-bag'),
      amount,
      bag: at,
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: is('cash'), drawer, way: fc.constantFrom('in', 'out'), amount }) },
  { weight: 1, arbitrary: fc.record({ act: is('change'), drawer, amount }) },
  { weight: 1, arbitrary: fc.record({ act: is('no-sale'), drawer }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: is('count'), drawer, reason: fc.constantFrom('mid-shift', 'surprise'), amount }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      act: is('custody'),
      drawer,
      reason: fc.constantFrom('suspend', 'resume', 'break', 'break', 'back', 'end', 'end', 'end', 'end', 'end'),
      /** For a break. */
      named: fc.constantFrom('', 'rortiz', 'rortiz', 'BC-1', 'BC-1'),
      counted: fc.option(amount, { freq: 6 }),
      is_by_right_hand: rarely.map((one) => !one),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: is('close'),
      drawer,
      /** What was counted more or less than there should be. */
      off,
      says,
      leave: percent,
      safe: fc.option(percent),
      bag: at,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: is('tally'),
      place: fc.constantFrom('safe', 'change-fund'),
      off,
      says,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: is('carry'),
      way: fc.constantFrom('safe-to-bag', 'safe-to-fund', 'fund-to-safe'),
      percent,
      bag: at,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: is('bank'),
      at,
      /** The day of the bank, from today on. */
      in_days: fc.constantFrom(0, 0, 0, 0, 0, -1, 1, 400),
      off: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: off }),
      is_meant: rarely,
      is_by_another: rarely.map((one) => !one),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: is('restart') }) },
)

export type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

/**
 * One in four commands is sent again, as after an answer that was lost; one in four is Ben Cole's. What takes a second
 * person is approved by the other one, mostly.
 */
const sent = fc.record({
  act,
  is_repeated: rarely,
  by: rarely.map((one): Clerk => (one ? 'BC-1' : 'rortiz')),
  is_approved: rarely.map((one) => !one),
})
export type Sent = typeof sent extends fc.Arbitrary<infer One> ? One : never

const first = fc.record({
  act: fc.record({ act: is('open'), drawer, amount: fc.nat({ max: 20_000 }), off, says }),
  is_repeated: fc.constant(false),
  by: fc.constantFrom<Clerk>('rortiz', 'BC-1'),
  is_approved: fc.boolean(),
})

/** A day begins with a float, mostly. */
export const day: fc.Arbitrary<readonly Sent[]> = fc
  .tuple(first, fc.array(sent, { minLength: 4, maxLength: 14 }))
  .map(([opening, acts]) => [opening, ...acts])
