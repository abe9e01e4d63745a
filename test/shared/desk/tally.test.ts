/**
 * The running figures of a session: whatever is scanned, answered, left, undone or taken away, they are what counting
 * the rows again would give; and no scan goes through the rows of a long cart to have them.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { snapshotOf } from '../../../main/desk/snapshot.ts'
import { bareDesk } from '../../main/support/bare-desk.ts'
import { testFolder } from '../../main/support/folders.ts'
import { makeFiles } from '../../main/support/desk.ts'
import { approvalRow, withoutStaleApprovals } from '../../../shared/desk/approvals.ts'
import type { Pending } from '../../../shared/desk/pending.ts'
import { refusedBetween } from '../../../shared/desk/refused-rows.ts'
import {
  answered,
  cleared,
  EMPTY_SESSION,
  leftRow,
  setRow,
  undone,
  withRow,
  type Session,
  type SessionRow,
} from '../../../shared/desk/session/session.ts'
import { actsCount, duesNow, tallyOf, type Act } from '../../../shared/desk/tally.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { en } from '../../../shared/words/en/en.ts'
import { staffCode } from '../../../shared/kernel/ids.ts'
import { instant } from '../../../shared/kernel/time.ts'

const NOW = instant(1_764_000_000_000)
const ACTS: readonly Act[] = ['out', 'in', 'renew', 'account', 'used', 'seen', 'hold', 'none']
const WHICH: Pending = { ask: 'card-or-item', barcode: '1', is_typed: false }
/** Only offered: it holds nothing back. */
const OFFERED: Pending = { ask: 'make-item', barcode: '1' }

type Did = {
  readonly act: Act
  readonly barcode: string
  readonly due_at_ms: number | null
  readonly pending: Pending | null
}

function withDid(session: Session, { act, barcode, due_at_ms, pending }: Did): Session {
  const said = { at: NOW, outcome: 'done', title: '', barcode, happened: '' } as const
  return withRow(session, { ...said, act, due_at_ms, pending })
}

const did = fc.record({
  act: fc.constantFrom(...ACTS),
  barcode: fc.constantFrom('a', 'b', 'c', 'd'),
  due_at_ms: fc.option(fc.integer({ min: 1, max: 9 })),
  pending: fc.constantFrom(null, null, WHICH, OFFERED),
})

type Step = (session: Session, row: SessionRow) => Session

/** What becomes of a row that is there. */
const later: fc.Arbitrary<Step> = fc.constantFrom<Step[]>(
  (session, { row }) => undone(session, row.row_id, 'Undone'),
  (session, { row }) => answered(session, row.row_id, 'Answered'),
  (session, { row }) => leftRow(session, row.row_id, 'Left'),
  (session, { row }) => setRow(session, row.row_id, (one) => ({ ...one, pending: WHICH })),
  (session) => cleared(session),
)

const sessions = fc
  .array(fc.oneof({ arbitrary: did, weight: 3 }, { arbitrary: fc.tuple(later, fc.nat()), weight: 2 }), {
    maxLength: 40,
  })
  .map((steps) =>
    steps.reduce<Session>((session, step) => {
      if (!Array.isArray(step)) return withDid(session, step)
      const [change, nth] = step
      const row = session.rows[nth % Math.max(1, session.rows.length)]
      return row ? change(session, row) : session
    }, EMPTY_SESSION),
  )

const inOrder = (dues: readonly number[]): number[] => dues.toSorted((one, other) => one - other)

/** Told from the oldest on: each item is due when the last entry about it says, and not at all once it came back. */
function duesByHand(rows: readonly SessionRow[]): number[] {
  const due = new Map<string, number>()
  for (const { act, due_at_ms, row } of rows.toReversed()) {
    if (act === 'in') due.delete(row.barcode)
    else if (act !== 'none' && due_at_ms !== null) due.set(row.barcode, due_at_ms)
  }
  return [...due.values()]
}

describe('after anything that happens to rows', () => {
  test('the figures are those of counting again', () => {
    fc.assert(
      fc.property(sessions, ({ rows, tally }) => {
        expect(tally).toEqual(tallyOf(rows))
        expect(tally.waiting_count).toBe(rows.filter((one) => one.pending !== null).length)
        expect(tally.undecided_count).toBe(rows.filter((one) => one.pending === WHICH).length)
        expect(actsCount(tally)).toBe(rows.filter((one) => one.act !== 'none').length)
      }),
    )
  })

  test('dates are those that hold now', () => {
    fc.assert(
      fc.property(sessions, (session) => {
        expect(inOrder(duesNow(session))).toEqual(inOrder(duesByHand(session.rows)))
      }),
    )
  })

  test('what was refused is found whether or not anything waited', () => {
    const refused = { act: 'lend', codes: ['patron-barred'] } as const
    const stop = (session: Session): Session =>
      withRow(session, { at: NOW, outcome: 'stop', title: '', barcode: 'a', happened: '', refused })
    fc.assert(
      fc.property(sessions, (before) => {
        expect(refusedBetween(before, stop(before)).over).toEqual([refused])
        expect(refusedBetween(before, stop(cleared(before))).over).toEqual([refused])
        expect(refusedBetween(stop(before), withDid(stop(before), { ...NOTHING, act: 'in' })).over).toEqual([])
      }),
    )
  })
})

const NOTHING: Did = { act: 'none', barcode: 'a', due_at_ms: null, pending: null }

/** A cart of so many returns, of which each row that is looked into counts. */
function cart(count: number): { readonly session: Session; readonly looked: () => number } {
  let looked = 0
  const made = Array.from({ length: count }).reduce<Session>(
    (session, _, n) => withDid(session, { ...NOTHING, act: 'in', barcode: `${n}` }),
    EMPTY_SESSION,
  )
  const watched = (row: SessionRow): SessionRow =>
    new Proxy(row, {
      get: (target, name) => {
        looked += 1
        return Reflect.get(target, name) as unknown
      },
    })
  return { session: { ...made, rows: made.rows.map(watched) }, looked: () => looked }
}

/** How many looks into its rows one more scan takes, with everything that is asked before and after it. */
function looksOf(count: number): number {
  const { session: before, looked } = cart(count)
  const folder = testFolder()
  makeFiles(folder)
  const desk = bareDesk(folder)
  const staff = { staff_code: staffCode('rortiz'), name: 'Rosa Ortiz', initials: 'RO', role: 'manager' } as const
  const passed = withoutStaleApprovals({ ...before, staff, mode: 'in' }, en.outcomes, NOW)
  expect(approvalRow(passed)).toBeNull()
  desk.session = withDid(passed, { ...NOTHING, act: 'in' })
  expect(snapshotOf(desk).totals.in_count).toBe(count + 1)
  expect(refusedBetween(passed, desk.session)).toEqual({ left: [], over: [] })
  return looked()
}

test('a scan looks into no more rows of a cart of 5,000 than of one of 150', () => {
  const few = looksOf(150)
  expect(few).toBeGreaterThan(0)
  expect(looksOf(5000)).toBe(few)
})

test('and it would show', () => {
  const { session, looked } = cart(200)
  expect(
    must(
      session.rows.toReversed().find(({ act }) => act !== 'none'),
      'the first',
    ).act,
  ).toBe('in')
  expect(tallyOf(session.rows).acts.in).toBe(200)
  expect(looked()).toBeGreaterThan(200)
})
