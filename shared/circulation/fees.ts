/**
 * Fees that the desk charges by itself, because of what is done: placing a hold, bringing back by the book drop what
 * may not go there. Pure. A fee of nought is none; all others stand in the same table and are put on by a person.
 */
import { moneyText, type Cents } from '../kernel/money.ts'
import { feesFor, type PreparedPolicy } from './policy-index.ts'
import type { ScopeQuestion } from './scoped.ts'

export type OwnFee = {
  readonly amount_cents: Cents
  readonly name: string
  /** Which row it is from, as the entry keeps it. */
  readonly steps: readonly string[]
}

export function ownFees(policy: PreparedPolicy, kind: 'hold' | 'book-drop', asked: ScopeQuestion): readonly OwnFee[] {
  return feesFor(policy, kind, asked)
    .filter((fee) => fee.amount_cents > 0)
    .map(({ fee_code, name, amount_cents }) => {
      const said = name || NAMES[kind]
      return { amount_cents, name: said, steps: [`Fee ${fee_code}: ${said}, ${moneyText(amount_cents)}`] }
    })
}

const NAMES = { hold: 'a hold', 'book-drop': 'in the book drop' } as const

/** "Fee $1.00: media in the book drop". */
export function feeWords({ amount_cents, name }: OwnFee): string {
  return `Fee ${moneyText(amount_cents)}: ${name}`
}
