/** What lines of a receipt come to, and what a close puts into the bag for the bank. Pure. */
import type { EventBody } from '../journal/event.ts'
import type { SealedInKind, SealedLine } from '../journal/events/cash.ts'
import { cents, type Cents } from '../kernel/money.ts'

/** With its tax. */
export function grossOf(line: SealedLine): Cents {
  return cents(line.amount_cents + taxIn(line))
}

export function grossSum(lines: readonly SealedLine[]): Cents {
  return cents(lines.reduce((sum, line) => sum + grossOf(line), 0))
}

export function taxSum(lines: readonly SealedLine[]): Cents {
  return cents(lines.reduce((sum, line) => sum + taxIn(line), 0))
}

function taxIn(line: SealedLine): number {
  return line.of === 'sale' ? line.tax_cents : 0
}

/** What goods and work took off: no money, and in no sum of it. */
export function inKindSum(in_kind: readonly SealedInKind[]): Cents {
  return cents(in_kind.flatMap((one) => one.parts).reduce((sum, part) => sum + part.amount_cents, 0))
}

/** Cash from the drawer and from the safe, and checks. */
export function bagSum({ drawer_cents, safe_cents, checks_cents }: EventBody<'drawer-closed'>['bag']): Cents {
  return cents(drawer_cents + safe_cents + checks_cents)
}
