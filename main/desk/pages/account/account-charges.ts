/**
 * What the open patron owes and is owed, charge by charge, oldest first, each with what became of it. Must never name a
 * title: what was read is forgotten.
 */
import type { Cell, PageRow, Section } from '../../../../shared/desk/page.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { openCharges, type ReadCharge } from '../../../circulation/charges/charge-reading.ts'
import { chargeWords, historyWords, whyWords } from '../../../circulation/charges/charge-words.ts'
import type { AccountNow } from './account-now.ts'
import { chargeActs } from './account-money.ts'
import { amount, cell, figure, figures, row, table } from '../make.ts'

export function accountCharges(now: AccountNow): Section {
  const { desk, speech, account } = now
  const words = speech.words.pages.account.charges
  const { what, since, note, charged, owed } = words.columns
  const charges = openCharges(desk.library, account.row.patron_id)
  return table({
    section_id: 'charges',
    heading: words.heading,
    columns: [what, since, note, figures(charged), figures(owed)],
    rows: charges.map((charge) => chargeRow(now, charge)),
    empty: words.empty,
  })
}

function owedCell(speech: Speech, { owed_cents, refund_due_cents }: ReadCharge['row']): Cell {
  if (refund_due_cents === 0) return amount(speech, owed_cents, 'warn')
  return figure(speech.words.pages.account.charges.library_owes(speech.money(refund_due_cents)), 'good')
}

function chargeRow(now: AccountNow, charge: ReadCharge): PageRow {
  const { desk, speech } = now
  const { row: stored } = charge
  const { note, steps } = whyWords(desk.library, speech, stored.charge_ref)
  return row({
    row_id: `charge ${stored.charge_ref}`,
    cells: [
      cell(chargeWords(speech, stored.kind)),
      cell(speech.moment(instant(stored.charged_at_ms)), 'quiet'),
      cell(note || (stored.note ?? ''), 'quiet'),
      amount(speech, stored.amount_cents),
      owedCell(speech, stored),
    ],
    notes: [...steps, ...historyWords(desk.library, speech, charge)],
    acts: [...chargeActs(speech, charge)],
  })
}
