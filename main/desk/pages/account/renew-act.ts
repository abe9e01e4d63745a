/** Renewing the card of the open patron: in sight with a letter once the card has expired or soon does. */
import type { Act } from '../../../../shared/desk/page.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import { isRenewalDue } from '../../../../shared/patron/cards.ts'
import { isRefusal, refuse, type Refusal } from '../../../../shared/refusals/refusals.ts'
import { cardOver } from '../../../patrons/register.ts'
import { NOTHING_ASKED, noLater, renewalPlan } from '../../../patrons/renew-card.ts'
import { personById } from '../../../store/patrons/person-rows.ts'
import { unsettled } from '../../../patrons/unsettled.ts'
import { sentences } from '../../../../shared/desk/words/words.ts'
import { shortenedSaid } from '../../patrons/card-acts.ts'
import { act, callOf, field } from '../make.ts'
import type { AccountNow } from './account-now.ts'

/** Whether an open account has a card that does not fit where they live. */
export function isCardUnfitNow({ desk, account }: Pick<AccountNow, 'desk' | 'account'>): boolean {
  const { is_active, patron_id } = account.row
  return is_active === 1 && (desk.library.db.get(personById, { patron_id })?.unfit_on ?? null) !== null
}

/** Under More as long as it is not due: main/desk/pages/account/account-card.ts. */
export function isRenewalInSight({ desk, account, today }: AccountNow): boolean {
  const { expires_on, is_active } = account.row
  if (is_active !== 1) return false
  // After a move the renewal, and its fee, is due at once.
  return isCardUnfitNow({ desk, account }) || isRenewalDue(expires_on === null ? null : localDate(expires_on), today)
}

/** Where a renewal does not help, it is said before anything is asked. */
function closedAct(speech: AccountNow['speech']): Act {
  const { says, way_out } = speech.refusal(refuse('renewal-closed'))
  const call = callOf('card.renew', { ...NOTHING_ASKED, is_address_checked: false })
  return act({ label: speech.words.pages.patrons.card.renew, call, says: sentences(says, way_out) })
}

/** What is to be paid or returned first, and how. */
export function firstSaid(speech: AccountNow['speech'], first: Refusal | null): readonly string[] {
  if (first === null) return []
  const { says, way_out } = speech.refusal(first)
  return [says, way_out]
}

/** Its form: the address checked, and what the fee and the end of the card depend on. */
export function renewAct({ desk, speech, account }: AccountNow, key: string): readonly Act[] {
  const { card, form } = speech.words.pages.patrons
  const plan = renewalPlan(desk.library, account.row.patron_id, NOTHING_ASKED)
  if (isRefusal(plan)) return plan.code === 'renewal-closed' ? [closedAct(speech)] : []
  const { expires_on } = plan
  const over = cardOver(desk.library, expires_on) ?? noLater(plan)
  const first = unsettled(desk.library, account.row.patron_id, 'renewals')
  const until = expires_on === null ? card.no_end : card.until(speech.dateYear(expires_on))
  const says = over === null ? '' : [speech.refusal(over).says, speech.refusal(over).way_out].join(' ')
  const home = plan.is_capped_at_home_card ? card.home_may_end : ''
  const homeHint = { hint: form.home_expires_hint(speech.typed_day) }
  const fee = 'asks' in plan.fee || plan.fee.fee_cents === 0 ? '' : card.fee(speech.money(plan.fee.fee_cents))
  const paid = plan.is_household_paid ? speech.words.outcomes.patron.card.household_paid : ''
  return [
    act({
      ...(key === '' ? {} : { key }),
      label: card.renew,
      call: callOf('card.renew', NOTHING_ASKED),
      says: over ? says : sentences(...firstSaid(speech, first), until, ...shortenedSaid(desk, plan), home, fee, paid),
      asks: [
        field('is_address_checked', card.checked, 'tick'),
        ...(plan.is_capped_at_home_card ? [field('home_expires_on', form.home_expires, 'date', homeHint)] : []),
        ...('asks' in plan.fee && plan.fee.asks === 'household'
          ? [field('household_count', form.household, 'number', { is_required: true })]
          : []),
        ...('asks' in plan.fee && plan.fee.asks === 'basis'
          ? [field('basis_cents', form.basis, 'money', { is_required: true })]
          : []),
      ],
    }),
  ]
}
