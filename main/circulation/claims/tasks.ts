/**
 * The shelf checks of this branch: open claims, in shelf order, each with the day it is due. Reads only. Must never say
 * whose a claim is: the list is carried through the stacks.
 */
import { nextRecheck, type ClaimKind } from '../../../shared/circulation/lost/claims.ts'
import { localDate, type LocalDate } from '../../../shared/kernel/time.ts'
import { toLocalDate } from '../../../shared/kernel/zone.ts'
import { openClaims } from '../../store/circulation/claim-rows.ts'
import { openQuestions } from '../../store/circulation/question-rows.ts'
import { here } from '../../library/here.ts'
import { alongTheShelves } from '../shelves/order.ts'
import type { Library } from '../../library/library.ts'

type Claim = NonNullable<(typeof openClaims)['row']>

export type ShelfCheck = Omit<Claim, 'claim'> & {
  readonly claim: ClaimKind
  readonly made_on: LocalDate
  /** The day on which the shelf is to be looked at; null: every day that was meant for it is over. */
  readonly look_on: LocalDate | null
  readonly is_due: boolean
}

/** Claims on this branch's own shelves: what belongs here, or was last here. Those due first, then in shelf order. */
export function shelfChecks(library: Library): readonly ShelfCheck[] {
  const { branch, today } = here(library)
  const { settings } = library.policy()
  // An item that is back, with a question where it was found, needs no search.
  const back = new Set(library.db.all(openQuestions, {}).map((one) => one.loan_ref))
  const ours = library.db.all(openClaims, {}).filter(({ loan_ref, home_branch_code, at_branch_code }) => {
    const isOurs = home_branch_code === branch.branch_code || at_branch_code === branch.branch_code
    return isOurs && !back.has(loan_ref)
  })
  const checks = ours.map((claim): ShelfCheck => {
    const made_on = toLocalDate(claim.made_at_ms, branch.zone)
    // The first look is on the day of the claim.
    const checked_on = claim.checked_on === null ? null : localDate(claim.checked_on)
    const look_on = checked_on === null ? made_on : nextRecheck(made_on, checked_on, settings)
    return { ...claim, claim: claim.claim as ClaimKind, made_on, look_on, is_due: look_on === null || look_on <= today }
  })
  const inOrder = alongTheShelves(library, checks).flatMap(({ stops }) => stops.map((stop) => stop.item))
  return [...inOrder.filter((check) => check.is_due), ...inOrder.filter((check) => !check.is_due)]
}
