/** Paying back a line of a receipt, from the page of its paper; and finding a receipt of an earlier day. */
import { grossOf } from '../../../../shared/cash/line-sums.ts'
import { linesLeft, tendersLeft } from '../../../../shared/cash/refunds.ts'
import { instant } from '../../../../shared/kernel/time.ts'
import type { Act } from '../../../../shared/desk/page.ts'
import { findPayment, paidBack, payerOf, refundsOf, voidOf } from '../../../cash/receipts.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { act, callOf, field } from '../make.ts'
import { exactChange } from './exact-change.ts'
import { lineLabel } from './line-labels.ts'
import { reasonOptions } from './reason-options.ts'
import { whichDrawer } from './which-drawer.ts'

export function refundActs(desk: Desk, receipt_ref: string): readonly Act[] {
  const { library } = desk
  const receipt = findPayment(library, receipt_ref)
  if (receipt === null || voidOf(library, receipt) !== null) return []
  const before = paidBack(refundsOf(library, receipt))
  const { words, money } = speechOf(desk)
  const { refunding, reason } = words.pages.drawer
  const lines = linesLeft(receipt.body.receipt, before).flatMap((line, at) => {
    const left = grossOf(line)
    return left === 0
      ? []
      : [
          {
            value: String(at + 1),
            label: refunding.of(lineLabel(desk, line, instant(receipt.head.at_ms)), money(left)),
          },
        ]
  })
  const { cash_cents, card_cents, check_cents } = tendersLeft(receipt.body.receipt, before)
  const amounts = { cash: cash_cents, card: card_cents, 'office-check': check_cents + card_cents }
  const ways = (['cash', 'card', 'office-check'] as const).filter((tender) => amounts[tender] > 0)
  if (lines.length === 0 || ways.length === 0) return []
  const to = ways.map((value) => ({ value, label: refunding.ways[value] }))
  const onCard = ways.includes('card')
  const number = (name: 'authorization' | 'last_four') => (onCard ? [field(name, refunding[name], 'text', {})] : [])
  const isNamed = payerOf(library, receipt.body.receipt) !== null
  const payee = isNamed ? [] : [field('payee_name', refunding.payee, 'text', { is_required: true })]
  const [drawer, exact] = [whichDrawer(desk), exactChange(desk)]
  return [
    act({
      key: 'R',
      label: refunding.act,
      says: refunding.says,
      is_grave: true,
      call: callOf('refund.line', {
        ...drawer.known,
        ...exact.known,
        receipt: receipt_ref,
        ...(onCard ? {} : { authorization: '', last_four: '' }),
      }),
      asks: [
        field('line', refunding.line, 'choice', { value: lines[0]?.value ?? '', is_required: true, options: lines }),
        field('amount_cents', refunding.amount, 'money', { hint: refunding.amount_hint }),
        field('tender', refunding.to, 'choice', { value: ways[0] ?? '', is_required: true, options: to }),
        ...number('authorization'),
        ...number('last_four'),
        ...payee,
        ...drawer.asks,
        ...(ways.includes('cash') ? exact.asks : []),
        field('reason', reason, 'choice', { is_required: true, options: reasonOptions(desk, 'refund') }),
      ],
    }),
  ]
}

/** Opens the page of a receipt by the number on it. */
export function findReceiptAct(desk: Desk): Act {
  const { refunding } = speechOf(desk).words.pages.drawer
  return act({
    key: 'J',
    label: refunding.find,
    call: callOf('receipt.show', {}),
    asks: [field('receipt', refunding.number, 'text', { is_required: true })],
  })
}
