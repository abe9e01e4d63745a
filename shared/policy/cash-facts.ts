/**
 * The rules of cash as the tables have them: drawers, what the desk sells, reasons, what an over or short takes, and
 * the float. Pure data; shared/cash/rules.ts reads them with their defaults.
 */
import type { BranchCode } from '../kernel/ids.ts'
import type { Cents } from '../kernel/money.ts'

/** A drawer of money, kept at one branch or carried between them. */
export type CashDrawer = {
  readonly drawer_code: string
  readonly name: string
  readonly branch_code: BranchCode | '*'
}

/** `held`: the money belongs to the payee, such as the Friends, and is passed on. */
export const PRODUCT_KINDS = ['sale', 'donation', 'held'] as const
export type ProductKind = (typeof PRODUCT_KINDS)[number]

/** What the desk sells or takes money for, besides charges. */
export type ProductRow = {
  readonly product_code: string
  readonly name: string
  /** The key that adds it to a payment; null: it is picked from the list. */
  readonly key_letter: string | null
  /** For one; null: asked at the desk. */
  readonly price_cents: Cents | null
  readonly kind: ProductKind
  /** Whose account at the library it is for; null: that of its kind. */
  readonly fund: string | null
  /** Whose money it is, where it is held; null: the library's own. */
  readonly payee: string | null
  /** Sales tax in hundredths of a percent, added to the price. */
  readonly tax_bp: number
  readonly order_number: number
  readonly is_active: boolean
}

/** By what goods and work count: by the piece, by the hour, or by a worth that is asked at the desk. */
export const IN_KIND_PER = ['piece', 'hour', 'asked'] as const

/** Goods or work that pay charges, such as food for fines: what it is worth, what it pays, how much of it counts. */
export type InKindTender = {
  readonly kind_code: string
  readonly name: string
  readonly per_kind: (typeof IN_KIND_PER)[number]
  /** Of one piece or one hour; null: asked at the desk. */
  readonly value_cents: Cents | null
  readonly is_for_overdue: boolean
  /** Lost items, and their processing fees. */
  readonly is_for_lost: boolean
  /** Damage and missing parts. */
  readonly is_for_damage: boolean
  /** All other charges. */
  readonly is_for_fees: boolean
  /** At most this much on one receipt, and of one patron in a month; null: no limit. */
  readonly receipt_cents_max: Cents | null
  readonly month_cents_max: Cents | null
  readonly is_active: boolean
}

export const REASON_USES = ['no-sale', 'paid-in', 'paid-out', 'void', 'refund', 'variance'] as const
export type ReasonUse = (typeof REASON_USES)[number]

export type CashReasonRow = {
  readonly reason_code: string
  readonly name: string
  readonly used_for: ReasonUse
  /** For paid in and paid out; null: the fund for everything else. */
  readonly fund: string | null
}

/** In the order of what they take: each takes what the one before it takes, too. */
export const VARIANCE_NEEDS = ['reason', 'note', 'sign-off'] as const
export type VarianceNeed = (typeof VARIANCE_NEEDS)[number]

/** What a drawer takes that is over or short by this much or more. */
export type VarianceTier = {
  readonly tier_code: string
  readonly from_cents: Cents
  readonly needs: VarianceNeed
}

/** The values of pieces as the codes of rows, largest first; shared/cash/pieces.ts has them as figures. */
export const PIECE_CODES = ['10000', '5000', '2000', '1000', '500', '200', '100', '50', '25', '10', '5', '1'] as const

/** How many pieces of one value stay in a drawer. */
export type FloatPiece = { readonly piece_code: string; readonly pieces_count: number }
