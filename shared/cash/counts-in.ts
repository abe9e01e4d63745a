/**
 * What an entry counts: the cash of a drawer, or its checks and the total of the card terminal. And what the counts of
 * a break say of who covered it. Pure.
 */
import type { CashEvent } from '../journal/fold/cash.ts'
import { cents, type Cents } from '../kernel/money.ts'
import type { KeptCount } from './report-facts.ts'

type CountSaid = Pick<KeptCount, 'reason' | 'tender'> & {
  /** Both in cents: what was there, and what the entries came to then. */
  readonly counted: number
  readonly expected: number
}

/** One for each tender that was counted; none for an entry that is no count. */
export function countsIn({ kind, body }: CashEvent): readonly CountSaid[] {
  switch (kind) {
    case 'drawer-opened':
      return [{ reason: 'opening', tender: 'cash', counted: body.counted_cents, expected: body.left_cents }]
    case 'float-counted':
      return [{ reason: 'opening', tender: 'cash', counted: body.counted_cents, expected: body.left_cents }]
    case 'drawer-counted':
      return [{ reason: body.reason, tender: 'cash', counted: body.counted_cents, expected: body.expected_cents }]
    case 'tenders-counted': {
      const { reason, checks_cents, card_cents, expected_checks_cents, expected_card_cents } = body
      const checks = { reason, tender: 'check', counted: checks_cents, expected: expected_checks_cents } as const
      const card = { reason, tender: 'card', expected: expected_card_cents } as const
      return [checks, ...(card_cents === null ? [] : [{ ...card, counted: card_cents }])]
    }
    case 'custody-changed': {
      const { reason, counted_cents, expected_cents } = body
      if (reason === 'suspend' || reason === 'resume' || counted_cents === null || expected_cents === null) return []
      return [{ reason, tender: 'cash', counted: counted_cents, expected: expected_cents }]
    }
    default:
      return []
  }
}

/** A break of a session that another person covered, and what that person answers for. */
export type Cover = {
  readonly staff: string
  readonly taken_at_ms: number
  /** Null: this person has the drawer. */
  readonly back_at_ms: number | null
  /**
   * Over or, below zero, short of this person's last count in the break, less what it was when they took the drawer.
   * Where they made no other count, that of the person counts who ended the break.
   */
  readonly by_cents: Cents
}

/** By how much a count differed from what was expected then; null: the entry is no count of all cash. */
function offOf(event: CashEvent): number | null {
  if (event.kind === 'drawer-counted') return event.body.counted_cents - event.body.expected_cents
  if (event.kind !== 'custody-changed') return null
  const { counted_cents, expected_cents } = event.body
  return counted_cents === null || expected_cents === null ? null : counted_cents - expected_cents
}

type Open = { readonly staff: string; readonly taken_at_ms: number; readonly before: number; by: number | null }

/** @param events of one session, oldest first */
export function coversIn(events: readonly CashEvent[]): readonly Cover[] {
  const covers: Cover[] = []
  let open: Open | null = null
  const coverOf = ({ staff, taken_at_ms, by, before }: Open, off: number | null, back_at_ms: number | null): Cover => {
    return { staff, taken_at_ms, back_at_ms, by_cents: cents((by ?? off ?? before) - before) }
  }
  for (const event of events) {
    const { staff, at_ms } = event.head
    const off = offOf(event)
    if (event.kind === 'custody-changed' && event.body.reason === 'cover') {
      open = { staff, taken_at_ms: at_ms, before: off ?? 0, by: null }
    } else if (open !== null && event.kind === 'custody-changed' && event.body.reason === 'back') {
      covers.push(coverOf(open, off, at_ms))
      open = null
    } else if (open?.staff === staff && off !== null) open.by = off
  }
  return open === null ? covers : [...covers, coverOf(open, null, null)]
}
