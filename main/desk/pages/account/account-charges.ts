/**
 * What the open patron owes and is owed, charge by charge, oldest first: what it is for, with the title and the dates
 * of the loan, and under the row what became of it. Must never show anybody's charges but theirs.
 */
import type { Cell, PageRow, Section } from '../../../../shared/desk/page.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { openCharges, type ReadCharge } from '../../../circulation/charges/charge-reading.ts'
import { chargeAbout } from '../../../circulation/charges/charge-label.ts'
import { historyWords, whyWords } from '../../../circulation/charges/charge-words.ts'
import type { AccountNow } from './account-now.ts'
import { chargeActs } from './account-money.ts'
import { payOutActs } from './pay-out.ts'
import { settledLately, undoActs } from './undo-row.ts'
import { amount, cell, figure, figures, row, table } from '../make.ts'

export function accountCharges(now: AccountNow): readonly Section[] {
  const { desk, speech, account } = now
  const words = speech.words.pages.account.charges
  const charges = [...openCharges(desk.library, account.row.patron_id), ...settledLately(now)]
  if (charges.length === 0) return []
  return [
    table({
      section_id: 'charges',
      heading: words.heading,
      columns: [words.columns.what, figures(words.columns.owed)],
      rows: charges.map((charge) => chargeRow(now, charge)),
      empty: words.empty,
    }),
  ]
}

function owedCell(speech: Speech, { owed_cents, refund_due_cents }: ReadCharge['row']): Cell {
  if (refund_due_cents === 0) return amount(speech, owed_cents, 'warn')
  return figure(speech.words.pages.account.charges.library_owes(speech.money(refund_due_cents)), 'good')
}

/** What is left of it, where that is less than the charge. */
function leftOf(speech: Speech, { amount_cents, owed_cents, refund_due_cents }: ReadCharge['row']): string {
  if (refund_due_cents > 0 || owed_cents === amount_cents) return ''
  return speech.words.pages.account.charges.left_of(speech.money(amount_cents))
}

function chargeRow(now: AccountNow, charge: ReadCharge): PageRow {
  const { desk, speech } = now
  const { row: stored } = charge
  const { what, title, when } = chargeAbout(desk.library, speech, stored)
  const { note, steps } = whyWords(desk.library, speech, stored.charge_ref)
  const said = [when, leftOf(speech, stored), note || (stored.note ?? '')].filter((part) => part !== '')
  return row({
    row_id: `charge ${stored.charge_ref}`,
    cells: [cell(title === '' ? what : `${what}, ${title}`), owedCell(speech, stored)],
    notes: [said.join('; ')],
    details: [...steps, ...historyWords(desk.library, speech, charge)],
    acts: [...payOutActs(now, charge), ...chargeActs(speech, charge), ...undoActs(now, stored.charge_ref)],
  })
}
