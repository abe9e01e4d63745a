/**
 * Goods and work as a tender: they take off what is owed before money pays, as the library's row of them says, and give
 * nothing back. Reads only.
 */
import { takenOff, worthOf } from '../../shared/cash/in-kind.ts'
import type { CashRules } from '../../shared/cash/rules.ts'
import type { SealedInKind } from '../../shared/journal/events/cash.ts'
import type { PatronId } from '../../shared/kernel/ids.ts'
import { cents, type Cents } from '../../shared/kernel/money.ts'
import type { InKindTender } from '../../shared/policy/cash-facts.ts'
import { localDate, type Instant } from '../../shared/kernel/time.ts'
import { startOfDay } from '../../shared/kernel/zone.ts'
import { fundOf } from '../../shared/ledger/charge-kinds.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { here } from '../library/here.ts'
import type { Library } from '../library/library.ts'
import { inKindSince } from '../store/money/in-kind-rows.ts'
import { lessPaid, type Owing } from './payment-lines.ts'

export type InKindGiven = {
  readonly kind_code: string
  readonly quantity_count: number | null
  readonly amount_cents: number | null
}

export type AfterInKind = {
  /** What is left to pay of the charges. */
  readonly owing: readonly Owing[]
  readonly in_kind: SealedInKind[]
}

export function afterInKind(
  library: Library,
  rules: CashRules,
  owing: readonly Owing[],
  given: readonly InKindGiven[],
): AfterInKind | Refusal {
  const in_kind: SealedInKind[] = []
  let left = owing
  for (const one of given) {
    const isTwice = in_kind.some((before) => before.kind_code === one.kind_code)
    const taken = isTwice
      ? refuse('in-kind-unknown', { kind: calledIn(rules, one.kind_code) })
      : takenBy(library, rules, left, one)
    if (isRefusal(taken)) return taken
    in_kind.push(taken)
    left = lessPaid(left, new Map(taken.parts.map((part) => [part.charge_ref, part.amount_cents])))
  }
  return { owing: left, in_kind }
}

/** Also what is taken no more; a code that the library never had is told as it was sent. */
function calledIn({ in_kind, past_in_kind }: CashRules, kind_code: string): string {
  return [...in_kind, ...past_in_kind].find((one) => one.kind_code === kind_code)?.name ?? kind_code
}

function takenBy(
  library: Library,
  rules: CashRules,
  owing: readonly Owing[],
  { kind_code, ...given }: InKindGiven,
): SealedInKind | Refusal {
  const kind = rules.in_kind.find((one) => one.kind_code === kind_code)
  const worth_cents = kind === undefined ? null : worthOf(kind, given)
  if (kind === undefined || worth_cents === null || worth_cents === 0)
    return refuse('in-kind-unknown', { kind: calledIn(rules, kind_code) })
  const since_ms = monthStart(library)
  const patrons = new Set(owing.map((one) => one.patron_id))
  const before = new Map([...patrons].map((one) => [one, takenSince(library, one, kind_code, since_ms)]))
  const off = takenOff(kind, owing, worth_cents, before)
  if (off.size === 0) return refuse('in-kind-pays-nothing', { kind: kind.name })
  const parts = [...off].map(([charge_ref, amount_cents]) => {
    const fund = fundOf(owing.find((one) => one.charge_ref === charge_ref)?.kind ?? '')
    return { charge_ref, fund, amount_cents }
  })
  return { kind_code, quantity_count: given.quantity_count, worth_cents, approved_by: '', parts }
}

/** What work of a receipt takes off, such as reading: nobody but the clerk sees that it was done. */
export function workIn(library: Library, in_kind: readonly SealedInKind[]): readonly SealedInKind[] {
  const { in_kind_tenders } = library.policy().source
  const isWork = new Set(in_kind_tenders.filter(({ per_kind }) => per_kind === 'hour').map((one) => one.kind_code))
  return in_kind.filter(({ kind_code }) => isWork.has(kind_code))
}

/** What is left of the month of this patron; null: the library has no such limit. */
export function monthLeft(library: Library, kind: InKindTender, patron_id: PatronId): Cents | null {
  const { kind_code, month_cents_max } = kind
  if (month_cents_max === null) return null
  return cents(Math.max(0, month_cents_max - takenSince(library, patron_id, kind_code, monthStart(library))))
}

function monthStart(library: Library): Instant {
  const { branch, today } = here(library)
  return startOfDay(localDate(`${today.slice(0, 7)}-01`), branch.zone)
}

/** What it took off for this patron since, less what was voided. */
function takenSince(library: Library, patron_id: PatronId, kind_code: string, since_ms: Instant): number {
  return library.db.get(inKindSince, { patron_id, kind_code, since_ms })?.sum_cents ?? 0
}
