/** The receipts and refunds of a session, newest first: number, what for, amount, how it was paid, and voiding. */
import { grossSum } from '../../../../shared/cash/line-sums.ts'
import { receiptNumber } from '../../../../shared/cash/numbers/receipt-number.ts'
import type { Act, PageRow, Section } from '../../../../shared/desk/page.ts'
import { VOID_KEY } from '../../../../shared/desk/papers.ts'
import { eventRefText, type DeskEvent, type EventOf } from '../../../../shared/journal/event.ts'
import type { SealedReceipt } from '../../../../shared/journal/events/cash.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { staffNames } from '../../../library/staff-known.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { act, amount, callOf, cell, field, figures, goTo, row, table } from '../make.ts'
import { aboutText } from './about.ts'
import { whatFor } from './line-labels.ts'
import { reasonOptions } from './reason-options.ts'

/** @param entries newest first */
export function receiptsTable(
  desk: Desk,
  entries: readonly DeskEvent[],
  { heading, gone }: { readonly heading: string; readonly gone: ReadonlySet<string> },
): Section {
  const { drawer } = speechOf(desk).words.pages
  const { columns } = drawer
  const nameOf = staffNames(desk.library)
  const rows = entries.flatMap((one) => {
    if (one.kind === 'receipt-made') return [receiptRow(desk, one, nameOf, gone.has(eventRefText(one.head)))]
    return one.kind === 'refund-paid' ? [refundRow(desk, one, nameOf)] : []
  })
  return table({
    section_id: 'receipts',
    heading,
    columns: [columns.number, columns.at, columns.what_for, columns.tender, columns.by, figures(columns.amount)],
    rows,
    empty: drawer.no_receipts,
  })
}

/** In one piece: the column is narrow. */
function timeSaid(desk: Desk, at_ms: number): string {
  return speechOf(desk).time(instant(at_ms)).replaceAll(' ', '\u00A0')
}

type NameOf = ReturnType<typeof staffNames>

function receiptRow(desk: Desk, event: EventOf<'receipt-made'>, nameOf: NameOf, isVoided: boolean): PageRow {
  const speech = speechOf(desk)
  const { drawer } = speech.words.pages
  const { head, body } = event
  const { receipt } = body
  const tenders = tendersSaid(desk, receipt)
  return row({
    row_id: `receipt ${eventRefText(head)}`,
    cells: [
      cell(receiptNumber(head, body.receipt_number)),
      cell(timeSaid(desk, head.at_ms), 'quiet'),
      cell(whatFor(desk, receipt.lines, head)),
      cell(isVoided ? drawer.voided : tenders, isVoided ? 'warn' : 'plain'),
      cell(nameOf(head.staff)),
      amount(speech, grossSum(receipt.lines), isVoided ? 'quiet' : 'plain'),
    ],
    tone: isVoided ? 'quiet' : 'plain',
    acts: isVoided ? [] : [voidAct(desk, event)],
    enter: paperOf(desk, event),
  })
}

/** The paper of this entry, to be printed once more. */
export function paperOf(desk: Desk, { head }: DeskEvent): Act {
  const about = aboutText({ part: 'paper', of: eventRefText(head) })
  return goTo({ place: 'drawer', about }, speechOf(desk).words.pages.drawer.paper)
}

function tendersSaid(desk: Desk, { tendered_cents, change_cents, others }: SealedReceipt): string {
  const { words, money } = speechOf(desk)
  const { tender: names } = words.pages.drawer
  const kept = tendered_cents - change_cents
  const cash = tendered_cents === 0 ? [] : [`${names.cash} ${money(cents(kept))}`]
  return [...cash, ...others.map(({ tender, amount_cents }) => `${names[tender]} ${money(cents(amount_cents))}`)].join(
    ', ',
  )
}

function voidAct(desk: Desk, { head, body }: EventOf<'receipt-made'>): Act {
  const { words } = speechOf(desk)
  const { drawer } = words.pages
  const options = reasonOptions(desk, 'void')
  return act({
    key: VOID_KEY,
    label: drawer.void,
    says: drawer.void_says(receiptNumber(head, body.receipt_number)),
    call: callOf('payment.void', { receipt_ref: eventRefText(head) }),
    asks: [field('reason', drawer.reason, 'choice', { is_required: true, options })],
    is_grave: true,
  })
}

function refundRow(desk: Desk, event: EventOf<'refund-paid'>, nameOf: NameOf): PageRow {
  const { head, body } = event
  const speech = speechOf(desk)
  const { drawer } = speech.words.pages
  return row({
    row_id: `refund ${eventRefText(head)}`,
    cells: [
      cell(receiptNumber(head, body.receipt_number)),
      cell(timeSaid(desk, head.at_ms), 'quiet'),
      cell(whatFor(desk, body.lines, head)),
      cell(drawer.refund),
      cell(nameOf(head.staff)),
      amount(speech, cents(0 - body.paid_cents)),
    ],
    enter: paperOf(desk, event),
  })
}
