/** What goods and work took off, receipt by receipt: no money, and below zero where the receipt was voided. Pure. */
import type { CashEvent } from '../../journal/fold/cash.ts'
import { cents } from '../../kernel/money.ts'
import type { SheetCell } from './sheet.ts'

export const IN_KIND = ['number', 'kind', 'goods_or_work', 'quantity', 'worth', 'fund', 'amount', 'approved_by']

export function inKindRows(
  event: CashEvent,
  numberOf: (receipt_number: number) => string,
): readonly (readonly SheetCell[])[] {
  if (event.kind !== 'receipt-made' && event.kind !== 'receipt-voided') return []
  const { receipt_number, receipt } = event.body
  const [kind, sign] = event.kind === 'receipt-made' ? (['receipt', 1] as const) : (['void', -1] as const)
  return receipt.in_kind.flatMap(({ kind_code, quantity_count, worth_cents, approved_by, parts }) =>
    parts.map(({ fund, amount_cents }, at): readonly SheetCell[] => {
      // How many, and their worth, stand once, beside the first charge that they paid.
      const whole = at === 0 ? [quantity_count, { cents: cents(sign * worth_cents) }] : [null, null]
      return [
        numberOf(receipt_number),
        kind,
        kind_code,
        ...whole,
        fund,
        { cents: cents(sign * amount_cents) },
        approved_by,
      ]
    }),
  )
}
