/** What a find changes, over random charges: as much as was decided, and nothing is owed that is due back as well. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents } from '../../../shared/kernel/money.ts'
import { posted } from '../../../shared/ledger/accounts.ts'
import { charged, chargeState, type ChargeState } from '../../../shared/ledger/charge.ts'
import { settleFound } from '../../../shared/ledger/settle-found.ts'

const KINDS = ['lost', 'processing', 'overdue'] as const
const AMOUNT_MAX = 3_000

const share = fc.integer({ min: 0, max: 100 })
const charge = fc.record({
  kind: fc.constantFrom(...KINDS),
  amount: fc.integer({ min: 1, max: AMOUNT_MAX }),
  paid: share,
})

function made(list: readonly { kind: string; amount: number; paid: number }[], loan: number): ChargeState[] {
  return list.map(({ kind, amount, paid }, index) => {
    const owed_cents = cents(amount - Math.trunc((amount * paid) / 100))
    const amount_cents = cents(amount)
    return chargeState(
      { charge_ref: `D.${loan}.${index}`, kind, amount_cents, owed_cents, refund_due_cents: cents(0) },
      [],
    )
  })
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0)
const net = (states: readonly ChargeState[]): number => sum(states.map((one) => one.owed_cents - one.refund_due_cents))

const finds = fc.record({
  charges: fc.array(charge, { maxLength: 5 }).map((list) => made(list, 1)),
  others: fc.array(charge, { maxLength: 3 }).map((list) => made(list, 2)),
  off: fc.constantFrom('lost', 'processing', 'overdue'),
  off_share: share,
  on_cents: fc.integer({ min: 0, max: AMOUNT_MAX }),
  applied_to_owed_cents: fc.integer({ min: 0, max: AMOUNT_MAX }),
  refund_method: fc.constantFrom('credit', 'drawer', 'check'),
})

test('comes to what was decided', () => {
  fc.assert(
    fc.property(finds, ({ charges, others, off, off_share, on_cents, applied_to_owed_cents, refund_method }) => {
      const worth = sum(charges.filter((one) => one.kind === off).map((one) => one.worth_cents))
      const less = Math.trunc((worth * off_share) / 100)
      const isOn = off !== 'overdue' && on_cents > 0
      const changes = [
        ...(less > 0 ? [{ kind: off, change_cents: -less, code: 'found' as const }] : []),
        ...(isOn ? [{ kind: 'overdue', change_cents: on_cents, code: 'found' as const }] : []),
      ]
      const asked = {
        charges,
        others,
        changes,
        applied_to_owed_cents,
        refund_method,
        new_fine_ref: 'D.3.0',
      }
      const { transfers, charge_cents } = settleFound(asked)
      const fines =
        charge_cents > 0 ? [charged({ charge_ref: 'D.3.0', kind: 'overdue', amount_cents: charge_cents }).state] : []
      const loans = [...charges, ...fines]
      const after = [...loans, ...others].map((one) => {
        const { charge_ref, kind, amount_cents } = one
        const balances = transfers.reduce((all, each) => posted(all, each, charge_ref), one.balances)
        return { ...one, charge_ref, kind, amount_cents, balances, owed: balances.receivable }
      })
      const due = (one: (typeof after)[number]): number =>
        -sum([one.balances['refund-due-credit'], one.balances['refund-due-drawer'], one.balances['refund-due-check']])
      const total = sum(after.map((one) => one.owed - due(one)))
      expect(total).toBe(net([...charges, ...others]) - less + (isOn ? on_cents : 0))
      const ours = after.slice(0, loans.length)
      expect(ours.some((one) => one.owed > 0) && ours.some((one) => due(one) > 0)).toBe(false)
      const paidElsewhere = net(others) - sum(after.slice(loans.length).map((one) => one.owed))
      expect(paidElsewhere).toBeLessThanOrEqual(applied_to_owed_cents)
      if (changes.length === 0) expect(transfers).toEqual([])
    }),
  )
})

test('what is put on goes to the fines it was, and only what they cannot bear is charged again', () => {
  const [fine] = made([{ kind: 'overdue', amount: 500, paid: 0 }], 1)
  const { charge_cents, transfers } = settleFound({
    charges: fine ? [fine] : [],
    others: [],
    changes: [{ kind: 'overdue', change_cents: 200, code: 'found' }],
    applied_to_owed_cents: 0,
    refund_method: 'credit',
    new_fine_ref: 'D.3.0',
  })
  expect(charge_cents).toBe(200)
  expect(transfers).toEqual([])
})

test('what was paid for the item pays the fine that the find makes longer, by every refund method', () => {
  for (const method of ['credit', 'drawer', 'check'] as const) {
    const [bill] = made([{ kind: 'lost', amount: 2_000, paid: 100 }], 1)
    const [other] = made([{ kind: 'manual', amount: 700, paid: 0 }], 2)
    for (const applied_to_owed_cents of [0, 700]) {
      const { charge_cents, transfers } = settleFound({
        charges: bill ? [bill] : [],
        others: other ? [other] : [],
        changes: [
          { kind: 'lost', change_cents: -2_000, code: 'found' },
          { kind: 'overdue', change_cents: 500, code: 'found' },
        ],
        applied_to_owed_cents,
        refund_method: method,
        new_fine_ref: 'D.3.0',
      })
      expect(charge_cents).toBe(500)
      const paid = (by: string): number =>
        sum(
          transfers.flatMap(({ credit, amount_cents }) =>
            'charge_ref' in credit && credit.charge_ref === by ? [amount_cents] : [],
          ),
        )
      expect([paid('D.3.0'), paid('D.2.0')], method).toEqual([500, applied_to_owed_cents])
    }
  }
})
