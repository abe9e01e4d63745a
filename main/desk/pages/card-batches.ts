/**
 * The card batches that wait for the settlement of the processor, beside the bags that wait for the bank, and on the
 * lists of work of those who can confirm one. Names staff, and amounts only for a role that may see cash.
 */
import type { PageRow, Section } from '../../../shared/desk/page.ts'
import { drawerCalled } from '../../cash/cash-rules.ts'
import { waitingBatches, type Batch } from '../../cash/closing/card-batches.ts'
import { here } from '../../library/here.ts'
import { mayOwn } from '../../library/grants.ts'
import { staffNames } from '../../library/staff-known.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'
import { act, amount, callOf, cell, field, figures, row, table } from './make.ts'

/** The table `batches` where something waits; nothing otherwise. */
export function batchesWaiting(desk: Desk): readonly Section[] {
  const { close, columns } = speechOf(desk).words.pages.drawer
  const rows = waitingBatches(desk.library).map((one) => batchRow(desk, one))
  if (rows.length === 0) return []
  const { heading, batch, state } = close.batches
  const named = [close.z, columns.drawer, close.had_it, figures(batch), state]
  return [table({ section_id: 'batches', heading: heading(rows.length), columns: named, rows, empty: '' })]
}

function batchRow(desk: Desk, { session, z_number, closed, batch_cents, waits_hours_count, is_late }: Batch): PageRow {
  const speech = speechOf(desk)
  const { close } = speech.words.pages.drawer
  const { session_ref, drawer_code, custodian_code } = session
  const maySee = mayOwn(desk.library, actorOf(desk), 'see-cash')
  const waits = close.waits(waits_hours_count)
  const state = closed.body.is_card_counted ? waits : `${waits}. ${close.not_read}.`
  const isUrgent = is_late || !closed.body.is_card_counted
  return row({
    row_id: `batch ${session_ref}`,
    cells: [
      cell(z_number),
      cell(drawerCalled(desk.library, speech.words, drawer_code)),
      cell(staffNames(desk.library)(custodian_code)),
      maySee ? amount(speech, batch_cents) : cell(''),
      cell(state, isUrgent ? 'warn' : 'plain'),
    ],
    acts: mayOwn(desk.library, actorOf(desk), 'confirm-deposit') ? [settleAct(desk, session_ref)] : [],
  })
}

/** The total is never filled in: two Enters would confirm a statement that nobody read. */
function settleAct(desk: Desk, session_ref: string) {
  const { batches } = speechOf(desk).words.pages.drawer.close
  return act({
    key: 'C',
    label: batches.confirm,
    says: batches.confirm_says,
    call: callOf('card.settle', { session_ref, is_difference_meant: false }),
    asks: [
      field('settled_cents', batches.settled, 'total', { is_required: true, hint: batches.settled_hint }),
      field('settled_on', batches.on, 'date', { value: here(desk.library).today, is_required: true, is_beside: true }),
    ],
  })
}
