/**
 * Whether the address of a patron is due to be checked, and why: the list of those and the act on their account go by
 * this one rule (main/store/patrons/card-list-rows.ts says the same as conditions of its statements). Pure.
 */
import type { LocalDate } from '../../kernel/time.ts'
import type { CardRule } from '../../policy/card-facts.ts'
import { isAboutAddress } from '../../policy/facts.ts'
import { addressDueBy } from './card-lists.ts'

/** A block of the library's data, of whatever kind. */
type Block = {
  readonly kind: string
  readonly from_on: LocalDate | null
  /** The last day on which it applies; null: it stays. */
  readonly until_on: LocalDate | null
}

export type AddressFacts = {
  readonly is_active: boolean
  readonly expires_on: LocalDate | null
  readonly checked_on: LocalDate | null
  readonly blocks: readonly Block[]
  /** Whether the library checks the cards of their category each year. */
  readonly is_yearly: boolean
}

/** A category is checked yearly if any of its rules says so: whom the rule of another standing fits is checked, too. */
export function isCheckedYearly(
  rules: readonly Pick<CardRule, 'category_code' | 'check_kind'>[],
  category_code: string,
): boolean {
  return rules.some((rule) => rule.category_code === category_code && rule.check_kind === 'yearly')
}

/**
 * Whether mail came back, and the address was not checked since. A block without a day is settled by any check of the
 * last year.
 */
export function isMailBack({ blocks, checked_on }: Pick<AddressFacts, 'blocks' | 'checked_on'>, today: LocalDate) {
  return blocks.some(({ kind, from_on, until_on }) => {
    if (!isAboutAddress({ kind }) || (until_on !== null && until_on < today)) return false
    return checked_on === null || checked_on < (from_on ?? addressDueBy(today))
  })
}

/** Null: it is not due. A closed account is on no list. */
export function addressDue(facts: AddressFacts, today: LocalDate): 'mail' | 'yearly' | null {
  const { is_active, expires_on, checked_on, is_yearly } = facts
  if (!is_active) return null
  if (isMailBack(facts, today)) return 'mail'
  const isValid = expires_on === null || expires_on >= today
  return is_yearly && isValid && (checked_on === null || checked_on <= addressDueBy(today)) ? 'yearly' : null
}
