// Made by tools/schema-types.ts from the migrations. Never edited by hand.
import type { ItemId, PatronId, TitleId } from '../../shared/kernel/ids.ts'
import type { Cents } from '../../shared/kernel/money.ts'
import type { Instant, LocalDate } from '../../shared/kernel/time.ts'

export type JournalTables = {
  card_reached: {
    range_code: string
    next_barcode: string
  }
  cash_event: {
    session_ref: string
    epoch: number
    seq: number
    kind: string
    receipt_number: number | null
    paper_number: string | null
    of_ref: string | null
    bag_number: string | null
  }
  cash_looked: {
    of_ref: string
    staff_code: string
    epoch: number
    seq: number
  }
  command: {
    command_id: Uint8Array
    request_hash: Uint8Array
    epoch: number
    first_seq: number
    events_count: number
  }
  command_seal: {
    epoch: number
    seq: number
    events_count: number
    personal_hash: Uint8Array
  }
  device_job: {
    epoch: number
    seq: number
    job_number: number
    kind: string
    status: string
    reason: string
    attempts_count: number
    changed_at_ms: Instant
    content: string | null
    device_code: string
    paper_kind: string
    detail_code: string
    queued_at_ms: Instant
  }
  drawer_session: {
    session_ref: string
    drawer_code: string
    custodian_code: string
    status: string
    opened_at_ms: Instant
    closed_at_ms: Instant | null
    z_number: number | null
    left_cents: Cents
    left_checks_cents: Cents
    is_review_needed: number
    is_card_waiting: number
    epoch: number
    seq: number
  }
  erased_key: {
    one: number
    key: Uint8Array
  }
  erased_patron: {
    patron_id: PatronId
    number_hash: Uint8Array | null
    erased_on: LocalDate
  }
  erasing_unsent: {
    epoch: number
    seq: number
    patron_id: PatronId
  }
  event: {
    event_id: number
    epoch: number
    seq: number
    content: string
    hash: Uint8Array
  }
  feed_seen: {
    epoch: number
    seq: number
    feed_number: number
  }
  forgotten_charge: {
    kind: string
    month_at_ms: Instant
    charges_count: number
    amount_cents: Cents
  }
  forgotten_claim: {
    patron_id: PatronId
    month_at_ms: Instant
    claims_count: number
  }
  forgotten_unsent: {
    epoch: number
    seq: number
  }
  form_draft: {
    staff_code: string
    patron_id: PatronId
    page_name: string
    act_name: string
    content: string
    kept_at_ms: Instant
  }
  identity: {
    kind: string
    external_id: string
    record_id: number
  }
  list_looked: {
    staff_code: string
    looked_on: LocalDate
    lists_count: number
  }
  listed_event: {
    kind: string
    epoch: number
    seq: number
  }
  merged_patron: {
    former_patron_id: number
    patron_id: PatronId
    epoch: number
    seq: number
    merged_at_ms: Instant
    is_undone: number
    content: string | null
  }
  money_transfer: {
    session_ref: string
    epoch: number
    seq: number
    transfer_number: number
    transfer_code: string
    debit_code: string
    debit_of_ref: string
    credit_code: string
    credit_of_ref: string
    amount_cents: Cents
    fund_code: string
  }
  number_block: {
    kind: string
    next_id: number
    end_id: number
    is_reserve: number
  }
  overlay_charge: {
    charge_ref: string
    patron_id: PatronId
    party_ref: string
    item_id: ItemId | null
    loan_ref: string | null
    kind: string
    charged_at_ms: Instant
    amount_cents: Cents
    owed_cents: Cents
    refund_due_cents: Cents
    epoch: number
    seq: number
  }
  overlay_hold: {
    hold_ref: string
    is_open: number
    patron_id: PatronId
    party_ref: string
    title_id: TitleId
    item_id: ItemId | null
    is_item_hold: number
    pickup_branch_code: string
    placed_at_ms: Instant
    expires_on: LocalDate | null
    status: string
    suspended_until_on: LocalDate | null
    shelf_until_on: LocalDate | null
    pickup_code: string
    epoch: number
    seq: number
  }
  overlay_item: {
    item_id: ItemId
    at_branch_code: string
    status: string
    seen_at_ms: Instant
    epoch: number
    seq: number
  }
  overlay_left: {
    table_name: string
    row_key: string
    epoch: number
    seq: number
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
    epoch: number
    seq: number
    loan_status: string
    status_since_ms: number | null
    rules_at_ms: Instant | null
    unseen_renewals_count: number
    due_staff_code: string
    recalled_at_ms: Instant | null
    sealed_due_at_ms: Instant | null
  }
  overlay_row: {
    table_name: string
    row_key: string
    content: string | null
    epoch: number
    seq: number
  }
  party: {
    epoch: number
    seq: number
    patron_id: PatronId
    item_id: ItemId | null
  }
  patron_before: {
    epoch: number
    seq: number
    patron_id: PatronId
    changed_at_ms: Instant
    content: string
  }
  patron_preference: {
    patron_id: PatronId
    receipt_kind: string
    is_large_print: number
    language: string
    language_before_code: string
  }
  personal: {
    epoch: number
    seq: number
    text: string
  }
  return_question: {
    question_ref: string
    patron_id: PatronId
    loan_ref: string
    branch_code: string
    asked_at_ms: Instant
  }
  ruled_before: {
    patron_id: PatronId
    from_ms: number
    until_ms: number
    category_code: string
    branch_code: string
  }
  setting: {
    name: string
    value: string
  }
  terminal: {
    one: number
    terminal_id: string
    epoch: number
    created_at_ms: Instant
  }
  transfer: {
    charge_ref: string
    epoch: number
    seq: number
    transfer_number: number
    pays_ref: string | null
    at_ms: number
    transfer_code: string
    debit_code: string
    credit_code: string
    amount_cents: Cents
    fund_code: string
    of_ref: string | null
    session_ref: string | null
    staff_code: string
    reason: string
  }
  unsealed: {
    epoch: number
    seq: number
    owner_ref: string
    content: string
  }
  viewed: {
    patron_id: PatronId
    viewed_on: LocalDate
    staff_code: string
    place_kind: string
    reason: string
    views_count: number
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
  card_range: {
    range_code: string
    terminal_code: string | null
    from_number: string
    to_number: string
    check_kind: string
  }
  card_rule: {
    rule_code: string
    category_code: string
    standing_kind: string
    given_kind: string
    age_count_min: number | null
    age_count_max: number | null
    is_guardian_required: number
    ends_at_age_count: number | null
    is_capped_at_home_card: number
    renewal_from: string
    check_kind: string
    identity_proofs_count: number
    address_proofs_count: number
    fee_kind: string
    fee_cents: Cents | null
    fee_bp: number | null
    fee_free_below_age_count: number | null
    order_number: number
  }
  cash_drawer: {
    drawer_code: string
    name: string
    branch_code: string
  }
  cash_reason: {
    reason_code: string
    name: string
    used_for: string
    fund: string | null
  }
  charge: {
    external_id: string
    patron_id: PatronId
    item_id: ItemId | null
    kind: string
    charged_at_ms: Instant
    amount_cents: Cents
    owed_cents: Cents
    note: string
    loan_ref: string | null
    party_ref: string
    refund_due_cents: Cents
  }
  closed_day: {
    branch_code: string
    from_on: LocalDate
    to_on: LocalDate
    is_yearly: number
    is_open: number
    reason: string
  }
  fee_rule: {
    fee_code: string
    branch_code: string
    category_code: string
    item_type_code: string
    fee_kind: string
    name: string
    amount_cents: Cents
  }
  field_rule: {
    rule_code: string
    field_name: string
    category_code: string
    need_kind: string
  }
  fine_free_day: {
    day_code: string
    branch_code: string
    from_on: LocalDate
    to_on: LocalDate
    reason: string
  }
  fine_rule: {
    rule_code: string
    branch_code: string
    category_code: string
    item_type_code: string
    amount_cents: Cents
    per_count: number
    per_unit: string
    is_partial_unit_charged: number
    is_closed_counted: number
    grace_count: number
    grace_unit: string
    grace_kind: string
    fine_cents_max: Cents | null
    is_capped_at_price: number
    recall_amount_cents: Cents | null
    recall_fine_cents_max: Cents | null
    is_grace_kept_on_recall: number
    suspension_days_count: number
    suspension_days_count_max: number | null
  }
  fixed_date: {
    date_code: string
    schedule_code: string
    loans_from_on: LocalDate
    loans_to_on: LocalDate
    due_on: LocalDate
  }
  float_piece: {
    piece_code: string
    pieces_count: number
  }
  hold: {
    external_id: string
    patron_id: PatronId
    party_ref: string
    title_id: TitleId
    item_id: ItemId | null
    is_item_hold: number
    pickup_branch_code: string
    placed_at_ms: Instant
    expires_on: LocalDate | null
    status: string
    suspended_until_on: LocalDate | null
    shelf_until_on: LocalDate | null
    pickup_code: string
  }
  in_kind_tender: {
    kind_code: string
    name: string
    per_kind: string
    value_cents: Cents | null
    is_for_overdue: number
    is_for_lost: number
    is_for_damage: number
    is_for_fees: number
    receipt_cents_max: Cents | null
    month_cents_max: Cents | null
    is_active: number
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
  item_lender: {
    item_id: ItemId
    lender_name: string
    lender_due_on: LocalDate | null
  }
  item_type: {
    item_type_code: string
    name: string
    is_for_loan: number
    replacement_cents: Cents | null
  }
  library_setting: {
    name: string
    value: string
  }
  limit_group: {
    group_code: string
    name: string
  }
  limit_group_type: {
    group_code: string
    item_type_code: string
  }
  limit_rule: {
    limit_code: string
    branch_code: string
    category_code: string
    target_kind: string
    target_code: string
    for_kind: string
    place_kind: string
    loans_count_max: number | null
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
    loan_status: string
    status_since_ms: number | null
    rules_at_ms: Instant | null
    unseen_renewals_count: number
    due_staff_code: string
    recalled_at_ms: Instant | null
    sealed_due_at_ms: Instant | null
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
    special_period_count: number | null
    schedule_code: string | null
    outside_kind: string
  }
  lost_rule: {
    rule_code: string
    branch_code: string
    category_code: string
    item_type_code: string
    lost_after_count: number | null
    lost_after_unit: string
    replacement_kind: string
    replacement_cents: Cents | null
    processing_cents: Cents
    is_processing_refundable: number
    is_overdue_kept: number
    found_unpaid_kind: string
    found_paid_kind: string
    is_overdue_restored: number
    is_overdue_counted_anew: number
    lost_refund_kind: string
    overdue_refund_kind: string
    refund_within_count: number | null
    refund_within_unit: string
    refund_from_kind: string
    refund_cents_min: number
    is_refund_less_owed: number
    is_receipt_required: number
    refund_paid_kind: string
    no_return_after_days_count: number | null
  }
  meta: {
    name: string
    value: string
  }
  name_tail: {
    tail_key: string
    name: string
  }
  opening_hours: {
    branch_code: string
    weekday: number
    opens_minute: number
    closes_minute: number
  }
  outage: {
    outage_ref: string
    branch_code: string
    from_at_ms: Instant
    to_at_ms: Instant | null
    reason: string
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
    receipt_kind: string
    is_large_print: number
    guardian_patron_id: number | null
    address_checked_on: LocalDate | null
    home_library_name: string
    registered_on: LocalDate | null
    registration_checked_on: LocalDate | null
    notice_kind: string
    history_consent_kind: string
    news_consent_kind: string
    consented_on: LocalDate | null
    name_proof_code: string
    name_changed_on: LocalDate | null
    family_patron_id: number | null
    unfit_on: LocalDate | null
  }
  patron_address: {
    patron_id: PatronId
    address_number: number
    kind: string
    street: string
    city: string
    region: string
    postal_code: string
    is_in_city_limits: number | null
  }
  patron_block: {
    block_ref: string
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
    is_fine_free: number
    family_owed_cents_max: Cents | null
    overdue_days_count_max: number | null
    lost_count_max: number | null
    claims_count_max: number | null
  }
  patron_claim: {
    claim_ref: string
    patron_id: PatronId
    item_id: ItemId
    loan_ref: string
    claim: string
    claimed_on: LocalDate
    made_at_ms: Instant
    status: string
    ended_at_ms: Instant | null
    checks_count: number
    checked_on: LocalDate | null
  }
  patron_distinct: {
    patron_id: PatronId
    other_patron_id: number
  }
  patron_duplicate_key: {
    key: string
    patron_id: PatronId
  }
  patron_email_bounce: {
    patron_id: PatronId
    bounced_on: LocalDate
  }
  patron_key: {
    key: string
    patron_id: PatronId
  }
  patron_note: {
    note_ref: string
    patron_id: PatronId
    written_on: LocalDate | null
    initials: string
    text: string
    is_blocking: number
    until_on: LocalDate | null
    branch_code: string
    is_message: number
    is_suspension: number
  }
  patron_pickup: {
    pickup_ref: string
    patron_id: PatronId
    by_patron_id: number
    allowed_on: LocalDate
    initials: string
  }
  patron_pin: {
    patron_id: PatronId
    pin_salt: string
    pin_hash: string
    set_on: LocalDate
  }
  policy_version: {
    version_ref: string
    table_name: string
    row_key: string
    content: string | null
    until_at_ms: Instant
  }
  product: {
    product_code: string
    name: string
    key_letter: string | null
    price_cents: Cents | null
    kind: string
    fund: string | null
    payee: string | null
    tax_bp: number
    order_number: number
    is_active: number
  }
  proof_kind: {
    proof_code: string
    name: string
    shows_kind: string
    days_count_max: number | null
    is_this_year: number
    order_number: number
    is_active: number
  }
  rental_rule: {
    rule_code: string
    branch_code: string
    category_code: string
    item_type_code: string
    amount_cents: Cents
    per_unit: string
    is_closed_counted: number
    is_charged_on_renewal: number
  }
  residency_rule: {
    rule_code: string
    postal_code: string | null
    city: string | null
    street: string | null
    house_number_from: number | null
    house_number_to: number | null
    side_kind: string
    standing_kind: string
    home_library_name: string | null
  }
  role: {
    role_code: string
    name: string
    is_built_in: number
    order_number: number
  }
  role_grant: {
    grant_key: string
    role: string
    grant_code: string
    is_granted: number
    amount_cents_max: Cents | null
    days_count_max: number | null
    day_cents_max: Cents | null
  }
  shelf_sign: {
    sign_code: string
    branch_code: string
    location: string
    from_number: string | null
    to_number: string | null
    words: string
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
    rowid: number
    words: number | null
  }
  variance_tier: {
    tier_code: string
    from_cents: Cents
    needs: string
  }
}

/** Columns that an insert may leave out. */
export type FilledColumns = {
  device_job: 'device_code' | 'paper_kind' | 'detail_code' | 'queued_at_ms'
  erased_patron: 'patron_id'
  event: 'event_id' | 'epoch' | 'seq'
  forgotten_claim: 'patron_id'
  merged_patron: 'former_patron_id'
  overlay_loan: 'loan_status' | 'unseen_renewals_count' | 'due_staff_code'
  patron_preference: 'patron_id'
  ruled_before: 'patron_id'
  viewed: 'patron_id'
  card_rule: 'given_kind'
  charge: 'note' | 'party_ref' | 'refund_due_cents'
  hold: 'party_ref' | 'is_item_hold' | 'pickup_code'
  item: 'item_id'
  loan: 'loan_status' | 'unseen_renewals_count' | 'due_staff_code'
  loan_rule: 'outside_kind'
  patron: 'patron_id' | 'receipt_kind' | 'is_large_print' | 'home_library_name' | 'notice_kind' | 'history_consent_kind' | 'news_consent_kind' | 'name_proof_code'
  patron_address: 'address_number'
  patron_category: 'is_fine_free'
  patron_distinct: 'patron_id'
  patron_note: 'is_blocking' | 'branch_code' | 'is_message' | 'is_suspension'
  title: 'title_id'
}

/** The columns of each table, in order, without those worked out from others. */
export const COLUMNS = {
  card_reached: ['range_code', 'next_barcode'],
  cash_event: ['session_ref', 'epoch', 'seq', 'kind', 'receipt_number', 'paper_number', 'of_ref', 'bag_number'],
  cash_looked: ['of_ref', 'staff_code', 'epoch', 'seq'],
  command: ['command_id', 'request_hash', 'epoch', 'first_seq', 'events_count'],
  command_seal: ['epoch', 'seq', 'events_count', 'personal_hash'],
  device_job: [
    'epoch', 'seq', 'job_number', 'kind', 'status', 'reason', 'attempts_count', 'changed_at_ms', 'content',
    'device_code', 'paper_kind', 'detail_code', 'queued_at_ms',
  ],
  drawer_session: [
    'session_ref', 'drawer_code', 'custodian_code', 'status', 'opened_at_ms', 'closed_at_ms', 'z_number', 'left_cents',
    'left_checks_cents', 'is_review_needed', 'is_card_waiting', 'epoch', 'seq',
  ],
  erased_key: ['one', 'key'],
  erased_patron: ['patron_id', 'number_hash', 'erased_on'],
  erasing_unsent: ['epoch', 'seq', 'patron_id'],
  event: ['event_id', 'content', 'hash'],
  feed_seen: ['epoch', 'seq', 'feed_number'],
  forgotten_charge: ['kind', 'month_at_ms', 'charges_count', 'amount_cents'],
  forgotten_claim: ['patron_id', 'month_at_ms', 'claims_count'],
  forgotten_unsent: ['epoch', 'seq'],
  form_draft: ['staff_code', 'patron_id', 'page_name', 'act_name', 'content', 'kept_at_ms'],
  identity: ['kind', 'external_id', 'record_id'],
  list_looked: ['staff_code', 'looked_on', 'lists_count'],
  listed_event: ['kind', 'epoch', 'seq'],
  merged_patron: ['former_patron_id', 'patron_id', 'epoch', 'seq', 'merged_at_ms', 'is_undone', 'content'],
  money_transfer: [
    'session_ref', 'epoch', 'seq', 'transfer_number', 'transfer_code', 'debit_code', 'debit_of_ref', 'credit_code',
    'credit_of_ref', 'amount_cents', 'fund_code',
  ],
  number_block: ['kind', 'next_id', 'end_id', 'is_reserve'],
  overlay_charge: [
    'charge_ref', 'patron_id', 'party_ref', 'item_id', 'loan_ref', 'kind', 'charged_at_ms', 'amount_cents',
    'owed_cents', 'refund_due_cents', 'epoch', 'seq',
  ],
  overlay_hold: [
    'hold_ref', 'is_open', 'patron_id', 'party_ref', 'title_id', 'item_id', 'is_item_hold', 'pickup_branch_code',
    'placed_at_ms', 'expires_on', 'status', 'suspended_until_on', 'shelf_until_on', 'pickup_code', 'epoch', 'seq',
  ],
  overlay_item: ['item_id', 'at_branch_code', 'status', 'seen_at_ms', 'epoch', 'seq'],
  overlay_left: ['table_name', 'row_key', 'epoch', 'seq'],
  overlay_loan: [
    'item_id', 'is_open', 'patron_id', 'loan_ref', 'party_ref', 'branch_code', 'out_at_ms', 'due_at_ms',
    'renewals_count', 'epoch', 'seq', 'loan_status', 'status_since_ms', 'rules_at_ms', 'unseen_renewals_count',
    'due_staff_code', 'recalled_at_ms', 'sealed_due_at_ms',
  ],
  overlay_row: ['table_name', 'row_key', 'content', 'epoch', 'seq'],
  party: ['epoch', 'seq', 'patron_id', 'item_id'],
  patron_before: ['epoch', 'seq', 'patron_id', 'changed_at_ms', 'content'],
  patron_preference: ['patron_id', 'receipt_kind', 'is_large_print', 'language', 'language_before_code'],
  personal: ['epoch', 'seq', 'text'],
  return_question: ['question_ref', 'patron_id', 'loan_ref', 'branch_code', 'asked_at_ms'],
  ruled_before: ['patron_id', 'from_ms', 'until_ms', 'category_code', 'branch_code'],
  setting: ['name', 'value'],
  terminal: ['one', 'terminal_id', 'epoch', 'created_at_ms'],
  transfer: [
    'charge_ref', 'epoch', 'seq', 'transfer_number', 'pays_ref', 'at_ms', 'transfer_code', 'debit_code', 'credit_code',
    'amount_cents', 'fund_code', 'of_ref', 'session_ref', 'staff_code', 'reason',
  ],
  unsealed: ['epoch', 'seq', 'owner_ref', 'content'],
  viewed: ['patron_id', 'viewed_on', 'staff_code', 'place_kind', 'reason', 'views_count'],
  branch: ['branch_code', 'name', 'zone_name'],
  card: ['barcode', 'patron_id', 'status'],
  card_range: ['range_code', 'terminal_code', 'from_number', 'to_number', 'check_kind'],
  card_rule: [
    'rule_code', 'category_code', 'standing_kind', 'given_kind', 'age_count_min', 'age_count_max',
    'is_guardian_required', 'ends_at_age_count', 'is_capped_at_home_card', 'renewal_from', 'check_kind',
    'identity_proofs_count', 'address_proofs_count', 'fee_kind', 'fee_cents', 'fee_bp', 'fee_free_below_age_count',
    'order_number',
  ],
  cash_drawer: ['drawer_code', 'name', 'branch_code'],
  cash_reason: ['reason_code', 'name', 'used_for', 'fund'],
  charge: [
    'external_id', 'patron_id', 'item_id', 'kind', 'charged_at_ms', 'amount_cents', 'owed_cents', 'note', 'loan_ref',
    'party_ref', 'refund_due_cents',
  ],
  closed_day: ['branch_code', 'from_on', 'to_on', 'is_yearly', 'is_open', 'reason'],
  fee_rule: ['fee_code', 'branch_code', 'category_code', 'item_type_code', 'fee_kind', 'name', 'amount_cents'],
  field_rule: ['rule_code', 'field_name', 'category_code', 'need_kind'],
  fine_free_day: ['day_code', 'branch_code', 'from_on', 'to_on', 'reason'],
  fine_rule: [
    'rule_code', 'branch_code', 'category_code', 'item_type_code', 'amount_cents', 'per_count', 'per_unit',
    'is_partial_unit_charged', 'is_closed_counted', 'grace_count', 'grace_unit', 'grace_kind', 'fine_cents_max',
    'is_capped_at_price', 'recall_amount_cents', 'recall_fine_cents_max', 'is_grace_kept_on_recall',
    'suspension_days_count', 'suspension_days_count_max',
  ],
  fixed_date: ['date_code', 'schedule_code', 'loans_from_on', 'loans_to_on', 'due_on'],
  float_piece: ['piece_code', 'pieces_count'],
  hold: [
    'external_id', 'patron_id', 'party_ref', 'title_id', 'item_id', 'is_item_hold', 'pickup_branch_code',
    'placed_at_ms', 'expires_on', 'status', 'suspended_until_on', 'shelf_until_on', 'pickup_code',
  ],
  in_kind_tender: [
    'kind_code', 'name', 'per_kind', 'value_cents', 'is_for_overdue', 'is_for_lost', 'is_for_damage', 'is_for_fees',
    'receipt_cents_max', 'month_cents_max', 'is_active',
  ],
  item: [
    'item_id', 'barcode', 'title_id', 'item_type_code', 'home_branch_code', 'at_branch_code', 'call_number', 'location',
    'status', 'price_cents', 'note',
  ],
  item_lender: ['item_id', 'lender_name', 'lender_due_on'],
  item_type: ['item_type_code', 'name', 'is_for_loan', 'replacement_cents'],
  library_setting: ['name', 'value'],
  limit_group: ['group_code', 'name'],
  limit_group_type: ['group_code', 'item_type_code'],
  limit_rule: [
    'limit_code', 'branch_code', 'category_code', 'target_kind', 'target_code', 'for_kind', 'place_kind',
    'loans_count_max',
  ],
  loan: [
    'item_id', 'loan_ref', 'party_ref', 'patron_id', 'branch_code', 'out_at_ms', 'due_at_ms', 'renewals_count',
    'loan_status', 'status_since_ms', 'rules_at_ms', 'unseen_renewals_count', 'due_staff_code', 'recalled_at_ms',
    'sealed_due_at_ms',
  ],
  loan_rule: [
    'rule_code', 'branch_code', 'category_code', 'item_type_code', 'is_for_loan', 'period_count', 'period_unit',
    'days_mode', 'past_closing', 'hard_due_on', 'hard_due_kind', 'is_capped_at_expiry', 'renewals_count_max',
    'renewal_period_count', 'renewal_from', 'loans_count_max', 'special_period_count', 'schedule_code', 'outside_kind',
  ],
  lost_rule: [
    'rule_code', 'branch_code', 'category_code', 'item_type_code', 'lost_after_count', 'lost_after_unit',
    'replacement_kind', 'replacement_cents', 'processing_cents', 'is_processing_refundable', 'is_overdue_kept',
    'found_unpaid_kind', 'found_paid_kind', 'is_overdue_restored', 'is_overdue_counted_anew', 'lost_refund_kind',
    'overdue_refund_kind', 'refund_within_count', 'refund_within_unit', 'refund_from_kind', 'refund_cents_min',
    'is_refund_less_owed', 'is_receipt_required', 'refund_paid_kind', 'no_return_after_days_count',
  ],
  meta: ['name', 'value'],
  name_tail: ['tail_key', 'name'],
  opening_hours: ['branch_code', 'weekday', 'opens_minute', 'closes_minute'],
  outage: ['outage_ref', 'branch_code', 'from_at_ms', 'to_at_ms', 'reason'],
  patron: [
    'patron_id', 'external_id', 'category_code', 'branch_code', 'surname', 'given', 'preferred_given', 'surname_key',
    'given_key', 'born_on', 'expires_on', 'email', 'phone', 'guardian', 'language', 'is_barred', 'is_active',
    'receipt_kind', 'is_large_print', 'guardian_patron_id', 'address_checked_on', 'home_library_name', 'registered_on',
    'registration_checked_on', 'notice_kind', 'history_consent_kind', 'news_consent_kind', 'consented_on',
    'name_proof_code', 'name_changed_on', 'family_patron_id', 'unfit_on',
  ],
  patron_address: [
    'patron_id', 'address_number', 'kind', 'street', 'city', 'region', 'postal_code', 'is_in_city_limits',
  ],
  patron_block: ['block_ref', 'patron_id', 'kind', 'from_on', 'until_on', 'note'],
  patron_category: [
    'category_code', 'name', 'loans_count_max', 'owed_cents_max', 'overdue_count_max', 'card_months_count',
    'is_fine_free', 'family_owed_cents_max', 'overdue_days_count_max', 'lost_count_max', 'claims_count_max',
  ],
  patron_claim: [
    'claim_ref', 'patron_id', 'item_id', 'loan_ref', 'claim', 'claimed_on', 'made_at_ms', 'status', 'ended_at_ms',
    'checks_count', 'checked_on',
  ],
  patron_distinct: ['patron_id', 'other_patron_id'],
  patron_duplicate_key: ['key', 'patron_id'],
  patron_email_bounce: ['patron_id', 'bounced_on'],
  patron_key: ['key', 'patron_id'],
  patron_note: [
    'note_ref', 'patron_id', 'written_on', 'initials', 'text', 'is_blocking', 'until_on', 'branch_code', 'is_message',
    'is_suspension',
  ],
  patron_pickup: ['pickup_ref', 'patron_id', 'by_patron_id', 'allowed_on', 'initials'],
  patron_pin: ['patron_id', 'pin_salt', 'pin_hash', 'set_on'],
  policy_version: ['version_ref', 'table_name', 'row_key', 'content', 'until_at_ms'],
  product: [
    'product_code', 'name', 'key_letter', 'price_cents', 'kind', 'fund', 'payee', 'tax_bp', 'order_number', 'is_active',
  ],
  proof_kind: ['proof_code', 'name', 'shows_kind', 'days_count_max', 'is_this_year', 'order_number', 'is_active'],
  rental_rule: [
    'rule_code', 'branch_code', 'category_code', 'item_type_code', 'amount_cents', 'per_unit', 'is_closed_counted',
    'is_charged_on_renewal',
  ],
  residency_rule: [
    'rule_code', 'postal_code', 'city', 'street', 'house_number_from', 'house_number_to', 'side_kind', 'standing_kind',
    'home_library_name',
  ],
  role: ['role_code', 'name', 'is_built_in', 'order_number'],
  role_grant: ['grant_key', 'role', 'grant_code', 'is_granted', 'amount_cents_max', 'days_count_max', 'day_cents_max'],
  shelf_sign: ['sign_code', 'branch_code', 'location', 'from_number', 'to_number', 'words'],
  staff: ['staff_code', 'name', 'initials', 'role', 'badge_barcode', 'pin_salt', 'pin_hash', 'is_active'],
  title: ['title_id', 'external_id', 'title', 'author', 'isbn', 'publisher', 'year', 'format', 'language', 'title_key'],
  title_isbn: ['isbn', 'title_id'],
  variance_tier: ['tier_code', 'from_cents', 'needs'],
} as const
