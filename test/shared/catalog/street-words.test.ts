/** Kinds of streets as the postal service writes them and as people do: one house, however its address was typed. */
import { expect, test } from 'vitest'
import { streetKeys, streetStarts } from '../../../shared/catalog/patron-keys.ts'
import { houseKey } from '../../../shared/patron/alike/compare-facts.ts'
import { residencyRule } from '../../../shared/patron/residency.ts'
import type { ResidencyRule } from '../../../shared/policy/card-facts.ts'

const SAME: readonly (readonly [string, string])[] = [
  ['412 Maple Crossing', '412 Maple Xing'],
  ['412 Maple Ct', '412 Maple Court'],
  ['9 Fox Hollow', '9 Fox Holw'],
  ['9 Fox Run Cv', '9 Fox Run Cove'],
  ['77 Lake Shore Plaza', '77 Lake Shore Plz'],
  ['3 Heron Landing', '3 Heron Lndg'],
  ['5 Deer Creek Trce', '5 Deer Creek Trace'],
  ['18 Orchard Mdws', '18 Orchard Meadows'],
  ['1200 W Dundee Pky', '1200 Dundee Parkway'],
  ['60 Sunset Rdg', '60 Sunset Ridge'],
  ['31 Village Green Ctr', '31 Village Green Center'],
  ['800 Old Mill Turnpike', '800 Old Mill Tpke'],
  ['14400 Rte 59', '14400 Route 59'],
  ['4 Willow Gln', '4 Willow Glen'],
  ['22 Harbor Vw', '22 Harbor View'],
  ['412 Maple Ct Apt 3', '412 Maple Court, Unit 3'],
  ['412 Maple Ct #3', '412 Maple Court Suite 3'],
]

test.each(SAME)('%s is %s: for duplicates, and for the rules of residency', (one, other) => {
  expect(houseKey(one)).toBe(houseKey(other))
  expect(houseKey(one)).toMatch(/^\d+ /)
  const [, street = ''] = /^\d+ ([^#,]*?)(?: (?:Apt|Suite|Unit) 3)?[ ,]*(?:#3|Unit 3)?$/.exec(other) ?? []
  const rule = { rule_code: 'A', postal_code: null, city: null, street, standing_kind: 'resident' }
  const houses = { house_number_from: null, house_number_to: null, side_kind: 'both', library_name: null }
  const rules = [{ ...rule, ...houses } as unknown as ResidencyRule]
  expect(residencyRule(rules, { street: one, city: '', postal_code: '' })?.rule_code).toBe('A')
})

test.each([
  ['412 Maple Ct Apt 3', '412 Maple Ct Apt 4'],
  ['412 Maple Ct', '414 Maple Ct'],
  ['412 Maple Ct', '412 Maple Crk'],
  ['5 Hill St', '5 Hill Ave'],
  ['9 St Charles Ct', '9 Street Charles Ct'],
])('%s is another house than %s', (one, other) => {
  expect(houseKey(one)).not.toBe(houseKey(other))
})

test('a name that is a kind as well stays itself, and is found as it is typed', () => {
  expect(streetKeys('12 Ky Hill Xing')).toContain('ky hill crossing')
  expect(streetKeys('500 Lake Park Ave')).toContain('lake park avenue')
  expect(streetStarts(['maple', 'xing'])).toEqual(['maple xing', 'maple crossing'])
  expect(streetKeys('7 Via Roma Dr')).toContain('via roma drive')
})
