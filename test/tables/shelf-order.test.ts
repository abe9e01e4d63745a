/**
 * Shelves as they stand, left to right, to be read by somebody who shelves: cutters written together, works of
 * composers, work letters, dates, volumes. A cart is sorted and a shelf is read by the same order.
 */
import { describe, expect, test } from 'vitest'
import { callNumberKey } from '../../shared/catalog/call-number/call-number.ts'
import type { ShelfProfile } from '../../shared/catalog/call-number/profile.ts'
import { compareKeys } from '../../shared/catalog/fold.ts'
import { sortCart } from '../../shared/catalog/shelf/cart.ts'
import { readShelf, type ShelvedItem } from '../../shared/catalog/shelf/read-shelf.ts'

const SHELVES: readonly [string, ShelfProfile, readonly string[]][] = [
  [
    'two cutters written together stand as two',
    'lc',
    ['QA76 .B2', 'QA76 .B2 1999', 'QA76.B2x', 'QA76 .B2 C2', 'QA76.B2C33', 'QA76 .B2 C4', 'QA76.B21', 'QA76.B3'],
  ],
  [
    'with long numbers, and three of them',
    'lc',
    ['PR2807.A3', 'PR2807.A31 Z9', 'PR2807.A3116 L2', 'PR2807.A3116L3', 'PR2807.A3116L3M4', 'PR2807.A3116 L3 M5'],
  ],
  [
    'behind a class with decimals, with and without blanks',
    'lc',
    ['QA76.73.J38', 'QA 76.73 .J38 H6', 'QA76.73.J38H67', 'QA 76 .73 .J38 H68', 'QA76..73.J38 H7', 'QA 76. 74 .A1'],
  ],
  ['with a date', 'lc', ['QA76.B2C33', 'QA76 .B2C33 1999', 'QA76.B2 C33 1999b', 'QA76.B2C33 2001', 'QA76.B2C33D4']],
  ['a map: class, subject and place together', 'lc', ['G4362.C6 A1', 'G4362.C6C5 s250 .C33', 'G4362.C6 C6']],
  ['law', 'lc', ['KF4550', 'KF4550 .A2', 'KF4550.Z9', 'KF4550 .Z9 A1', 'KF4550.Z9B2', 'KF4550.1', 'KF4550.15 .A1']],
  ['ordinals', 'lc', ['JN2425 1st .M3', 'JN2425 2nd .M3', 'JN2425 13th .M3', 'JN2425 .M3']],
  ['work letters and an x', 'lc', ['PS1 .A2', 'PS1 .A2 1999', 'PS1 .A2a', 'PS1 .A2x', 'PS1 .A2x1999', 'PS1 .A2 B1']],
  ['dates with letters', 'lc', ['PS1 .A2 1999', 'PS1 .A2 1999b', 'PS1 .A2 1999eb', 'PS1 .A2 2000', 'PS1 .A2 2000x']],
  [
    'copies, remarks and volumes of joined cutters',
    'lc',
    [
      'QA1.B2C3',
      'QA1.B2C3 c.2',
      'QA1.B2C3 Index',
      'QA1.B2C3 Suppl.',
      'QA1.B2C3 Bd. 2',
      'QA1.B2C3 v.10',
      'QA1.B2C3 t. 11',
      'QA1.B2C3 Heft 2',
      'QA1.B2C3 no.10',
      'QA1.B2C3 Teil 2',
      'QA1.B2C3 pt.10',
      'QA1.B2C3 suppl. 2',
      'QA1.B2C3 1999',
    ],
  ],
  ['a full stop before the volume', 'lc', ['QA1 .B3', 'QA1 .B3.c.2', 'QA1 .B3.v.2', 'QA1 .B3..v.10', 'QA1 .B3 V2']],
  [
    'numbered works of a composer, among the cutters under N',
    'lc',
    ['M1001.S53', 'M1001.S53 1985', 'M1001.S53 M3', 'M1001.S53 NO.1', 'M1001.S53 no. 2 1990', 'M1001.S53 NO.10'],
  ],
  [
    'and the titles behind them',
    'lc',
    ['M1010.M93 v.2', 'M1010.M93 L5', 'M1010.M93 NO.9', 'M1010.M93 NO.23-27', 'M1010.M93 N4', 'M1010.M93 O5'],
  ],
  [
    'opus numbers and their pieces',
    'lc',
    ['M22.B4 N3', 'M22.B4 op. 9', 'M22.B4 OP.27', 'M22.B4 op. 27 1952', 'M22.B4 op. 27, no. 2', 'M22.B4 OP.27 NO.10'],
  ],
  ['behind a date a number is a volume', 'lc', ['M1001 .S53 1990', 'M1001 .S53 1990 no.5', 'M1001 .S53 1990 A1']],
  [
    'about music a number is a volume',
    'lc',
    ['ML5 .A1', 'ML5 .A1 no. 5', 'ML5 .A1 no. 10', 'ML5 .A1 1990', 'ML5 .A1 B2'],
  ],
  [
    'Dewey: a doubled or lonely full stop',
    'dewey',
    ['813', '813 ROW', '813..5 ROW', '813.54 ROW', '813 .541 ROW', '813.55'],
  ],
  [
    'Dewey: editions and joined cutters',
    'dewey',
    ['813 R884', '813 R884 2001', '813 R884h', '813 R884h2', '813 R884h3', '813 R884i', '813 R884 C33', '813 R884C34'],
  ],
  [
    'Dewey: volume words',
    'dewey',
    ['943 GES', '943 GES c.2', '943 GES Index', '943 GES Bd. 2', '943 GES Bd. 10', '943 GES no.3', '943 GES pt.1'],
  ],
  [
    'local: counted',
    'numbered',
    ['LOCAL 2', 'LOCAL 2 v.2', 'LOCAL 2 v.10', 'LOCAL 2 no.3', 'LOCAL 2 pt.1', 'LOCAL 10'],
  ],
]

const shelved = (call_number: string, profile: ShelfProfile): ShelvedItem => ({
  barcode: call_number,
  call_number,
  profile,
  location: 'Stacks',
  is_known: true,
  branch_code: 'MAPLE',
  status: 'available',
  is_out: false,
  is_on_hold: false,
})

describe.each(SHELVES)('%s', (_, profile, list) => {
  const items = list.map((number) => shelved(number, profile))
  const numbersOf = (all: readonly ShelvedItem[]): string[] => all.map((one) => one.call_number)

  test('stands so, each behind the one before', () => {
    const keys = list.map((number) => callNumberKey(number, profile))
    const wrong = list.filter((_number, at) => at > 0 && compareKeys(keys[at - 1] ?? '', keys[at] ?? '') >= 0)
    expect(wrong).toEqual([])
  })

  test('is put so on a cart, and read so on the shelf', () => {
    const [cart] = sortCart(items.toReversed()).groups
    expect(numbersOf((cart?.stops ?? []).map((stop) => stop.item))).toEqual(list)
    const shelf = { branch_code: 'MAPLE', location: 'Stacks' }
    expect(readShelf(items, shelf).moves).toEqual([])
    expect(numbersOf(readShelf(items.toReversed(), shelf).order)).toEqual(list)
  })
})

test.each<[string, string, ShelfProfile]>([
  ['QA76.B2C33', 'QA76 .B2 C33', 'lc'],
  ['QA76.A3116L3', 'QA 76 .A3116 L3', 'lc'],
  ['QA76.73.J38H67', 'QA76.73 .J38 H67', 'lc'],
  ['QA76.73.J38H67v.2', 'QA76.73 .J38 H67 v.2', 'lc'],
  ['A1B2C3D4', 'A1 .B2 .C3 .D4', 'lc'],
  ['QA76..73 .J38', 'QA76.73.J38', 'lc'],
  ['KF 4550 . Z9', 'KF4550.Z9', 'lc'],
  ['M22.B4 OP.27 NO.2', 'M22 .B4 op. 27, no. 2', 'lc'],
  ['813..54 ROW', '813.54 ROW', 'dewey'],
])('%s is %s', (one, other, profile) => {
  expect(callNumberKey(one, profile)).toBe(callNumberKey(other, profile))
})
