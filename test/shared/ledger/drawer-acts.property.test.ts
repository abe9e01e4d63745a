/** What always holds of a drawer's acts, by whatever day: nothing is made or lost, and the drawer explains itself. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { REFUND_METHODS } from '../../../shared/ledger/accounts.ts'
import { REFUND_TENDERS, transfersOf, type DrawerAct, type Receipt } from '../../../shared/ledger/drawer-acts.ts'
import { balanceOf, balancesOf } from '../../../shared/cash/balances.ts'
import { depositOf, depositTotal } from '../../../shared/cash/deposit.ts'
import { bookEntries } from '../../../shared/cash/general-ledger.ts'
import { PLACE_WAYS, PLACE_WAY_NAMES } from '../../../shared/cash/drawer/place-ways.ts'
import { cents } from '../../../shared/kernel/money.ts'

const SESSION = 'D.1.1'
const amount_cents = fc.integer({ min: 0, max: 20_000 }).map(cents)
const fund = fc.constantFrom('fines', 'lost', 'copies')
const charge_ref = fc.nat(9).map((at) => `D.1.${at}`)
const rounding_cents = fc.integer({ min: -2, max: 2 }).map(cents)

const line = fc.oneof(
  fc.record({ of: fc.constant('charge' as const), charge_ref, fund, amount_cents }),
  fc.record({ of: fc.constant('sale' as const), fund, amount_cents, tax_cents: amount_cents }),
  fc.record({ of: fc.constant('held' as const), payee: fc.constantFrom('friends', 'other library'), amount_cents }),
)

/** A receipt whose tenders pay its lines: a share by check, a share by card, the rest in cash. */
const receipt = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    shares: fc.tuple(fc.nat(100), fc.nat(100)),
    rounding_cents,
  })
  .map(({ lines, shares, rounding_cents: by }): Receipt => {
    const due = lines.reduce((sum, one) => sum + one.amount_cents + (one.of === 'sale' ? one.tax_cents : 0), 0)
    const check = Math.floor((due * shares[0]) / 200)
    const card = Math.floor((due * shares[1]) / 200)
    const remainder = due - check - card
    const rounding = remainder + by < 0 ? 0 : by
    return {
      lines,
      drawer_cents: cents(remainder + rounding),
      rounding_cents: cents(rounding),
      others: [
        { tender: 'check', amount_cents: cents(check) },
        { tender: 'card', amount_cents: cents(card) },
      ],
    }
  })

const act: fc.Arbitrary<DrawerAct> = fc.oneof(
  fc.record({
    act: fc.constant('float-in' as const),
    from: fc.oneof(fc.constant('change-fund' as const), fc.constant({ session_ref: 'D.1.0' })),
    amount_cents,
  }),
  receipt.map((one) => ({ act: 'received' as const, ...one })),
  receipt.map((one) => ({ act: 'voided' as const, receipt: one })),
  fc.record({
    act: fc.constant('refunded' as const),
    lines: fc.record({ of: fc.constant('charge' as const), charge_ref, fund, amount_cents }).map((one) => [one]),
    tender: fc.constantFrom(...REFUND_TENDERS),
    due: fc.constantFrom(...REFUND_METHODS),
    rounding_cents,
  }),
  fc.record({
    act: fc.constant('checks-in' as const),
    session_ref: fc.constant('D.1.0'),
    amount_cents,
  }),
  fc.record({ act: fc.constant('bagged' as const), amount_cents }),
  fc.record({ act: fc.constant('banked' as const), bag_cents: amount_cents, banked_cents: amount_cents }),
  fc.record({ act: fc.constantFrom('paid-in' as const, 'paid-out' as const), fund, amount_cents }),
  fc.record({
    act: fc.constant('placed' as const),
    way: fc.constantFrom('in' as const, 'out' as const),
    place: fc.constantFrom('safe' as const, 'change-fund' as const, 'bank-bag' as const),
    amount_cents,
  }),
  fc.record({ act: fc.constant('checks-deposited' as const), amount_cents }),
  fc.record({
    act: fc.constantFrom('variance' as const, 'checks-variance' as const, 'card-variance' as const),
    amount_cents: fc.integer({ min: -500, max: 500 }).map(cents),
  }),
  fc.record({
    act: fc.constant('card-settled' as const),
    batch_cents: fc.integer({ min: -500, max: 500 }).map(cents),
    settled_cents: fc.integer({ min: -500, max: 500 }).map(cents),
  }),
  fc.record({
    act: fc.constant('place-variance' as const),
    place: fc.constantFrom('safe' as const, 'change-fund' as const),
    is_first: fc.boolean(),
    amount_cents: fc.integer({ min: -500, max: 500 }).map(cents),
  }),
  fc
    .tuple(fc.constantFrom(...PLACE_WAY_NAMES), fc.integer({ min: 1, max: 500 }).map(cents))
    .map(([way, amount_cents]) => ({ act: 'place-moved' as const, ...PLACE_WAYS[way], amount_cents })),
)

/** What an act does to the cash in the drawer, told without accounts. */
function cashBy(one: DrawerAct): number {
  switch (one.act) {
    case 'received':
      return one.drawer_cents
    case 'voided':
      return -one.receipt.drawer_cents
    case 'refunded': {
      const back = one.lines.reduce((sum, line) => sum + line.amount_cents, 0)
      return one.tender === 'cash' ? one.rounding_cents - back : 0
    }
    case 'paid-out':
      return -one.amount_cents
    case 'placed':
      return one.way === 'in' ? one.amount_cents : -one.amount_cents
    case 'checks-deposited':
    case 'checks-in':
    case 'checks-variance':
    case 'card-variance':
    case 'bagged':
    case 'banked':
    case 'card-settled':
    case 'place-variance':
    case 'place-moved':
      return 0
    case 'float-in':
    case 'paid-in':
    case 'variance':
      return one.amount_cents
  }
}

test('what the drawer should hold is the sum of what was put in and taken out, after every act', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let wanted = 0
      const transfers = []
      for (const one of acts) {
        wanted += cashBy(one)
        transfers.push(...transfersOf(one, SESSION))
        const balances = balancesOf(transfers)
        expect(balanceOf(balances, { account: 'cash', drawer_session_ref: SESSION })).toBe(wanted)
      }
    }),
  )
})

test('all accounts together come to nothing, and so do the books with what is still on its way', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const transfers = acts.flatMap((one) => transfersOf(one, SESSION))
      expect([...balancesOf(transfers).values()].reduce<number>((sum, one) => sum + one, 0)).toBe(0)
      const { entries, passing_cents } = bookEntries(transfers)
      expect(entries.reduce<number>((sum, one) => sum + one.amount_cents, passing_cents)).toBe(0)
    }),
  )
})

test('a receipt and its void are nothing in every account', () => {
  fc.assert(
    fc.property(receipt, (one) => {
      const both: readonly DrawerAct[] = [
        { act: 'received', ...one },
        { act: 'voided', receipt: one },
      ]
      const balances = balancesOf(both.flatMap((each) => transfersOf(each, SESSION)))
      expect([...balances.values()].filter((sum) => sum !== 0)).toEqual([])
    }),
  )
})

test('a check stays a check, and a card never touches the drawer', () => {
  fc.assert(
    fc.property(receipt, (one) => {
      const balances = balancesOf(transfersOf({ act: 'received', ...one }, SESSION))
      const of = (tender: string) => one.others.find((other) => other.tender === tender)?.amount_cents
      expect(balanceOf(balances, { account: 'checks', drawer_session_ref: SESSION })).toBe(of('check'))
      expect(balanceOf(balances, { account: 'card-clearing' })).toBe(of('card'))
    }),
  )
})

test('what is deposited is what the drawer holds, but for what went to or came from another place', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const transfers = acts.flatMap((one) => transfersOf(one, SESSION))
      const deposit = depositOf(transfers)
      const moved = transfers.filter((one) => one.code === 'placed')
      const holds = (account: 'cash' | 'checks', of: typeof transfers) =>
        balanceOf(balancesOf(of), { account, drawer_session_ref: SESSION })
      for (const account of ['cash', 'checks'] as const) {
        expect(depositTotal(deposit[account])).toBe(holds(account, transfers) - holds(account, moved))
        const lines = deposit.lines.reduce((sum, one) => sum + one[`${account}_cents`], 0)
        expect(lines).toBe(depositTotal(deposit[account]))
      }
    }),
  )
})
