/** What a charge's transfers leave: what the bill canceled, what a person let off, and what may still be undone. */
import { describe, expect, test } from 'vitest'
import { cents } from '../../shared/kernel/money.ts'
import { mirrored, type ChargeAccount, type Transfer, type ChargeCode } from '../../shared/ledger/accounts.ts'
import {
  canceledCents,
  restored,
  chargeState,
  undone,
  waivedCents,
  type ChargeState,
} from '../../shared/ledger/charge.ts'
import { dollars } from '../support/policy-made.ts'

type Entry = Transfer & { readonly of: string | null }
const NAME = 'D.1.1'

function entry(code: ChargeCode, amount: number, debit: ChargeAccount, credit: ChargeAccount): Entry {
  const of = (account: ChargeAccount) => ({ account, charge_ref: NAME })
  return { code, amount_cents: dollars(amount), debit: of(debit), credit: of(credit), fund: 'fines', of: null }
}

function takenBack(done: Entry): Entry {
  return { ...mirrored(done), of: 'D.1.9' }
}

const FINE = entry('charged', 5, 'receivable', 'income')
const BILLED = entry('billed', 5, 'canceled', 'receivable')
const BY_HAND = entry('voided', 5, 'income', 'receivable')
const WAIVED = entry('waived', 2, 'waived', 'receivable')
const BACK = entry('restored', 5, 'receivable', 'canceled')

function after(entries: readonly Entry[], amount = 5): ChargeState {
  const row = { charge_ref: NAME, kind: 'overdue', amount_cents: dollars(amount) }
  return chargeState({ ...row, owed_cents: dollars(0), refund_due_cents: dollars(0) }, entries)
}

describe('what the bill for a lost item canceled of its fine', () => {
  test.each<[string, Entry[], number]>([
    ['nothing yet', [FINE], 0],
    ['the whole fine', [FINE, BILLED], 5],
    ['a person took it off: that is no canceling', [FINE, BY_HAND], 0],
    ['a person let it off', [FINE, WAIVED], 0],
    ['the item came back and the fine too', [FINE, BILLED, BACK], 0],
    ['came back with a part of it', [FINE, BILLED, entry('restored', 2, 'receivable', 'canceled')], 3],
    ['came back, and that was undone', [FINE, BILLED, BACK, takenBack(BACK)], 5],
    ['the bill was undone', [FINE, BILLED, takenBack(BILLED)], 0],
    ['something else was undone', [FINE, BILLED, WAIVED, takenBack(WAIVED)], 5],
    ['what a person took off was put back: the bill stands', [FINE, BILLED, BY_HAND, takenBack(BY_HAND)], 5],
    ['billed, back, billed again', [FINE, BILLED, BACK, entry('billed', 4, 'canceled', 'receivable')], 4],
    ['more came back than was canceled', [FINE, entry('restored', 5, 'receivable', 'income'), BILLED], 5],
  ])('%s', (_, entries, wanted) => {
    expect(canceledCents(after(entries))).toBe(dollars(wanted))
  })

  test('comes back before anything else that was taken off', () => {
    const { state } = restored(after([FINE, entry('billed', 3, 'canceled', 'receivable'), WAIVED]), 400)
    expect([canceledCents(state), waivedCents(state), state.owed_cents]).toEqual([0, 200, 400])
  })
})

describe('what a person let off and is not charged again', () => {
  const applied = entry('applied', 2, 'refund-due-credit', 'receivable')
  test.each<[string, Entry[], number]>([
    ['nothing', [FINE], 0],
    ['two dollars', [FINE, WAIVED], 2],
    ['twice', [FINE, WAIVED, entry('waived', 1, 'waived', 'receivable')], 3],
    ['two dollars, taken back', [FINE, WAIVED, takenBack(WAIVED)], 0],
    ['two dollars, and a payment undone', [FINE, WAIVED, applied, takenBack(applied)], 2],
    ['what the bill canceled is not let off', [FINE, BILLED], 0],
    ['what the rules of a return take off is not let off', [FINE, entry('amnesty', 5, 'income', 'receivable')], 0],
  ])('%s', (_, entries, wanted) => {
    expect(waivedCents(after(entries))).toBe(dollars(wanted))
  })
})

describe('a transfer of a ten dollar charge undone', () => {
  const WAIVED_FOUR = entry('waived', 4, 'waived', 'receivable')
  const DUE_BACK = entry('found', 3, 'income', 'refund-due-drawer')
  const RESTORED = entry('restored', 4, 'receivable', 'income')

  /** As its row has it, after these transfers and what was paid besides. */
  function state(owed: number, refund: number, entries: readonly Entry[]): ChargeState {
    const row = { charge_ref: NAME, kind: 'lost', amount_cents: dollars(10) }
    return chargeState({ ...row, owed_cents: dollars(owed), refund_due_cents: dollars(refund) }, entries)
  }

  test.each<[string, ChargeState, Transfer, string]>([
    ['let off, nothing since', state(6, 0, [WAIVED_FOUR]), WAIVED_FOUR, 'worth 10, owed 10, back 0'],
    ['let off, two paid since', state(4, 0, [WAIVED_FOUR]), WAIVED_FOUR, 'worth 10, owed 8, back 0'],
    ['taken off what was paid', state(0, 3, [DUE_BACK]), DUE_BACK, 'worth 10, owed 0, back 0'],
    ['taken off, and the money has gone back since', state(0, 0, [DUE_BACK]), DUE_BACK, 'in the way'],
    ['charged what it was made for', state(8, 0, [WAIVED_FOUR, RESTORED]), WAIVED_FOUR, 'in the way'],
    ['owed and to go back at once', state(0, 3, [WAIVED_FOUR, DUE_BACK]), WAIVED_FOUR, 'in the way'],
    ['restored, and paid since', state(1, 0, [BY_HAND, RESTORED]), RESTORED, 'in the way'],
    [
      'restored, and paid to the last cent but that',
      state(4, 0, [BY_HAND, RESTORED]),
      RESTORED,
      'worth 5, owed 0, back 0',
    ],
  ])('%s', (_, now, done, wanted) => {
    const found = undone([now], done)
    const [then] = found?.states ?? []
    const told =
      then && `worth ${then.worth_cents / 100}, owed ${then.owed_cents / 100}, back ${then.refund_due_cents / 100}`
    expect(told ?? 'in the way').toBe(wanted)
    if (found) expect(found.transfer).toEqual(mirrored(done))
  })

  test('of two charges: what one had paid of the other goes back to it, both or none', () => {
    const setOff = entry('applied', 2, 'refund-due-drawer', 'receivable')
    const owing = { ...setOff, credit: { account: 'receivable', charge_ref: 'D.1.2' } as const }
    const giver = state(0, 1, [DUE_BACK, owing])
    const row = { charge_ref: 'D.1.2', kind: 'card', amount_cents: dollars(5), refund_due_cents: dollars(0) }
    const taker = chargeState({ ...row, owed_cents: dollars(3) }, [owing])
    const states = undone([giver, taker], owing)?.states
    expect(states?.map((one) => [one.owed_cents, one.refund_due_cents])).toEqual([
      [0, 300],
      [500, 0],
    ])
    const overpaid = chargeState({ ...row, owed_cents: cents(400) }, [owing])
    expect(undone([giver, overpaid], owing)).toBeNull()
  })
})

test('a refund that was paid back is not undone for one that is still due by another method', () => {
  const byCredit = entry('found', 1, 'income', 'refund-due-credit')
  const byCheck = entry('found', 1, 'income', 'refund-due-check')
  const drawer = { account: 'cash', drawer_session_ref: 'D.1.0' } as const
  const paidBack: Entry = { ...byCredit, code: 'paid-back', debit: byCredit.credit, credit: drawer }
  const row = { charge_ref: NAME, kind: 'lost', amount_cents: dollars(5) }
  const sums = { owed_cents: dollars(0), refund_due_cents: dollars(1) }
  const now = chargeState({ ...row, ...sums }, [FINE, byCredit, paidBack, byCheck])
  expect(undone([now], byCredit)).toBeNull()
  expect(undone([now], byCheck)?.states).toMatchObject([{ refund_due_cents: 0, worth_cents: 400 }])
})
