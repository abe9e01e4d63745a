// Made by tools/schema-types.ts from the migrations. Never edited by hand.
import type { ItemId, PatronId, TitleId } from '../../shared/kernel/ids.ts'
import type { Cents } from '../../shared/kernel/money.ts'
import type { Instant, LocalDate } from '../../shared/kernel/time.ts'

export type JournalTables = {
  command: {
    command_id: Uint8Array
    request_hash: Uint8Array
    epoch_count: number
    first_seq_count: number
    events_count: number
  }
  event: {
    epoch_count: number
    seq_count: number
    content: string
    hash: Uint8Array
  }
  overlay_item: {
    item_id: ItemId
    at_branch_code: string
    status: string
    seen_at_ms: Instant
    epoch_count: number
    seq_count: number
  }
  overlay_loan: {
    item_id: ItemId
    is_open: number
    patron_id: PatronId | null
    loan_ref: string
    party_ref: string
    branch_code: string
    out_at_ms: Instant
    due_at_ms: Instant
    renewals_count: number
    epoch_count: number
    seq_count: number
  }
  party: {
    epoch_count: number
    seq_count: number
    party_ref: Uint8Array
    patron_id: PatronId
  }
  setting: {
    name: string
    value: string
  }
  terminal: {
    one: number
    terminal_id: string
    epoch_count: number
    created_at_ms: Instant
  }
}

export type ReferenceTables = {
  branch: {
    branch_code: string
    name: string
    zone_name: string
  }
  card: {
    barcode: string
    patron_id: PatronId
    status: string
  }
  charge: {
    charge_id: number
    external_id: string
    patron_id: PatronId
    item_id: ItemId | null
    kind: string
    charged_at_ms: Instant
    amount_cents: Cents
    owed_cents: Cents
    note: string
  }
  closed_day: {
    closed_day_id: number
    branch_code: string
    from_on: LocalDate
    to_on: LocalDate
    is_yearly: number
    is_open: number
    reason: string
  }
  hold: {
    hold_id: number
    external_id: string
    patron_id: PatronId
    title_id: TitleId
    item_id: ItemId | null
    pickup_branch_code: string
    placed_at_ms: Instant
    expires_on: LocalDate | null
    status: string
  }
  item: {
    item_id: ItemId
    barcode: string
    title_id: TitleId
    item_type_code: string
    home_branch_code: string
    at_branch_code: string
    call_number: string
    location: string
    status: string
    price_cents: Cents | null
    note: string
  }
  item_type: {
    item_type_code: string
    name: string
    is_for_loan: number
    replacement_cents: Cents | null
  }
  loan: {
    item_id: ItemId
    loan_ref: string
    party_ref: string
    patron_id: PatronId
    branch_code: string
    out_at_ms: Instant
    due_at_ms: Instant
    renewals_count: number
  }
  loan_rule: {
    rule_code: string
    branch_code: string
    category_code: string
    item_type_code: string
    is_for_loan: number
    period_count: number
    period_unit: string
    days_mode: string
    past_closing: string
    hard_due_on: LocalDate | null
    hard_due_kind: string
    is_capped_at_expiry: number
    renewals_count_max: number | null
    renewal_period_count: number | null
    renewal_from: string
    loans_count_max: number | null
  }
  meta: {
    name: string
    value: string
  }
  opening_hours: {
    branch_code: string
    weekday: number
    opens_minute: number
    closes_minute: number
  }
  patron: {
    patron_id: PatronId
    external_id: string
    category_code: string
    branch_code: string
    surname: string
    given: string
    preferred_given: string
    surname_key: string
    given_key: string
    born_on: LocalDate | null
    expires_on: LocalDate | null
    email: string
    phone: string
    guardian: string
    language: string
    is_barred: number
    is_active: number
  }
  patron_address: {
    address_id: number
    patron_id: PatronId
    kind: string
    street: string
    city: string
    region: string
    postal_code: string
    is_in_city_limits: number | null
  }
  patron_block: {
    block_id: number
    patron_id: PatronId
    kind: string
    from_on: LocalDate | null
    until_on: LocalDate | null
    note: string
  }
  patron_category: {
    category_code: string
    name: string
    loans_count_max: number | null
    owed_cents_max: Cents | null
    overdue_count_max: number | null
    card_months_count: number | null
  }
  patron_note: {
    note_id: number
    patron_id: PatronId
    written_on: LocalDate | null
    initials: string
    text: string
  }
  staff: {
    staff_code: string
    name: string
    initials: string
    role: string
    badge_barcode: string | null
    pin_salt: Uint8Array
    pin_hash: Uint8Array
    is_active: number
  }
  title: {
    title_id: TitleId
    external_id: string
    title: string
    author: string
    isbn: string
    publisher: string
    year: string
    format: string
    language: string
    title_key: string
  }
  title_isbn: {
    isbn: string
    title_id: TitleId
  }
  title_words: {
    words: number | null
  }
}
