/** The people of the demo library, all invented: about thirty with a problem each, and others to fill the lists. */
import { barcode, cardEndingIn, day, type Chance, type CsvRow } from './made.ts'

export type Person = {
  readonly patron_id: string
  /** What this person shows; empty for the others. */
  readonly shows: string
  readonly surname: string
  readonly given: string
  readonly preferred_given?: string
  readonly category?: string
  readonly branch?: string
  readonly born_on?: string
  readonly expires_on?: string
  readonly guardian?: string
  readonly language?: string
  readonly is_barred?: boolean
  readonly is_active?: boolean
  /** [barcode, status]; made up when absent. */
  readonly cards?: readonly (readonly [string, string])[]
  readonly note?: readonly [written_on: string, initials: string, text: string]
  readonly block?: readonly [kind: string, from_on: string, until_on: string, note: string]
}

export const DANA_CARD = barcode('2123400012345')
export const IDS = {
  dana: 'P0001',
  jones: 'P0002',
  patel: 'P0003',
  milner: 'P0004',
  owing: 'P0008',
  atLimit: 'P0009',
  overdue: 'P0010',
  owingLimit: 'P0011',
  suspended: 'P0012',
  late: 'P0015',
} as const

const BARRED_NOTE = 'Incident of 2 October. Do not serve; call the supervisor.'

const SPECIAL: readonly Omit<Person, 'patron_id'>[] = [
  {
    shows: 'the regular: four out, one overdue, two holds ready, owes 3.75, a former card, a note',
    surname: 'Miller',
    given: 'Dana',
    expires_on: '2027-08-31',
    cards: [
      [DANA_CARD, 'current'],
      [barcode('2123400000712'), 'former'],
    ],
    note: ['2026-03-12', 'RO', 'Prefers e-mail receipts.'],
  },
  {
    shows: 'a hold waits for an item that is out',
    surname: 'Jones',
    given: 'Imani',
    cards: [[cardEndingIn('4471', 1), 'current']],
  },
  {
    shows: 'a hold waits at North Branch',
    surname: 'Patel',
    given: 'Anika',
    cards: [[cardEndingIn('7720', 2), 'current']],
  },
  {
    shows: 'a hold is ready until Saturday',
    surname: 'Milner',
    given: 'Grace',
    cards: [[cardEndingIn('0093', 3), 'current']],
  },
  { shows: 'card expired', surname: 'Finch', given: 'Harold', expires_on: '2026-06-30' },
  { shows: 'card expires soon: due dates are cut back', surname: 'Raman', given: 'Priya', expires_on: '2026-12-05' },
  { shows: 'barred', surname: 'Crane', given: 'Victor', is_barred: true, note: ['2026-10-02', 'WZ', BARRED_NOTE] },
  { shows: 'owes too much', surname: 'Bell', given: 'Marcus' },
  {
    shows: 'the most items allowed are out',
    surname: 'Ortega',
    given: 'Luis',
    category: 'TEMP',
    expires_on: '2027-02-28',
  },
  { shows: 'too many overdue items', surname: 'Nguyen', given: 'Kim', category: 'TEEN', born_on: '2011-05-20' },
  { shows: 'owes exactly the limit', surname: 'Sato', given: 'Hana' },
  { shows: 'a suspended hold', surname: 'Kowalski', given: 'Piotr', language: 'pl' },
  {
    shows: 'blocked until lifted',
    surname: 'Petrova',
    given: 'Elena',
    block: ['address unverified', '2026-11-02', '', 'Mail came back. Ask for a new address.'],
  },
  {
    shows: 'blocked until a day',
    surname: 'Doyle',
    given: 'Sean',
    block: ['suspended', '2026-11-10', '2026-12-10', 'Returned kit parts missing twice.'],
  },
  {
    shows: 'a block that is over; did not fetch a hold in time',
    surname: 'Haddad',
    given: 'Omar',
    block: ['suspended', '2026-08-01', '2026-09-01', 'Late hotspot.'],
  },
  {
    shows: 'lost card, new card',
    surname: 'Lindqvist',
    given: 'Sofia',
    cards: [
      [barcode('2123400000801'), 'lost'],
      [barcode('2123400000802'), 'current'],
    ],
  },
  {
    shows: 'two former cards',
    surname: 'Farouk',
    given: 'Ahmed',
    cards: [
      [barcode('2123400000811'), 'former'],
      [barcode('2123400000812'), 'former'],
      [barcode('2123400000813'), 'current'],
    ],
  },
  { shows: 'one of two people of the same name', surname: 'Garcia', given: 'Maria', born_on: '1971-02-14' },
  {
    shows: 'the other of two people of the same name',
    surname: 'Garcia',
    given: 'Maria',
    born_on: '1998-09-30',
    branch: 'NORTH',
  },
  {
    shows: 'a child with a guardian',
    surname: 'Miller',
    given: 'Theo',
    category: 'CHILD',
    born_on: '2018-04-03',
    guardian: 'Dana Miller',
  },
  { shows: 'closed account', surname: 'Abernathy', given: 'Ruth', is_active: false },
  {
    shows: 'a person with one name',
    surname: 'Nurhayati',
    given: '',
    note: ['2025-01-09', 'BC', 'Has one name only; do not ask again.'],
  },
  { shows: 'accents; receipts in Spanish', surname: 'Núñez-Brontë', given: 'Zoë', language: 'es' },
  { shows: 'a name written from right to left', surname: 'לוי', given: 'נועה', language: 'he' },
  { shows: 'another name written from right to left', surname: 'حداد', given: 'ليلى', language: 'ar' },
  { shows: 'an apostrophe', surname: 'O’Brien', given: 'Fiona' },
  {
    shows: 'a very long name',
    surname: 'Featherstonehaugh-Cholmondeley-Marjoribanks',
    given: 'Bartholomew Maximilian Alexander',
  },
  { shows: 'wants another first name', surname: 'Whitfield', given: 'Elizabeth', preferred_given: 'Beth' },
  {
    shows: 'homebound: months instead of weeks',
    surname: 'Olsen',
    given: 'Ingrid',
    category: 'HOMEBOUND',
    born_on: '1938-12-01',
  },
  {
    shows: 'reciprocal borrower: no hotspot',
    surname: 'Baptiste',
    given: 'Jean',
    category: 'RECIPROCAL',
    expires_on: '2027-05-31',
  },
  { shows: 'library staff as a patron', surname: 'Cole', given: 'Ben', category: 'STAFF', expires_on: '' },
  { shows: 'card expires today', surname: 'Marsh', given: 'Olive', expires_on: day(0) },
  { shows: 'registered by telephone: no card yet', surname: 'Yilmaz', given: 'Deniz', cards: [] },
]

const SURNAMES = words(`
Adams Baker Bennett Brooks Campbell Carter Chen Clark Collins Cooper Cruz Davis Diaz Edwards Evans Flores
Foster Gonzalez Gray Green Hall Harris Hernandez Hughes Jackson James Johnson Kelly Khan Kim King Lee Lewis Lopez Martin
Mitchell Moore Morgan Morris Murphy Myers Parker Perez Phillips Price Ramirez Reed Reyes Rivera Roberts Robinson Rogers
Ross Russell Sanders Singh Stewart Taylor Thomas Torres Turner Walker Ward Watson White Williams Wilson Wood Wright
Young
`)
const GIVEN = words(`
Aaliyah Adam Alice Amara Andre Anna Arjun Benjamin Camila Carlos Charlotte Chloe Daniel David Diego Elena Eli
Emily Emma Ethan Fatima Gabriel Hannah Henry Isaac Isabella Jack James Jasmine Joseph Julia Kenji Layla Leah Liam Lucas
Lucy Mateo Maya Mei Michael Naomi Nathan Noah Nora Oliver Olivia Owen Rafael Rebecca Rose Ryan Samuel Sara Simon Sophie
Tara Thomas Valentina Vera Wendy Xavier Yara Zachary
`)

const PEOPLE_COUNT = 120

function words(list: string): readonly string[] {
  return list.trim().split(/\s+/)
}

export function makePeople(chance: Chance): readonly Person[] {
  const named = SPECIAL.map((person, index) => ({ ...person, patron_id: `P${String(index + 1).padStart(4, '0')}` }))
  const others = Array.from({ length: PEOPLE_COUNT - named.length }, (_, index): Person => {
    const category = chance.pick(['ADULT', 'ADULT', 'ADULT', 'ADULT', 'TEEN', 'CHILD', 'CHILD'])
    const age =
      category === 'CHILD' ? 4 + chance.below(8) : category === 'TEEN' ? 13 + chance.below(5) : 20 + chance.below(65)
    const surname = chance.pick(SURNAMES)
    const born_on = day(-Math.round(age * 365.25) - chance.below(300))
    const guardian = category === 'CHILD' ? `${chance.pick(GIVEN)} ${surname}` : ''
    return {
      patron_id: `P${String(named.length + index + 1).padStart(4, '0')}`,
      shows: '',
      surname,
      given: chance.pick(GIVEN),
      category,
      branch: chance.below(4) === 0 ? 'NORTH' : 'MAPLE',
      born_on,
      guardian,
      expires_on: day(60 + chance.below(900)),
    }
  })
  return [...named, ...others]
}

/** The cards of a person: those given, or one with the next free number. */
export function cardsOf(person: Person): readonly (readonly [string, string])[] {
  const number = 20_000 + Number(person.patron_id.slice(1))
  return person.cards ?? [[barcode(`21234${String(number).padStart(8, '0')}`), 'current']]
}

const STREETS = [
  'Maple Street',
  'Elm Street',
  'Oak Avenue',
  'Lake Road',
  'North Third Street',
  'Prairie Lane',
  'Mill Court',
]

export function patronRow(person: Person): CsvRow {
  const mail = person.given
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase()
  return {
    patron_id: person.patron_id,
    surname: person.surname,
    given: person.given,
    preferred_given: person.preferred_given ?? '',
    category_code: person.category ?? 'ADULT',
    branch_code: person.branch ?? 'MAPLE',
    born_on: person.born_on ?? '1985-06-15',
    expires_on: person.expires_on ?? '2028-03-31',
    email: mail === '' ? '' : `${mail}.${person.patron_id.toLowerCase()}@example.org`,
    phone: `555-01${person.patron_id.slice(-2)}`,
    guardian: person.guardian ?? '',
    language: person.language ?? 'en',
    is_barred: person.is_barred ? 'yes' : 'no',
    is_active: person.is_active === false ? 'no' : 'yes',
  }
}

export function addressRow(person: Person, chance: Chance): CsvRow {
  const isInside = chance.below(6) !== 0
  return {
    patron_id: person.patron_id,
    kind: 'home',
    street: `${100 + chance.below(900)} ${chance.pick(STREETS)}`,
    city: isInside ? 'Maple Falls' : 'Cedar Township',
    region: 'IL',
    postal_code: isInside ? '60999' : '60998',
    is_in_city_limits: isInside ? 'yes' : 'no',
  }
}
