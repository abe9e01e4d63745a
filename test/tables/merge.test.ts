/** Two records of one person made one, as a librarian reads it: when not, what is kept, which hold ends. */
import { describe, expect, test } from 'vitest'
import { MERGE_FIELDS, type MergeField } from '../../shared/kernel/patron-field.ts'
import { instant } from '../../shared/kernel/time.ts'
import { differences, takenOf, type MergeValues } from '../../shared/patron/merge/differences.ts'
import { mergeFault, type MergeSide } from '../../shared/patron/merge/merge-fault.ts'
import { holdsToEnd, type MergedHold } from '../../shared/circulation/holds/same-holds.ts'

const KEPT: MergeSide = {
  patron_id: 1,
  guardian_patron_id: null,
  family_patron_id: null,
  is_minor: false,
  has_wards: false,
  is_erased: false,
  is_staff: false,
  is_at_desk: false,
}

describe('when two records may become one', () => {
  test.each([
    ['two of one person', {}, {}, null],
    ['the same record', {}, { patron_id: 1 }, 'same'],
    ['one was erased', {}, { is_erased: true }, 'erased'],
    ['the kept one was erased', { is_erased: true }, {}, 'erased'],
    ['one is somebody who works here', {}, { is_staff: true }, 'staff'],
    ['the other answers for this one', { guardian_patron_id: 2 }, {}, 'ward'],
    ['this one answers for the other', {}, { guardian_patron_id: 1 }, 'ward'],
    ['a guardian, and one who has a guardian', { has_wards: true }, { guardian_patron_id: 9 }, 'family'],
    ['the same the other way around', { guardian_patron_id: 9 }, { has_wards: true }, 'family'],
    ['a child, and one who is a guardian', { is_minor: true }, { has_wards: true }, 'family'],
    ['one is linked to the other as family', { family_patron_id: 2 }, {}, 'linked'],
    ['the same the other way around', {}, { family_patron_id: 1 }, 'linked'],
    ['both are linked to a third one', { family_patron_id: 9 }, { family_patron_id: 9 }, null],
    ['two records of a guardian', { has_wards: true }, { has_wards: true }, null],
    ['brother and sister', { guardian_patron_id: 9 }, { guardian_patron_id: 9 }, null],
    ['a payment is open', { is_at_desk: true }, {}, 'at-desk'],
    ['a return of the other is asked about', {}, { is_at_desk: true }, 'at-desk'],
  ] as const)('%s', (_what, kept, former, fault) => {
    expect(mergeFault({ ...KEPT, ...kept }, { ...KEPT, patron_id: 2, ...former })).toBe(fault)
  })

  test('a card that nobody has', () => {
    expect(mergeFault(KEPT, null)).toBe('unknown')
  })
})

const NOTHING = Object.fromEntries(MERGE_FIELDS.map((field) => [field, ''])) as Record<MergeField, string>
const values = (some: Partial<MergeValues>): MergeValues => ({ ...NOTHING, ...some })
const taken = (kept: Partial<MergeValues>, former: Partial<MergeValues>, turned: readonly MergeField[] = []) =>
  takenOf(differences(values(kept), values(former)), new Set(turned))

describe('what is kept where the records differ', () => {
  test.each([
    ['both say the same', { phone: '1' }, { phone: '1' }, []],
    ['the kept record says something', { phone: '1' }, { phone: '2' }, []],
    ['the kept record says nothing', { phone: '' }, { phone: '2' }, ['phone']],
    ['the former record says nothing', { phone: '1' }, { phone: '' }, []],
    ['the former card is valid longer', { expires_on: '2027-01-31' }, { expires_on: '2028-01-31' }, ['expires_on']],
    ['the kept card is valid longer', { expires_on: '2028-01-31' }, { expires_on: '2027-01-31' }, []],
    ['the former card never expires', { expires_on: '2028-01-31' }, { expires_on: '' }, ['expires_on']],
    ['the kept card never expires', { expires_on: '' }, { expires_on: '2028-01-31' }, []],
    ['another spelling', { surname: 'Ortíz' }, { surname: 'Ortiz' }, []],
  ] as const)('%s', (_what, kept, former, fields) => {
    expect(taken(kept, former)).toEqual(fields)
  })

  test('a person turns a field either way, and one that does not differ not at all', () => {
    expect(taken({ phone: '1' }, { phone: '2' }, ['phone'])).toEqual(['phone'])
    expect(taken({ phone: '' }, { phone: '2' }, ['phone'])).toEqual([])
    expect(taken({ phone: '1' }, { phone: '1' }, ['phone'])).toEqual([])
  })
})

const hold = (hold_ref: string, day: number, some: Partial<MergedHold> = {}): MergedHold => ({
  hold_ref,
  title_id: 7,
  status: 'waiting',
  placed_at: instant(day * 86_400_000),
  is_item_hold: false,
  item_barcode: null,
  ...some,
})

describe('two holds on the same title', () => {
  test.each([
    ['the one placed first stays', hold('a', 1), hold('b', 2), ['b']],
    ['also where it is the former record’s', hold('a', 2), hold('b', 1), ['a']],
    ['the one on the shelf stays, whenever it was placed', hold('a', 1), hold('b', 2, { status: 'ready' }), ['a']],
    ['the one on its way stays', hold('a', 2, { status: 'in-transit' }), hold('b', 1), ['b']],
    ['a suspended one is one that waits', hold('a', 1, { status: 'suspended' }), hold('b', 2), ['b']],
    ['an item is set aside for both', hold('a', 1, { status: 'ready' }), hold('b', 2, { status: 'ready' }), []],
    ['of two titles', hold('a', 1), hold('b', 2, { title_id: 8 }), []],
    ['any item, and this very item', hold('a', 1), hold('b', 2, { is_item_hold: true, item_barcode: 'x' }), []],
    [
      'two volumes',
      hold('a', 1, { is_item_hold: true, item_barcode: 'x' }),
      hold('b', 2, { is_item_hold: true, item_barcode: 'y' }),
      [],
    ],
  ] as const)('%s', (_what, kept, former, ended) => {
    expect(holdsToEnd([kept], [former])).toEqual(ended)
  })
})
