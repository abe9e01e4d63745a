/**
 * Fees that the desk charges by itself, because of what is done: placing a hold, bringing back by the book drop what
 * may not go there. Pure. A fee of zero is none; all others are in the same table and are charged by a person.
 */
import { moneyText, type Cents } from '../../kernel/money.ts'
import type { FeeRule } from '../../policy/policy-facts.ts'
import { feesFor, type PreparedPolicy } from '../../policy/policy-index.ts'
import type { ScopeQuestion } from '../../policy/scoped.ts'

export type OwnFee = { readonly fee_code: string; readonly amount_cents: Cents; readonly name: string }

export function ownFees(policy: PreparedPolicy, kind: OwnFeeKind, asked: ScopeQuestion): readonly OwnFee[] {
  return feesFor(policy, kind, asked)
    .filter((fee) => fee.amount_cents > 0)
    .map((fee) => ({ fee_code: fee.fee_code, amount_cents: fee.amount_cents, name: feeName(fee) }))
}

const NAMES = { hold: 'a hold', 'book-drop': 'in the book drop' } as const
type OwnFeeKind = keyof typeof NAMES

/** The library's name for it, or what it is for; empty where neither says. */
export function feeName({ name, fee_kind }: Pick<FeeRule, 'name' | 'fee_kind'>): string {
  return name || (fee_kind === 'hold' || fee_kind === 'book-drop' ? NAMES[fee_kind] : '')
}

/** "Fee $1.00: media in the book drop". */
export function feeWords({ amount_cents, name }: OwnFee): string {
  return `Fee ${moneyText(amount_cents)}: ${name}`
}
