/** The files about patrons: who they are, their cards, addresses, notes and blocks. */
import { PATRON_CHOICES } from '../kernel/patron-field.ts'
import { DATE, DATE_OR_NEVER, DATE_OR_UNKNOWN } from './date-fields.ts'
import { BARCODE, CODE, EXTERNAL_ID, LINES, LONG_TEXT, NAME, oneOf, text, YES_NO } from './cell-fields.ts'
import { format, maybe, optional, required, type RowOf } from './table.ts'

const patron_id = required(EXTERNAL_ID, 'the library’s own number for the patron')

const RECEIPT_KINDS = ['print', 'email', 'none'] as const
const AGREED = oneOf(['', 'yes', 'no'])

export const PATRONS = format('patrons.csv', 'people who may borrow', {
  patron_id,
  surname: required(NAME, 'family name, or the only name of a person with one name'),
  given: optional(NAME, '', 'given names'),
  preferred_given: optional(NAME, '', 'what the person wants to be called'),
  category_code: required(CODE, 'a category of patron_categories.csv'),
  branch_code: required(CODE, 'the home branch'),
  born_on: maybe(DATE_OR_UNKNOWN, 'date of birth; one still to come is taken as empty and told'),
  expires_on: maybe(DATE_OR_NEVER, 'last day the card holds; empty is for ever'),
  email: optional(NAME, '', 'e-mail address'),
  email_bounced_on: maybe(DATE_OR_UNKNOWN, 'when e-mail to that address came back; empty: as it is'),
  phone: optional(NAME, '', 'telephone'),
  guardian: optional(NAME, '', 'who answers for a child'),
  guardian_id: optional(EXTERNAL_ID, '', 'the patron who answers for a child, by the library’s own number'),
  family_id: optional(EXTERNAL_ID, '', 'one of the family, by the library’s own number; empty: as it is'),
  family_group: optional(EXTERNAL_ID, '', 'patrons of one group are family, where family_id is empty; empty: as it is'),
  language: optional(text(35), '', 'language for notices, such as en or es'),
  notice_kind: optional(
    oneOf(['', ...PATRON_CHOICES.notice_kind]),
    '',
    'how the patron wants to be told; empty: not asked',
  ),
  history_consent_kind: optional(AGREED, '', 'yes or no to a history of loans; empty: not asked'),
  news_consent_kind: optional(AGREED, '', 'yes or no to news of the library; empty: not asked'),
  consented_on: maybe(DATE_OR_UNKNOWN, 'when the patron last said what they agree to'),
  receipt_kind: optional(oneOf(['', ...RECEIPT_KINDS]), '', 'how the patron wants receipts; empty: as it is'),
  is_large_print: maybe(YES_NO, 'whether papers for the patron are in large print; empty: as it is'),
  registered_on: maybe(DATE_OR_UNKNOWN, 'since when the patron has a card; empty: as it is'),
  registration_checked_on: maybe(DATE_OR_UNKNOWN, 'when the registration was read once more; empty: as it is'),
  address_checked_on: maybe(DATE_OR_UNKNOWN, 'when a proof of the address was last seen; empty: as it is'),
  home_library_name: optional(NAME, '', 'the library of the patron’s own town; empty: as it is'),
  name_proof_code: optional(
    text(64),
    '',
    'the kind of document of proof_kinds.csv that was seen when a name was last changed; empty: as it is',
  ),
  name_changed_on: maybe(DATE_OR_UNKNOWN, 'when a name was last changed; empty: as it is'),
  unfit_on: maybe(
    DATE_OR_UNKNOWN,
    'since when the card does not fit where the patron lives; empty: as it is, or none where files win in this column',
  ),
  is_barred: optional(YES_NO, false, 'yes: not to be served'),
  is_active: optional(YES_NO, true, 'no: the account is closed'),
})

export const CARDS = format('cards.csv', 'library cards, those of old included', {
  patron_id,
  barcode: required(BARCODE, 'the number on the card'),
  status: optional(
    oneOf(['current', 'former', 'lost']),
    'current',
    'former: replaced, but still finds the patron; lost: reported lost',
  ),
})

export const ADDRESSES = format(
  'addresses.csv',
  'where patrons live; the file holds all addresses of a patron it names',
  {
    patron_id,
    kind: optional(text(40), 'home', 'home, mailing, …'),
    street: optional(NAME, '', 'street and number'),
    city: optional(NAME, '', 'town'),
    region: optional(text(60), '', 'state or province'),
    postal_code: optional(text(20), '', 'ZIP or postal code'),
    is_in_city_limits: maybe(YES_NO, 'whether the address lies within the city that pays for the library'),
  },
)

export const NOTES = format('notes.csv', 'notes for the desk; the file holds all notes of a patron it names', {
  patron_id,
  written_on: maybe(DATE_OR_UNKNOWN, 'when'),
  initials: optional(text(5), '', 'by whom'),
  text: required(LINES, 'the note'),
  until_on: maybe(DATE_OR_NEVER, 'last day on which it is shown; empty is until it is removed'),
  branch_code: optional(CODE, '', 'the branch where it was written'),
  is_blocking: optional(YES_NO, false, 'yes: it stops lending'),
  is_message: optional(YES_NO, false, 'yes: the patron is told it'),
  is_suspension: optional(YES_NO, false, 'yes: it stops lending for a late return'),
})

export const PICKUPS = format(
  'pickups.csv',
  'who may pick up for whom; the file holds all of a patron it names, besides those allowed at this desk',
  {
    patron_id,
    by_patron_id: required(EXTERNAL_ID, 'the patron who may pick up, by the library’s own number'),
    allowed_on: required(DATE, 'since when'),
    initials: optional(text(5), '', 'who recorded it'),
  },
  {
    check: ({ patron_id: whose, by_patron_id: value }) =>
      whose === value ? { column: 'by_patron_id', value, reason: { code: 'pickup-self' } } : null,
  },
)

export const APART = format(
  'apart.csv',
  'pairs of patrons who resemble each other and are two people; what the file does not name stays',
  { patron_id, other_patron_id: required(EXTERNAL_ID, 'the other one, by the library’s own number') },
  {
    check: ({ patron_id: whose, other_patron_id: value }) =>
      whose === value ? { column: 'other_patron_id', value, reason: { code: 'pickup-self' } } : null,
  },
)

export const BLOCKS = format(
  'blocks.csv',
  'reasons not to lend; the file holds all blocks of a patron it names',
  {
    patron_id,
    kind: required(text(60), 'what kind of block, such as "billing" or "address unverified"'),
    from_on: maybe(DATE, 'since when'),
    until_on: maybe(DATE_OR_NEVER, 'until when, that day included; empty is until lifted'),
    note: optional(LONG_TEXT, '', 'what the clerk should know'),
  },
  {
    check: ({ from_on, until_on }) =>
      from_on !== null && until_on !== null && until_on < from_on
        ? { column: 'until_on', value: until_on, reason: { code: 'before-column', column: 'from_on' } }
        : null,
  },
)

export type PatronRow = RowOf<typeof PATRONS.columns>
export type CardRow = RowOf<typeof CARDS.columns>
export type AddressRow = RowOf<typeof ADDRESSES.columns>
export type NoteRow = RowOf<typeof NOTES.columns>
export type PickupRow = RowOf<typeof PICKUPS.columns>
export type ApartRow = RowOf<typeof APART.columns>
export type BlockRow = RowOf<typeof BLOCKS.columns>
