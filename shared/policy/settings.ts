/**
 * The library's settings as the rules pages show them: by area, and how each is asked. The catalog (shared/words) says
 * what each decides. Pure data.
 */
import type { LibrarySettings, SettingName } from './library-settings.ts'
import { LABEL_SHEET_CODES } from '../catalog/label-sheets.ts'
import { cents, centsText, parseCents } from '../kernel/money.ts'
import * as is from './columns.ts'
import type { PolicyColumn, Value } from './columns.ts'

export const SETTING_AREAS = [
  'whose-rule',
  'renewing',
  'holds',
  'claims',
  'check-in',
  'other-libraries',
  'shelving',
  'papers',
  'undoing',
  'privacy',
  'signing-in',
  'cash',
] as const
export type SettingArea = (typeof SETTING_AREAS)[number]

const VALUE = 'value'
const YES = is.tick(VALUE, false)
const TEXT = is.words(VALUE)
const MAYBE_TEXT = is.maybe(TEXT)
const COUNT = is.count(VALUE, 0)
const FROM_ONE = is.count(VALUE, 0, { least: 1 })
const LIMIT = is.maybe(is.count(VALUE, null))

/** The compiler requires a line for every setting. */
export const SETTINGS_ASKED = {
  rule_branch_from: { area: 'whose-rule', column: is.choice(VALUE, ['desk', 'item-home', 'item-holding', 'patron']) },
  claims_year_count_max: { area: 'claims', column: LIMIT },
  claims_open_count_max: { area: 'claims', column: LIMIT },
  claims_within_days_count: { area: 'claims', column: LIMIT },
  claims_recheck_days: { area: 'claims', column: TEXT },
  is_claim_stopping_fine: { area: 'claims', column: YES },
  is_found_claim_waived: { area: 'claims', column: YES },
  is_hold_blocking_renewal: { area: 'renewing', column: YES },
  is_account_blocking_renewal: { area: 'renewing', column: YES },
  renewals_unseen_count_max: { area: 'renewing', column: LIMIT },
  due_by_hand_days_count_max: { area: 'renewing', column: LIMIT },
  recall_guaranteed_days_count: { area: 'holds', column: COUNT },
  recall_return_days_count: { area: 'holds', column: FROM_ONE },
  hold_shelf_days_count: { area: 'holds', column: FROM_ONE },
  is_hold_shelf_open_days: { area: 'holds', column: YES },
  hold_expires_days_count: { area: 'holds', column: LIMIT },
  hold_suspend_days_count_max: { area: 'holds', column: LIMIT },
  holds_count_max: { area: 'holds', column: LIMIT },
  is_title_hold: { area: 'holds', column: YES },
  is_hold_on_shelf_allowed: { area: 'holds', column: YES },
  hold_slip_shows: { area: 'holds', column: is.choice(VALUE, ['code', 'code-and-name']) },
  is_hold_captured_at_check_in: { area: 'holds', column: YES },
  is_hold_data_from_elsewhere: { area: 'holds', column: YES },
  lender_days_before_count: { area: 'other-libraries', column: COUNT },
  own_item_prefixes: {
    area: 'other-libraries',
    column: TEXT,
  },
  is_book_drop_backdated: { area: 'check-in', column: YES },
  backdate_days_count_max: { area: 'check-in', column: COUNT },
  is_backdate_adjusting_fine: { area: 'check-in', column: YES },
  is_idle_return_confirmed: { area: 'check-in', column: YES },
  is_fine_charged_at_check_in: { area: 'check-in', column: YES },
  is_amnesty_allowed: { area: 'check-in', column: YES },
  is_outage_waived: { area: 'check-in', column: YES },
  is_override_asked_once: { area: 'renewing', column: YES },
  guarantee_owed_cents_max: { area: 'renewing', column: is.maybe(is.money(VALUE)) },
  card_owed_cents_max: { area: 'renewing', column: is.maybe(is.money(VALUE)) },
  card_items_first: { area: 'renewing', column: is.choice(VALUE, ['none', 'overdue', 'all']) },
  card_settled_for: { area: 'renewing', column: is.choice(VALUE, ['both', 'renewals', 'new-cards']) },
  is_non_resident_said: { area: 'papers', column: YES },
  organization_category_codes: { area: 'papers', column: MAYBE_TEXT },
  is_family_debt_blocking: { area: 'renewing', column: YES },
  shelf_prefixes: { area: 'shelving', column: MAYBE_TEXT },
  shelf_numerals: { area: 'shelving', column: is.choice(VALUE, ['as-spoken', 'before-letters']) },
  shelf_walk: { area: 'shelving', column: MAYBE_TEXT },
  locale: { area: 'papers', column: is.choice(VALUE, ['en-US', 'es-US', 'en-CA', 'en-GB']) },
  paper_contact_lines: { area: 'papers', column: MAYBE_TEXT },
  paper_foot_lines: { area: 'papers', column: MAYBE_TEXT },
  card_terms_lines: { area: 'papers', column: MAYBE_TEXT },
  paper_web_address: { area: 'papers', column: MAYBE_TEXT },
  slip_symbology: { area: 'papers', column: is.choice(VALUE, ['codabar', 'code128']) },
  slips_printed: { area: 'papers', column: is.choice(VALUE, ['none', 'holds', 'holds-and-transits']) },
  label_sheet: { area: 'papers', column: is.choice(VALUE, LABEL_SHEET_CODES) },
  spine_label_sheet: { area: 'papers', column: is.choice(VALUE, LABEL_SHEET_CODES) },
  slip_language: { area: 'papers', column: is.choice(VALUE, ['en', 'es']) },
  display_shows: { area: 'privacy', column: is.choice(VALUE, ['amounts', 'titles', 'titles-and-name']) },
  display_welcome_lines: { area: 'papers', column: MAYBE_TEXT },
  display_closed_lines: { area: 'papers', column: MAYBE_TEXT },
  loan_history_days_count: { area: 'privacy', column: COUNT },
  notes_kept_days_count: { area: 'privacy', column: LIMIT },
  holds_kept_days_count: { area: 'privacy', column: COUNT },
  reports_kept_days_count: { area: 'privacy', column: FROM_ONE },
  drafts_kept_hours_count: { area: 'privacy', column: FROM_ONE },
  is_view_audited: { area: 'privacy', column: YES },
  is_view_reason_required: { area: 'privacy', column: YES },
  is_merge_approved: { area: 'privacy', column: YES },
  view_audit_days_count: { area: 'privacy', column: FROM_ONE },
  is_view_log_told: { area: 'privacy', column: YES },
  guardian_told_below_age_count: { area: 'privacy', column: LIMIT },
  patron_pin_digits_count: { area: 'privacy', column: is.count(VALUE, 4, { least: 4 }) },
  undo_within_minutes_count: { area: 'undoing', column: is.count(VALUE, 60, { least: 5 }) },
  cash_rounding: { area: 'cash', column: is.choice(VALUE, ['off', 'always', 'no-exact-change']) },
  is_rounding_credited: { area: 'cash', column: YES },
  refund_rounding: { area: 'cash', column: is.choice(VALUE, ['exact', 'mirrored']) },
  ask_again_over_cents: { area: 'cash', column: is.money(VALUE) },
  float_total_cents: { area: 'cash', column: is.money(VALUE) },
  undeposited_alert_hours_count: { area: 'cash', column: FROM_ONE },
  drop_alone_up_to_cents: { area: 'cash', column: is.money(VALUE) },
  refused_outs_count: { area: 'cash', column: FROM_ONE },
  undeposited_alert_cents: { area: 'cash', column: is.money(VALUE) },
  surprise_one_in_count: { area: 'cash', column: COUNT },
  is_drawer_opened_for_card: { area: 'cash', column: YES },
  drawer_left_open_seconds_count: { area: 'cash', column: COUNT },
  fund_names: { area: 'cash', column: MAYBE_TEXT },
  ledger_accounts: { area: 'cash', column: MAYBE_TEXT },
  counted_pieces_cents: { area: 'cash', column: TEXT },
  is_badge_pin_required: { area: 'signing-in', column: YES },
} as const satisfies Readonly<Record<SettingName, { readonly area: SettingArea; readonly column: PolicyColumn }>>

export function isSettingArea(name: string): name is SettingArea {
  return SETTING_AREAS.some((area) => area === name)
}

/** Settings that are a list of words. */
const WORD_LISTS: ReadonlySet<SettingName> = new Set([
  'shelf_prefixes',
  'shelf_walk',
  'own_item_prefixes',
  'organization_category_codes',
])
/** Settings that are lines of paper. */
const LINE_LISTS: ReadonlySet<SettingName> = new Set([
  'paper_contact_lines',
  'paper_foot_lines',
  'card_terms_lines',
  'display_welcome_lines',
  'display_closed_lines',
  'fund_names',
  'ledger_accounts',
])
/** Settings that are a list of amounts. */
const AMOUNT_LISTS: ReadonlySet<SettingName> = new Set(['counted_pieces_cents'])
/** Lines of paper can contain commas, so another character separates them. */
const LINE_BREAK = '|'
/** How a form names the empty word of a list. */
const NO_WORD = 'none'

/**
 * The text in the form: the list of days as "1, 15, 30", of amounts as "20.00, 0.25", of words as "REF, none, J", lines
 * with "|".
 */
export function settingValue(settings: LibrarySettings, name: SettingName): Value {
  const value = settings[name]
  if (LINE_LISTS.has(name) && Array.isArray(value)) return value.join(` ${LINE_BREAK} `)
  if (AMOUNT_LISTS.has(name) && Array.isArray(value)) {
    return value.map((amount) => centsText(cents(Number(amount)))).join(', ')
  }
  return Array.isArray(value) ? value.map((one) => (one === '' ? NO_WORD : one)).join(', ') : value
}

function parted(value: Value, by: string): readonly string[] {
  const parts = String(value ?? '').split(by)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** The stored value; unreadable text stays as it came, and the check refuses it. */
export function readSettingValue(name: SettingName, value: Value): string {
  if (name === 'claims_recheck_days' && typeof value === 'string') {
    return `[${value.replaceAll(/[[\]\s]/g, '')}]`
  }
  if (AMOUNT_LISTS.has(name)) {
    const amounts = parted(value, ',').map(parseCents)
    return amounts.includes(null) ? String(value) : JSON.stringify(amounts)
  }
  if (LINE_LISTS.has(name)) return JSON.stringify(parted(value, LINE_BREAK))
  if (WORD_LISTS.has(name)) {
    const said = parted(value, ',')
    return JSON.stringify(said.map((word) => (word.toLowerCase() === NO_WORD ? '' : word)))
  }
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}
