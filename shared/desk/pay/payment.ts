/**
 * What a payment on the screen comes to while it is put together: what is due for the chosen lines, what was given, and
 * what would stay owed. Pure. Decides nothing that is recorded: the station reckons again from the same input.
 */
import { payDown } from '../../cash/pay-down.ts'
import { isCashNeedless, settle, withCredit } from '../../cash/settle.ts'
import { cents, type Cents } from '../../kernel/money.ts'
import type { Call, Section } from '../page.ts'
import type { PayTender } from './payment-section.ts'

export type Payment = Extract<Section, { kind: 'payment' }>

/** One tender as it is sent. The amount of cash is what was handed over; the change comes off at the station. */
export type TypedTender =
  | { readonly tender: 'cash'; readonly tendered_cents: Cents }
  | { readonly tender: 'check'; readonly amount_cents: Cents; readonly check_number: string }
  | {
      readonly tender: 'card'
      readonly amount_cents: Cents
      readonly authorization: string
      readonly last_four: string
    }
  /** `is_for_others`: it also pays the charges of other patrons among the lines. */
  | { readonly tender: 'credit'; readonly amount_cents: Cents; readonly is_for_others?: boolean }
  /** `off_cents`: what it takes off, as the screen reckons it; it is not sent. */
  | {
      readonly tender: 'in-kind'
      readonly kind_code: string
      readonly quantity_count: number | null
      readonly amount_cents: Cents | null
      readonly off_cents: Cents
    }

/** What it pays, as far as the screen knows. */
export function givenCents(one: TypedTender): Cents {
  if (one.tender === 'in-kind') return one.off_cents
  return one.tender === 'cash' ? one.tendered_cents : one.amount_cents
}

/** What is due for these lines: as the station said it, with what was added and taken away since. */
export function dueCents({ lines, due_cents }: Payment, chosen: ReadonlySet<string>): Cents {
  const added = lines.reduce((sum, { line_id, is_chosen, amount_cents }) => {
    if (is_chosen === chosen.has(line_id)) return sum
    return is_chosen ? sum - amount_cents : sum + amount_cents
  }, 0)
  return cents(Math.max(0, due_cents + added))
}

/**
 * `nothing`: no tender yet. `whole`: it is paid, with this change, and this stays on the account; with no cash at all,
 * where what is due rounds to nothing. `part`: this much is taken, and this stays owed of what was chosen. `over`: a
 * check, a card or credit comes to this much more than is due, or this much cash is given and all of it would go back.
 */
export type Coming =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'whole'; readonly change_cents: Cents; readonly credit_cents: Cents }
  | { readonly kind: 'part'; readonly given_cents: Cents; readonly stays_cents: Cents }
  | { readonly kind: 'over'; readonly over_cents: Cents }

/** What a draft of a payment calls the amount that is typed. */
export const TYPED_AMOUNT = 'amount'

/** What the clerk says of the change. */
export type ChangeHow = {
  /** It stays on the account. */
  readonly keeps_change: boolean
  /** The drawer can make it to the cent. */
  readonly is_exact_possible: boolean
}
export const CHANGE_GIVEN: ChangeHow = { keeps_change: false, is_exact_possible: true }

/** What would come of these tenders. */
export function comingOf(
  { rounding }: Pick<Payment, 'rounding'>,
  due_cents: Cents,
  tenders: readonly TypedTender[],
  { keeps_change, is_exact_possible }: ChangeHow = CHANGE_GIVEN,
): Coming {
  if (tenders.length === 0) return { kind: 'nothing' }
  const given = tenders.reduce((sum, one) => sum + givenCents(one), 0)
  const cash_cents = sumOf(tenders, (one) => one.tender === 'cash')
  const credit = sumOf(tenders, (one) => one.tender === 'credit' || one.tender === 'in-kind')
  if (credit > due_cents) return { kind: 'over', over_cents: cents(credit - due_cents) }
  const others = tenders.flatMap((one) =>
    one.tender === 'check' || one.tender === 'card' ? { tender: one.tender, amount_cents: one.amount_cents } : [],
  )
  const rules = { rounding, is_exact_possible }
  const settled = settle(cents(due_cents - credit), { cash_cents, others }, rules)
  if (!('code' in settled)) {
    const kept = withCredit(settled, keeps_change ? 'change' : 'nothing')
    if (isCashNeedless(cash_cents, kept)) return { kind: 'over', over_cents: cash_cents }
    return { kind: 'whole', change_cents: kept.change_cents, credit_cents: kept.credit_cents }
  }
  if (settled.code === 'other-over') return { kind: 'over', over_cents: settled.amount_cents }
  if (given === 0) return { kind: 'nothing' }
  return { kind: 'part', given_cents: cents(given), stays_cents: cents(due_cents - given) }
}

function sumOf(tenders: readonly TypedTender[], isMeant: (one: TypedTender) => boolean): Cents {
  return cents(tenders.filter(isMeant).reduce((sum, one) => sum + givenCents(one), 0))
}

/** How much of each chosen line is paid now, by its id: all of it, or, with too little, the oldest first. */
export function paidNow({ lines }: Payment, chosen: ReadonlySet<string>, coming: Coming): ReadonlyMap<string, Cents> {
  const owing = lines
    .filter(({ line_id }) => chosen.has(line_id))
    .map(({ line_id, amount_cents }) => ({ charge_ref: line_id, owed_cents: cents(amount_cents) }))
  const all = owing.reduce((sum, one) => sum + one.owed_cents, 0)
  const reach = coming.kind === 'part' ? all - coming.stays_cents : all
  return new Map(payDown(owing, cents(Math.max(0, reach))).lines.map((one) => [one.charge_ref, one.amount_cents]))
}

/**
 * What the call and the preview get: the known part of their input, the chosen lines, the tenders, and of a part
 * payment how much of the charges it pays. What is sold is paid first, and whole.
 */
export function paymentInput(
  { input }: Call,
  section: Payment,
  chosen: ReadonlySet<string>,
  tenders: readonly TypedTender[],
  how: ChangeHow = CHANGE_GIVEN,
): Call['input'] {
  const lines = section.lines.filter(({ line_id }) => chosen.has(line_id))
  const charges = lines.flatMap(({ pays: { of, ...pays } }) => (of === 'charge' ? pays : []))
  const sales = lines.flatMap(({ pays: { of, ...pays } }) => (of === 'sale' ? pays : []))
  const sold = lines.reduce((sum, { pays, amount_cents }) => (pays.of === 'sale' ? sum + amount_cents : sum), 0)
  const coming = comingOf(section, dueCents(section, chosen), tenders, how)
  const pay = coming.kind === 'part' ? coming.given_cents - sold : 0
  const kept = how.keeps_change ? { keeps_change: true } : {}
  const exact = how.is_exact_possible ? {} : { is_exact_possible: false }
  const sent = tenders.map((one) => (one.tender === 'in-kind' ? withoutOff(one) : one))
  return { ...input, ...kept, ...exact, charges, pay_cents: pay > 0 ? pay : null, sales, tenders: sent }
}

function withoutOff({ tender, kind_code, quantity_count, amount_cents }: Extract<TypedTender, { tender: 'in-kind' }>) {
  return { tender, kind_code, quantity_count, amount_cents }
}

/** How much the patron's credit can pay of the chosen lines: of their own charges, or of everybody's. */
export function creditReach(
  { lines, credit_cents }: Payment,
  chosen: ReadonlySet<string>,
  isForOthers: boolean,
): Cents {
  const reached = lines.filter(({ line_id, credit }) => {
    return chosen.has(line_id) && (credit === 'own' || (credit === 'others' && isForOthers))
  })
  const owed = reached.reduce((sum, one) => sum + one.amount_cents, 0)
  return cents(Math.min(owed, credit_cents))
}

/** The tenders that can be chosen here: credit, and goods and work, only where there are some. */
export function offered({ tenders, credit_cents, in_kind }: Payment): readonly PayTender[] {
  const is = { credit: credit_cents > 0, 'in-kind': in_kind.length > 0 }
  return tenders.filter((tender) => (tender === 'credit' || tender === 'in-kind' ? is[tender] : true))
}
