/** Patrons of Evergreen, as CSV files of its tables actor.usr, card, usr_address and usr_standing_penalty. */
import { MAIL_BACK_KIND } from '../../policy/facts.ts'
import { named, to, type ColumnRule, type PatronMapping } from './patron-mapping.ts'

/** Those that come with Evergreen (950.data.seed-values.sql, config.standing_penalty). 25 stops loans and holds. */
const BLOCKS = { '1': 'exceeds fines', '2': 'exceeds overdue count', '25': 'staff block', '29': MAIL_BACK_KIND }
const STAFF_BLOCK = '25'
const BRANCH = to('patron.branch_code', { codes_from: { file: 'org_units.csv', key: 'id', value: 'shortname' } })
const INTERNAL: ColumnRule = { drop: 'internal' }

export const EVERGREEN: PatronMapping = {
  dates: 'iso',
  codes: {},
  flags: { yes: 't', no: 'f' },
  files: [
    {
      name: 'patrons.csv',
      key: ['id'],
      rows: { patron: { file: 'patrons.csv' } },
      columns: {
        id: to('patron.patron_id'),
        card: INTERNAL,
        usrname: INTERNAL,
        profile: to('patron.category_code'),
        email: to('patron.email'),
        first_given_name: to('patron.given'),
        second_given_name: to('patron.given'),
        family_name: to('patron.surname'),
        suffix: to('patron.surname'),
        guardian: to('patron.guardian'),
        pref_first_given_name: to('patron.preferred_given'),
        day_phone: to('patron.phone'),
        evening_phone: to('patron.phone', { is_spare: true }),
        other_phone: to('patron.phone', { is_spare: true }),
        usrgroup: to('patron.family_group'),
        master_account: INTERNAL,
        home_ou: BRANCH,
        dob: to('patron.born_on'),
        deleted: to('patron.is_active', { codes: { '1': 'no', t: 'no', '0': '', f: '' } }),
        // A closed account that we write is not active; Evergreen hides one that is deleted.
        active: to('patron.is_active', { is_spare: true, is_whole: true }),
        barred: to('patron.is_barred'),
        create_date: to('patron.registered_on'),
        expire_date: to('patron.expires_on'),
        locale: to('patron.language'),
        passwd: { drop: 'secret' },
      },
    },
    {
      name: 'cards.csv',
      key: ['usr'],
      rows: { card: { file: 'cards.csv' } },
      columns: {
        id: INTERNAL,
        usr: to('card.patron_id'),
        barcode: to('card.barcode'),
        // A lost card must not work there, and Evergreen knows no other word for it.
        active: to('card.status', {
          codes: { '1': 'current', t: 'current', '0': 'former', f: 'former' },
          written: { current: 't', former: 'f', lost: 'f' },
        }),
      },
    },
    {
      name: 'patron_addresses.csv',
      key: ['usr'],
      rows: { home: { file: 'addresses.csv' } },
      columns: {
        id: INTERNAL,
        usr: to('home.patron_id'),
        address_type: to('home.kind'),
        within_city_limits: to('home.is_in_city_limits'),
        street1: to('home.street'),
        street2: to('home.street'),
        city: to('home.city'),
        state: to('home.region'),
        post_code: to('home.postal_code'),
      },
    },
    {
      name: 'standing_penalties.csv',
      key: ['usr'],
      rows: { block: { file: 'blocks.csv' } },
      columns: {
        id: INTERNAL,
        usr: to('block.patron_id'),
        ...named(
          'standing_penalty',
          to('block.kind', { codes: BLOCKS, otherwise: { code: STAFF_BLOCK, told_in: 'note' } }),
        ),
        set_date: to('block.from_on'),
        stop_date: to('block.until_on'),
        usr_message: to('block.note'),
      },
    },
  ],
}
