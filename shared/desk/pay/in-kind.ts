/**
 * Goods and work as they are typed: how many pieces, how many hours, or what they are worth; and what they would take
 * off the chosen lines. Pure. The station reckons again.
 */
import { worthOf } from '../../cash/in-kind.ts'
import { cents, type Cents } from '../../kernel/money.ts'
import { givenCents, type Payment, type TypedTender } from './payment.ts'
import { readAmount, type PayFault } from './read-tender.ts'

export type InKindOffer = Payment['in_kind'][number]

type Given = { readonly quantity_count: number | null; readonly amount_cents: Cents | null }

const PIECES = /^\d{1,4}$/
const HOURS = /^(\d{1,3}|\d{0,3}\.\d{1,2})$/

function givenOf({ per_kind }: InKindOffer, typed: string): Given | { readonly fault: PayFault } {
  if (per_kind === 'asked') {
    const amount = readAmount(typed)
    if (amount === null) return { fault: { at: 'amount', reason: 'amount' } }
    return 'fault' in amount ? amount : { quantity_count: null, ...amount }
  }
  const isRead = (per_kind === 'piece' ? PIECES : HOURS).test(typed)
  const quantity_count = isRead ? Math.round(Number(typed) * (per_kind === 'piece' ? 1 : 60)) : 0
  return quantity_count > 0 ? { quantity_count, amount_cents: null } : { fault: { at: 'amount', reason: 'quantity' } }
}

type Line = { readonly line_id: string; readonly in_kind: readonly string[]; left: number }

/**
 * Takes it off the lines that this kind may pay, in their order, as far as the month of the patron whose charge it is
 * goes, and says how much that is.
 */
function takeOff(lines: readonly Line[], kind: InKindOffer, worth: number): Cents {
  const most = Math.min(worth, kind.most_cents ?? worth)
  const months = kind.months.map(({ line_ids, left_cents }) => ({ line_ids, left: left_cents }))
  let rest = most
  for (const line of lines.filter((one) => one.in_kind.includes(kind.kind_code))) {
    const month = months.find((one) => one.line_ids.includes(line.line_id))
    const by = Math.min(rest, line.left, month?.left ?? line.left)
    line.left -= by
    rest -= by
    if (month) month.left -= by
  }
  return cents(most - rest)
}

/** The chosen lines, less what goods and work took off that were given before. */
function linesAfter({ lines, in_kind }: Payment, chosen: ReadonlySet<string>, before: readonly TypedTender[]): Line[] {
  const left = lines
    .filter((line) => chosen.has(line.line_id))
    .map(({ line_id, in_kind: kinds, amount_cents }) => ({ line_id, in_kind: kinds, left: amount_cents }))
  for (const one of before) {
    const kind = one.tender === 'in-kind' && in_kind.find(({ kind_code }) => kind_code === one.kind_code)
    if (kind) takeOff(left, kind, givenCents(one))
  }
  return left
}

/**
 * The tender that is typed, or what is wrong with it.
 *
 * @param before what was given before it: each kind takes off what is left, and is given once
 */
export function readInKind(
  section: Payment,
  chosen: ReadonlySet<string>,
  kind_code: string,
  text: string,
  before: readonly TypedTender[] = [],
): { readonly tender: TypedTender } | { readonly fault: PayFault } {
  const kind = section.in_kind.find((one) => one.kind_code === kind_code)
  if (kind === undefined) return { fault: { at: 'amount', reason: 'no_tender' } }
  const given = givenOf(kind, text.trim())
  if ('fault' in given) return given
  const value_cents = kind.value_cents === null ? null : cents(kind.value_cents)
  const worth = worthOf({ per_kind: kind.per_kind, value_cents }, given) ?? cents(0)
  const isTwice = before.some((one) => one.tender === 'in-kind' && one.kind_code === kind_code)
  const off_cents = isTwice ? cents(0) : takeOff(linesAfter(section, chosen, before), kind, worth)
  if (off_cents === 0) return { fault: { at: 'amount', reason: 'pays_nothing' } }
  return { tender: { tender: 'in-kind', kind_code, ...given, off_cents } }
}
