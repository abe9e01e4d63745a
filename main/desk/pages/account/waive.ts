/**
 * Waiving for the open patron: which charge, how much, why. Closes by itself once nothing is owed. Must never show
 * anybody's charges but theirs.
 */
import type { Act, PageView } from '../../../../shared/desk/page.ts'
import { sayMoment } from '../../../../shared/kernel/say-date.ts'
import { moneyText } from '../../../../shared/kernel/money.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { WAIVE_REASONS } from '../../../../shared/staff/reasons.ts'
import { openCharges, type ReadCharge } from '../../../circulation/charges/charge-reading.ts'
import { chargeWords } from '../../../circulation/charges/words.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { here } from '../../../library/here.ts'
import { act, amount, callOf, cell, field, figure, figures, page, row, table } from '../make.ts'
import type { Library } from '../../../library/library.ts'

export function reasonField(desk: Desk) {
  const { reasons } = speechOf(desk).words.outcomes
  const options = WAIVE_REASONS.map((code) => ({ value: code, label: reasons[code] }))
  return field('reason', 'Why', 'choice', { is_required: true, options })
}

export function waivePage(desk: Desk): PageView | null {
  const { patron_id } = desk.session
  if (patron_id === null) return null
  const charges = openCharges(desk.library, patron_id).filter(({ state }) => state.owed_cents > 0)
  if (charges.length === 0) return null
  const waive = waiveAct(desk, charges)
  return page(desk.library, {
    ref: { place: 'waive', about: '' },
    heading: 'Waive',
    lead: 'Which charge, how much, why. The amount left empty waives all of it.',
    sections: [
      table({
        section_id: 'owed',
        heading: 'Owed',
        columns: [figures('No.'), 'For', 'Since', figures('Owed')],
        rows: charges.map((charge, index) => chargeRow(desk.library, charge, index + 1)),
        empty: 'Nothing is owed.',
      }),
    ],
    enter: waive,
  })
}

function chargeRow(library: Library, { row: charge, state }: ReadCharge, number: number) {
  const { branch, today } = here(library)
  return row({
    row_id: `charge ${charge.charge_ref}`,
    cells: [
      figure(number),
      cell(chargeWords(charge.kind)),
      cell(sayMoment(instant(charge.charged_at_ms), branch.zone, today), 'quiet'),
      amount(state.owed_cents, 'warn'),
    ],
  })
}

/** The charge is asked for only where there are several: each by the digit of its row. */
function waiveAct(desk: Desk, charges: readonly ReadCharge[]): Act {
  const { branch, today } = here(desk.library)
  const [only] = charges
  const which = charges.map(({ row: charge, state }) => {
    const since = sayMoment(instant(charge.charged_at_ms), branch.zone, today)
    return { value: charge.charge_ref, label: `${chargeWords(charge.kind)}, ${since}, ${moneyText(state.owed_cents)}` }
  })
  if (charges.length === 1 && only) {
    const offered = String(only.state.owed_cents)
    return act({
      label: 'Waive',
      call: callOf('charge.waive', { charge_ref: only.row.charge_ref }),
      preview: callOf('charge.waive-preview', { charge_ref: only.row.charge_ref, amount_cents: null }),
      asks: [
        field('amount_cents', 'Amount', 'money', { value: offered, hint: 'Enter for all of it' }),
        reasonField(desk),
      ],
    })
  }
  return act({
    label: 'Waive',
    call: callOf('charge.waive', {}),
    preview: callOf('charge.waive-preview', { charge_ref: null, amount_cents: null }),
    asks: [
      field('charge_ref', 'Charge', 'choice', { is_required: true, options: which }),
      field('amount_cents', 'Amount', 'money', { hint: 'Enter for all of it' }),
      reasonField(desk),
    ],
  })
}
