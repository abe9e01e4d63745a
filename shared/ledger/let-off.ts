/**
 * What lets a debt off on a person's word: a waiver, also of what is charged below its price, a void of a charge, at a
 * return a fine that is not charged or is counted to an earlier day; and what goes with a claim, since a clerk says
 * that the item was on the shelf; and what an outage takes off that a person declared. One list, which the X and the
 * Z, Desk today, the manager's page, the work log and the auditor's export read. What the rules take off (an item
 * brought back) is none of it, and neither is a refund.
 */
import { cents, type Cents } from '../kernel/money.ts'
import type { ChargeCode } from './accounts.ts'

/** In the order of the papers. */
export const LET_OFF_CODES = [
  'waived',
  'voided',
  'amnesty',
  'backdated',
  'claim-found',
  'outage',
] as const satisfies readonly ChargeCode[]
export type LetOffCode = (typeof LET_OFF_CODES)[number]

export function isLetOffCode(code: string): code is LetOffCode {
  return LET_OFF_CODES.some((one) => one === code)
}

/** One entry that lets something off, or takes that back. `of`: the entry that it takes back. */
export type LettingOff = {
  readonly ref: string
  readonly of: string | null
  readonly code: LetOffCode
  /** Who did it, and who approved it: empty when their own role was enough. */
  readonly staff: string
  readonly approved_by: string
  readonly amount_cents: number
}

/** Of one kind by one clerk on one word. `back_`: let off before, and taken back now. */
export type LetOffSum = Pick<LettingOff, 'code' | 'staff' | 'approved_by'> & {
  readonly count: number
  readonly amount_cents: Cents
  readonly back_count: number
  readonly back_cents: Cents
}

/** What was let off and taken back among these entries counts nowhere. */
export function standing<One extends Pick<LettingOff, 'ref' | 'of'>>(entries: readonly One[]): readonly One[] {
  const here = new Set(entries.map(({ ref }) => ref))
  const back = new Set(entries.map(({ of }) => of))
  return entries.filter(({ ref, of }) => (of === null ? !back.has(ref) : !here.has(of)))
}

export function letOffSums(entries: readonly LettingOff[]): readonly LetOffSum[] {
  const groups = Map.groupBy(standing(entries), (one) => JSON.stringify([one.code, one.staff, one.approved_by]))
  const sums = [...groups.values()].flatMap((all): LetOffSum[] => {
    const [first] = all
    if (first === undefined) return []
    const { code, staff, approved_by } = first
    const [given, back] = [all.filter(({ of }) => of === null), all.filter(({ of }) => of !== null)]
    const of_given = { count: given.length, amount_cents: sumOf(given) }
    return [{ code, staff, approved_by, ...of_given, back_count: back.length, back_cents: sumOf(back) }]
  })
  return LET_OFF_CODES.flatMap((code) => sums.filter((one) => one.code === code))
}

function sumOf(entries: readonly LettingOff[]): Cents {
  return cents(entries.reduce((sum, one) => sum + one.amount_cents, 0))
}
