/** What the journal alone tells, as plain state: one history a row, and what it comes to. */
import { describe, expect, test } from 'vitest'
import type { EventDraft } from '../../../shared/journal/event.ts'
import { NOT_BY_HAND } from '../../../shared/journal/events/fields.ts'
import {
  emptyProjection,
  isMaybeOther,
  project,
  type Misfit,
  type Projection,
} from '../../../shared/journal/project.ts'
import { must } from '../../../shared/kernel/assert.ts'

const OUT: EventDraft = {
  kind: 'item-checked-out',
  body: {
    item_barcode: 'B1',
    due_at_ms: 900,
    rule_code: 'REGULAR',
    item_type_code: 'BOOK',
    overridden: [],
    approvals: [],
    steps: [],
  },
}
const RECALLED = (loan_ref: string): EventDraft => ({
  kind: 'loan-recalled',
  body: {
    item_barcode: 'B1',
    loan_ref,
    due_before_ms: 900,
    due_at_ms: 500,
    renewals_count: 0,
    set_by_before: '',
    approved_by: '',
    steps: [],
  },
})
const HAND_DATE = (loan_ref: string): EventDraft => ({
  kind: 'due-date-set',
  body: {
    item_barcode: 'B1',
    loan_ref,
    due_before_ms: 900,
    due_at_ms: 700,
    renewals_count: 0,
    ...NOT_BY_HAND,
    reason: 'hand',
  },
})
const UNDONE = (loan_ref: string): EventDraft => ({
  kind: 'check-out-undone',
  body: { of: loan_ref, item_barcode: 'B1', loan_ref },
})
const NOTHING = { files: [], rules: [], back_count: 0, authority: [], opening: [] }
const IMPORTED: EventDraft = { kind: 'data-imported', body: NOTHING }

function walked(drafts: readonly EventDraft[]): { state: Projection; misfits: readonly Misfit[] } {
  const state = emptyProjection()
  const misfits = drafts.flatMap((draft, index) => {
    const head = { terminal: 'T', epoch: 1, seq: index + 1, v: 1, at_ms: 100, offset_ms: null } as const
    return project(state, { ...draft, head: { ...head, staff: 'rortiz', branch: 'MAPLE' } })
  })
  return { state, misfits }
}

describe('a loan', () => {
  test('lent and recalled: since when stays when its date is then set by hand', () => {
    const { state, misfits } = walked([OUT, RECALLED('T.1.1'), HAND_DATE('T.1.1')])
    expect(misfits).toEqual([])
    expect(state.loans.get('B1')).toMatchObject({
      is_open: true,
      fields: { loan_ref: 'T.1.1', due_at_ms: 700, recalled_at_ms: 100 },
      seq: 3,
    })
  })

  test('one that was made elsewhere is known only as far as this desk touched it', () => {
    const { state } = walked([HAND_DATE('import:1')])
    expect(state.loans.get('B1')?.fields).toEqual({
      loan_ref: 'import:1',
      due_at_ms: 700,
      sealed_due_at_ms: null,
      renewals_count: 0,
      due_staff_code: '',
    })
  })

  test.each<[string, readonly EventDraft[], readonly Misfit[]]>([
    ['lent twice', [OUT, OUT], ['item-already-out']],
    ['lent, undone, lent', [OUT, UNDONE('T.1.1'), OUT], []],
    ['lent, and another loan of it ends', [OUT, UNDONE('import:1')], ['not-the-open-loan']],
    ['lent, the library’s data taken in, lent', [OUT, IMPORTED, OUT], []],
    ['lent, the library’s data taken in, another loan of it ends', [OUT, IMPORTED, UNDONE('import:1')], []],
    ['taken in before it was lent: lent twice all the same', [IMPORTED, OUT, OUT], ['item-already-out']],
  ])('%s', (_what, drafts, misfits) => {
    expect(walked(drafts).misfits).toEqual(misfits)
  })
})

test('only what was told before the data came may be otherwise', () => {
  const { state } = walked([OUT, IMPORTED, RECALLED('T.1.1')])
  expect(isMaybeOther(state, must(state.loans.get('B1'), 'the loan'))).toBe(false)
  const { state: before } = walked([OUT, IMPORTED])
  expect(isMaybeOther(before, must(before.loans.get('B1'), 'the loan'))).toBe(true)
})

const WAIVED = (charge_ref: string): EventDraft => ({
  kind: 'charge-moved',
  body: {
    charge_ref,
    pays_ref: null,
    debit: 'waived',
    credit: 'receivable',
    amount_cents: 40,
    code: 'waived',
    approved_by: '',
    fund: 'LIBRARY',
    of: null,
    reason: '',
  },
})

test('a charge of the library’s data is named, and nothing is said of what it comes to', () => {
  const { state } = walked([WAIVED('import:1')])
  expect(state.world.tables.charge.get('import:1')).toMatchObject({ is_open: true, fields: {}, seq: 1 })
  expect(Object.keys(state.world.tables.charge.get('import:1')?.fields ?? {})).toEqual([])
  expect(state.world.moved['each-charge'].get('import:1')).toMatchObject({ rows_count: 1, moved_cents: 40 })
})
