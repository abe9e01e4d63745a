/** The lines of a payment: what is sold first, because it is paid whole, and then every charge, oldest first. */
import { paysCharge } from '../../../../shared/cash/in-kind.ts'
import { saleId } from '../../../../shared/desk/session/basket.ts'
import type { Payment } from '../../../../shared/desk/pay/payment.ts'
import { fundOf } from '../../../../shared/ledger/charge-kinds.ts'
import type { PatronId } from '../../../../shared/kernel/ids.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../../shared/kernel/zone.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { cashRules } from '../../../cash/cash-rules.ts'
import { chargeAbout } from '../../../circulation/charges/charge-label.ts'
import { openCharges, type ReadCharge } from '../../../circulation/charges/charge-reading.ts'
import { here } from '../../../library/here.ts'
import type { Library } from '../../../library/library.ts'
import { personName } from '../../../search/search-patrons.ts'
import { patronById } from '../../../store/patrons/patron-rows.ts'
import { saleNow } from '../../money/pay/basket.ts'
import type { Desk } from '../../desk.ts'
import { fundName, payeeName } from '../fund-name.ts'
import { speechOf } from '../../clerk-language.ts'

type Line = Payment['lines'][number]

export function nameOf(library: Library, patron_id: PatronId): string {
  const row = library.db.get(patronById, { patron_id })
  return row ? personName(row) : ''
}

/** What a patron owes, charge by charge. */
export function owing(library: Library, patron_id: PatronId): readonly ReadCharge[] {
  return openCharges(library, patron_id).filter(({ state }) => state.owed_cents > 0)
}

function saleLines(desk: Desk, { words }: Speech): readonly Line[] {
  const { pay } = words.pages
  const rules = cashRules(desk.library)
  return desk.session.basket.sales.flatMap((sale) => {
    const sold = saleNow(rules, sale)
    if (sold === null) return []
    const { product, amount_cents } = sold
    const { quantity_count, price_cents } = sale
    return {
      line_id: saleId(sale),
      pays: { of: 'sale', product_code: product.product_code, quantity_count, price_cents },
      label: pay.counted(product.name, quantity_count),
      caption: '',
      since: '',
      fund: product.kind === 'held' ? payeeName(desk, product.payee) : fundName(desk, product.fund),
      amount_cents,
      owed_cents: amount_cents,
      credit: 'none',
      in_kind: [],
      is_chosen: true,
    }
  })
}

/** "Nov 21", and of another year "May 2020": the column is narrow. */
function sinceSaid({ library }: Desk, { dayOfYear, month }: Speech, charged_at_ms: number): string {
  const { branch, today } = here(library)
  const on = toLocalDate(instant(charged_at_ms), branch.zone)
  return on.slice(0, 4) === today.slice(0, 4) ? dayOfYear(on) : month(on)
}

export function chargeLineId(charge_ref: string): string {
  return `charge ${charge_ref}`
}

function chargeLine(desk: Desk, speech: Speech, charge: ReadCharge, name: string): Line {
  const { row, state } = charge
  const { what, title } = chargeAbout(desk.library, speech, row)
  return {
    line_id: chargeLineId(row.charge_ref),
    pays: { of: 'charge', charge_ref: row.charge_ref, amount_cents: null },
    label: name === '' ? what : speech.words.pages.pay.of(what, name),
    caption: title,
    since: sinceSaid(desk, speech, row.charged_at_ms),
    fund: fundName(desk, fundOf(row.kind)),
    amount_cents: cents(state.owed_cents),
    owed_cents: cents(state.owed_cents),
    credit: name === '' ? 'own' : 'others',
    in_kind: cashRules(desk.library).in_kind.flatMap((one) => (paysCharge(one, row.kind) ? [one.kind_code] : [])),
    is_chosen: true,
  }
}

/** In the order in which they are paid. */
export function payLines(desk: Desk): readonly Line[] {
  const speech = speechOf(desk)
  const { library, session } = desk
  const own = session.patron_id === null ? [] : owing(library, session.patron_id)
  const others = session.basket.payer_ids.flatMap((patron_id) => {
    const name = nameOf(library, patron_id)
    return owing(library, patron_id).map((charge) => ({ charge, name }))
  })
  const charges = [...own.map((charge) => ({ charge, name: '' })), ...others]
  const oldest = charges.toSorted((one, other) => one.charge.row.charged_at_ms - other.charge.row.charged_at_ms)
  return [...saleLines(desk, speech), ...oldest.map(({ charge, name }) => chargeLine(desk, speech, charge, name))]
}

/** What the library owes the open patron and can pay their own charges with. */
export function creditOf({ library, session }: Desk): number {
  const { patron_id } = session
  if (patron_id === null) return 0
  return openCharges(library, patron_id).reduce((sum, { row }) => sum + row.refund_due_cents, 0)
}
