/**
 * How much one more outage takes off fines of returns: the difference it makes, by the rules and for the branch by
 * which the fine was counted. Reads only. Never more than the fine's present amount.
 */
import { fineNow } from '../../../shared/circulation/fines/fine.ts'
import { coversDueBefore } from '../../../shared/circulation/fines/fine-waiver.ts'
import type { ChargeBasis } from '../../../shared/journal/events/charges.ts'
import type { Outage } from '../../../shared/policy/policy-facts.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { cents, type Cents } from '../../../shared/kernel/money.ts'
import { instant, type Instant } from '../../../shared/kernel/time.ts'
import { itemBarcodeById } from '../../store/circulation/item-rows.ts'
import { finesSince } from '../../store/circulation/outage-rows.ts'
import { patronById } from '../../store/patrons/patron-rows.ts'
import { findItem, here } from '../../library/here.ts'
import type { RuledLoan } from '../../library/whose-rule.ts'
import { readCharge, madeBy, type ReadCharge } from './charge-reading.ts'
import { askedOf, fineOf, type ChargePeriod, type FinedLoan } from './loan-fine.ts'
import type { Library } from '../../library/library.ts'

/** Fines looked at: more than a month of the busiest branch. */
const LOOKED_AT_MAX = 50_000

type Made = NonNullable<ReturnType<typeof madeBy>>
type Fined = { readonly charge: ReadCharge; readonly made: Made }
export type LessFine = { readonly charge: ReadCharge; readonly less: number }

/** The outages of this branch, newest first. */
export function outagesHere(library: Library): readonly Outage[] {
  const { branch_code } = here(library).branch
  const { outages } = library.policy().source
  return outages.filter((one) => one.branch_code === '*' || one.branch_code === branch_code).toReversed()
}

export type OutageLetOff = {
  /** The outages that nobody at this desk declared: they came with the library's data. */
  readonly others: readonly Outage[]
  /** Who declared the last one without which the fine is higher. */
  readonly staff: string
}

/** What outages that somebody declared here take off a fine; null: nothing. */
export function outageLetOff(library: Library, late: FinedLoan, until_at: Instant): OutageLetOff | null {
  const due_at = late.loan.due_at_ms
  // Most returns are in time, and read no entry for it.
  if (until_at <= due_at) return null
  const { journal } = library
  const { outages } = library.policy().source
  const near = outages.filter(({ from_at_ms, to_at_ms }) => {
    return from_at_ms < until_at && (to_at_ms === null || due_at < coversDueBefore({ to_at_ms }))
  })
  const declared = near.filter(({ outage_ref }) => journal.event(outage_ref)?.kind === 'outage-declared')
  if (declared.length === 0) return null
  const full = fineOf(library, late, { until_at }).amount_cents
  const isMoreWithout = (some: readonly Outage[]): boolean =>
    fineOf(library, late, { until_at, outages: outages.filter((one) => !some.includes(one)) }).amount_cents > full
  if (!isMoreWithout(declared)) return null
  // Where two explain the same days, neither makes a difference alone: then those from one on make it together.
  const last = declared.findLastIndex((one) => isMoreWithout([one]))
  const first = last < 0 ? declared.findLastIndex((_, at) => isMoreWithout(declared.slice(at))) : last
  const { head } = must(journal.event(must(declared[first], 'all of them make it').outage_ref), 'an entry just read')
  return { others: outages.filter((one) => !declared.includes(one)), staff: head.staff }
}

/** Fines that would be less with this outage, paid ones too, and by how much. */
export function finesLessOutage(library: Library, outage: Outage): readonly LessFine[] {
  const since = library.db.all(finesSince, { from_ms: outage.from_at_ms, limit: LOOKED_AT_MAX })
  const fined = since.flatMap(({ charge_ref }): Fined[] => {
    const made = madeBy(library, charge_ref)
    return made?.body.period ? [{ charge: must(readCharge(library, charge_ref), 'a charge just read'), made }] : []
  })
  // One lateness may have been charged in parts, each up to its day: what the outage explains comes off them once.
  const together = Map.groupBy(fined, ({ made }) => `${made.body.loan_ref} ${made.body.period?.from_ms}`)
  return [...together.values()].flatMap((parts) =>
    spread(parts, lessFor(library, must(parts.at(-1), 'a part'), outage)),
  )
}

/** Newest first: what was charged last comes off first. */
function spread(parts: readonly Fined[], all: number): readonly LessFine[] {
  let left = all
  return parts.toReversed().flatMap(({ charge }) => {
    const less = Math.min(left, charge.state.worth_cents)
    left -= less
    return less > 0 ? [{ charge, less }] : []
  })
}

/** By how much the outage reduces a fine; zero once its patron or item is forgotten. */
function lessFor(library: Library, { charge: { row }, made }: Fined, outage: Outage): number {
  const patron = library.db.get(patronById, { patron_id: row.patron_id })
  const named = row.item_id === null ? null : library.db.get(itemBarcodeById, { item_id: row.item_id })
  const item = named && findItem(library, named.barcode)
  const { period } = made.body
  if (!period || !patron || !item) return 0
  const by = askedOf(library, loanOf(period), item, patron)
  const { from_ms, to_ms, is_recalled } = period
  const { outages } = by.policy.source
  const claimed_at = claimOf(made.body.basis, outages)
  const until_at = instant(to_ms)
  const late = { due_at: instant(from_ms), until_at, price_cents: item.price_cents, is_recalled, claimed_at }
  const as_charged = { is_amnesty: false, stood_on: null } as const
  const fine = (known: readonly Outage[]): Cents =>
    fineNow({ ...by, ...late, ...as_charged, outages: known }).amount_cents
  return Math.max(0, fine(outages) - fine([...outages, outage]))
}

/** The claim at which the fine stopped: what happened after it was never charged. An outage ends the count likewise. */
function claimOf(basis: ChargeBasis, outages: readonly Outage[]): Instant | null {
  if (basis.by !== 'fine' || outages.some(({ from_at_ms }) => from_at_ms === basis.counted_to_ms)) return null
  return instant(basis.counted_to_ms)
}

/** Where the loan was made and by whose rules it was charged. */
function loanOf({ loan_branch, rules_at_ms }: ChargePeriod): RuledLoan {
  const at = instant(rules_at_ms)
  return { branch_code: loan_branch, out_at_ms: at, rules_at_ms: at }
}

export function sumOf(fines: readonly LessFine[]): Cents {
  return cents(fines.reduce((sum, fine) => sum + fine.less, 0))
}

/** Of what comes off, what was paid already and goes back. */
export function paidOf(fines: readonly LessFine[]): Cents {
  return cents(fines.reduce((sum, { charge, less }) => sum + Math.max(0, less - charge.state.owed_cents), 0))
}
