/**
 * What the desk did on one day: acts by hour, and what was overridden or waived, by whom and why. Summed over entries
 * in any order. Pure; knows no patron and no title.
 */
import type { DeskEvent, EventKind } from '../journal/event.ts'

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

/** A rule that a person let pass, or an amount that a person waived. */
export type Exception = Place & {
  readonly at_ms: number
  /** Who did it at the desk, and who approved it: empty when their own role was enough. */
  readonly staff: string
  readonly approved_by: readonly string[]
  readonly reasons: readonly string[]
} & (
    | { readonly what: 'override'; readonly codes: readonly string[] }
    | { readonly what: 'waiver'; readonly amount_cents: number }
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

function exceptionOf({ head, kind, body }: DeskEvent): Exception | null {
  const place = { epoch: head.epoch, seq: head.seq, at_ms: head.at_ms, staff: head.staff }
  if (kind === 'charge-moved') {
    if (body.code !== 'waived' || body.of !== null) return null
    const approved_by = body.approved_by === '' ? [] : [body.approved_by]
    return { ...place, approved_by, reasons: [body.reason], what: 'waiver', amount_cents: body.amount_cents }
  }
  if (!('overridden' in body) || body.overridden.length === 0) return null
  const approved_by = [...new Set(body.approvals.map((one) => one.approved_by))].filter((code) => code !== '')
  const reasons = [...new Set(body.approvals.map((one) => one.reason))].filter((code) => code !== '')
  return { ...place, approved_by, reasons, what: 'override', codes: body.overridden }
}

export class DeskDaySums {
  readonly #acts: (Place & { readonly hour: number; readonly act: DayAct })[] = []
  readonly #exceptions: Exception[] = []
  /** The first entries of acts that were undone, and the entries of waivers that were. */
  readonly #undone = new Set<string>()

  /** @param hour of the day at the branch, 0 to 23 */
  add(event: DeskEvent, hour: number): void {
    const { epoch, seq } = event.head
    const act = COUNTED[event.kind]
    if (act !== undefined) this.#acts.push({ epoch, seq, hour, act })
    if (event.kind === 'act-undone') this.#undone.add(event.body.of)
    if (event.kind === 'charge-moved' && event.body.of !== null) this.#undone.add(event.body.of)
    const exception = exceptionOf(event)
    if (exception) this.#exceptions.push(exception)
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
  readonly waivers_count: number
  readonly waived_cents: number
}

/** By who did it, the largest sum waived first. */
export function byPerson(exceptions: readonly Exception[]): readonly PersonsExceptions[] {
  const people = new Map<string, PersonsExceptions>()
  for (const one of exceptions) {
    const { staff } = one
    const before = people.get(staff) ?? { staff, overrides_count: 0, waivers_count: 0, waived_cents: 0 }
    people.set(
      staff,
      one.what === 'override'
        ? { ...before, overrides_count: before.overrides_count + 1 }
        : {
            ...before,
            waivers_count: before.waivers_count + 1,
            waived_cents: before.waived_cents + one.amount_cents,
          },
    )
  }
  return [...people.values()].toSorted(
    (one, other) =>
      other.waived_cents - one.waived_cents ||
      other.overrides_count - one.overrides_count ||
      (one.staff < other.staff ? -1 : 1),
  )
}
