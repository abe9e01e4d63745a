/**
 * The rules of library cards as the tables have them: who is a resident, which card that brings and what it takes, what
 * is asked of a person, what proves it, and which numbers cards have. Pure data; shared/patron decides by it.
 */
import type { CategoryCode } from '../kernel/ids.ts'
import type { Cents } from '../kernel/money.ts'
import type { PatronField } from '../kernel/patron-field.ts'

/** How a person stands to the library: its own, another library's whose cards it honors, or nobody's. */
export const STANDINGS = ['resident', 'reciprocal', 'non-resident'] as const
export type Standing = (typeof STANDINGS)[number]

export const STREET_SIDES = ['both', 'even', 'odd'] as const

/**
 * What an address says of who lives there. Null matches any; the most specific row applies: a range of house numbers,
 * then a street, a ZIP code, a city, and the row for everywhere else.
 */
export type ResidencyRule = {
  readonly rule_code: string
  /** Five digits, or the first three for a region. */
  readonly postal_code: string | null
  readonly city: string | null
  readonly street: string | null
  readonly house_number_from: number | null
  readonly house_number_to: number | null
  readonly side_kind: (typeof STREET_SIDES)[number]
  readonly standing_kind: Standing
  /** The library that such a person belongs to; null: this one, or none. */
  readonly home_library_name: string | null
}

/** What a card costs: nothing, an amount, an amount for each of the household, a share of a tax bill or of a rent. */
export const FEE_KINDS = ['none', 'fixed', 'household', 'tax-bill', 'rent'] as const
export type FeeKind = (typeof FEE_KINDS)[number]

/** When a renewal asks for the address again. */
export const CHECK_KINDS = ['always', 'yearly', 'returned-mail', 'never'] as const

/** How a card is given: by the rule alone, only where a clerk chooses it, or only by a role with the grant for that. */
export const GIVEN_KINDS = ['by-rule', 'if-chosen', 'by-grant'] as const

/** A card that a library gives: to whom, until when, and what it takes. How long it is valid is the category's. */
export type CardRule = {
  readonly rule_code: string
  readonly category_code: CategoryCode
  readonly standing_kind: Standing | 'any'
  readonly given_kind: (typeof GIVEN_KINDS)[number]
  /** From and up to this age, both included; null: without limit. */
  readonly age_count_min: number | null
  readonly age_count_max: number | null
  readonly is_guardian_required: boolean
  /** The card ends on the birthday at which its holder is that old; null: it does not. */
  readonly ends_at_age_count: number | null
  /** Never longer than the card of the library at home. */
  readonly is_capped_at_home_card: boolean
  /** A renewal counts from the day it is made, or from the day on which the card expires. */
  readonly renewal_from: 'today' | 'expiry'
  readonly check_kind: (typeof CHECK_KINDS)[number]
  readonly identity_proofs_count: number
  readonly address_proofs_count: number
  readonly fee_kind: FeeKind
  /** For `fixed`, and for each person of a `household`. */
  readonly fee_cents: Cents | null
  /** Hundredths of a percent of a tax bill, or of a month's rent. */
  readonly fee_bp: number | null
  readonly fee_free_below_age_count: number | null
  /** Of the cards that a person may have, the lowest is offered first. */
  readonly order_number: number
}

/** `offered`: the form has it, and nobody is asked for it. */
export const FIELD_NEEDS = ['required', 'suggested', 'offered', 'off'] as const
export type FieldNeed = (typeof FIELD_NEEDS)[number]

/** How much a field matters for a category, or for all. */
export type FieldRule = {
  readonly rule_code: string
  readonly field_name: PatronField
  readonly category_code: CategoryCode | '*'
  readonly need_kind: FieldNeed
}

/** `name`: that a name was changed. */
export const PROOF_SHOWS = ['identity', 'address', 'both', 'name'] as const

/** A kind of document that is seen, and never copied: not its number, nor anything else that it says. */
export type ProofKind = {
  readonly proof_code: string
  readonly name: string
  readonly shows_kind: (typeof PROOF_SHOWS)[number]
  /** At most this old; null: whatever its age. */
  readonly days_count_max: number | null
  /** Of this year, as a tax bill or a lease. */
  readonly is_this_year: boolean
  readonly order_number: number
  readonly is_active: boolean
}

/** `mod-10`: the numbers of the range lack the digit that is computed, as of a 14-digit Codabar card. */
export const NUMBER_CHECKS = ['mod-10', 'none'] as const

/** Numbers for cards, first to last, both included. */
export type CardRange = {
  readonly range_code: string
  /** The one desk that gives these numbers out; null: they are printed on cards, which any desk gives by a scan. */
  readonly terminal_code: string | null
  readonly from_number: string
  readonly to_number: string
  readonly check_kind: (typeof NUMBER_CHECKS)[number]
}
