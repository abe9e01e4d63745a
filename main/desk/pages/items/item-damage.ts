/** Charging damage from an item's page, while it is known who had it. Must never say who that is. */
import type { Act } from '../../../../shared/desk/page.ts'
import { isPatronKnown } from '../../charges/material.ts'
import type { ItemRow } from '../../../store/circulation/item-rows.ts'
import { act, callOf, field } from '../make.ts'
import type { Library } from '../../../library/library.ts'

export function damageActs(library: Library, item: ItemRow): readonly Act[] {
  if (!isPatronKnown(library, item)) return []
  const fees = library.policy().source.fee_rules.filter(({ fee_kind }) => fee_kind === 'part' || fee_kind === 'damage')
  const names = [...new Set(fees.map((fee) => fee.name))]
  const parts = names.map((name) => ({ value: name, label: name }))
  const part = field('part', 'What is missing or spoiled', 'choice', {
    options: [...parts, { value: '', label: 'Something else' }],
  })
  return [
    act({
      key: 'C',
      label: 'Charge damage',
      says: 'Whoever has it, or had it last, is charged. It is marked damaged.',
      is_grave: true,
      call: callOf('item.damaged', { item_barcode: item.barcode, ...(parts.length === 0 ? { part: '' } : {}) }),
      asks: [
        ...(parts.length === 0 ? [] : [part]),
        field('is_beyond_use', 'Beyond use: its whole price', 'tick'),
        field('amount_cents', 'Or an amount', 'money', { hint: 'Empty: as the fee table or the price says' }),
        field('note', 'What happened', 'text'),
      ],
    }),
  ]
}
