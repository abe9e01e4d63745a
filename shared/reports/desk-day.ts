/**
 * What the desk did on one day: acts by hour, and what was overridden or let off, by whom and why. Summed over entries
 * in any order. Pure; knows no patron and no title.
 */
import { inKindSum } from '../cash/line-sums.ts'
import type { DeskEvent, EventKind } from '../journal/event.ts'
import { isLetOff } from '../journal/logged.ts'
import type { LetOffCode } from '../ledger/let-off.ts'

/** What is counted by hour, in the order of the table. */
export const DAY_ACTS = ['out', 'in', 'renewed', 'held'] as const
export type DayAct = (typeof DAY_ACTS)[number]

const COUNTED: Readonly<Partial<Record<EventKind, DayAct>>> = {
  'item-checked-out': 'out',
  'item-checked-in': 'in',
  'loan-renewed': 'renewed',
  'hold-placed': 'held',
}

type Place = { readonly epoch: number; readonly seq: number }

/** A rule that a person let pass, or an amount that a person let off: of a charge, or for work that nobody sees. */
export type Exception = Place & {
  readonly at_ms: number
  /** Who did it at the desk, and who approved it: empty when their own role was enough. */
  readonly staff: string
  readonly approved_by: readonly string[]
  readonly reasons: readonly string[]
} & (
    | { readonly what: 'override'; readonly codes: readonly string[] }
    | { readonly what: 'let-off'; readonly code: LetOffCode; readonly amount_cents: number }
    | { readonly what: 'in-kind'; readonly kind_code: string; readonly amount_cents: number }
  )

export type DayHour = { readonly hour: number } & Readonly<Record<DayAct, number>>

/** Without what was undone. */
export type DeskDay = {
  /** From the first hour with an act to the last one, hours without any included. */
  readonly hours: readonly DayHour[]
  readonly totals: Readonly<Record<DayAct, number>>
  /** Newest first. */
  readonly exceptions: readonly Exception[]
}

const NOTHING: Readonly<Record<DayAct, number>> = { out: 0, in: 0, renewed: 0, held: 0 }

function exceptionsOf(event: DeskEvent, isWork: (kind_code: string) => boolean): readonly Exception[] {
  const { head, body } = event
  const place = { epoch: head.epoch, seq: head.seq, at_ms: head.at_ms, staff: head.staff }
  if (isLetOff(event)) {
    const { code, amount_cents, approved_by, reason } = event.body
    const signed = { approved_by: said(approved_by), reasons: said(reason) }
    return [{ ...place, ...signed, what: 'let-off', code, amount_cents }]
  }
  if (event.kind === 'receipt-made') {
    const worked = event.body.receipt.in_kind.filter(({ kind_code }) => isWork(kind_code))
    return worked.map((one): Exception => {
      const { kind_code } = one
      const signed = { approved_by: said(one.approved_by), reasons: [] }
      return { ...place, ...signed, what: 'in-kind', kind_code, amount_cents: inKindSum([one]) }
    })
  }
  if (!('overridden' in body) || body.overridden.length === 0) return []
  const approved_by = [...new Set(body.approvals.map((one) => one.approved_by))].filter((code) => code !== '')
  const reasons = [...new Set(body.approvals.map((one) => one.reason))].filter((code) => code !== '')
  return [{ ...place, approved_by, reasons, what: 'override', codes: body.overridden }]
}

function said(code: string): readonly string[] {
  return code === '' ? [] : [code]
}

export class DeskDaySums {
  readonly #acts: (Place & { readonly hour: number; readonly act: DayAct })[] = []
  readonly #exceptions: Exception[] = []
  /** The first entries of acts that were undone, and the entries of what was let off and of receipts that were. */
  readonly #undone = new Set<string>()

  /**
   * @param hour of the day at the branch, 0 to 23
   * @param isWork whether this pays charges by time, such as reading
   */
  add(event: DeskEvent, hour: number, isWork: (kind_code: string) => boolean): void {
    const { epoch, seq } = event.head
    const act = COUNTED[event.kind]
    if (act !== undefined) this.#acts.push({ epoch, seq, hour, act })
    if (event.kind === 'act-undone') this.#undone.add(event.body.of)
    if (event.kind === 'charge-moved' && event.body.of !== null) this.#undone.add(event.body.of)
    if (event.kind === 'receipt-voided') this.#undone.add(event.body.receipt_ref)
    this.#exceptions.push(...exceptionsOf(event, isWork))
  }

  /** @param refOf the name of an entry, as another entry that undoes it has it */
  day(refOf: (place: Place) => string): DeskDay {
    const isStanding = (place: Place): boolean => !this.#undone.has(refOf(place))
    const counts = new Map<number, Record<DayAct, number>>()
    for (const { hour, act } of this.#acts.filter(isStanding)) {
      const before = counts.get(hour) ?? NOTHING
      counts.set(hour, { ...before, [act]: before[act] + 1 })
    }
    const known = [...counts.keys()]
    const first = Math.min(...known)
    const count = known.length === 0 ? 0 : Math.max(...known) - first + 1
    const hours = Array.from({ length: count }, (_, at) => ({
      hour: first + at,
      ...(counts.get(first + at) ?? NOTHING),
    }))
    const totals = hours.reduce<Record<DayAct, number>>(
      (sum, one) => ({
        out: sum.out + one.out,
        in: sum.in + one.in,
        renewed: sum.renewed + one.renewed,
        held: sum.held + one.held,
      }),
      { ...NOTHING },
    )
    const exceptions = this.#exceptions
      .filter(isStanding)
      .toSorted((one, other) => other.epoch - one.epoch || other.seq - one.seq)
    return { hours, totals, exceptions }
  }
}

export type PersonsExceptions = {
  readonly staff: string
  readonly overrides_count: number
  /** What was let off of charges, and for work. */
  readonly let_off_count: number
  readonly let_off_cents: number
}

/** By who did it, the largest sum let off first. */
export function byPerson(exceptions: readonly Exception[]): readonly PersonsExceptions[] {
  const people = new Map<string, PersonsExceptions>()
  for (const one of exceptions) {
    const { staff } = one
    const before = people.get(staff) ?? { staff, overrides_count: 0, let_off_count: 0, let_off_cents: 0 }
    people.set(
      staff,
      one.what === 'override'
        ? { ...before, overrides_count: before.overrides_count + 1 }
        : {
            ...before,
            let_off_count: before.let_off_count + 1,
            let_off_cents: before.let_off_cents + one.amount_cents,
          },
    )
  }
  return [...people.values()].toSorted(
    (one, other) =>
      other.let_off_cents - one.let_off_cents ||
      other.overrides_count - one.overrides_count ||
      (one.staff < other.staff ? -1 : 1),
  )
}
