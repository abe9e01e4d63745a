/**
 * What the open patron paid lately at this desk, with the receipts: each opens its receipt. It has no title: a charge
 * that is settled tells nobody what was read.
 */
import type { PageRow, Section } from '../../../../shared/desk/page.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { chargeWords } from '../../../circulation/charges/charge-words.ts'
import { paidCharges, receiptNumberAt, type ReadCharge } from '../../../circulation/charges/charge-reading.ts'
import { goTo, amount, cell, figures, row, table } from '../make.ts'
import type { AccountNow } from './account-now.ts'

const SHOWN_MAX = 10

export function accountPaid(now: AccountNow): readonly Section[] {
  const { desk, speech, account } = now
  const { paid } = speech.words.pages.account
  const charges = paidCharges(desk.library, account.row.patron_id, SHOWN_MAX)
  if (charges.length === 0) return []
  const rows = charges.map((charge) => paidRow(now, charge))
  const columns = [paid.what, paid.receipt, figures(paid.amount)]
  return [table({ section_id: 'paid', heading: paid.heading, columns, rows, empty: '' })]
}

function paidRow({ desk, speech }: AccountNow, { row: charge, entries }: ReadCharge): PageRow {
  const { paid } = speech.words.pages.account
  const refs = [...new Set(entries.map((one) => one.receipt_ref))]
  const receipts = refs.flatMap((ref) => {
    const number = receiptNumberAt(desk.library, ref)
    return number === '' ? [] : [{ ref, number }]
  })
  const last = receipts.at(-1)
  return row({
    row_id: `paid ${charge.charge_ref}`,
    cells: [
      cell(chargeWords(speech, charge.kind)),
      cell(receipts.map(({ number }) => number).join(', ')),
      amount(speech, cents(charge.amount_cents)),
    ],
    ...(last ? { enter: goTo({ place: 'drawer', about: `paper ${last.ref}` }, paid.open) } : {}),
  })
}
