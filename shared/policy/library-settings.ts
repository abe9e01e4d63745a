/**
 * What a library decides once for everything: one row of `library_setting` (name, value) each, parsed by this schema. A
 * name that is not stored has its default; an invalid value is a fault, never a guess.
 */
import { z } from 'zod'
import type { ShelfOptions } from '../catalog/call-number/profile.ts'
import { LABEL_SHEET_CODES } from '../catalog/label-sheets.ts'
import { PERIOD_DAYS_MAX } from '../kernel/date-bounds.ts'
import { cents } from '../kernel/money.ts'
import { languageSchema, localeSchema } from '../kernel/language.ts'
import { symbologySchema } from '../catalog/symbology.ts'
import { problemOf, type ValueProblem } from './value-problem.ts'

const count = z.number().int().min(0).max(100_000)
const countOrNone = count.nullable()
/** A century at most: what is counted from today stays within the accepted dates. */
const days = count.max(PERIOD_DAYS_MAX)
const daysOrNone = days.nullable()
/** An amount in cents. */
const money = (least: number) =>
  z
    .number()
    .int()
    .min(least)
    .max(10_000_000)
    .transform((amount) => cents(amount))
/** The pieces of United States money in cents; shared/cash/pieces.ts says what they are. */
const PIECES = [10_000, 5000, 2000, 1000, 500, 200, 100, 50, 25, 10, 5, 1] as const
/** Forms put "|" between them. */
const paperLines = z
  .array(
    z
      .string()
      .regex(/^[^|]+$/)
      .max(120),
  )
  .max(8)
  .default([])

/** "book-sale: Spring book sale": what the library calls a fund or a payee. */
const namedCodes = z
  .array(
    z
      .string()
      .regex(/^[^|:]*[^|:\s][^|:]*:[^|:]*[^|:\s][^|:]*$/)
      .max(120),
  )
  .max(60)
  .default([])

/** Names end in their unit, like columns. Null is "no limit" or "never". */
export const LIBRARY_SETTINGS = z.strictObject({
  /** Whose branch's rules and calendar apply to a loan: that of the desk, the item's home or holder, or the patron. */
  rule_branch_from: z.enum(['desk', 'item-home', 'item-holding', 'patron']).default('desk'),

  /** Most claims "I returned it" in twelve months, and most of them open; one more needs a supervisor. */
  claims_year_count_max: countOrNone.default(3),
  claims_open_count_max: countOrNone.default(3),
  /** A claim must be made within this many days of the due date. */
  claims_within_days_count: daysOrNone.default(null),
  /** Days after the claim on which the shelf is checked again. */
  claims_recheck_days: z.array(days).max(12).default([1, 15, 30]),
  /** A fine stops on the day of the claim. */
  is_claim_stopping_fine: z.boolean().default(true),
  /** A claim that proves true: if the item is found on the shelf, the fine is canceled. */
  is_found_claim_waived: z.boolean().default(true),

  is_hold_blocking_renewal: z.boolean().default(true),
  /** Money owed and blocks stop renewing, not only borrowing. */
  is_account_blocking_renewal: z.boolean().default(true),
  /** Most renewals of one loan without the item being seen at a desk. */
  renewals_unseen_count_max: countOrNone.default(null),

  /** How far ahead of today a person may set a due date; a loan that is due later already may keep that date. */
  due_by_hand_days_count_max: daysOrNone.default(365),

  /** How many days every loan is guaranteed: a recall never makes it due before. */
  recall_guaranteed_days_count: days.max(365).default(14),
  /** How many days a patron has to return a recalled item. */
  recall_return_days_count: days.min(1).max(365).default(7),

  hold_shelf_days_count: days.min(1).default(7),
  /** Shelf days are days on which the branch is open. */
  is_hold_shelf_open_days: z.boolean().default(true),
  hold_expires_days_count: daysOrNone.default(365),
  hold_suspend_days_count_max: daysOrNone.default(365),
  holds_count_max: countOrNone.default(null),
  /** A hold on an item means any item of its title. */
  is_title_hold: z.boolean().default(true),
  /** A hold may be placed on an item that is on the shelf. */
  is_hold_on_shelf_allowed: z.boolean().default(true),
  hold_slip_shows: z.enum(['code', 'code-and-name']).default('code'),
  is_hold_captured_at_check_in: z.boolean().default(true),
  /** Holds are also placed in another system, and reach this desk by imports. */
  is_hold_data_from_elsewhere: z.boolean().default(false),

  /** How many days before its lender's date an interlibrary loan is due here. */
  lender_days_before_count: days.max(60).default(3),
  /** What this library's own item barcodes begin with; empty: nothing is told from a barcode. */
  own_item_prefixes: z
    .array(z.string().regex(/^\d{1,13}$/))
    .max(50)
    .default([]),

  /** Items found in the book drop in the morning count as back on the last open day. */
  is_book_drop_backdated: z.boolean().default(true),
  /** How far back a return may be dated. */
  backdate_days_count_max: days.default(30),
  /** Backdating a return removes the fine of the days in between. */
  is_backdate_adjusting_fine: z.boolean().default(true),
  /** An item that is out, scanned on Check out with nobody open: it is asked whether to check it in. */
  is_idle_return_confirmed: z.boolean().default(true),
  is_fine_charged_at_check_in: z.boolean().default(true),
  is_amnesty_allowed: z.boolean().default(true),
  /** Late because of a system outage: waived. */
  is_outage_waived: z.boolean().default(true),
  /** A refusal overridden for a patron is not asked again for the items that follow. */
  is_override_asked_once: z.boolean().default(true),

  /** A child's debts count against the guardian, from this amount; null: they do not. */
  guarantee_owed_cents_max: countOrNone.default(null),
  /** From which amount owed on no card is renewed or given; null: never. */
  card_owed_cents_max: money(1).nullable().default(null),
  /** Which items come back first: what is overdue, or all that is out. */
  card_items_first: z.enum(['none', 'overdue', 'all']).default('none'),
  /** For which of the two that is asked. */
  card_settled_for: z.enum(['both', 'renewals', 'new-cards']).default('both'),
  /** What is printed of a non-resident's card, and the panel, says so: as 23 Ill. Adm. Code 3050 asks. */
  is_non_resident_said: z.boolean().default(false),
  /** The codes of the categories whose patrons are organizations. */
  organization_category_codes: z.array(z.string().min(1).max(40)).max(20).default([]),
  /** A household debt stops each of its members (the category has the amount). */
  is_family_debt_blocking: z.boolean().default(true),

  /** Prefix words of call numbers in shelf order; the empty one is the numbers without a prefix. */
  shelf_prefixes: z.array(z.string().max(30)).max(60).default([]),
  /** Numerals in titles are filed as spoken, or before all letters. */
  shelf_numerals: z.enum(['as-spoken', 'before-letters']).default('as-spoken'),
  /** Locations in walking order. */
  shelf_walk: z.array(z.string().max(100)).max(200).default([]),

  /** How dates and times are written, and what desks speak until a clerk chooses another language. */
  locale: localeSchema.default('en-US'),

  /** Address, telephone, web: header lines of patrons' papers. */
  paper_contact_lines: paperLines,
  /** The library's own footer lines of patrons' papers. */
  paper_foot_lines: paperLines,
  /** What a patron signs on the form of their card; none: the usual terms. */
  card_terms_lines: paperLines,
  /** A web address of the library, as a code for telephones on patrons' papers; null: none. */
  paper_web_address: z
    .string()
    .max(200)
    .regex(/^https?:\/\/[\x21-\x7e]+$/)
    .nullable()
    .default(null),
  /** The symbology of barcodes on slips. */
  slip_symbology: symbologySchema.default('codabar'),
  /** Which slips a receipt printer prints at the return that needs them, without being asked. */
  slips_printed: z.enum(['none', 'holds', 'holds-and-transits']).default('holds'),
  /** The sheets that labels are printed on. */
  label_sheet: z.enum(LABEL_SHEET_CODES).default('avery-5160'),
  spine_label_sheet: z.enum(LABEL_SHEET_CODES).default('avery-5160'),
  /** Slips are for the staff: one language for all. */
  slip_language: languageSchema.default('en'),

  /** What a display that faces the patron shows beside amounts and due dates: people behind the patron read it. */
  display_shows: z.enum(['amounts', 'titles', 'titles-and-name']).default('amounts'),
  /** The library's own lines on that display while nobody is served, and while the desk is closed. */
  display_welcome_lines: paperLines,
  display_closed_lines: paperLines,

  /** How long an act can be undone. Who had a returned item is kept at least as long. */
  undo_within_minutes_count: z.number().int().min(5).max(1440).default(60),

  /** A badge takes its owner's PIN too: for approvals, and to sign in who looks after the desk or the staff. */
  is_badge_pin_required: z.boolean().default(true),

  /** Cash to the nearest five cents: never, always, or only where the drawer cannot make exact change. */
  cash_rounding: z.enum(['off', 'always', 'no-exact-change']).default('off'),
  /** What rounding takes above what is to be paid stays on the account of the patron who pays. */
  is_rounding_credited: z.boolean().default(false),
  /** Refunds in cash: what was paid, or rounded as the payment was. */
  refund_rounding: z.enum(['exact', 'mirrored']).default('exact'),
  /** An amount above this that a person typed is asked again before it is taken. */
  ask_again_over_cents: money(1).default(cents(10_000)),
  /** What stays in a drawer for the next session. */
  float_total_cents: money(0).default(cents(10_000)),
  /** Money that has waited this long, or comes to this much, should go to the bank. */
  undeposited_alert_hours_count: count.min(1).max(8760).default(24),
  /** Above this in a session, a second person receives what goes from a drawer into the safe or the change fund. */
  drop_alone_up_to_cents: money(0).default(cents(10_000)),
  refused_outs_count: count.min(1).max(100).default(3),
  undeposited_alert_cents: money(1).default(cents(10_000)),
  /** About one session of a drawer in so many is drawn for a surprise count; zero: none. */
  surprise_one_in_count: count.max(1000).default(0),
  /** A payment by card alone opens the drawer, too: where its signed slips are kept in there. */
  is_drawer_opened_for_card: z.boolean().default(false),
  /** After so many seconds an open drawer is pointed out; zero: never. */
  drawer_left_open_seconds_count: count.max(3600).default(60),
  /** What funds and payees are called; one without a name is said by the words of its code. */
  fund_names: namedCodes,
  /** The library's own numbers of accounts, by account and fund or payee, or by account alone. */
  ledger_accounts: namedCodes,
  /** The pieces that a count asks for, in cents. */
  counted_pieces_cents: z
    .array(z.literal(PIECES))
    .min(1)
    .max(12)
    .default([10_000, 5000, 2000, 1000, 500, 100, 25, 10, 5, 1]),

  /** How long the patron of a past loan is kept. Zero: forgotten right away. */
  loan_history_days_count: days.default(0),
  notes_kept_days_count: daysOrNone.default(1095),
  holds_kept_days_count: days.default(30),
  /** Reports of imports quote values of rows that were left out. */
  reports_kept_days_count: days.min(1).default(30),
  /** How long a form that is half filled in is kept for the clerk who typed it. */
  drafts_kept_hours_count: count.min(1).max(72).default(8),
  /** Two records become one only when a second person approves, whoever asks. */
  is_merge_approved: z.boolean().default(false),
  is_view_audited: z.boolean().default(false),
  is_view_reason_required: z.boolean().default(false),
  /** How long it is kept who viewed whose record. */
  view_audit_days_count: days.min(1).default(365),
  /** A patron who asks for their data is told who viewed it. */
  is_view_log_told: z.boolean().default(false),
  /** Below this age a guardian may be told what a child has out and owes; null: never. */
  guardian_told_below_age_count: countOrNone.default(null),
  /** How many digits the PIN of a patron has at least. */
  patron_pin_digits_count: count.min(4).max(12).default(4),
})

export type LibrarySettings = Readonly<z.infer<typeof LIBRARY_SETTINGS>>
export type SettingName = keyof LibrarySettings

export const SETTING_NAMES = Object.keys(LIBRARY_SETTINGS.shape) as SettingName[]

export const DEFAULT_SETTINGS: LibrarySettings = LIBRARY_SETTINGS.parse({})

export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(LIBRARY_SETTINGS.shape, name)
}

/** A value as the table and the files have it: JSON, or a bare word. "" is null. */
function readValue(text: string): unknown {
  if (text === '') return null
  if (text === 'yes') return true
  if (text === 'no') return false
  if (/^(-?\d+|\[.*\])$/.test(text)) {
    try {
      return JSON.parse(text)
    } catch (fault) {
      if (!(fault instanceof SyntaxError)) throw fault
    }
  }
  return text
}

export type SettingProblem = (ValueProblem | { readonly code: 'no-setting' }) & { readonly setting: string }

/** Why a stored value is invalid; null when it is valid. */
export function settingProblem(name: string, text: string): SettingProblem | null {
  if (!isSettingName(name)) return { code: 'no-setting', setting: name }
  const [issue] = LIBRARY_SETTINGS.shape[name].safeParse(readValue(text)).error?.issues ?? []
  return issue ? { ...problemOf(issue), setting: name } : null
}

/** The value as it is stored and written to files: "yes", "no", "7", "[1,15,30]", "desk"; null is "". */
export function settingText(value: LibrarySettings[SettingName]): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/**
 * The settings from the table's rows, with defaults for missing ones. Throws a ZodError for an invalid value:
 * `settingProblem` checks rows before they are stored.
 */
export function readSettings(rows: readonly { readonly name: string; readonly value: string }[]): LibrarySettings {
  return LIBRARY_SETTINGS.parse(Object.fromEntries(rows.map((row) => [row.name, readValue(row.value)])))
}

/** The library's own shelving customs. */
export function shelfCustoms({
  shelf_prefixes,
  shelf_numerals,
}: Pick<LibrarySettings, 'shelf_prefixes' | 'shelf_numerals'>): ShelfOptions {
  return { ...(shelf_prefixes.length === 0 ? {} : { prefixes: shelf_prefixes }), numerals: shelf_numerals }
}
