/** What an entry puts of a patron, and what its undoing puts: random records and entries. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PatronPut, PatronWords } from '../../../shared/journal/events/patrons.ts'
import { applyPatron, inverseOf, isAsPut, NEWCOMER, unlikeTold, UNTOLD } from '../../../shared/patron/record.ts'

const text = fc.constantFrom('', 'Lane', 'Ruiz')
const day = fc.constantFrom('2028-01-02', '2028-03-04', '2028-05-06')
const barcode = fc.constantFrom('21234000500011', '21234000500029', '21234000500037')
const PIN = { pin_salt: '01', pin_hash: '02', set_on: '2028-01-02' }
const place = { street: text, city: text, region: text, postal_code: text }

const put: fc.Arbitrary<PatronPut> = fc.oneof(
  fc.record({ put: fc.constantFrom('distinct', 'not-distinct'), distinct_patron_id: fc.integer({ min: 4, max: 6 }) }),
  fc.record({ put: fc.constant('bounced'), on: fc.option(day) }),
  fc.record({ put: fc.constantFrom('mail-back', 'not-mail-back'), on: day }),
  fc.record({ put: fc.constant('pin'), pin: fc.constantFrom(null, PIN) }),
  fc.record({ put: fc.constant('merged'), merged_patron_id: fc.constant(9) }),
)

const wordsMade: fc.Arbitrary<PatronWords> = fc.record(
  {
    v: fc.constant(1),
    fields: fc.record(
      {
        surname: text,
        email: fc.constantFrom('', 'a@lib.example', 'b@lib.example'),
        born_on: fc.option(day),
        guardian_patron_id: fc.option(fc.integer({ min: 1, max: 3 })),
        is_active: fc.constantFrom(0, 1),
      },
      { requiredKeys: [] },
    ),
    address: fc.option(fc.record(place)),
    cards: fc.uniqueArray(fc.record({ barcode, status: fc.constantFrom('current', 'former', 'lost') }), {
      selector: (card) => card.barcode,
    }),
    proof_codes: fc.constant([]),
    registered_on: fc.constant(null),
    also: fc.uniqueArray(put, { selector: (one) => one.put, maxLength: 4 }),
  },
  { requiredKeys: ['v', 'fields', 'address', 'cards', 'proof_codes', 'registered_on', 'also'] },
)
const entries = fc.array(wordsMade, { maxLength: 5 })

test('an undoing gives back the record as it was, and until then it has what was put', () => {
  fc.assert(
    fc.property(entries, wordsMade, (before, put) => {
      const was = before.reduce(applyPatron, NEWCOMER)
      const back = inverseOf(was, put)
      const now = applyPatron(was, put)
      expect(isAsPut(now, put, back)).toBe(true)
      expect(applyPatron(now, back)).toEqual(was)
    }),
  )
})

test('an entry that is told twice in its place changes nothing', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const once = all.reduce(applyPatron, NEWCOMER)
      const last = all.at(-1)
      if (last) expect(unlikeTold(applyPatron(once, last), once)).toBe(null)
    }),
  )
})

test('what is told of somebody from elsewhere is what their whole record says of it', () => {
  fc.assert(
    fc.property(entries, entries, (before, since) => {
      const whole = [...before, ...since].reduce(applyPatron, NEWCOMER)
      const told = since.reduce(applyPatron, UNTOLD)
      expect(unlikeTold(told, whole)).toBe(null)
    }),
  )
})

test.each<readonly [what: string, put: Partial<PatronWords>]>([
  ['surname', { fields: { surname: 'Lane' } }],
  ['address', { address: { street: '1 Elm', city: 'Maple Falls', region: 'IL', postal_code: '60999' } }],
  ['cards', { cards: [{ barcode: '21234000500011', status: 'lost' }] }],
  ['email_bounced_on', { also: [{ put: 'bounced', on: '2028-01-02' }] }],
  ['mail_back_on', { also: [{ put: 'mail-back', on: '2028-01-02' }] }],
  ['pin', { also: [{ put: 'pin', pin: PIN }] }],
  ['apart', { also: [{ put: 'distinct', distinct_patron_id: 4 }] }],
])('a record that lacks what was put is unlike: %s', (what, put) => {
  const nothing: PatronWords = {
    v: 1,
    fields: {},
    address: null,
    cards: [],
    proof_codes: [],
    registered_on: null,
    also: [],
  }
  const told = applyPatron(UNTOLD, { ...nothing, ...put })
  expect(unlikeTold(told, NEWCOMER)).toBe(what)
  expect(unlikeTold(told, applyPatron(NEWCOMER, { ...nothing, ...put }))).toBe(null)
})
