/**
 * What a change of an event does to the rows of a World. The only interpreter: the overlay, a rebuild and the check of
 * the journal all go by it. It must never touch a row that the event does not name: the journal would not explain it.
 */
import { unreachable } from '../../kernel/assert.ts'
import { chargesOf, historyTransfer, NO_BALANCES, posted, totalsOf } from '../../ledger/accounts.ts'
import { eventRefText, type DeskEvent } from '../event.ts'
import type { HoldState } from '../events/fields.ts'
import type { ChargeChange } from '../fold/charges.ts'
import type { HoldChange } from '../fold/holds.ts'
import type { ItemChange } from '../fold/items.ts'
import type { QuestionChange } from '../fold/returns.ts'
import type { RowChange } from '../fold/rows.ts'
import type { Row, World } from './world.ts'

/** All but loans and drawers. */
type Applied = ItemChange | HoldChange | ChargeChange | QuestionChange | RowChange

export function applyChange(world: World, change: Applied, event: DeskEvent): void {
  switch (change.kind) {
    case 'hold-opened':
    case 'hold-moved':
    case 'hold-closed':
      applyHold(world, change)
      return
    case 'charge-opened':
    case 'money-moved':
      applyCharge(world, change, event)
      return
    case 'item-placed': {
      const { item_barcode, at_branch: at_branch_code, status, seen_at_ms } = change
      world.put('item', item_barcode, { at_branch_code, status, seen_at_ms })
      return
    }
    case 'question-opened': {
      const { question_ref, loan_ref, branch: branch_code, asked_at_ms } = change
      world.put('return_question', question_ref, { loan_ref, branch_code, asked_at_ms })
      return
    }
    case 'question-closed':
      world.drop('return_question', change.question_ref)
      return
    case 'row-put':
      world.put(change.table, change.key, change.row, change.links)
      return
    case 'row-changed': {
      const before = world.get(change.table, change.key)
      if (before) world.put(change.table, change.key, { ...before, ...change.row })
      return
    }
    case 'row-dropped':
      world.drop(change.table, change.key)
      return
    case 'row-released':
      world.release(change.table, change.key)
      return
    default:
      unreachable(change)
  }
}

function applyHold(world: World, change: HoldChange): void {
  const { hold_ref } = change
  if (change.kind === 'hold-opened') {
    const { title_ref, is_item_hold, placed_at_ms, state } = change
    const made = { title_ref, is_item_hold: Number(is_item_hold), placed_at_ms }
    world.put('hold', hold_ref, { ...made, ...holdColumns(state), is_open: 1 })
    return
  }
  const hold = world.get('hold', hold_ref)
  if (hold === null) return
  if (change.kind === 'hold-closed') world.put('hold', hold_ref, { ...hold, is_open: 0 })
  else world.put('hold', hold_ref, { ...hold, ...holdColumns(change.state), is_open: 1 })
}

type HoldColumns = Omit<Row<'hold'>, 'title_ref' | 'is_item_hold' | 'placed_at_ms' | 'is_open'>

function holdColumns({ pickup_branch: pickup_branch_code, ...same }: HoldState): HoldColumns {
  return { ...same, pickup_branch_code }
}

function applyCharge(world: World, change: ChargeChange, event: DeskEvent): void {
  const { transfer } = change
  if (change.kind === 'charge-opened') {
    const { charge_ref, charge: kind, item_barcode, loan_ref, amount_cents } = change
    const { owed_cents, refund_due_cents } = totalsOf(posted(NO_BALANCES, transfer, charge_ref))
    const made = { kind, item_barcode, loan_ref, charged_at_ms: event.head.at_ms, amount_cents }
    world.put('charge', charge_ref, { ...made, owed_cents, refund_due_cents })
  } else {
    for (const charge_ref of chargesOf(transfer)) {
      const charge = world.get('charge', charge_ref)
      if (charge === null) continue
      const by = totalsOf(posted(NO_BALANCES, transfer, charge_ref))
      const owed_cents = charge.owed_cents + by.owed_cents
      const refund_due_cents = charge.refund_due_cents + by.refund_due_cents
      world.put('charge', charge_ref, { ...charge, owed_cents, refund_due_cents })
    }
  }
  keepTransfer(world, change, event)
}

const NO_MORE = { of: null, reason: '', n: 0, session_ref: null }

function keepTransfer(world: World, change: ChargeChange, { head }: DeskEvent): void {
  const {
    of: of_ref,
    reason,
    n: transfer_number = 0,
    session_ref = null,
  } = change.kind === 'money-moved' ? change : NO_MORE
  const {
    debit: debit_code,
    credit: credit_code,
    code: transfer_code,
    fund: fund_code,
    ...kept
  } = historyTransfer(change.transfer)
  const what = { ...kept, debit_code, credit_code, transfer_code, fund_code }
  const by = { of_ref, session_ref, reason, at_ms: head.at_ms, staff_code: head.staff }
  world.put('transfer', `${eventRefText(head)} ${transfer_number}`, { ...what, transfer_number, ...by })
}
