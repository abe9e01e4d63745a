/**
 * What becomes of each field of a patron in each form of an export, out and in again: it comes back as it was, as
 * something else, or not at all. The loss report of the export must say the same.
 */
import { expect, test } from 'vitest'
import { FormFiles } from '../../shared/import/files-out/form-files.ts'
import { OWN_FILES } from '../../shared/import/files-out/own-files.ts'
import type { OutFile, PatronRecord } from '../../shared/import/files-out/patron-record.ts'
import { EVERGREEN } from '../../shared/import/mapping/evergreen.ts'
import { KOHA } from '../../shared/import/mapping/koha.ts'
import { rowMapper } from '../../shared/import/mapping/map-row.ts'
import type { PatronMapping } from '../../shared/import/mapping/patron-mapping.ts'
import { must } from '../../shared/kernel/assert.ts'

type Cells = Readonly<Record<string, string>>
type Became = 'carried' | 'changed' | 'dropped'

const WHO = {
  surname: 'Reyes',
  given: 'Ana',
  preferred_given: 'Anita',
  category_code: 'ADULT',
  branch_code: 'MAPLE',
  born_on: '1980-04-12',
  expires_on: '2027-08-31',
  email: 'ana@x.org',
  email_bounced_on: '2026-10-01',
  phone: '555-0100',
  guardian: 'Eva Luna',
  guardian_id: 'p2',
  family_id: 'p3',
  language: 'es',
  notice_kind: 'text',
  history_consent_kind: 'no',
  news_consent_kind: 'yes',
  consented_on: '2026-01-05',
  receipt_kind: 'email',
  is_large_print: 'yes',
  registered_on: '2020-01-31',
  registration_checked_on: '2026-02-01',
  address_checked_on: '2026-02-02',
  home_library_name: 'Deerfield',
  name_proof_code: 'COURT',
  name_changed_on: '2026-03-03',
  unfit_on: '2026-03-04',
  is_barred: 'yes',
  is_active: 'no',
}

type Part = Partial<Record<'cards' | 'addresses' | 'notes' | 'blocks' | 'pickups' | 'apart', Cells>>
const PARTS = {
  'cards.csv': 'cards',
  'addresses.csv': 'addresses',
  'notes.csv': 'notes',
  'blocks.csv': 'blocks',
  'pickups.csv': 'pickups',
  'apart.csv': 'apart',
} as const

function recordOf(more: Part): PatronRecord {
  const list = (one: Cells | undefined): readonly Cells[] => (one ? [{ patron_id: 'p1', ...one }] : [])
  const { cards, addresses, notes, blocks, pickups, apart } = more
  return {
    patron: { patron_id: 'p1', ...WHO },
    cards: list(cards),
    addresses: list(addresses),
    notes: list(notes),
    blocks: list(blocks),
    pickups: list(pickups),
    apart: list(apart),
    family_group: 'p3',
    has_pin: false,
  }
}

const FORMS = ['own', 'koha', 'evergreen'] as const
type Form = (typeof FORMS)[number]
const MAPPINGS: Readonly<Record<Exclude<Form, 'own'>, PatronMapping>> = { koha: KOHA, evergreen: EVERGREEN }

/** Rows of ours, by file, that come back out of the files of a form. */
function backIn(form: Form, files: readonly OutFile[], record: PatronRecord): readonly (readonly [string, Cells])[] {
  if (form === 'own') return files.flatMap((file) => file.rowsOf(record).map((cells) => [file.name, cells] as const))
  const { files: specs, dates, codes } = MAPPINGS[form]
  return files.flatMap((file, at) => {
    const tools = { dates, codes, zone: null, looked_up: new Map(), holderOf: () => null }
    const map = rowMapper(
      must(specs[at], 'a file of the mapping'),
      file.columns.map((column) => column.toLowerCase()),
      tools,
    )
    return file.rowsOf(record).flatMap((cells) => {
      const { rows } = map(file.columns.map((column) => cells[column] ?? ''))
      return rows.map((one) => [one.file, one.cells] as const)
    })
  })
}

function became(form: Form, place: string, record: PatronRecord): Became {
  const theirs = form === 'own' ? null : new FormFiles(MAPPINGS[form], form)
  const rows = backIn(form, theirs?.files ?? OWN_FILES, record)
  const [file = '', column = ''] = place.split(': ')
  const was = file === 'patrons.csv' ? record.patron : record[PARTS[file as keyof typeof PARTS]][0]
  // Who is family comes back as a group, and a group of others as who is family.
  const names = column === 'family_id' ? ['family_id', 'family_group'] : [column]
  const values = rows.filter(([name]) => name === file).flatMap(([, cells]) => names.map((name) => cells[name] ?? ''))
  const isSame = values.includes(was?.[column] ?? '')
  const what =
    isSame && !(column === 'family_id' && form === 'evergreen')
      ? 'carried'
      : values.some((one) => one !== '')
        ? 'changed'
        : 'dropped'
  if (theirs) {
    const none = { loans_count: 0, holds_count: 0, charges_count: 0, credits_count: 0, pins_count: 0 }
    const line = theirs.losses(none).find((one) => `${one.file}: ${one.column}` === place)
    const said = line && (line.carried_count > 0 ? 'carried' : line.changed_count > 0 ? 'changed' : 'dropped')
    expect([form, place, said]).toEqual([form, place, reported(what, said)])
  }
  return what
}

/** A code that is turned on its way out is turned back on its way in: the report tells only of the way out. */
function reported(what: Became, said: Became | undefined): Became | undefined {
  return what === 'carried' && said === 'changed' ? said : what
}

const CARRIED = 'carried'
const CHANGED = 'changed'
const DROPPED = 'dropped'
const PICKUP: Part = { pickups: { by_patron_id: 'p4' } }
const PAIR: Part = { apart: { other_patron_id: 'p5' } }
const CARD: Part = { cards: { barcode: '29301', status: 'current' } }
const FORMER: Part = { cards: { barcode: '29302', status: 'former' } }
const LOST: Part = { cards: { barcode: '29303', status: 'lost' } }
const HOME: Part = { addresses: { kind: 'home', street: '12 Elm St', city: 'Town', is_in_city_limits: 'yes' } }
const MAILING: Part = { addresses: { kind: 'mailing', street: 'PO 1', city: 'Town' } }
const NOTE: Part = {
  notes: { text: 'Tall', written_on: '2026-01-01', initials: 'RO', until_on: '2027-01-01', branch_code: 'MAPLE' },
}
const MAIL_BACK: Part = { blocks: { kind: 'address', from_on: '2026-02-03' } }
const BILLING: Part = { blocks: { kind: 'billing', until_on: '2027-01-01', note: 'owes' } }
const ALONE: Part = {}

// What, its field, with which row beside the patron; then Datestamp's own form, Koha's and Evergreen's.
const TABLE: readonly (readonly [string, string, Part, Became, Became, Became])[] = [
  ['last name', 'patrons.csv: surname', ALONE, CARRIED, CARRIED, CARRIED],
  ['first name', 'patrons.csv: given', ALONE, CARRIED, CARRIED, CARRIED],
  ['name to be called by', 'patrons.csv: preferred_given', ALONE, CARRIED, CARRIED, CARRIED],
  ['seen for a changed name', 'patrons.csv: name_proof_code', ALONE, CARRIED, DROPPED, DROPPED],
  ['when a name was changed', 'patrons.csv: name_changed_on', ALONE, CARRIED, DROPPED, DROPPED],
  ['since when the card does not fit', 'patrons.csv: unfit_on', ALONE, CARRIED, DROPPED, DROPPED],
  ['birth date', 'patrons.csv: born_on', ALONE, CARRIED, CARRIED, CARRIED],
  ['category', 'patrons.csv: category_code', ALONE, CARRIED, CARRIED, CARRIED],
  ['home branch', 'patrons.csv: branch_code', ALONE, CARRIED, CARRIED, CARRIED],
  ['library of their own town', 'patrons.csv: home_library_name', ALONE, CARRIED, DROPPED, DROPPED],
  ['until when the card is valid', 'patrons.csv: expires_on', ALONE, CARRIED, CARRIED, CARRIED],
  ['since when they have a card', 'patrons.csv: registered_on', ALONE, CARRIED, CARRIED, CARRIED],
  ['e-mail', 'patrons.csv: email', ALONE, CARRIED, CARRIED, CARRIED],
  ['e-mail came back', 'patrons.csv: email_bounced_on', ALONE, CARRIED, DROPPED, DROPPED],
  ['phone', 'patrons.csv: phone', ALONE, CARRIED, CARRIED, CARRIED],
  ['guardian, by name', 'patrons.csv: guardian', ALONE, CARRIED, CARRIED, CARRIED],
  ['guardian, linked', 'patrons.csv: guardian_id', ALONE, CARRIED, DROPPED, DROPPED],
  ['family', 'patrons.csv: family_id', ALONE, CARRIED, DROPPED, CHANGED],
  ['may pick up', 'pickups.csv: by_patron_id', PICKUP, CARRIED, DROPPED, DROPPED],
  ['two people who look like one', 'apart.csv: other_patron_id', PAIR, CARRIED, DROPPED, DROPPED],
  ['language', 'patrons.csv: language', ALONE, CARRIED, CARRIED, CARRIED],
  ['how to be told', 'patrons.csv: notice_kind', ALONE, CARRIED, DROPPED, DROPPED],
  ['consent to a history', 'patrons.csv: history_consent_kind', ALONE, CARRIED, CARRIED, DROPPED],
  ['consent to news', 'patrons.csv: news_consent_kind', ALONE, CARRIED, DROPPED, DROPPED],
  ['when they consented', 'patrons.csv: consented_on', ALONE, CARRIED, DROPPED, DROPPED],
  ['how they want receipts', 'patrons.csv: receipt_kind', ALONE, CARRIED, DROPPED, DROPPED],
  ['large print', 'patrons.csv: is_large_print', ALONE, CARRIED, DROPPED, DROPPED],
  ['address last checked', 'patrons.csv: address_checked_on', ALONE, CARRIED, DROPPED, DROPPED],
  ['registration read once more', 'patrons.csv: registration_checked_on', ALONE, CARRIED, DROPPED, DROPPED],
  ['barred', 'patrons.csv: is_barred', ALONE, CARRIED, DROPPED, CARRIED],
  ['account closed', 'patrons.csv: is_active', ALONE, CARRIED, DROPPED, CARRIED],
  ['card in use', 'cards.csv: barcode', CARD, CARRIED, CARRIED, CARRIED],
  ['former card', 'cards.csv: barcode', FORMER, CARRIED, DROPPED, CARRIED],
  ['that it is a former one', 'cards.csv: status', FORMER, CARRIED, DROPPED, CARRIED],
  ['that a card was lost', 'cards.csv: status', LOST, CARRIED, CARRIED, CHANGED],
  ['street', 'addresses.csv: street', HOME, CARRIED, CARRIED, CARRIED],
  ['another address', 'addresses.csv: kind', MAILING, CARRIED, CHANGED, CARRIED],
  ['within the city', 'addresses.csv: is_in_city_limits', HOME, CARRIED, DROPPED, CARRIED],
  ['note', 'notes.csv: text', NOTE, CARRIED, CARRIED, DROPPED],
  ['who wrote a note', 'notes.csv: initials', NOTE, CARRIED, DROPPED, DROPPED],
  ['mail came back', 'blocks.csv: kind', MAIL_BACK, CARRIED, CHANGED, CARRIED],
  ['when mail came back', 'blocks.csv: from_on', MAIL_BACK, CARRIED, DROPPED, CARRIED],
  ['another block', 'blocks.csv: kind', BILLING, CARRIED, CHANGED, CHANGED],
  ['until when it applies', 'blocks.csv: until_on', BILLING, CARRIED, CARRIED, CARRIED],
]

test.each(TABLE)('%s', (_, place, more, own, koha, evergreen) => {
  const record = recordOf(more)
  expect(FORMS.map((form) => became(form, place, record))).toEqual([own, koha, evergreen])
})

test('every column of people is in the table, or is text beside one that is', () => {
  const beside = ['patron_id', 'family_group', 'city', 'region', 'postal_code', 'allowed_on', 'note', 'text']
  const notes = ['written_on', 'until_on', 'branch_code', 'is_blocking', 'is_message', 'is_suspension']
  const told = new Set(TABLE.map(([, place]) => place))
  const untold = OWN_FILES.flatMap(({ name, columns }) =>
    columns
      .filter((column) => !told.has(`${name}: ${column}`) && !beside.includes(column))
      .filter((column) => !(name === 'notes.csv' && notes.includes(column)) && !(name === 'pickups.csv')),
  )
  expect(untold).toEqual([])
})
