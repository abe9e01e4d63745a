/** Statements about interlibrary loans: which library lent an item, and when it must be back there. */
import type { LocalDate } from '../../../shared/kernel/time.ts'
import { build, statement } from '../sql.ts'

type Lender = { readonly barcode: string; readonly lender_name: string; readonly lender_due_on: LocalDate | null }

/** By barcode, because importer and journal both name items so. */
export const putLender = statement<Lender>()((p) => {
  const rest = { lender_name: p.lender_name, lender_due_on: p.lender_due_on }
  return build
    .insertInto('item_lender')
    .columns(['item_id', 'lender_name', 'lender_due_on'])
    .expression(
      build
        .selectFrom('item')
        .select((eb) => [
          'item.item_id',
          eb.val(p.lender_name).as('lender_name'),
          eb.val(p.lender_due_on).as('lender_due_on'),
        ])
        .where('item.barcode', '=', p.barcode),
    )
    .onConflict((oc) => oc.column('item_id').doUpdateSet(rest))
})

export const dropLender = statement<{ barcode: string }>()((p) =>
  build
    .deleteFrom('item_lender')
    .where('item_id', 'in', build.selectFrom('item').select('item_id').where('barcode', '=', p.barcode)),
)
