/**
 * What the open patron owes and is owed, charge by charge, oldest first, each with what became of it. Must never name a
 * title: what was read is forgotten.
 */
import type { Cell, PageRow, Section } from '../../../../shared/desk/page.ts'
import { sayMoment } from '../../../../shared/kernel/say-date.ts'
import { moneyText } from '../../../../shared/kernel/money.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { openCharges, type ReadCharge } from '../../../circulation/charges/charge-reading.ts'
import { chargeWords, historyWords, whyWords } from '../../../circulation/charges/words.ts'
import { speechOf } from '../../clerk-language.ts'
import type { AccountNow } from './account-now.ts'
import { chargeActs } from './account-money.ts'
import { amount, cell, figure, figures, row, table } from '../make.ts'

export function accountCharges(now: AccountNow): Section {
  const { desk, account } = now
  const charges = openCharges(desk.library, account.row.patron_id)
  return table({
    section_id: 'charges',
    heading: 'Owed',
    columns: ['For', 'Since', 'Note', figures('Charged'), figures('Owed')],
    rows: charges.map((charge) => chargeRow(now, charge)),
    empty: 'Nothing is owed.',
  })
}

function owedCell({ owed_cents, refund_due_cents }: ReadCharge['row']): Cell {
  if (refund_due_cents === 0) return amount(owed_cents, 'warn')
  return figure(`library owes ${moneyText(refund_due_cents)}`, 'good')
}

function chargeRow(now: AccountNow, charge: ReadCharge): PageRow {
  const { desk, branch, today } = now
  const { row: stored } = charge
  const { note, steps } = whyWords(desk.library, speechOf(desk), stored.charge_ref)
  return row({
    row_id: `charge ${stored.charge_ref}`,
    cells: [
      cell(chargeWords(stored.kind)),
      cell(sayMoment(instant(stored.charged_at_ms), branch.zone, today), 'quiet'),
      cell(note || (stored.note ?? ''), 'quiet'),
      amount(stored.amount_cents),
      owedCell(stored),
    ],
    notes: [...steps, ...historyWords(desk.library, charge)],
    acts: [...chargeActs(desk, charge)],
  })
}
