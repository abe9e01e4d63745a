/** Fees of real libraries, charged at a desk: the figures come from the shared data, what is owed stands here. */
import { expect, test } from 'vitest'
import type { FeeRule } from '../../../../shared/policy/policy-facts.ts'
import { assert, must } from '../../../../shared/kernel/assert.ts'
import { Given, isRecord } from '../../../support/given.ts'
import { DEERFIELD } from '../../../support/policies/deerfield.ts'
import { INDIAN_PRAIRIE } from '../../../support/policies/indian-prairie.ts'
import { MEADVILLE } from '../../../support/policies/meadville.ts'
import { OTT } from '../../../support/policies/ott.ts'
import { RADNOR } from '../../../support/policies/radnor.ts'
import type { Mapping } from '../../../support/policies/reading.ts'
import { describeWithSharedData, readSharedJson } from '../../../support/shared-data.ts'
import { moneyDesk, pageOf, tableOf } from '../../support/money-desk.ts'
import { CARDS } from '../../support/small-library.ts'

function insert(fee: FeeRule): string {
  const { fee_code, branch_code, category_code, item_type_code, fee_kind, name, amount_cents } = fee
  const texts = [fee_code, branch_code, category_code, item_type_code, fee_kind, name]
  return `INSERT INTO fee_rule VALUES (${texts.map((text) => `'${text}'`).join(', ')}, ${amount_cents})`
}

describeWithSharedData('fees of real libraries', (folder) => {
  const data = readSharedJson(folder, 'policies/us_public_libraries.json')
  assert(isRecord(data) && Array.isArray(data['libraries']) && data['libraries'].every(isRecord), 'libraries')
  const libraries = data['libraries']
  const feesOf = ({ library, map }: Mapping): readonly FeeRule[] => {
    const own = libraries.find((one) => one['library'] === library)
    return map(new Given(must(own, library))).policy.fee_rules
  }

  test.each<[string, Mapping, string, string]>([
    ['a gram of 3D printing in Deerfield', DEERFIELD, 'other 3D printing, a gram', '$0.10'],
    ['a new card in Indian Prairie', INDIAN_PRAIRIE, 'replacement-card card', '$2.00'],
    ['a check that came back in Indian Prairie', INDIAN_PRAIRIE, 'returned-check check', '$15.00'],
    ['a new card in Radnor', RADNOR, 'replacement-card card', '$3.00'],
    ['a new card in Ott', OTT, 'replacement-card card', '$1.00'],
    ['a hold in Meadville', MEADVILLE, 'hold hold', '$1.00'],
    ['a new card in Meadville', MEADVILLE, 'replacement-card card', '$3.00'],
    ['a child’s new card in Meadville', MEADVILLE, 'child card', '$1.00'],
  ])('%s is charged by its name', async (_, mapping, fee_code, owed) => {
    const desk = await moneyDesk({ also: feesOf(mapping).map(insert) })
    await desk.scan(CARDS.dana)
    await desk.ok('charge.add', { commandId: desk.id(), fee_code, amount_cents: null, note: '' })
    expect(tableOf(await pageOf(desk, 'account'), 'charges').map((row) => row[1])).toEqual([owed])
  })
})
