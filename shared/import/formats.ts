/**
 * The one list of files that a folder may contain, in the order in which they are read: files that others refer to come
 * first. A card is held against the items and the badges, which come before it.
 */
import { CARD_RANGES, CARD_RULES, FIELD_RULES, PROOF_KINDS, RESIDENCY_RULES } from './formats-cards.ts'
import { CASH_DRAWERS, CASH_REASONS, FLOAT_PIECES, IN_KIND_TENDERS, PRODUCTS, VARIANCE_TIERS } from './formats-cash.ts'
import {
  BRANCHES,
  CLOSED_DAYS,
  HOURS,
  ITEM_TYPES,
  LIBRARY,
  LOAN_RULES,
  PATRON_CATEGORIES,
  STAFF,
} from './formats-library.ts'
import {
  FEES,
  FINE_FREE_DAYS,
  FINE_RULES,
  FIXED_DATES,
  LIMIT_GROUPS,
  LIMITS,
  LOST_RULES,
  RENTAL_RULES,
  SETTINGS,
  SHELF_SIGNS,
} from './formats-policy.ts'
import { CHARGES, CREDITS, HOLDS, ITEMS, LOANS, TITLES } from './formats-material.ts'
import { ADDRESSES, APART, BLOCKS, CARDS, NOTES, PATRONS, PICKUPS } from './formats-people.ts'

/** By the name of the file. The order is the order of reading; MARC files come right after titles.csv. */
export const FORMATS = {
  'library.csv': LIBRARY,
  'branches.csv': BRANCHES,
  'hours.csv': HOURS,
  'closed_days.csv': CLOSED_DAYS,
  'patron_categories.csv': PATRON_CATEGORIES,
  'item_types.csv': ITEM_TYPES,
  'fixed_dates.csv': FIXED_DATES,
  'loan_rules.csv': LOAN_RULES,
  'fine_rules.csv': FINE_RULES,
  'lost_rules.csv': LOST_RULES,
  'limit_groups.csv': LIMIT_GROUPS,
  'limits.csv': LIMITS,
  'rental_rules.csv': RENTAL_RULES,
  'fees.csv': FEES,
  'fine_free_days.csv': FINE_FREE_DAYS,
  'shelf_signs.csv': SHELF_SIGNS,
  'cash_drawers.csv': CASH_DRAWERS,
  'products.csv': PRODUCTS,
  'cash_reasons.csv': CASH_REASONS,
  'variance_tiers.csv': VARIANCE_TIERS,
  'float_pieces.csv': FLOAT_PIECES,
  'in_kind_tenders.csv': IN_KIND_TENDERS,
  'residency_rules.csv': RESIDENCY_RULES,
  'card_rules.csv': CARD_RULES,
  'field_rules.csv': FIELD_RULES,
  'proof_kinds.csv': PROOF_KINDS,
  'card_ranges.csv': CARD_RANGES,
  'settings.csv': SETTINGS,
  'staff.csv': STAFF,
  'titles.csv': TITLES,
  'items.csv': ITEMS,
  'patrons.csv': PATRONS,
  'cards.csv': CARDS,
  'addresses.csv': ADDRESSES,
  'notes.csv': NOTES,
  'blocks.csv': BLOCKS,
  'pickups.csv': PICKUPS,
  'apart.csv': APART,
  'loans.csv': LOANS,
  'holds.csv': HOLDS,
  'charges.csv': CHARGES,
  'credits.csv': CREDITS,
} as const

export type FormatName = keyof typeof FORMATS
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[]

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(FORMATS, name)
}

/** The file of ours that MARC files are read after. */
export const MARC_COMES_AFTER: FormatName = 'titles.csv'
