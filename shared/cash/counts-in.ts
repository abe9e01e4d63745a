/** What an entry counts: the cash of a drawer, or its checks and the total of the card terminal. Pure. */
import type { CashEvent } from '../journal/fold/cash.ts'
import type { KeptCount } from './report-facts.ts'

type CountSaid = Pick<KeptCount, 'why' | 'tender'> & {
  /** Both in cents: what was there, and what the entries came to then. */
  readonly counted: number
  readonly expected: number
}

/** One for each tender that was counted; none for an entry that is no count. */
export function countsIn({ kind, body }: CashEvent): readonly CountSaid[] {
  switch (kind) {
    case 'drawer-opened':
      return [{ why: 'opening', tender: 'cash', counted: body.counted_cents, expected: body.left_cents }]
    case 'drawer-counted':
      return [{ why: body.why, tender: 'cash', counted: body.counted_cents, expected: body.expected_cents }]
    case 'tenders-counted': {
      const { why, checks_cents, card_cents, expected_checks_cents, expected_card_cents } = body
      const checks = { why, tender: 'check', counted: checks_cents, expected: expected_checks_cents } as const
      const card = { why, tender: 'card', expected: expected_card_cents } as const
      return [checks, ...(card_cents === null ? [] : [{ ...card, counted: card_cents }])]
    }
    default:
      return []
  }
}
