/** Patrons of Koha, as its patron import has them in CSV. Whatever column is not named here has no place. */
import { MAIL_BACK_KIND } from '../../policy/facts.ts'
import { named, to, type ColumnRule, type PatronMapping } from './patron-mapping.ts'

/** A flag as Koha writes it, and as a spreadsheet or a person does. */
const OFF = ['0', 'no', 'No', 'NO', 'n', 'N', 'false', 'False', 'FALSE']
const ON = ['1', 'yes', 'Yes', 'YES', 'y', 'Y', 'true', 'True', 'TRUE']

function flag(on: string): Readonly<Record<string, string>> {
  const said = [...OFF.map((one) => [one, ''] as const), ...ON.map((one) => [one, on] as const)]
  return Object.fromEntries(said)
}

export const KOHA_COLUMNS: Readonly<Record<string, ColumnRule>> = {
  borrowernumber: { drop: 'internal' },
  cardnumber: to('card.barcode'),
  surname: to('patron.surname'),
  firstname: to('patron.given'),
  middle_name: to('patron.given'),
  preferred_name: to('patron.preferred_given'),
  streetnumber: to('home.street'),
  streettype: to('home.street'),
  address: to('home.street', { is_whole: true }),
  address2: to('home.street'),
  city: to('home.city'),
  state: to('home.region'),
  zipcode: to('home.postal_code'),
  email: to('patron.email'),
  emailpro: to('patron.email', { is_spare: true }),
  phone: to('patron.phone'),
  mobile: to('patron.phone', { is_spare: true }),
  phonepro: to('patron.phone', { is_spare: true }),
  b_streetnumber: to('other.street'),
  b_streettype: to('other.street'),
  b_address: to('other.street', { is_whole: true }),
  b_address2: to('other.street'),
  b_city: to('other.city'),
  b_state: to('other.region'),
  b_zipcode: to('other.postal_code'),
  dateofbirth: to('patron.born_on'),
  branchcode: to('patron.branch_code'),
  categorycode: to('patron.category_code'),
  dateenrolled: to('patron.registered_on'),
  dateexpiry: to('patron.expires_on'),
  gonenoaddress: to('gone.kind', {
    codes: flag('address unverified'),
    written: { [MAIL_BACK_KIND]: '1' },
  }),
  lost: to('card.status', { codes: flag('lost') }),
  debarred: to('debarred.until_on'),
  debarredcomment: to('debarred.note'),
  contactfirstname: to('patron.guardian'),
  contactname: to('patron.guardian', { is_whole: true }),
  guarantor_id: to('patron.guardian_id', { is_read_only: true }),
  borrowernotes: to('note.text'),
  opacnote: to('message.text'),
  lang: to('patron.language', { codes: { default: '' } }),
  privacy: to('patron.history_consent_kind', { codes: { '0': 'yes', '1': '', '2': 'no' } }),
  ...named('password', { drop: 'secret' }),
}

/** Columns of the second address begin with a capital. */
const NAMES = Object.fromEntries(
  Object.keys(KOHA_COLUMNS)
    .filter((column) => column.startsWith('b_'))
    .map((column) => [column, `B${column.slice(1)}`]),
)
/** The last day that Koha knows: it lifts no restriction by itself then. */
const NEVER = '9999-12-31'

export const KOHA: PatronMapping = {
  dates: 'iso',
  codes: {},
  files: [
    {
      name: '*.csv',
      key: ['borrowernumber', 'cardnumber', 'userid'],
      card_column: 'cardnumber',
      columns: KOHA_COLUMNS,
      names: NAMES,
      rows: {
        patron: { file: 'patrons.csv' },
        card: { file: 'cards.csv', needs: ['barcode'] },
        home: { file: 'addresses.csv', needs: ['street', 'city', 'region', 'postal_code'], fixed: { kind: 'home' } },
        other: {
          file: 'addresses.csv',
          needs: ['street', 'city', 'postal_code'],
          fixed: { kind: 'alternate' },
          takes_others: true,
        },
        note: { file: 'notes.csv', needs: ['text'] },
        message: { file: 'notes.csv', needs: ['text'], fixed: { is_message: 'yes' } },
        gone: { file: 'blocks.csv', needs: ['kind'] },
        debarred: {
          file: 'blocks.csv',
          needs: ['until_on'],
          fixed: { kind: 'debarred' },
          when_empty: { until_on: NEVER },
          takes_others: true,
        },
      },
    },
  ],
}
