/**
 * Whatever is done to a charge, in whatever order: nothing below nought, never more than it was made for, no cent lost,
 * and undoing everything restores everything.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applied,
  moveUndone,
  paidCents,
  reduced,
  restored,
  worthAfter,
  type ChargeState,
  type LedgerEntry,
  type Move,
} from '../../../shared/circulation/charge-ledger.ts'
import { cents } from '../../../shared/kernel/money.ts'

function made(amount: number, charge_ref = 'D.1.1'): ChargeState {
  const amount_cents = cents(amount)
  const none = cents(0)
  return {
    charge_ref,
    kind: 'lost',
    amount_cents,
    worth_cents: amount_cents,
    owed_cents: amount_cents,
    refund_due_cents: none,
  }
}

function entryOf(move: Move, reason = ''): LedgerEntry {
  return { why: move.why, amount_cents: move.amount_cents, reason, ...move.after }
}

/** A drawer takes money: no move of the ledger's, only what it leaves behind. */
function paid(state: ChargeState, by: number): { readonly state: ChargeState; readonly entry: LedgerEntry } | null {
  const amount = Math.min(by, state.owed_cents)
  if (amount === 0) return null
  const after = { owed_cents: cents(state.owed_cents - amount), refund_due_cents: state.refund_due_cents }
  return { state: { ...state, ...after }, entry: { why: 'paid', amount_cents: cents(amount), reason: '', ...after } }
}

const act = fc.record({
  what: fc.constantFrom('waive', 'void', 'restore', 'pay', 'apply'),
  by: fc.integer({ min: 0, max: 12_000 }),
})

type Ledger = { state: ChargeState; other: ChargeState; entries: LedgerEntry[]; moves: Move[] }

function run(amount: number, acts: readonly { what: string; by: number }[]): Ledger {
  const ledger: Ledger = { state: made(amount), other: made(5_000, 'D.1.2'), entries: [], moves: [] }
  const keep = (moves: readonly Move[], state: ChargeState): void => {
    ledger.state = state
    ledger.moves.push(...moves)
    ledger.entries.push(...moves.map((move) => entryOf(move)))
  }
  for (const { what, by } of acts) {
    const { state } = ledger
    if (what === 'pay') {
      const taken = paid(state, by)
      if (taken) {
        ledger.state = taken.state
        ledger.entries.push(taken.entry)
      }
    } else if (what === 'restore') {
      const done = restored(state, Math.min(by, state.amount_cents - state.worth_cents))
      keep(done.moves, done.state)
    } else if (what === 'apply') {
      const both = applied(state, ledger.other, by)
      keep(both.from.moves, both.from.state)
      ledger.other = both.to.state
    } else {
      const done = reduced(state, Math.min(by, state.worth_cents), what === 'waive' ? 'waived' : 'voided')
      keep(done.moves, done.state)
    }
  }
  return ledger
}

const amounts = fc.integer({ min: 1, max: 10_000 })

describe('a charge', () => {
  test('stays between nought and what it was made for, and worth = owed + paid - what goes back', () => {
    fc.assert(
      fc.property(amounts, fc.array(act, { maxLength: 25 }), (amount, acts) => {
        const { state } = run(amount, acts)
        const { owed_cents, refund_due_cents, worth_cents } = state
        expect(Math.min(owed_cents, refund_due_cents, worth_cents, paidCents(state))).toBeGreaterThanOrEqual(0)
        expect(Math.max(owed_cents, worth_cents)).toBeLessThanOrEqual(amount)
        expect(owed_cents > 0 && refund_due_cents > 0).toBe(false)
        expect(owed_cents - refund_due_cents + paidCents(state)).toBe(worth_cents)
      }),
    )
  })

  test('is worth what its entries add up to', () => {
    fc.assert(
      fc.property(amounts, fc.array(act, { maxLength: 25 }), (amount, acts) => {
        const { state, entries } = run(amount, acts)
        const start: LedgerEntry = { why: 'charged', reason: '', ...made(amount) }
        expect(worthAfter(cents(amount), [start, ...entries])).toBe(state.worth_cents)
        const last = entries.at(-1)
        if (last) expect([last.owed_cents, last.refund_due_cents]).toEqual([state.owed_cents, state.refund_due_cents])
      }),
    )
  })

  test('what goes back of one pays another: no cent is made or lost', () => {
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 0, max: 12_000 }), (one, two, by) => {
        const from = reduced({ ...made(one), owed_cents: cents(0) }, one, 'found').state
        const to = made(two, 'D.1.2')
        const both = applied(from, to, by)
        const net = (state: ChargeState): number => state.owed_cents - state.refund_due_cents
        expect(net(both.from.state) + net(both.to.state)).toBe(net(from) + net(to))
        expect(paidCents(both.from.state) + paidCents(both.to.state)).toBe(paidCents(from) + paidCents(to))
      }),
    )
  })

  test('undone move by move, newest first, is as it was, and its entries say so too', () => {
    const free = act.filter((one) => one.what !== 'pay')
    fc.assert(
      fc.property(amounts, fc.array(free, { maxLength: 20 }), (amount, acts) => {
        const { state, moves, entries } = run(amount, acts)
        let now = state
        for (const move of moves.toReversed()) {
          const undone = moveUndone(now, move)
          expect(undone).not.toBeNull()
          if (!undone) return
          entries.push(...undone.moves.map((one) => entryOf(one, move.why)))
          now = undone.state
        }
        expect(now).toEqual(made(amount))
        const start: LedgerEntry = { why: 'charged', reason: '', ...made(amount) }
        expect(worthAfter(cents(amount), [start, ...entries])).toBe(amount)
      }),
    )
  })

  test('a waiver that was paid over since is not undone into owing more than it was made for', () => {
    const first = reduced(made(1_000), 400, 'waived')
    const [waived] = first.moves
    const back = restored(first.state, 400)
    expect(waived && moveUndone(back.state, waived)).toBeNull()
  })
})
