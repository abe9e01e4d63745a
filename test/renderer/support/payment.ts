/** A page that takes money, as a station would send it: three charges, of which all are chosen. */
import type { Payment } from '../../../shared/desk/pay/payment.ts'
import type { PageView } from '../../../shared/desk/page.ts'
import { ACCOUNT } from './pages.ts'

type Line = Payment['lines'][number]

function charge(charge_ref: string, part: Partial<Line> & Pick<Line, 'owed_cents' | 'caption' | 'since'>): Line {
  const pays = { of: 'charge', charge_ref, amount_cents: null } as const
  const usual = { label: 'Overdue', fund: 'Fines', amount_cents: part.owed_cents, is_chosen: true }
  const credit = 'own' as const
  return { line_id: charge_ref, pays, credit, in_kind: [], ...usual, ...part }
}

export const LINES: readonly Line[] = [
  charge('D2.1.7', { caption: 'Spirited Away', since: 'Nov 14', owed_cents: 215 }),
  charge('D2.1.9', { caption: 'Project Hail Mary', since: 'Nov 21', owed_cents: 60 }),
  charge('D2.1.11', { label: 'Replacement card', caption: '', since: 'today', fund: 'Cards', owed_cents: 100 }),
]

/** The methods are those that the canned desk has: one that takes anything, and one that only reads. */
export const PAYMENT: Payment = {
  kind: 'payment',
  section_id: 'pay',
  heading: 'Payment',
  who: 'Dana Miller pays',
  lines: [...LINES],
  due_cents: 375,
  tenders: ['cash', 'check', 'card', 'credit', 'in-kind'],
  credit_cents: 0,
  in_kind: [],
  can_keep_change: true,
  rounding: 'off',
  empty: 'Nothing is owed. Press Esc.',
  call: { method: 'settings.set', input: {} },
  preview: { method: 'charge.waive-preview', input: {} },
}

export function payPage(part: Partial<Payment> = {}): PageView {
  return {
    ...ACCOUNT,
    ref: { place: 'waive', about: '' },
    heading: 'Pay',
    lead: '',
    acts: [],
    enter: null,
    sections: [{ ...PAYMENT, ...part }],
  }
}
