/**
 * Renewing several of the open patron's family: one form with everybody of it, those whose card has ended or soon does
 * chosen already. In sight while somebody else of the family is due, else under More.
 */
import type { Act, Field } from '../../../../shared/desk/page.ts'
import { localDate, type LocalDate } from '../../../../shared/kernel/time.ts'
import { isRefusal } from '../../../../shared/refusals/refusals.ts'
import type { Speech } from '../../../../shared/words/speech.ts'
import {
  checkedField,
  familyRenewals,
  houseOf,
  NOTHING_TYPED,
  renewedTogether,
  type Member,
} from '../../../patrons/renew-family.ts'
import type { RenewalPlan } from '../../../patrons/renew-card.ts'
import { personName } from '../../../search/search-patrons.ts'
import { act, callOf, field } from '../make.ts'
import type { AccountNow } from './account-now.ts'

type Renewable = Member & { readonly plan: RenewalPlan }
type Asked = Field & {
  readonly name: `members.${number}` | `checked.${number}` | `home.${number}` | 'household_count' | 'basis_cents'
}

const isRenewable = (one: Member): one is Renewable => !isRefusal(one.plan)

/** `isInSight`: somebody else of the family is due. */
export type FamilyRenewal = { readonly isInSight: boolean; readonly act: (key: string) => Act }

/** Null where there is no family, or nobody of it can be renewed. */
export function familyRenewal(now: AccountNow): FamilyRenewal | null {
  const { desk, speech, account } = now
  const { patron_id } = account.row
  const all = renewedTogether(familyRenewals(desk.library, patron_id, NOTHING_TYPED))
  const renewable = all.filter(isRenewable)
  if (all.length < 2 || renewable.length === 0) return null
  const { family } = speech.words.pages.patrons
  const { not_now } = speech.words.outcomes.patron.family
  const none = { household_count: null, basis_cents: null }
  const asks = asksOf(now, renewable)
  const preview = {
    members: named(asks, 'members', false),
    checked: named(asks, 'checked', false),
    home: named(asks, 'home', null),
    ...none,
  }
  const renew = {
    label: family.renew,
    call: callOf('card.renew-family', { members: {}, checked: {}, home: {}, ...none }),
    preview: { method: 'card.renew-family-preview', input: preview },
    says: all
      .flatMap(({ row, plan }) => (isRefusal(plan) ? [not_now(personName(row), speech.refusal(plan).says)] : []))
      .join(' '),
    asks,
  } as const
  return {
    isInSight: renewable.some(({ row, is_due }) => is_due && row.patron_id !== patron_id),
    act: (key) => act({ ...(key === '' ? {} : { key }), ...renew }),
  }
}

/** What a preview gets of these fields: its input names them. */
function named<Value>(asks: readonly Asked[], part: string, value: Value): Readonly<Record<string, Value>> {
  const names = asks.map(({ name }) => name).filter((name) => name.startsWith(`${part}.`))
  return Object.fromEntries(names.map((name) => [name.slice(part.length + 1), value]))
}

function asksOf({ speech, today }: AccountNow, members: readonly Renewable[]): readonly Asked[] {
  return [...memberFields(speech, today, members), ...addressFields(speech, members), ...feeFields(speech, members)]
}

function memberFields(speech: Speech, today: LocalDate, members: readonly Renewable[]): readonly Asked[] {
  const { family } = speech.words.pages.patrons
  const { family: said } = speech.words.outcomes.patron
  return members.map(({ row, is_due, owed, is_blocked }, at) => {
    const { patron_id, expires_on } = row
    const name = personName(row)
    const on = expires_on === null ? null : localDate(expires_on)
    const says = on !== null && on < today ? family.renew_ended : family.renew_ends
    const label = on === null ? family.renew_open(name) : says(name, speech.date(on))
    const warnings = [...(owed > 0 ? [said.owes(speech.money(owed))] : []), ...(is_blocked ? [said.blocked] : [])]
    return field(`members.${patron_id}` as const, label, 'tick', {
      value: is_due ? 'yes' : '',
      hint: warnings.join(', '),
      group: at === 0 ? family.renew_group : '',
    })
  })
}

/** One for each address that somebody's renewal asks for. */
function addressFields(speech: Speech, members: readonly Renewable[]): readonly Asked[] {
  const { family } = speech.words.pages.patrons
  const asked = members.filter(({ plan }) => plan.is_address_asked)
  const houses = new Map<string, Renewable>()
  for (const one of asked) if (!houses.has(houseOf(one))) houses.set(houseOf(one), one)
  return [...houses.values()].map((first, at) => {
    const of = members.filter((one) => houseOf(one) === houseOf(first)).map(({ row }) => personName(row))
    const label = first.address === '' ? family.checked_none : family.checked(first.address)
    return field(checkedField(members, first), label, 'tick', {
      hint: family.checked_of(of.join(', ')),
      group: at === 0 ? family.checked_group : '',
    })
  })
}

function feeFields(speech: Speech, members: readonly Renewable[]): readonly Asked[] {
  const { family, form } = speech.words.pages.patrons
  const asks = new Set(members.flatMap(({ plan }) => ('asks' in plan.fee ? [plan.fee.asks] : [])))
  const capped = members.filter(({ plan }) => plan.is_capped_at_home_card)
  const homes = capped.map(({ row }, at) =>
    field(`home.${row.patron_id}` as const, personName(row), 'date', {
      group: at === 0 ? family.home_group : '',
      hint: form.home_expires_hint(speech.typed_day),
    }),
  )
  const household = asks.has('household') ? [field('household_count', form.household, 'number')] : []
  const basis = asks.has('basis') ? [field('basis_cents', form.basis, 'money')] : []
  const fees = [...household, ...basis].map((one, at) => ({ ...one, group: at === 0 ? family.fee_group : '' }))
  return [...homes, ...fees]
}
