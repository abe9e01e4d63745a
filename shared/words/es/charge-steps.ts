/** Spanish for what a charge was made for. */
import type { ChargeStep } from '../../circulation/fines/charge-steps.ts'
import type { FeeRule } from '../../policy/policy-facts.ts'
import { countedIn } from '../plural.ts'
import type { StepOf, StepWords } from '../steps.ts'
import { period } from './policy/rows.ts'

const counted = countedIn('es')

const PRICES: Readonly<Record<StepOf<ChargeStep, 'price'>['price'], string>> = {
  own: 'el precio del artículo',
  default: 'el precio predeterminado de su tipo',
  stated: 'precio fijado por el personal',
}

/** What a fee is for, where the library gave it no name. */
export const FEE_KINDS: Readonly<Record<FeeRule['fee_kind'], string>> = {
  'replacement-card': 'tarjeta de reemplazo',
  hold: 'hacer una reserva',
  part: 'pieza faltante',
  damage: 'daño',
  'returned-check': 'cheque devuelto',
  'book-drop': 'devolución en el buzón',
  other: 'otro cargo',
}

export const CHARGE_STEPS: StepWords<ChargeStep> = {
  'counted-between': ({ from_ms, to_ms }, say) => `se cuenta desde ${say.moment(from_ms)} hasta ${say.moment(to_ms)}`,
  late: ({ late_count, late_unit, closed_days_count }) => {
    const closed =
      closed_days_count === 0 ? '' : `, sin contar ${counted(closed_days_count, 'día cerrado', 'días cerrados')}`
    return `${period(late_count, late_unit)} de atraso${closed}`
  },
  rate: ({ units_count, rate_cents }, say) => `${units_count} × ${say.money(rate_cents)}`,
  'rental-rate': ({ units_count, unit, rate_cents }, say) =>
    unit === null ? say.money(rate_cents) : `${period(units_count, unit)} × ${say.money(rate_cents)}`,
  'no-more-than': ({ is_price, cap_cents }, say) =>
    is_price ? `su precio como máximo,  ${say.money(cap_cents)}` : `${say.money(cap_cents)} como máximo`,
  'charged-before': ({ already_cents }, say) => `${say.money(already_cents)} ya se habían cobrado`,
  processing: ({ amount_cents }, say) => `cargo por procesamiento, ${say.money(amount_cents)}`,
  price: ({ price, amount_cents }, say) => `${PRICES[price]}, ${say.money(amount_cents)}`,
  damage: ({ part, is_part, is_stated, amount_cents }, say) => {
    const name = part || (is_part ? 'pieza' : 'daño')
    return is_stated
      ? `${name}: ${say.money(amount_cents)}, fijado por el personal`
      : `${name}, ${say.money(amount_cents)}`
  },
  'beyond-use': ({ amount_cents }, say) => `sin arreglo: su precio, ${say.money(amount_cents)}`,
  'not-above-price': () => 'su precio como máximo',
  fee: ({ fee_code, fee_kind, name, listed_cents }, say) => {
    const what = name || (fee_kind === null ? '' : FEE_KINDS[fee_kind])
    return `Cargo ${fee_code}: ${what === '' ? '' : `${what}, `}${say.money(listed_cents)}`
  },
  'amount-stated': ({ amount_cents }, say) => `${say.money(amount_cents)}, fijado por el personal`,
  'by-hand': () => 'agregado por el personal',
}
