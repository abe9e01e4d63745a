/**
 * The library's settings as the rules pages show them: by area, and how each is asked. shared/policy/setting-words.ts
 * says what each decides. Pure data.
 */
import type { LibrarySettings, SettingName } from './library-settings.ts'
import { SETTING_WORDS } from './setting-words.ts'
import * as is from './columns.ts'
import type { PolicyColumn, Value } from './columns.ts'

export const SETTING_AREAS = {
  'whose-rule': 'Whose rules hold',
  renewing: 'Blocks and renewing',
  holds: 'Holds',
  claims: 'Claims',
  'check-in': 'Check-in and fines',
  'other-libraries': 'Other libraries',
  shelving: 'Shelving',
  papers: 'Receipts and slips',
  privacy: 'Privacy',
} as const
export type SettingArea = keyof typeof SETTING_AREAS

type Asked = { readonly area: SettingArea; readonly column: PolicyColumn }

const VALUE = 'value'
const on = (area: SettingArea): Asked => ({ area, column: is.tick(VALUE, 'Yes', false) })
const counted = (area: SettingArea, least = 0): Asked => ({ area, column: is.count(VALUE, 'Value', 0, { least }) })
const limited = (area: SettingArea, none: string): Asked => ({ area, column: is.count(VALUE, 'Value', null, { none }) })
const chosen = (area: SettingArea, options: readonly (readonly [string, string])[]): Asked => {
  return { area, column: is.choice(VALUE, 'Value', options) }
}

/** Lines of paper can contain commas, so another character separates them. */
const LINE_BREAK = '|'
const lines = (example: string): Asked => {
  const hint = `A ${LINE_BREAK} between lines, such as ${example}`
  return { area: 'papers', column: is.maybeWords(VALUE, 'Lines', 'none', hint) }
}

/** The compiler requires a line for every setting. */
export const SETTINGS_ASKED: Readonly<Record<SettingName, Asked>> = {
  rule_branch_from: chosen('whose-rule', [
    ['desk', 'The desk that lends'],
    ['item-home', 'The item’s home'],
    ['item-holding', 'Where the item is'],
    ['patron', 'The patron’s branch'],
  ]),
  claims_year_count_max: limited('claims', 'no limit'),
  claims_open_count_max: limited('claims', 'no limit'),
  claims_within_days_count: limited('claims', 'at any time'),
  claims_recheck_days: { area: 'claims', column: is.words(VALUE, 'Days', 'Such as 1, 15, 30') },
  is_claim_stopping_fine: on('claims'),
  is_found_claim_waived: on('claims'),
  is_hold_blocking_renewal: on('renewing'),
  is_account_blocking_renewal: on('renewing'),
  renewals_unseen_count_max: limited('renewing', 'no limit'),
  due_by_hand_days_count_max: limited('renewing', 'no limit'),
  recall_guaranteed_days_count: counted('holds'),
  recall_return_days_count: counted('holds', 1),
  hold_shelf_days_count: counted('holds', 1),
  is_hold_shelf_open_days: on('holds'),
  hold_expires_days_count: limited('holds', 'for ever'),
  hold_suspend_days_count_max: limited('holds', 'no limit'),
  holds_count_max: limited('holds', 'no limit'),
  is_title_hold: on('holds'),
  is_hold_on_shelf_allowed: on('holds'),
  hold_slip_shows: chosen('holds', [
    ['code', 'The pick-up code'],
    ['code-and-name', 'The code and the name'],
  ]),
  is_hold_captured_at_check_in: on('holds'),
  is_hold_data_from_elsewhere: on('holds'),
  lender_days_before_count: counted('other-libraries'),
  own_item_prefixes: {
    area: 'other-libraries',
    column: is.words(VALUE, 'Beginnings', 'Such as 31234, 31235; empty tells nothing'),
  },
  is_book_drop_backdated: on('check-in'),
  backdate_days_count_max: counted('check-in'),
  is_backdate_adjusting_fine: on('check-in'),
  is_fine_charged_at_check_in: on('check-in'),
  is_amnesty_allowed: on('check-in'),
  is_outage_waived: on('check-in'),
  is_override_asked_once: on('renewing'),
  guarantee_owed_cents_max: { area: 'renewing', column: is.money(VALUE, 'Amount', { none: 'they do not' }) },
  is_family_debt_blocking: on('renewing'),
  shelf_prefixes: { area: 'shelving', column: is.maybeWords(VALUE, 'Prefixes', 'by alphabet', 'Such as REF, none, J') },
  shelf_numerals: chosen('shelving', [
    ['as-spoken', 'As they are spoken'],
    ['before-letters', 'Before all letters'],
  ]),
  shelf_walk: { area: 'shelving', column: is.maybeWords(VALUE, 'Locations', 'by name', 'Such as New Books, Fiction') },
  locale: chosen('papers', [
    ['en-US', 'English, United States'],
    ['es-US', 'Spanish, United States'],
    ['en-CA', 'English, Canada'],
    ['en-GB', 'English, United Kingdom'],
  ]),
  paper_contact_lines: lines('12 Maple Street | 555-0100'),
  paper_foot_lines: lines('Thank you | Closed on Thanksgiving'),
  slip_symbology: chosen('papers', [
    ['codabar', 'Codabar'],
    ['code128', 'Code 128'],
  ]),
  slip_language: chosen('papers', [
    ['en', 'English'],
    ['es', 'Spanish'],
  ]),
  loan_history_days_count: counted('privacy'),
  notes_kept_days_count: limited('privacy', 'for ever'),
  holds_kept_days_count: counted('privacy'),
  is_view_audited: on('privacy'),
  is_view_reason_asked: on('privacy'),
  view_audit_days_count: counted('privacy', 1),
  is_view_log_told: on('privacy'),
  guardian_told_below_age_count: limited('privacy', 'at no age'),
}

export function isSettingArea(name: string): name is SettingArea {
  return Object.hasOwn(SETTING_AREAS, name)
}

/** A setting's name in words, without the unit of an amount. */
export function settingLabel(name: SettingName): string {
  return SETTING_WORDS[name].replace(/, in cents$/, '')
}

/** Settings that are a list of words. */
const WORD_LISTS: ReadonlySet<SettingName> = new Set(['shelf_prefixes', 'shelf_walk', 'own_item_prefixes'])
/** Settings that are lines of paper. */
const LINE_LISTS: ReadonlySet<SettingName> = new Set(['paper_contact_lines', 'paper_foot_lines'])
/** How a form names the empty word of a list. */
const NO_WORD = 'none'

/** The text in the form: the list of days as "1, 15, 30", a list of words as "REF, none, J", lines with "|". */
export function settingValue(settings: LibrarySettings, name: SettingName): Value {
  const value = settings[name]
  if (LINE_LISTS.has(name) && Array.isArray(value)) return value.join(` ${LINE_BREAK} `)
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
  if (LINE_LISTS.has(name)) return JSON.stringify(parted(value, LINE_BREAK))
  if (WORD_LISTS.has(name)) {
    const said = parted(value, ',')
    return JSON.stringify(said.map((word) => (word.toLowerCase() === NO_WORD ? '' : word)))
  }
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}
