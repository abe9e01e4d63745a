/**
 * Random histories of many charges: every account together comes to nothing, no cent is made or lost, and what is owed,
 * due back and worth is what the former model says, which kept each as a figure of its own.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents } from '../../../shared/kernel/money.ts'
import {
  accountKey,
  REFUND_METHODS,
  refundDue,
  transfer,
  type Account,
  type Transfer,
} from '../../../shared/ledger/accounts.ts'
import { allocate, Book } from '../../../shared/ledger/allocate.ts'
import {
  applied,
  charged,
  paidCents,
  reduced,
  restored,
  chargeState,
  undone,
  waivedCents,
  type ChargeState,
} from '../../../shared/ledger/charge.ts'
import * as former from '../../support/former-charge-ledger.ts'

const AMOUNTS = [900, 2_500, 10_000] as const
const ACTS = ['waived', 'voided', 'found', 'outage', 'billed', 'restore', 'pay', 'pay-back', 'apply', 'undo'] as const

const act = fc.record({
  what: fc.constantFrom(...ACTS),
  at: fc.nat({ max: AMOUNTS.length - 1 }),
  other: fc.nat({ max: AMOUNTS.length - 1 }),
  by: fc.integer({ min: 1, max: 12_000 }),
  method: fc.constantFrom(...REFUND_METHODS),
})
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never

type Done = { readonly transfers: readonly Transfer[]; readonly moves: readonly former.Move[] }
type Entry = Transfer & { readonly of: string | null }

class History {
  readonly now = new Map<string, ChargeState>()
  readonly was = new Map<string, former.ChargeState>()
  readonly entries: Entry[] = []
  readonly formerEntries = new Map<string, former.LedgerEntry[]>()
  readonly undoable: Done[] = []

  constructor() {
    AMOUNTS.forEach((amount, index) => {
      const amount_cents = cents(amount)
      const made = { charge_ref: `D.1.${index + 1}`, kind: 'lost', amount_cents }
      const { state, transfers } = charged(made)
      this.now.set(made.charge_ref, state)
      const before = { ...made, worth_cents: amount_cents, owed_cents: amount_cents, refund_due_cents: cents(0) }
      this.was.set(made.charge_ref, before)
      this.formerEntries.set(made.charge_ref, [{ act: 'charged', reason: '', ...before }])
      this.entries.push(...transfers.map((one) => ({ ...one, of: null })))
    })
  }

  pair(index: number): { readonly now: ChargeState; readonly was: former.ChargeState } {
    const ref = `D.1.${index + 1}`
    const [now, was] = [this.now.get(ref), this.was.get(ref)]
    if (!now || !was) throw new Error(`no charge ${ref}`)
    return { now, was }
  }

  keep(
    states: readonly ChargeState[],
    before: readonly former.ChargeState[],
    done: Done,
    undoneMoves: readonly former.Move[] | null = null,
  ): void {
    for (const state of states) this.now.set(state.charge_ref, state)
    for (const state of before) this.was.set(state.charge_ref, state)
    this.entries.push(...done.transfers.map((one) => ({ ...one, of: undoneMoves ? 'D.1.99' : null })))
    done.moves.forEach((move, index) => {
      const reason = undoneMoves?.[index]?.act ?? ''
      const entry = { act: move.act, amount_cents: move.amount_cents, reason, ...move.after }
      this.formerEntries.get(move.charge_ref)?.push(entry)
    })
    if (!undoneMoves && done.transfers.length > 0) this.undoable.push(done)
  }
}

/** Money over the desk: the former model had no move for it, only what it leaves behind. */
function overTheDesk(history: History, { what, at, by, method }: Act): void {
  const { now, was } = history.pair(at)
  const isIn = what === 'pay'
  const most = isIn ? now.owed_cents : -now.balances[refundDue(method)]
  const amount_cents = cents(Math.min(by, most))
  if (amount_cents === 0) return
  const cash = { account: 'cash', drawer_session_ref: 'D.1.0' } as const
  const account = isIn ? 'receivable' : refundDue(method)
  const ours: Account = { account, charge_ref: now.charge_ref }
  const sides = isIn ? { debit: cash, credit: ours } : { debit: ours, credit: cash }
  const paid: Entry = {
    ...transfer({ ...sides, amount_cents, code: isIn ? 'paid' : 'paid-back', fund: 'lost' }),
    of: null,
  }
  history.entries.push(paid)
  const owed_cents = cents(now.owed_cents - (isIn ? amount_cents : 0))
  const refund_due_cents = cents(now.refund_due_cents - (isIn ? 0 : amount_cents))
  history.now.set(now.charge_ref, chargeState({ ...now, owed_cents, refund_due_cents }, history.entries))
  history.was.set(was.charge_ref, { ...was, owed_cents, refund_due_cents })
  const entry = { act: paid.code, amount_cents, reason: '', owed_cents, refund_due_cents }
  history.formerEntries.get(was.charge_ref)?.push(entry)
}

function setOff(history: History, { at, other, by }: Act): void {
  const [giver, taker] = [history.pair(at), history.pair(other)]
  if (at === other) return
  const then = applied(giver.now, taker.now, by)
  const before = former.applied(giver.was, taker.was, by)
  const moves = [...before.from.moves, ...before.to.moves]
  history.keep([then.giver, then.taker], [before.from.state, before.to.state], { transfers: then.transfers, moves })
}

/** Whether a refund that it made due was paid back since, by that very method. */
function isPaidBack({ now }: History, { transfers }: Done): boolean {
  return transfers.some(({ credit, amount_cents }) => {
    if (!('charge_ref' in credit) || !credit.account.startsWith('refund-due')) return false
    return amount_cents + (now.get(credit.charge_ref)?.balances[credit.account] ?? 0) > 0
  })
}

function undoLast(history: History, { at }: Act): void {
  const index = history.undoable.length - 1 - at
  const done = history.undoable[index]
  if (!done) return
  const now = new Map(history.now)
  const transfers: Transfer[] = []
  let isPossible = true
  for (const one of done.transfers.toReversed()) {
    const back = undone([...now.values()], one)
    isPossible &&= back !== null
    for (const state of back?.states ?? []) now.set(state.charge_ref, state)
    if (back) transfers.push(back.transfer)
  }
  const was = new Map(history.was)
  const moves: former.Move[] = []
  let wasPossible = true
  for (const move of done.moves.toReversed()) {
    const state = was.get(move.charge_ref)
    const back = state ? former.moveUndone(state, move) : null
    wasPossible &&= back !== null
    if (!back) continue
    was.set(move.charge_ref, back.state)
    moves.push(...back.moves)
  }
  // The former model let a charge become worth more than it was made for, or less than nothing, and did not know what a
  // bill had canceled, nor by which method a refund was due: one that was paid back is not undone for another that
  // still is due.
  const isBeyond = [...was.values()].some((one) => one.worth_cents > one.amount_cents || one.worth_cents < 0)
  const isBilled = done.transfers.some((one) => one.code === 'billed')
  if (!isPossible && wasPossible) expect(isBeyond || isBilled || isPaidBack(history, done)).toBe(true)
  else expect(isPossible).toBe(wasPossible)
  if (!isPossible) return
  history.undoable.splice(index, 1)
  history.keep([...now.values()], [...was.values()], { transfers, moves }, done.moves.toReversed())
}

function doOne(history: History, one: Act): void {
  const { now, was } = history.pair(one.at)
  switch (one.what) {
    case 'pay':
    case 'pay-back':
      return overTheDesk(history, one)
    case 'apply':
      return setOff(history, one)
    case 'undo':
      return undoLast(history, one)
    case 'restore': {
      const by = Math.min(one.by, now.amount_cents - now.worth_cents)
      const [then, before] = [restored(now, by), former.restored(was, by)]
      return history.keep([then.state], [before.state], { transfers: then.transfers, moves: before.moves })
    }
    default: {
      // A person waives, and a bill cancels, what is owed; the rest takes off what was paid as well.
      const isOfOwed = one.what === 'waived' || one.what === 'billed'
      const by = Math.min(one.by, isOfOwed ? now.owed_cents : now.worth_cents)
      const act = one.what === 'billed' ? 'voided' : one.what
      const [then, before] = [reduced(now, by, one.what, one.method), former.reduced(was, by, act)]
      return history.keep([then.state], [before.state], { transfers: then.transfers, moves: before.moves })
    }
  }
}

function lived(acts: readonly Act[]): History {
  const history = new History()
  for (const one of acts) doOne(history, one)
  return history
}

// Lived within the property, not while it is generated: else a failure there is reported without its seed.
const histories = fc.array(act, { maxLength: 40 })

describe('over random histories', () => {
  test('owed, due back, worth, paid and waived agree with the former model', () => {
    fc.assert(
      fc.property(histories, (acts) => {
        const history = lived(acts)
        for (const [ref, now] of history.now) {
          const was = history.was.get(ref)
          if (!was) throw new Error(`no charge ${ref}`)
          const entries = history.formerEntries.get(ref) ?? []
          expect([now.owed_cents, now.refund_due_cents, now.worth_cents]).toEqual([
            was.owed_cents,
            was.refund_due_cents,
            was.worth_cents,
          ])
          expect(paidCents(now)).toBe(former.paidCents(was))
          expect(waivedCents(now)).toBe(former.waivedCents(entries))
          expect(now.worth_cents).toBe(former.worthAfter(now.amount_cents, entries))
        }
      }),
      { numRuns: 400 },
    )
  })

  test('all accounts come to nothing, and what lies in the drawer is what was paid', () => {
    fc.assert(
      fc.property(histories, (acts) => {
        const { entries, now } = lived(acts)
        const sums = new Map<string, number>()
        for (const { debit, credit, amount_cents } of entries) {
          sums.set(accountKey(debit), (sums.get(accountKey(debit)) ?? 0) + amount_cents)
          sums.set(accountKey(credit), (sums.get(accountKey(credit)) ?? 0) - amount_cents)
        }
        expect([...sums.values()].reduce((sum, one) => sum + one, 0)).toBe(0)
        const paid = [...now.values()].reduce((sum, one) => sum + paidCents(one), 0)
        expect(sums.get('cash D.1.0') ?? 0).toBe(paid)
        for (const state of now.values()) {
          const { charge_ref, balances } = state
          for (const [account, held] of Object.entries(balances)) {
            expect(sums.get(`${account} ${charge_ref}`) ?? 0).toBe(held)
          }
          expect(chargeState(state, entries)).toEqual(state)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('a charge stays between zero and what it was made for, and never owes and is owed at the same time', () => {
    fc.assert(
      fc.property(histories, (acts) => {
        const { now } = lived(acts)
        for (const state of now.values()) {
          const { owed_cents, refund_due_cents, worth_cents, amount_cents } = state
          expect(Math.min(owed_cents, refund_due_cents, worth_cents, paidCents(state))).toBeGreaterThanOrEqual(0)
          expect(Math.max(owed_cents, worth_cents)).toBeLessThanOrEqual(amount_cents)
          expect(owed_cents > 0 && refund_due_cents > 0).toBe(false)
        }
      }),
    )
  })

  test('undone one by one, newest first, everything is as it was', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const history = lived(acts.filter(({ what }) => what !== 'pay' && what !== 'pay-back' && what !== 'undo'))
        let count = history.undoable.length
        while (count > 0) {
          undoLast(history, { what: 'undo', at: 0, other: 0, by: 1, method: 'credit' })
          expect(history.undoable).toHaveLength(count - 1)
          count -= 1
        }
        expect([...history.now.values()]).toEqual([...new History().now.values()])
      }),
    )
  })
})

test('what goes back pays what is owed: the first pays first, the first is paid first, no cent is made or lost', () => {
  const sums = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(sums, sums, fc.integer({ min: 0, max: 9_000 }), (back, owed, most) => {
      const made = (amount: number, ref: string) => ({ charge_ref: ref, kind: 'lost', amount_cents: cents(amount) })
      const givers = back.map((amount, index) => {
        const paid = chargeState(
          { ...made(amount, `D.1.${index}`), owed_cents: cents(0), refund_due_cents: cents(0) },
          [],
        )
        return reduced(paid, amount, 'found', 'drawer').state
      })
      const takers = owed.map((amount, index) => charged(made(amount, `D.2.${index}`)).state)
      const book = new Book([...givers, ...takers])
      const refs = (states: readonly ChargeState[]) => states.map((one) => one.charge_ref)
      const paid = allocate(book, { givers: refs(givers), takers: refs(takers) }, most)
      const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total + one, 0)
      expect(paid).toBe(Math.min(sum(back), sum(owed), most))
      expect(sum(book.transfers.map((one) => one.amount_cents))).toBe(paid)
      const left = book.states.slice(back.length).map((one) => one.owed_cents as number)
      const firstOwing = left.findIndex((amount) => amount > 0)
      // Whoever comes after the first that still owes has been paid nothing.
      if (firstOwing >= 0) expect(left.slice(firstOwing + 1)).toEqual(owed.slice(firstOwing + 1))
    }),
  )
})
