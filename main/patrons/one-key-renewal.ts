/**
 * What renewing a card by one key at check-out gives, where one key is enough: nothing else has to be typed, no mail
 * came back, and nothing is to be paid or returned first. Records nothing.
 */
import type { PatronId } from '../../shared/kernel/ids.ts'
import type { Cents } from '../../shared/kernel/money.ts'
import type { LocalDate } from '../../shared/kernel/time.ts'
import { isRefusal } from '../../shared/refusals/refusals.ts'
import type { Library } from '../library/library.ts'
import { isMailBackOf } from './check-record.ts'
import { cardOver } from './register.ts'
import { NOTHING_ASKED, renewalPlan } from './renew-card.ts'
import { unsettled } from './unsettled.ts'

type Gain = { readonly was_on: LocalDate; readonly expires_on: LocalDate | null; readonly fee_cents: Cents }

/** Null: more has to be typed, or the card would end no later. */
export function oneKeyRenewal(library: Library, patron_id: PatronId): Gain | null {
  const plan = renewalPlan(library, patron_id, NOTHING_ASKED)
  if (isRefusal(plan) || plan.is_capped_at_home_card || 'asks' in plan.fee) return null
  const { was_on, expires_on } = plan
  if (isMailBackOf(library, patron_id) || unsettled(library, patron_id, 'renewals')) return null
  if (was_on === null || (expires_on !== null && expires_on <= was_on) || cardOver(library, expires_on)) return null
  return { was_on, expires_on, fee_cents: plan.fee.fee_cents }
}
