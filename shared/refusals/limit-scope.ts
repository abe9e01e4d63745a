/** What a limit counts: which items, where, and whose. */
import type { LOAN_REFUSALS } from './loan.ts'

type Facts = (typeof LOAN_REFUSALS)['limit-reached']['facts']

export type LimitScope = {
  readonly of: Facts['of'][number]
  /** Of the rule, the item type or the group. */
  readonly name: string
  readonly at: Facts['at'][number]
  readonly whose: Facts['whose'][number]
}

/** The same for the same limit, so that an override of one does not count for another. */
export function limitKey({ of, name, at, whose }: LimitScope): string {
  return [of, name, at, whose].join(' ')
}
