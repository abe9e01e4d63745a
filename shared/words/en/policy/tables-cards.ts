/** English for the tables of the rules of library cards, their columns and the options of each. */
import type { TableWords } from '../../policy-words.ts'

const CODE_HINT = 'Letters, digits and spaces; it cannot be changed later'
const RULE = { label: 'Rule name', hint: CODE_HINT }
const CATEGORY = { label: 'Patron category' }
const STANDINGS = {
  resident: 'Resident',
  reciprocal: 'Reciprocal: of another library',
  'non-resident': 'Non-resident',
}

type CardTable = 'residency_rule' | 'card_rule' | 'field_rule' | 'proof_kind' | 'card_range'

export const CARD_TABLES: Pick<TableWords, CardTable> = {
  residency_rule: {
    title: 'Residency',
    one: 'Residency rule',
    columns: {
      rule_code: RULE,
      standing_kind: { label: 'Who lives there is', options: STANDINGS },
      postal_code: { label: 'ZIP code', hint: 'Five digits, or the first three', none: 'any' },
      city: { label: 'City', none: 'any' },
      street: { label: 'Street', hint: 'Without the number: “Wilmot Road”', none: 'any' },
      house_number_from: { label: 'House numbers from', none: 'the first' },
      house_number_to: { label: 'House numbers to', none: 'the last' },
      side_kind: { label: 'Side of the street', options: { both: 'Both', even: 'Even numbers', odd: 'Odd numbers' } },
      home_library_name: { label: 'Their library', none: 'none' },
    },
  },
  card_rule: {
    title: 'Cards',
    one: 'Card rule',
    columns: {
      rule_code: RULE,
      category_code: CATEGORY,
      standing_kind: { label: 'For', options: { any: 'Anyone', ...STANDINGS } },
      given_kind: {
        label: 'Given',
        options: {
          'by-rule': 'By the rules',
          'if-chosen': 'Only if a clerk chooses it',
          'by-grant': 'Only if chosen, with the permission for it',
        },
      },
      age_count_min: { label: 'From age', none: 'any age' },
      age_count_max: { label: 'Up to age', hint: 'That year included', none: 'any age' },
      is_guardian_required: { label: 'A parent or guardian signs' },
      ends_at_age_count: { label: 'Ends on the birthday of age', none: 'does not end by age' },
      is_capped_at_home_card: { label: 'Ends with the card of the library at home' },
      renewal_from: { label: 'A renewal counts from', options: { today: 'The day of renewal', expiry: 'The expiry' } },
      check_kind: {
        label: 'A renewal asks for the address',
        options: {
          always: 'Every time',
          yearly: 'When a year has passed',
          'returned-mail': 'When mail came back',
          never: 'Never',
        },
      },
      identity_proofs_count: { label: 'Proofs of who they are' },
      address_proofs_count: { label: 'Proofs of address' },
      fee_kind: {
        label: 'Fee',
        options: {
          none: 'None',
          fixed: 'A fixed amount',
          household: 'An amount for each person of the household',
          'tax-bill': 'A share of the tax bill',
          rent: 'A share of a month’s rent',
        },
      },
      fee_cents: { label: 'Amount', none: 'no amount' },
      fee_bp: { label: 'Share, in hundredths of a percent', hint: '1500 is 15%', none: 'no share' },
      fee_free_below_age_count: { label: 'No fee below age', none: 'everyone pays' },
      order_number: { label: 'Place in the list', hint: 'The lowest number is offered first' },
    },
  },
  field_rule: {
    title: 'Registration form',
    one: 'Field of the form',
    columns: {
      rule_code: RULE,
      field_name: {
        label: 'Field',
        options: {
          surname: 'Last name',
          given: 'First name',
          preferred_given: 'Preferred name',
          born_on: 'Birth date',
          postal_code: 'ZIP code',
          city: 'City',
          region: 'State',
          street: 'Street',
          phone: 'Phone',
          email: 'E-mail',
          guardian: 'Parent or guardian',
          language: 'Language',
          notice_kind: 'Notices by',
          history_consent_kind: 'Keeps a loan history',
          news_consent_kind: 'Gets library news',
        },
      },
      category_code: CATEGORY,
      need_kind: {
        label: 'It is',
        options: { required: 'Required', suggested: 'Suggested', offered: 'Offered', off: 'Left out' },
      },
    },
  },
  proof_kind: {
    title: 'Proofs',
    one: 'Proof',
    columns: {
      proof_code: { label: 'Short name', hint: CODE_HINT },
      name: { label: 'Name', hint: '“Driver’s license”' },
      shows_kind: {
        label: 'Proves',
        options: { identity: 'Who they are', address: 'The address', both: 'Both', name: 'A changed name' },
      },
      days_count_max: { label: 'At most this many days old', none: 'any age' },
      is_this_year: { label: 'Must be of this year' },
      order_number: { label: 'Place in the list', hint: 'The lowest number comes first' },
      is_active: { label: 'Accepted now' },
    },
  },
  card_range: {
    title: 'Card numbers',
    one: 'Range of card numbers',
    columns: {
      range_code: { label: 'Short name', hint: CODE_HINT },
      terminal_code: {
        label: 'Given out by desk',
        hint: 'The code of one desk, as on its page “This desk”. Only that desk gives these numbers',
        none: 'printed on cards',
      },
      from_number: { label: 'First number', hint: 'Without its check digit' },
      to_number: { label: 'Last number', hint: 'Without its check digit' },
      check_kind: { label: 'Check digit', options: { 'mod-10': 'Added: 14-digit Codabar', none: 'None' } },
    },
  },
}
