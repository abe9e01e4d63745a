/**
 * What each of a family is charged where their cards are renewed together. A fee for the household, by its size, its
 * tax bill or its rent, is charged to the first of those who live together; every other fee is each one's own. Pure.
 */
import type { CardRule } from '../policy/card-facts.ts'
import { cents, type Cents } from '../kernel/money.ts'

type Priced = {
  /** Who live together have the same. */
  readonly house: string
  readonly fee_kind: CardRule['fee_kind']
  /** Null: what it is computed from is not known. */
  readonly fee_cents: Cents | null
}

/** @returns the fee of each, in the same order */
export function familyFees(members: readonly Priced[]): readonly (Cents | null)[] {
  const charged = new Set<string>()
  return members.map(({ house, fee_kind, fee_cents }) => {
    if (fee_kind === 'none' || fee_kind === 'fixed') return fee_cents
    const of = `${fee_kind} ${house}`
    if (charged.has(of)) return cents(0)
    // Who is free by age pays for nobody.
    if (fee_cents !== 0) charged.add(of)
    return fee_cents
  })
}
