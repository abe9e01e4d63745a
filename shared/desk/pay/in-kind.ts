/**
 * Goods and work as they are typed: how many pieces, how many hours, or what they are worth; and what they would take
 * off the chosen lines. Pure. The station reckons again.
 */
import { worthOf } from '../../cash/in-kind.ts'
import { cents, type Cents } from '../../kernel/money.ts'
import type { Payment, TypedTender } from './payment.ts'
import { readAmount, type PayFault } from './read-tender.ts'

export type InKindOffer = Payment['in_kind'][number]

type Given = { readonly quantity_count: number | null; readonly amount_cents: Cents | null }

const PIECES = /^\d{1,4}$/
const HOURS = /^(\d{1,3}|\d{0,3}\.\d{1,2})$/

function givenOf({ per_kind }: InKindOffer, typed: string): Given | { readonly fault: PayFault } {
  if (per_kind === 'asked') {
    const amount = readAmount(typed)
    if (amount === null) return { fault: { at: 'amount', why: 'amount' } }
    return 'fault' in amount ? amount : { quantity_count: null, ...amount }
  }
  const isRead = (per_kind === 'piece' ? PIECES : HOURS).test(typed)
  const quantity_count = isRead ? Math.round(Number(typed) * (per_kind === 'piece' ? 1 : 60)) : 0
  return quantity_count > 0 ? { quantity_count, amount_cents: null } : { fault: { at: 'amount', why: 'quantity' } }
}

/** What it takes off the chosen lines that it may pay. */
function offOf({ lines }: Payment, chosen: ReadonlySet<string>, kind: InKindOffer, worth: Cents): Cents {
  const paid = lines.filter((line) => chosen.has(line.line_id) && line.in_kind.includes(kind.kind_code))
  const owed = paid.reduce((sum, line) => sum + line.amount_cents, 0)
  return cents(Math.min(worth, owed, kind.most_cents ?? worth))
}

/** The tender that is typed, or what is wrong with it. */
export function readInKind(
  section: Payment,
  chosen: ReadonlySet<string>,
  kind_code: string,
  text: string,
): { readonly tender: TypedTender } | { readonly fault: PayFault } {
  const kind = section.in_kind.find((one) => one.kind_code === kind_code)
  if (kind === undefined) return { fault: { at: 'amount', why: 'no_tender' } }
  const given = givenOf(kind, text.trim())
  if ('fault' in given) return given
  const value_cents = kind.value_cents === null ? null : cents(kind.value_cents)
  const worth = worthOf({ per_kind: kind.per_kind, value_cents }, given) ?? cents(0)
  const off_cents = offOf(section, chosen, kind, worth)
  if (off_cents === 0) return { fault: { at: 'amount', why: 'pays_nothing' } }
  return { tender: { tender: 'in-kind', kind_code, ...given, off_cents } }
}
