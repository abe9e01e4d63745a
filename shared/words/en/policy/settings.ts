/** English for what the library decides once for everything: each setting in a librarian's words. */
import type { SettingArea } from '../../../policy/settings.ts'
import type { SettingWords } from '../../policy-words.ts'

export const AREAS: Readonly<Record<SettingArea, string>> = {
  'whose-rule': 'Which branch’s rules apply',
  renewing: 'Blocks and renewals',
  holds: 'Holds',
  claims: 'Claims',
  'check-in': 'Check-in and fines',
  'other-libraries': 'Other libraries',
  shelving: 'Shelving',
  papers: 'Receipts and slips',
  undoing: 'Undo',
  privacy: 'Privacy',
  'signing-in': 'Signing in',
  cash: 'Cash',
}

const NO_LIMIT = { none: 'no limit' }
const FOREVER = { none: 'forever' }

export const SETTINGS: SettingWords = {
  rule_branch_from: {
    says: 'Which branch’s rules and calendar apply to a loan',
    options: {
      desk: 'The desk that checks out',
      'item-home': 'The item’s home branch',
      'item-holding': 'The branch where the item is',
      patron: 'The patron’s branch',
    },
  },
  claims_year_count_max: { says: 'Maximum claims per patron in twelve months', ...NO_LIMIT },
  claims_open_count_max: { says: 'Maximum open claims per patron', ...NO_LIMIT },
  claims_within_days_count: { says: 'Days after the due date within which a claim can be made', none: 'at any time' },
  claims_recheck_days: {
    says: 'Days after a claim on which the shelf is checked again',
    label: 'Days',
    hint: 'Such as 1, 15, 30',
  },
  is_claim_stopping_fine: { says: 'A fine stops on the day of the claim' },
  is_found_claim_waived: { says: 'A claimed item found on our shelf cancels the fine' },
  is_hold_blocking_renewal: { says: 'An item on hold for another patron is not renewed' },
  is_account_blocking_renewal: { says: 'Debts and blocks stop renewals, not only checkouts' },
  renewals_unseen_count_max: { says: 'Maximum renewals of a loan without seeing the item', ...NO_LIMIT },
  due_by_hand_days_count_max: { says: 'How far ahead staff can set a due date, in days', ...NO_LIMIT },
  recall_guaranteed_days_count: { says: 'Minimum days that a patron keeps a recalled item' },
  recall_return_days_count: { says: 'Days that a patron has to return a recalled item' },
  hold_shelf_days_count: { says: 'Days that an item stays on the hold shelf' },
  is_hold_shelf_open_days: { says: 'Only open days count for the hold shelf' },
  hold_expires_days_count: { says: 'Days after which an unfilled hold expires', ...FOREVER },
  hold_suspend_days_count_max: { says: 'Maximum days that a hold can be suspended', ...NO_LIMIT },
  holds_count_max: { says: 'Maximum holds per patron', ...NO_LIMIT },
  is_title_hold: { says: 'A hold on an item can be filled by any copy, unless staff ask for that copy' },
  is_hold_on_shelf_allowed: { says: 'A hold may be placed on an item that is on the shelf' },
  hold_slip_shows: {
    says: 'What a hold slip shows',
    options: { code: 'The pickup code', 'code-and-name': 'The pickup code and the name' },
  },
  is_hold_captured_at_check_in: { says: 'A check-in captures items for holds' },
  is_hold_data_from_elsewhere: {
    says: 'Holds are imported from another system: hold slips say how old the data is',
  },
  lender_days_before_count: { says: 'Days before its lender’s date on which an interlibrary loan is due here' },
  own_item_prefixes: {
    says: 'First digits of this library’s own item barcodes; others belong to other libraries',
    label: 'First digits',
    hint: 'Such as 31234, 31235, up to 13 digits each. Blank = every barcode is ours',
  },
  is_book_drop_backdated: { says: 'Items from the book drop count as returned at the last closing' },
  backdate_days_count_max: { says: 'How far back a return can be dated, in days' },
  is_backdate_adjusting_fine: { says: 'Backdating a return removes the fine for the days between' },
  is_idle_return_confirmed: { says: 'An item scanned on Check out with nobody open is checked in only when asked' },
  is_fine_charged_at_check_in: { says: 'A check-in charges the fine' },
  is_amnesty_allowed: { says: 'Fines may be forgiven at check-in' },
  is_outage_waived: { says: 'Fines caused by a system outage are not charged' },
  is_override_asked_once: { says: 'An override for a patron covers the items that follow' },
  guarantee_owed_cents_max: {
    says: 'Amount owed by children that blocks their guardian',
    label: 'Amount',
    none: 'never',
  },
  card_owed_cents_max: {
    says: 'Amount owed that is paid before a card is renewed or given',
    label: 'Amount',
    hint: '0.01 = any amount',
    none: 'never',
  },
  card_items_first: {
    says: 'What is returned before a card is renewed or given',
    options: { none: 'Nothing', overdue: 'What is overdue', all: 'All items' },
  },
  card_settled_for: {
    says: 'Before which of the two money is paid and items are returned',
    options: { both: 'Renewals and new cards', renewals: 'Renewals', 'new-cards': 'New cards' },
  },
  is_non_resident_said: { says: 'Papers of a non-resident’s card say “Non-Resident”' },
  organization_category_codes: {
    says: 'Categories of organizations: asked for a name, a contact and a phone',
    label: 'Category codes',
    hint: 'Such as SCHOOL, BUSINESS',
    none: 'none',
  },
  is_family_debt_blocking: { says: 'The household’s debt blocks each of its members' },
  shelf_prefixes: {
    says: 'The order of call number prefixes on the shelves; none = numbers without a prefix',
    label: 'Prefixes',
    hint: 'Such as REF, none, J',
    none: 'alphabetical',
  },
  shelf_numerals: {
    says: 'How numerals in titles are filed',
    options: { 'as-spoken': 'As spoken', 'before-letters': 'Before all letters' },
  },
  shelf_walk: {
    says: 'The order of shelf locations along the walk through the building',
    label: 'Locations',
    hint: 'Such as New Books, Fiction',
    none: 'by name',
  },
  locale: {
    says: 'How dates, times and money are written, and the language of the desks until a clerk chooses another',
    options: {
      'en-US': 'English, United States',
      'es-US': 'Spanish, United States',
      'en-CA': 'English, Canada',
      'en-GB': 'English, United Kingdom',
    },
  },
  paper_contact_lines: {
    says: 'Address, telephone, web: lines at the top of papers for patrons',
    label: 'Lines',
    hint: 'A | between lines, such as 12 Maple Street | 555-0100',
    none: 'none',
  },
  paper_foot_lines: {
    says: 'The library’s own lines at the bottom of papers for patrons',
    label: 'Lines',
    hint: 'A | between lines, such as Thank you | Closed on Thanksgiving',
    none: 'none',
  },
  card_terms_lines: {
    says: 'What a patron agrees to on the form that they sign for a card',
    label: 'Lines',
    hint: 'A | between lines, such as I return items on time | I report a lost card',
    none: 'the usual terms',
  },
  paper_web_address: {
    says: 'A web address on papers for patrons, as a code for telephones',
    label: 'Web address',
    hint: 'Such as https://library.example/renew',
    none: 'none',
  },
  slip_symbology: {
    says: 'The barcode type on slips: the one on your labels, or one that allows letters',
    options: { codabar: 'Codabar', code128: 'Code 128' },
  },
  slips_printed: {
    says: 'Which slips a receipt printer prints at a check-in, without a key',
    options: { none: 'None', holds: 'Hold slips', 'holds-and-transits': 'Hold slips and transit slips' },
  },
  label_sheet: {
    says: 'The sheets for item and card labels',
    options: {
      'avery-5160': 'Avery 5160, 1 × 2⅝ in, 30 a sheet',
      'avery-5167': 'Avery 5167, ½ × 1¾ in, 80 a sheet',
      'avery-l7160': 'Avery L7160, 38.1 × 63.5 mm, 21 a sheet',
      'avery-l7651': 'Avery L7651, 21.2 × 38.1 mm, 65 a sheet',
    },
  },
  spine_label_sheet: {
    says: 'The sheets for spine labels',
    options: {
      'avery-5160': 'Avery 5160, 1 × 2⅝ in, 30 a sheet',
      'avery-5167': 'Avery 5167, ½ × 1¾ in, 80 a sheet',
      'avery-l7160': 'Avery L7160, 38.1 × 63.5 mm, 21 a sheet',
      'avery-l7651': 'Avery L7651, 21.2 × 38.1 mm, 65 a sheet',
    },
  },
  slip_language: {
    says: 'The language of slips, which are for staff',
    options: { en: 'English', es: 'Spanish' },
  },
  display_shows: {
    says: 'What a display that faces the patron shows',
    options: {
      amounts: 'Amounts and due dates',
      titles: 'Amounts, due dates and titles',
      'titles-and-name': 'Amounts, due dates, titles and the patron’s name',
    },
  },
  display_welcome_lines: {
    says: 'The library’s own lines on the patron’s display between patrons',
    label: 'Lines',
    hint: 'A | between lines, such as Maple Library | Story time at 4 PM',
    none: 'the library’s name, and a welcome',
  },
  display_closed_lines: {
    says: 'The library’s own lines on the patron’s display while nobody works at the desk',
    label: 'Lines',
    hint: 'A | between lines, such as This desk is closed | Please go to desk 2',
    none: 'the library’s name, and that the desk is closed',
  },
  undo_within_minutes_count: {
    says: 'Minutes during which an action can be undone. The last patron of a returned item is kept at least that long',
    label: 'Minutes',
    hint: '5 to 1440, such as 60 for an hour',
  },
  is_badge_pin_required: {
    says: 'A badge also needs its owner’s PIN to approve, and to sign in those who do more than desk work',
  },
  cash_rounding: {
    says: 'Cash is rounded to the nearest five cents',
    options: { off: 'Never', always: 'Always', 'no-exact-change': 'When the drawer cannot make exact change' },
  },
  is_rounding_credited: { says: 'What rounding takes too much is kept as credit on the patron’s account' },
  refund_rounding: {
    says: 'How a refund in cash is rounded',
    options: { exact: 'Not at all: what was paid, to the cent', mirrored: 'As a payment of the same amount' },
  },
  ask_again_over_cents: { says: 'A typed amount above this is confirmed before it is taken', label: 'Amount' },
  float_total_cents: { says: 'Float: what stays in a drawer for the next session', label: 'Amount' },
  drop_alone_up_to_cents: {
    says: 'Cash of a session put into the safe or the change fund that needs no second person to receive it',
    label: 'Amount',
  },
  refused_outs_count: {
    says: 'After how many refusals of too much out of a drawer a second person is asked in its session',
  },
  undeposited_alert_hours_count: { says: 'Hours after which money that is not at the bank is pointed out' },
  undeposited_alert_cents: { says: 'Amount from which money that is not at the bank is pointed out', label: 'Amount' },
  surprise_one_in_count: {
    says: 'One session of a drawer in how many is drawn for a surprise count; 0: none',
    label: 'One in',
  },
  is_drawer_opened_for_card: { says: 'A payment by card alone opens the drawer' },
  drawer_left_open_seconds_count: {
    says: 'Seconds after which a drawer that is open is pointed out; 0: never',
    label: 'Seconds',
  },
  fund_names: {
    says: 'What funds and payees are called on screens and papers',
    label: 'Names',
    none: 'the words of their codes',
    hint: 'The code, a colon and the name, with | between: book-sale: Spring book sale | friends: Friends of Maple',
  },
  ledger_accounts: {
    says: 'The numbers of your own general ledger, for the ledger of the cash export',
    label: 'Numbers',
    none: 'no numbers',
    hint: 'Account, fund or payee, a colon and the number, with | between: income fines: 4410 | bank: 1010',
  },
  counted_pieces_cents: {
    says: 'The bills and coins that a count asks for',
    label: 'Values',
    hint: 'Such as 20.00, 10.00, 5.00, 1.00, 0.25, 0.10, 0.05, 0.01',
  },
  loan_history_days_count: { says: 'Days that the last patron of a returned item is kept' },
  notes_kept_days_count: { says: 'Days that notes are kept', ...FOREVER },
  holds_kept_days_count: { says: 'Days that finished holds are kept' },
  drafts_kept_hours_count: { says: 'Hours that a half-written form is kept for the clerk who typed it' },
  reports_kept_days_count: { says: 'Days that reports of imports are kept' },
  is_view_audited: { says: 'Viewing a patron’s record is logged' },
  is_merge_approved: { says: 'Merging two records needs a second person' },
  is_view_reason_required: { says: 'Viewing a patron’s record needs a reason' },
  view_audit_days_count: { says: 'Days that the log of who viewed a record is kept' },
  is_view_log_told: { says: 'A patron who asks for their data is told who viewed it' },
  patron_pin_digits_count: { says: 'Digits that a patron’s PIN has at least' },
  guardian_told_below_age_count: {
    says: 'Below this age a guardian may be told what a child has checked out and owes',
    none: 'at no age',
  },
}
