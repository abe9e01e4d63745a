/** Charging damage from an item's page, while it is known who had it. Must never say who that is. */
import type { Act } from '../../../../shared/desk/page.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import { isPatronKnown } from '../../money/material.ts'
import type { ItemRow } from '../../../store/circulation/item-rows.ts'
import { act, callOf, field } from '../make.ts'
import type { Library } from '../../../library/library.ts'

export function damageActs({ words: { pages } }: Speech, library: Library, item: ItemRow): readonly Act[] {
  if (!isPatronKnown(library, item)) return []
  const fees = library.policy().source.fee_rules.filter(({ fee_kind }) => fee_kind === 'part' || fee_kind === 'damage')
  const words = pages.items.damage
  const names = [...new Set(fees.map((fee) => fee.name))]
  const parts = names.map((name) => ({ value: name, label: name }))
  const part = field('part', words.part, 'choice', {
    options: [...parts, { value: '', label: words.other_part }],
  })
  return [
    act({
      key: 'C',
      label: words.act,
      says: words.says,
      is_grave: true,
      call: callOf('item.damaged', { item_barcode: item.barcode, ...(parts.length === 0 ? { part: '' } : {}) }),
      preview: callOf('item.damage-preview', {
        item_barcode: item.barcode,
        part: parts.length === 0 ? '' : null,
        is_beyond_use: null,
        amount_cents: null,
      }),
      asks: [
        ...(parts.length === 0 ? [] : [part]),
        field('is_beyond_use', words.beyond_use, 'tick'),
        field('amount_cents', words.amount, 'money', { hint: words.amount_hint }),
        field('note', words.note, 'text'),
      ],
    }),
  ]
}
