/** What a drawer should hold, summed quickly, is what all transfers of its entries come to, by whatever entries. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceOf, balancesOf } from '../../../shared/cash/balances.ts'
import { expectedAfter } from '../../../shared/cash/session-entries.ts'
import { grossSum } from '../../../shared/cash/line-sums.ts'
import type { SealedLine, SealedReceipt } from '../../../shared/journal/events/cash.ts'
import type { EventBody } from '../../../shared/journal/event.ts'
import { cashTransfers, type CashEvent } from '../../../shared/journal/fold/cash.ts'
import { REFUND_METHODS, type Account } from '../../../shared/ledger/accounts.ts'
import { REFUND_TENDERS } from '../../../shared/ledger/drawer-acts.ts'

const session_ref = 'D.1.1'
const some = fc.integer({ min: 1, max: 20_000 })
const amount = fc.integer({ min: 0, max: 20_000 })
const fund = fc.constantFrom('fines', 'lost')
const way = fc.constantFrom('in' as const, 'out' as const)
const always = <T>(one: T): fc.Arbitrary<T> => fc.constant(one)

const line: fc.Arbitrary<SealedLine> = fc.oneof(
  fc.record({ of: always('charge' as const), charge_ref: always('D.1.9'), fund, amount_cents: some }),
  fc.record({
    of: always('sale' as const),
    product_code: always('COPY'),
    fund,
    quantity_count: always(1),
    amount_cents: amount,
    tax_cents: fc.integer({ min: 0, max: 500 }),
  }),
  fc.record({
    of: always('credit' as const),
    charge_ref: always('D.1.8'),
    fund: always('credits'),
    amount_cents: some,
  }),
  fc.record({ of: always('held' as const), product_code: always('F'), payee: always('friends'), amount_cents: some }),
)
const lines = fc.array(line, { minLength: 1, maxLength: 4 })

/** A part by check, a part by card, the rest in cash, with change and rounding. */
const receipt: fc.Arbitrary<SealedReceipt> = fc
  .record({ lines, parts: fc.tuple(fc.nat(50), fc.nat(50)), change: amount, by: fc.integer({ min: -2, max: 2 }) })
  .map(({ lines: paid, parts, change, by }) => {
    const due = grossSum(paid)
    const [check, card] = [Math.floor((due * parts[0]) / 100), Math.floor((due * parts[1]) / 100)]
    const cash = due - check - card
    const rounding_cents = cash + by < 0 ? 0 : by
    const others = [
      { tender: 'check' as const, amount_cents: check },
      { tender: 'card' as const, amount_cents: card },
    ].filter(({ amount_cents }) => amount_cents > 0)
    const tendered_cents = cash + rounding_cents + change
    return { lines: paid, in_kind: [], tendered_cents, change_cents: change, rounding_cents, others }
  })

const inSession = always(session_ref)
const receipt_ref = always('D.1.2')
const receipt_number = always(1)
const words = { reason_code: always('WRONG'), approved_by: always('') }
const byTender = fc.record({ cash_cents: amount, checks_cents: amount, card_cents: amount })
const bag = fc.record({
  bag_number: always('77'),
  drawer_cents: amount,
  safe_cents: amount,
  checks_cents: amount,
  pieces: always(null),
})

type Kind = CashEvent['kind']
const bodies: { readonly [One in Kind]?: fc.Arbitrary<Partial<EventBody<One>>> } = {
  'receipt-made': fc.record({
    session_ref: inSession,
    receipt_number,
    receipt,
    others_credit_cents: always(0),
    paper: always(null),
  }),
  'receipt-voided': fc.record({ session_ref: inSession, receipt_ref, receipt_number, receipt, ...words }),
  'refund-paid': fc.record({
    session_ref: inSession,
    receipt_number,
    receipt_ref,
    lines: lines.map((all) => all.map((one) => ({ ...one, line_number: null }))),
    tender: fc.constantFrom(...REFUND_TENDERS),
    due: fc.constantFrom(...REFUND_METHODS),
    paid_cents: amount,
    rounding_cents: fc.integer({ min: -2, max: 2 }),
    ...words,
  }),
  'cash-placed': fc.record({
    session_ref: inSession,
    way,
    place: fc.constantFrom('safe' as const, 'change-fund' as const, 'bank-bag' as const),
    amount_cents: some,
  }),
  'cash-paid': fc.record({ session_ref: inSession, way, fund, amount_cents: some }),
  'drawer-counted': fc.record({ session_ref: inSession, counted_cents: amount, expected_cents: amount }),
  'drawer-unlocked': fc.record({ session_ref: inSession, reason: always('no-sale' as const), amount_cents: amount }),
  'deposit-banked': fc.record({ session_ref: inSession, bag_cents: some, banked_cents: amount }),
  'drawer-closed': fc.record({ session_ref: inSession, expected: byTender, counted: byTender, bag }),
}
const opened = fc.record({
  from_session_ref: fc.constantFrom(null, 'D.1.0'),
  left_cents: amount,
  left_checks_cents: amount,
  counted_cents: amount,
})

function eventOf(seq: number, kind: Kind, body: object): CashEvent {
  const head = { terminal: 'D', epoch: 1, seq, v: 1, at_ms: 0, offset_ms: null, staff: 'RO', branch: 'MAPLE' }
  return { kind, body, head } as CashEvent
}

const later = fc.oneof(
  ...Object.entries(bodies).map(([kind, body]) => body.map((one) => ({ kind: kind as Kind, body: one }))),
)
const session = fc.tuple(opened, fc.array(later, { maxLength: 20 })).map(([first, others]) => {
  return [eventOf(1, 'drawer-opened', first), ...others.map(({ kind, body }, at) => eventOf(at + 2, kind, body))]
})

test('each tender holds what the balances of all transfers say', () => {
  fc.assert(
    fc.property(session, (events) => {
      const balances = balancesOf(events.flatMap((one) => cashTransfers(one)))
      const at = (account: Account): number => balanceOf(balances, account)
      expect(expectedAfter(events)).toEqual({
        cash: at({ account: 'cash', drawer_session_ref: session_ref }),
        check: at({ account: 'checks', drawer_session_ref: session_ref }),
        card: at({ account: 'card-clearing' }),
      })
    }),
    { numRuns: 1000 },
  )
})
