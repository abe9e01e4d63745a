/**
 * The card batches that wait for the settlement of the processor, beside the bags that wait for the bank, and on the
 * lists of work of those who can confirm one. Names staff, and amounts only for a role that may see cash.
 */
import type { Act, PageRow, Section } from '../../../shared/desk/page.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { drawerCalled } from '../../cash/cash-rules.ts'
import { receiptOf, waitingBatches, type Batch } from '../../cash/closing/card-batches.ts'
import type { Numbers } from '../../cash/report/checks-taken.ts'
import { readSettled } from '../../cash/closing/settlement.ts'
import { noteBeside, sessionEventsOf } from '../../cash/report/session-events.ts'
import { here } from '../../library/here.ts'
import { mayOwn } from '../../library/grants.ts'
import { staffNames } from '../../library/staff-known.ts'
import { speechOf } from '../clerk-language.ts'
import { actorOf, type Desk } from '../desk.ts'
import { reasonSaid } from '../money/drawer/reason-said.ts'
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

function batchRow(
  desk: Desk,
  { session, full_z_number, closed, batch_cents, waits_hours_count, is_late }: Batch,
): PageRow {
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
      cell(full_z_number),
      cell(drawerCalled(desk.library, speech.words, drawer_code)),
      cell(staffNames(desk.library)(custodian_code)),
      maySee ? amount(speech, batch_cents) : cell(''),
      cell(state, isUrgent ? 'warn' : 'plain'),
    ],
    acts: mayOwn(desk.library, actorOf(desk), 'confirm-deposit') ? [...settleActs(desk, session_ref)] : [],
  })
}

/** The total is never filled in: two Enters would confirm a statement that nobody read. */
function settleActs(desk: Desk, session_ref: string): readonly Act[] {
  const { batches } = speechOf(desk).words.pages.drawer.close
  const { today } = here(desk.library)
  const on = field('settled_on', batches.on, 'date', { value: today, is_required: true, is_beside: true })
  const ofThis = { session_ref, reason: '', note: '' }
  const total = field('settled_cents', batches.settled, 'total', { is_required: true, hint: batches.settled_hint })
  const file = field('file', batches.file, 'text', { is_required: true, hint: batches.file_hint })
  const { confirm, confirm_says, by_file, by_file_says } = batches
  return [
    act({ key: 'C', label: confirm, says: confirm_says, call: callOf('card.settle', ofThis), asks: [total, on] }),
    act({ key: 'I', label: by_file, says: by_file_says, call: callOf('card.import', ofThis), asks: [file, on] }),
  ]
}

/** What was settled of a batch, with what its file had not and what no receipt has; nothing while it waits. */
export function settledOf(desk: Desk, session_ref: string): readonly Section[] {
  const speech = speechOf(desk)
  const { batches } = speech.words.pages.drawer.close
  const [settled] = sessionEventsOf(desk.library, session_ref, 'card-settled')
  if (settled === undefined) return []
  const { settled_cents, settled_on, missing, extra_cents, reason_code, approved_by } = settled.body
  const { extra, note } = readSettled(noteBeside(desk.library, settled.head))
  const said = reason_code === '' ? [] : [reasonSaid(desk, 'variance', reason_code), note]
  const { answer } = speech.words.outcomes
  const by = approved_by === '' ? [] : [answer.approved_by(staffNames(desk.library)(approved_by))]
  const reason = [...said, ...by].filter((one) => one !== '').join('. ')
  const named = ({ authorization = '', last_four = '' }: Numbers = {}): string =>
    batches.named(authorization, last_four)
  const rows = [
    [batches.total(speech.date(localDate(settled_on))), reason, settled_cents] as const,
    ...missing.map((one) => [batches.missing, receiptOf(desk.library, one.of_ref), one.amount_cents] as const),
    ...extra_cents.map((amount_cents, at) => [batches.extra, named(extra[at]), amount_cents] as const),
  ].map(([what, receipt, amount_cents], at) =>
    row({ row_id: `settled ${at}`, cells: [cell(what), cell(receipt), amount(speech, cents(amount_cents))] }),
  )
  const columns = [batches.what, batches.receipt_or_reason, figures(speech.words.pages.cash_desk.columns.amount)]
  return [table({ section_id: 'settled', heading: batches.settlement, columns, rows, empty: '' })]
}
