/**
 * A card settlement that differs from its batch: what is missing and what is extra, by code, last four digits and
 * amount, and the act that confirms it with its reason. Enter alone confirms nothing here.
 */
import type { PageRef, PageRow, PageView } from '../../../../shared/desk/page.ts'
import type { SettledLine } from '../../../../shared/cash/evidence/settlement-file.ts'
import type { SettlingSoFar } from '../../../../shared/desk/session/settling.ts'
import { varianceNeed } from '../../../../shared/cash/rules.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { cashRules } from '../../../cash/cash-rules.ts'
import { receiptOf, settlementSignedBy, waitingBatch, type Batch } from '../../../cash/closing/card-batches.ts'
import { speechOf } from '../../clerk-language.ts'
import { actorOf, type Desk } from '../../desk.ts'
import { act, amount, callOf, cell, facts, field, figure, figures, ownSignOffField, page, row, table } from '../make.ts'
import { reasonOptions } from './reason-options.ts'

/** Null: nothing of this session waits to be explained here. */
export function settlingPage(desk: Desk, ref: PageRef, session_ref: string): PageView | null {
  const { settling } = desk.session
  const batch = waitingBatch(desk.library, session_ref)
  if (settling === null || settling.session_ref !== session_ref || batch === null) return null
  const { money, words } = speechOf(desk)
  const { batches, difference } = words.pages.drawer.close
  const { batch_cents, found_cents } = settling
  const rows = straysOf(desk, settling)
  const named = [batches.what, batches.receipt, batches.code, batches.last_four]
  const amounts = figures(words.pages.cash_desk.columns.amount)
  const strays = table({ section_id: 'strays', heading: '', columns: [...named, amounts], rows, empty: '' })
  return page(desk.library, {
    ref,
    heading: batches.differs,
    lead: batches.differs_lead,
    sections: [
      facts('sums', batch.full_z_number, [
        [batches.batch, money(cents(batch_cents))],
        [batches.settled, money(cents(found_cents))],
        [difference, money(cents(found_cents - batch_cents)), 'warn'],
      ]),
      ...(rows.length === 0 ? [] : [strays]),
    ],
    enter: confirmOff(desk, batch, settling),
  })
}

function straysOf(desk: Desk, { missing, extra }: SettlingSoFar): readonly PageRow[] {
  const { batches } = speechOf(desk).words.pages.drawer.close
  const stray = (row_id: string, what: string, receipt: string, line: SettledLine): PageRow =>
    row({
      row_id,
      cells: [
        cell(what, 'warn'),
        cell(receipt),
        figure(line.authorization),
        figure(line.last_four),
        amount(speechOf(desk), line.amount_cents),
      ],
    })
  return [
    ...missing.map((one, at) => stray(`missing ${at}`, batches.missing, receiptOf(desk.library, one.of_ref), one)),
    ...extra.map((one, at) => stray(`extra ${at}`, batches.extra, '', one)),
  ]
}

function confirmOff(desk: Desk, batch: Batch, { session_ref, settled_on, of, ...settling }: SettlingSoFar) {
  const { library } = desk
  const actor = actorOf(desk)
  const speech = speechOf(desk)
  const { drawer, places } = speech.words.pages
  const { close } = drawer
  const off_cents = cents(settling.off_cents)
  const need = varianceNeed(cashRules(library), off_cents)
  const isNote = need !== null && need !== 'reason'
  const signedBy = settlementSignedBy(library, actor, batch, off_cents)
  return act({
    label: close.batches.confirm_off,
    says: need === 'sign-off' ? places.sign_off_says(speech.money(off_cents)) : close.batches.confirm_off_says,
    call: callOf('file' in of ? 'card.import' : 'card.settle', { session_ref, settled_on, ...of }),
    asks: [
      field('reason', drawer.reason, 'choice', { is_required: true, options: reasonOptions(desk, 'variance') }),
      field('note', close.note, 'text', { is_required: isNote, hint: isNote ? '' : close.note_hint }),
      ...ownSignOffField(speech, actor, signedBy),
    ],
    is_grave: true,
  })
}
