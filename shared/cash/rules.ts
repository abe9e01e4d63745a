/**
 * The library's rules of cash, with what applies where it has set none: one drawer, the usual reasons and tiers, no
 * recipe. Pure. The defaults have no names: the catalog (shared/words/cash-names.ts) says them.
 */
import { cents, type Cents } from '../kernel/money.ts'
import {
  REASON_USES,
  VARIANCE_NEEDS,
  type CashDrawer,
  type CashReasonRow,
  type InKindTender,
  type ProductRow,
  type ReasonUse,
  type VarianceNeed,
  type VarianceTier,
} from '../policy/cash-facts.ts'
import type { LibraryPolicy } from '../policy/policy-facts.ts'
import { isPayLetter } from './pay/pay-letters.ts'
import { isCountIssue, PIECES_CENTS, piecesTotal, readPieces, type PieceCents, type Pieces } from './pieces.ts'
import type { CashRounding, RefundRounding } from './rounding.ts'

export const DEFAULT_DRAWER = 'DRAWER-1'

/** Where money goes whose row names no fund. */
const SALES_FUND = 'sales'
const DONATIONS_FUND = 'donations'
const OTHER_FUND = 'other'

/** What the desk sells, with nothing left open but the price. */
export type Product = Omit<ProductRow, 'key_letter' | 'fund' | 'payee'> & {
  /** Empty: it has no key, or its own is one of the payment. */
  readonly key_letter: string
  readonly fund: string
  /** Empty: the money is the library's own. */
  readonly payee: string
}

export type CashReason = Omit<CashReasonRow, 'fund'> & {
  /** Empty where the reason moves no money of a fund. */
  readonly fund: string
}

export type CashRules = {
  /** At least one. */
  readonly drawers: readonly CashDrawer[]
  /** What is on sale, in the library's order. */
  readonly products: readonly Product[]
  /** What is on sale no more, for the words of a past receipt. */
  readonly past_products: readonly Product[]
  /** At least one for each use. */
  readonly reasons: readonly CashReason[]
  /** The highest amount first. */
  readonly tiers: readonly VarianceTier[]
  /** Goods and work that are taken now. */
  readonly in_kind: readonly InKindTender[]
  /** Those that are not, for the words of a past receipt. */
  readonly past_in_kind: readonly InKindTender[]
  readonly float_recipe: Pieces
  /** Never less than the recipe comes to. */
  readonly float_total_cents: Cents
  readonly rounding: CashRounding
  readonly is_rounding_credited: boolean
  readonly refund_rounding: RefundRounding
  readonly ask_again_over_cents: Cents
  readonly undeposited_alert_hours_count: number
  /** Above this in a session, what goes into the safe or the change fund is received by a second person. */
  readonly drop_alone_up_to_cents: Cents
  /** After so many refusals in a session, what goes out of its drawer takes a second person. */
  readonly refused_outs_count: number
  readonly undeposited_alert_cents: Cents
  /** About one session in so many is drawn for a surprise count; zero: none. */
  readonly surprise_one_in_count: number
  readonly is_drawer_opened_for_card: boolean
  /** After so many seconds an open drawer is pointed out; zero: never. */
  readonly drawer_left_open_seconds_count: number
  /** What the library calls its funds, and whose money it holds, by code. */
  readonly fund_names: Readonly<Record<string, string>>
  /** The numbers of the library's own ledger: by "income fines", or by the account alone. */
  readonly ledger_accounts: Readonly<Record<string, string>>
  /** The pieces that a count asks for, largest first. */
  readonly counted_pieces: readonly PieceCents[]
}

const USUAL_REASONS = {
  'no-sale': ['LEFT-OUT', 'CHECK-DRAWER', 'STUCK', 'OTHER-NO-SALE'],
  'paid-in': ['FOUND-MONEY', 'COIN-BOX', 'OTHER-IN'],
  'paid-out': ['SUPPLIES', 'POSTAGE', 'COIN-REFUND', 'OTHER-OUT'],
  void: ['WRONG-AMOUNT', 'WRONG-PATRON', 'WRONG-TENDER', 'CHANGED-MIND'],
  refund: ['ITEM-FOUND', 'CHARGED-IN-ERROR', 'PAID-TWICE', 'OTHER-REFUND'],
  variance: ['WRONG-CHANGE', 'NOT-RECORDED', 'WRONG-FLOAT', 'NOT-KNOWN'],
} as const satisfies Readonly<Record<ReasonUse, readonly string[]>>

/** The codes of the reasons that come with the program. */
export type UsualReason = (typeof USUAL_REASONS)[ReasonUse][number]

const USUAL_TIERS: readonly VarianceTier[] = [
  { tier_code: 'SIGN-OFF', from_cents: cents(2500), needs: 'sign-off' },
  { tier_code: 'NOTE', from_cents: cents(1000), needs: 'note' },
  { tier_code: 'REASON', from_cents: cents(1), needs: 'reason' },
]

function reasonsOf(rows: readonly CashReasonRow[]): readonly CashReason[] {
  return REASON_USES.flatMap((used_for) => {
    const own = rows.filter((row) => row.used_for === used_for)
    const usual = USUAL_REASONS[used_for].map((reason_code) => ({ reason_code, name: '', used_for, fund: null }))
    const movesMoney = used_for === 'paid-in' || used_for === 'paid-out'
    return (own.length === 0 ? usual : own).map((row) => {
      return { ...row, fund: movesMoney ? (row.fund ?? OTHER_FUND) : '' }
    })
  })
}

function productOf(row: ProductRow): Product {
  return {
    ...row,
    key_letter: row.key_letter === null || isPayLetter(row.key_letter) ? '' : row.key_letter,
    fund: row.fund ?? (row.kind === 'donation' ? DONATIONS_FUND : SALES_FUND),
    payee: row.kind === 'held' ? (row.payee ?? '') : '',
    tax_bp: row.kind === 'sale' ? row.tax_bp : 0,
  }
}

/** How many of each piece stay in a drawer. */
export function floatRecipe(policy: Pick<LibraryPolicy, 'float_pieces'>): Pieces {
  const counts = policy.float_pieces.map((row) => [row.piece_code, row.pieces_count] as const)
  const read = readPieces(Object.fromEntries(counts))
  return isCountIssue(read) ? {} : read
}

/** "book-sale: Spring book sale", by its colon. */
function namedCode(line: string): readonly [code: string, name: string] {
  const at = line.indexOf(':')
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
}

export function cashRulesOf(policy: LibraryPolicy): CashRules {
  const { settings, cash_drawers } = policy
  const float_recipe = floatRecipe(policy)
  const products = policy.products.map(productOf).toSorted((one, other) => one.order_number - other.order_number)
  const tiers = policy.variance_tiers.length === 0 ? USUAL_TIERS : policy.variance_tiers
  return {
    drawers: cash_drawers.length > 0 ? cash_drawers : [{ drawer_code: DEFAULT_DRAWER, name: '', branch_code: '*' }],
    products: products.filter((one) => one.is_active),
    past_products: products.filter((one) => !one.is_active),
    reasons: reasonsOf(policy.cash_reasons),
    tiers: tiers.toSorted((one, other) => other.from_cents - one.from_cents),
    in_kind: policy.in_kind_tenders.filter((one) => one.is_active),
    past_in_kind: policy.in_kind_tenders.filter((one) => !one.is_active),
    float_recipe,
    float_total_cents: cents(Math.max(settings.float_total_cents, piecesTotal(float_recipe))),
    rounding: settings.cash_rounding,
    is_rounding_credited: settings.is_rounding_credited,
    refund_rounding: settings.refund_rounding,
    ask_again_over_cents: settings.ask_again_over_cents,
    undeposited_alert_hours_count: settings.undeposited_alert_hours_count,
    drop_alone_up_to_cents: settings.drop_alone_up_to_cents,
    refused_outs_count: settings.refused_outs_count,
    undeposited_alert_cents: settings.undeposited_alert_cents,
    surprise_one_in_count: settings.surprise_one_in_count,
    is_drawer_opened_for_card: settings.is_drawer_opened_for_card,
    drawer_left_open_seconds_count: settings.drawer_left_open_seconds_count,
    fund_names: Object.fromEntries(settings.fund_names.map(namedCode)),
    ledger_accounts: Object.fromEntries(settings.ledger_accounts.map(namedCode)),
    counted_pieces: PIECES_CENTS.filter((piece) => settings.counted_pieces_cents.includes(piece)),
  }
}

export function reasonsFor(rules: CashRules, used_for: ReasonUse): readonly CashReason[] {
  return rules.reasons.filter((reason) => reason.used_for === used_for)
}

/** What a drawer takes that is over or short by this much; null: nothing. A higher amount never takes less. */
export function varianceNeed(rules: CashRules, variance_cents: Cents): VarianceNeed | null {
  const size = Math.abs(variance_cents)
  const reached = rules.tiers
    .filter((tier) => tier.from_cents <= size)
    .map((tier) => VARIANCE_NEEDS.indexOf(tier.needs))
  return VARIANCE_NEEDS[Math.max(-1, ...reached)] ?? null
}

/** Why something is over or short, as far as a person said; empty: nothing yet. */
export type DifferenceSaid = { readonly reason: string; readonly note: string }

/** What of it was not said; null: as much as it takes. */
export function notSaid(need: VarianceNeed | null, { reason, note }: DifferenceSaid): 'reason' | 'note' | null {
  if (need === null) return null
  if (reason === '') return 'reason'
  return need !== 'reason' && note.trim() === '' ? 'note' : null
}

/** The drawers of a branch: its own, and those of no branch. A branch without any has them all. */
export function drawersAt(rules: CashRules, branch_code: string): readonly CashDrawer[] {
  const here = rules.drawers.filter((drawer) => drawer.branch_code === '*' || drawer.branch_code === branch_code)
  return here.length > 0 ? here : rules.drawers
}
