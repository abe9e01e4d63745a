/**
 * What each of a family is charged. A fee for the household, by its size, its tax bill or its rent, is charged to the
 * first of those who live together; every other fee is each one's own. Pure.
 */
import type { CardRule } from '../policy/card-facts.ts'
import { cents, type Cents } from '../kernel/money.ts'
import type { LocalDate } from '../kernel/time.ts'

type FeeKind = CardRule['fee_kind']

const isOfHousehold = (fee_kind: FeeKind): boolean => fee_kind !== 'none' && fee_kind !== 'fixed'

type Priced = {
  /** Who live together have the same. */
  readonly house: string
  readonly fee_kind: FeeKind
  /** Null: what it is computed from is not known. */
  readonly fee_cents: Cents | null
}

/** Of those whose cards are renewed together. @returns the fee of each, in the same order */
export function familyFees(members: readonly Priced[]): readonly (Cents | null)[] {
  const charged = new Set<string>()
  return members.map(({ house, fee_kind, fee_cents }) => {
    if (!isOfHousehold(fee_kind)) return fee_cents
    const of = `${fee_kind} ${house}`
    if (charged.has(of)) return cents(0)
    // Who is free by age pays for nobody.
    if (fee_cents !== 0) charged.add(of)
    return fee_cents
  })
}

type Member = {
  readonly house: string
  readonly fee_kind: FeeKind
  /** Who is free by age pays for nobody. */
  readonly isFree: boolean
  /** The last day of their card; null: without limit. */
  readonly expires_on: LocalDate | null
}

/**
 * Until when the household has paid, for somebody who is registered later: as long as the last card is valid of those
 * who live there and pay for it. `until` null: without limit. Null: nobody there has paid, or each pays their own.
 */
export function householdPaid(
  family: readonly Member[],
  { house, fee_kind }: Pick<Member, 'house' | 'fee_kind'>,
  today: LocalDate,
): { readonly until: LocalDate | null } | null {
  if (!isOfHousehold(fee_kind) || house === '') return null
  const payers = family.filter((one) => one.house === house && one.fee_kind === fee_kind && !one.isFree)
  const ends = payers.map(({ expires_on }) => expires_on).filter((on) => on === null || on >= today)
  if (ends.length === 0) return null
  return { until: ends.includes(null) ? null : ends.reduce((last, on) => ((on ?? '') > (last ?? '') ? on : last)) }
}
