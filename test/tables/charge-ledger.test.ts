/** What a charge's history leaves: what the bill cancelled, what a person let off, and what may still be undone. */
import { describe, expect, test } from 'vitest'
import {
  cancelledCents,
  moveUndone,
  waivedCents,
  type ChargeState,
  type LedgerEntry,
  type Move,
} from '../../shared/circulation/charge-ledger.ts'
import { cents } from '../../shared/kernel/money.ts'
import { dollars } from '../support/policy-made.ts'

/** An entry as the history has it: what moved, how much, and the reason a person gave or what was undone. */
function entry(why: string, amount: number, reason = ''): LedgerEntry {
  return { why, amount_cents: dollars(amount), reason, owed_cents: cents(0), refund_due_cents: cents(0) }
}

const FINE = entry('charged', 5)
const BILLED = entry('voided', 5)
const BY_HAND = entry('voided', 5, 'library-error')

describe('what the bill for a lost item cancelled of its fine', () => {
  test.each<[string, LedgerEntry[], number]>([
    ['nothing yet', [FINE], 0],
    ['the whole fine', [FINE, BILLED], 5],
    ['a person took it off: that is no cancelling', [FINE, BY_HAND], 0],
    ['a person let it off', [FINE, entry('waived', 5, 'first-time')], 0],
    ['a person let off what needs no reason', [FINE, entry('waived', 5)], 0],
    ['the item came back and the fine too', [FINE, BILLED, entry('restored', 5)], 0],
    ['came back with a part of it', [FINE, BILLED, entry('restored', 2)], 3],
    ['came back, and that was undone', [FINE, BILLED, entry('restored', 5), entry('undone', 5, 'restored')], 5],
    ['the bill was undone', [FINE, BILLED, entry('undone', 5, 'voided')], 0],
    ['something else was undone', [FINE, BILLED, entry('undone', 5, 'waived')], 5],
    ['billed, back, billed again', [FINE, BILLED, entry('restored', 5), entry('voided', 4)], 4],
    ['more came back than was cancelled: never below nothing', [FINE, entry('restored', 5), BILLED], 5],
  ])('%s', (_, entries, wanted) => {
    expect(cancelledCents(entries)).toBe(dollars(wanted))
  })
})

describe('what a person let off and is not charged again', () => {
  const waived = entry('waived', 2, 'first-time')
  test.each<[string, LedgerEntry[], number]>([
    ['nothing', [FINE], 0],
    ['two dollars', [FINE, waived], 2],
    ['twice', [FINE, waived, entry('waived', 1, 'hardship')], 3],
    ['two dollars, taken back', [FINE, waived, entry('undone', 2, 'waived')], 0],
    ['two dollars, and a payment undone', [FINE, waived, entry('undone', 2, 'applied')], 2],
    ['what the bill cancelled is not let off', [FINE, BILLED], 0],
    ['undone before it was done: never below nothing', [FINE, entry('undone', 2, 'waived'), waived], 2],
  ])('%s', (_, entries, wanted) => {
    expect(waivedCents(entries)).toBe(dollars(wanted))
  })
})

describe('a move of a ten dollar charge undone', () => {
  const state = (worth: number, owed: number, refund: number): ChargeState => ({
    charge_ref: 'D.1.1',
    kind: 'lost',
    amount_cents: dollars(10),
    worth_cents: dollars(worth),
    owed_cents: dollars(owed),
    refund_due_cents: dollars(refund),
  })
  const balance = (owed: number, refund = 0) => ({ owed_cents: dollars(owed), refund_due_cents: dollars(refund) })
  const move = (why: Move['why'], before: [number, number], after: [number, number]) => {
    return { why, before: balance(...before), after: balance(...after) }
  }
  const waivedFour = move('waived', [10, 0], [6, 0])
  const dueBack = move('refund-due', [0, 0], [0, 3])
  const setOff = move('applied', [0, 3], [0, 1])

  test.each<[string, ChargeState, ReturnType<typeof move>, string]>([
    ['let off, nothing since', state(6, 6, 0), waivedFour, 'worth 10, owed 10, back 0'],
    ['let off, two paid since', state(6, 4, 0), waivedFour, 'worth 10, owed 8, back 0'],
    ['taken off what was paid', state(7, 0, 3), dueBack, 'worth 10, owed 0, back 0'],
    ['two of what goes back paid another charge', state(7, 0, 1), setOff, 'worth 7, owed 0, back 3'],
    ['taken off, and the money has gone back since', state(7, 0, 0), dueBack, 'in the way'],
    ['charged more than it was made for', state(8, 8, 0), waivedFour, 'in the way'],
    ['owed and to go back at once', state(7, 0, 3), waivedFour, 'in the way'],
    ['restored, and paid since', state(10, 1, 0), move('restored', [6, 0], [10, 0]), 'in the way'],
    [
      'restored to its last cent, and paid so far',
      state(10, 4, 0),
      move('restored', [6, 0], [10, 0]),
      'worth 6, owed 0, back 0',
    ],
  ])('%s', (_, now, undone, wanted) => {
    const found = moveUndone(now, undone)
    const { worth_cents, owed_cents, refund_due_cents } = found?.state ?? state(0, 0, 0)
    const told = `worth ${worth_cents / 100}, owed ${owed_cents / 100}, back ${refund_due_cents / 100}`
    expect(found === null ? 'in the way' : told).toBe(wanted)
    expect(found?.moves.map((one) => one.why) ?? ['undone']).toEqual(['undone'])
  })
})
