/**
 * Waiving for the open patron: which charge, how much, why. Closes by itself once nothing is owed. Must never show
 * anybody's charges but theirs.
 */
import type { Act, PageView } from '../../../../shared/desk/page.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { WAIVE_REASONS } from '../../../../shared/staff/reasons.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { openCharges, type ReadCharge } from '../../../circulation/charges/charge-reading.ts'
import { chargeLabel, chargeTitle } from '../../../circulation/charges/charge-label.ts'
import type { Library } from '../../../library/library.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { act, amount, callOf, cell, field, figure, figures, page, row, table } from '../make.ts'

export function reasonField({ words }: Speech) {
  const { outcomes, pages } = words
  const options = WAIVE_REASONS.map((code) => ({ value: code, label: outcomes.reasons[code] }))
  return field('reason', pages.account.waive.reason, 'choice', { is_required: true, options })
}

export function waivePage(desk: Desk): PageView | null {
  const { patron_id } = desk.session
  if (patron_id === null) return null
  const charges = openCharges(desk.library, patron_id).filter(({ state }) => state.owed_cents > 0)
  if (charges.length === 0) return null
  const speech = speechOf(desk)
  const { waive: words, charges: owed } = speech.words.pages.account
  const waive = waiveAct(desk.library, speech, charges)
  return page(desk.library, {
    ref: { place: 'waive', about: '' },
    heading: words.act,
    lead: words.lead,
    sections: [
      table({
        section_id: 'owed',
        heading: owed.heading,
        columns: [figures(words.number), owed.columns.what, owed.columns.since, figures(owed.columns.owed)],
        rows: charges.map((charge, index) => chargeRow(desk.library, speech, charge, index + 1)),
        empty: owed.empty,
      }),
    ],
    enter: waive,
  })
}

function chargeRow(library: Library, speech: Speech, { row: charge, state }: ReadCharge, number: number) {
  return row({
    row_id: `charge ${charge.charge_ref}`,
    cells: [
      figure(number),
      cell(chargeLabel(library, speech, charge)),
      cell(speech.moment(instant(charge.charged_at_ms)), 'quiet'),
      amount(speech, state.owed_cents, 'warn'),
    ],
  })
}

/** The charge is asked for only where there are several: each by the digit of its row. */
function waiveAct(library: Library, speech: Speech, charges: readonly ReadCharge[]): Act {
  const words = speech.words.pages.account.waive
  const [only] = charges
  const which = charges.map(({ row: charge, state }) => {
    const what = chargeLabel(library, speech, charge)
    // Two charges for no item are told apart by their days.
    const since = chargeTitle(library, charge) === '' ? [speech.moment(instant(charge.charged_at_ms))] : []
    return { value: charge.charge_ref, label: [what, ...since, speech.money(state.owed_cents)].join(', ') }
  })
  if (charges.length === 1 && only) {
    const offered = String(only.state.owed_cents)
    return act({
      label: words.act,
      call: callOf('charge.waive', { charge_ref: only.row.charge_ref }),
      preview: callOf('charge.waive-preview', { charge_ref: only.row.charge_ref, amount_cents: null }),
      asks: [field('amount_cents', words.amount, 'money', { value: offered, hint: words.hint }), reasonField(speech)],
    })
  }
  return act({
    label: words.act,
    call: callOf('charge.waive', {}),
    preview: callOf('charge.waive-preview', { charge_ref: null, amount_cents: null }),
    asks: [
      field('charge_ref', words.charge, 'choice', { is_required: true, options: which }),
      field('amount_cents', words.amount, 'money', { hint: words.hint }),
      reasonField(speech),
    ],
  })
}
