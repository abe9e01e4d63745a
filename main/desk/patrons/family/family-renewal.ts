/** Renews several of the open patron's family in one act, and says before it what each would get. */
import type { PreviewLine } from '../../../../shared/desk/page.ts'
import type { Input } from '../../../../shared/ipc/contract.ts'
import { patronId, type PatronId } from '../../../../shared/kernel/ids.ts'
import { cents } from '../../../../shared/kernel/money.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import { isRefusal, type Refusal } from '../../../../shared/refusals/refusals.ts'
import type { Command } from '../../../library/command.ts'
import {
  familyRenewals,
  feesOf,
  houseOf,
  housesChecked,
  isAddressAsked,
  renewedTogether,
  renewingFamily,
  type FamilyChosen,
  type Member,
} from '../../../patrons/renew-family.ts'
import type { RenewalPlan } from '../../../patrons/renew-card.ts'
import { personName } from '../../../search/search-patrons.ts'
import { speechOf } from '../../clerk-language.ts'
import type { Desk } from '../../desk.ts'
import { shortenedSaid, showPutRight, until } from '../card-acts.ts'
import { mayOnCard } from '../card-grants.ts'
import { feeNext, owingOf } from '../fee-said.ts'
import { openPatron } from '../open-patron.ts'
import { recordAndSay } from '../record-and-say.ts'
import { withoutRenewalOffer } from '../renewal-offer.ts'

type Asked = Input<'card.renew-family-preview'>

const ticked = (given: Readonly<Record<string, boolean>>): ReadonlySet<PatronId> =>
  new Set(Object.keys(given).flatMap((id) => (given[id] === true ? [patronId(Number(id))] : [])))

function chosenOf({ members, checked, home, household_count, basis_cents }: Asked): FamilyChosen {
  return {
    chosen: ticked(members),
    checked: ticked(checked),
    home: new Map(Object.entries(home).map(([id, on]) => [patronId(Number(id)), on === null ? null : localDate(on)])),
    household_count,
    basis_cents: basis_cents === null ? null : cents(basis_cents),
  }
}

export function renewFamily(desk: Desk, command: Command, input: Input<'card.renew-family'>): Refusal | null {
  const open = openPatron(desk)
  if (isRefusal(open)) return open
  const made = renewingFamily(desk.library, open.patron_id, chosenOf(input))
  if (isRefusal(made)) return made
  if (!mayOnCard(desk, 'card.renew-family', input)) return null
  const { words, money } = speechOf(desk)
  const { card, family } = words.outcomes.patron
  const [end = null, ...others] = made.ends
  const count = made.put_right.length
  const events = recordAndSay(desk, command, made.gathered, {
    title: card.title,
    happened: family.renewed(made.count),
    fact: others.length === 0 ? until(desk, end) : '',
    next: feeNext(
      desk,
      made.fees.map(({ patron_id, fee_cents }) => ({ fee_cents, owing: owingOf(desk, patron_id) })),
    ),
    sentences: [
      ...(made.fee_cents === 0 ? [] : [family.fees(money(made.fee_cents))]),
      ...(count > 0 ? [card.put_right(count)] : []),
    ],
  })
  desk.session = withoutRenewalOffer(desk.session)
  showPutRight(desk, command, made.put_right, events)
  return null
}

/** What renewing those who are chosen would give each. Nothing of the family of an account that is not open. */
export function previewFamilyRenewal(desk: Desk, input: Asked): readonly PreviewLine[] {
  const open = openPatron(desk)
  if (isRefusal(open)) return []
  const asked = chosenOf(input)
  const all = familyRenewals(desk.library, open.patron_id, asked)
  const members = renewedTogether(all.filter(({ row }) => asked.chosen.has(row.patron_id)))
  const { family } = speechOf(desk).words.outcomes.patron
  if (members.length === 0) return [{ text: family.nobody, tone: 'quiet' }]
  const fees = feesOf(members)
  const houses = housesChecked(all, asked.checked)
  const unasked = members.filter((one) => isAddressAsked(one) && !houses.has(houseOf(one)))
  // One of each house is enough.
  const first = new Map(unasked.toReversed().map((one) => [houseOf(one), personName(one.row)]))
  const names = [...first.values()].toReversed().join(', ')
  return [
    ...together(members.map((one) => toldOf(desk, one, { asked, fee: fees.get(one.row.patron_id) ?? null }))).map(
      ({ names: who, what, tone }) => ({ text: family.member(who, what), tone }),
    ),
    ...(unasked.length === 0 ? [] : [{ text: family.asks_address(names), tone: 'warn' } as const]),
  ]
}

type Told = { readonly names: string; readonly what: string; readonly tone: PreviewLine['tone'] }

/** Those of whom the same is told, in one line: "Leo Ortiz, Mia Ortiz: until Nov 24, 2029". */
function together(all: readonly Told[]): readonly Told[] {
  const lines = new Map<string, Told>()
  for (const one of all) {
    const before = lines.get(one.what)
    lines.set(one.what, before ? { ...before, names: `${before.names}, ${one.names}` } : one)
  }
  return [...lines.values()]
}

type Asking = { readonly asked: FamilyChosen; readonly fee: number | null }

function toldOf(desk: Desk, { row, plan }: Member, { asked, fee }: Asking): Told {
  const speech = speechOf(desk)
  const { family } = speech.words.outcomes.patron
  const names = personName(row)
  if (isRefusal(plan)) return { names, what: speech.refusal(plan).says, tone: 'stop' }
  const missing = missingOf(desk, plan, asked.home.get(row.patron_id) ?? null, fee)
  const costs = fee === null || fee === 0 ? [] : [family.fee(speech.money(cents(fee)))]
  const shortened = shortenedSaid(desk, plan)
  const what = [until(desk, plan.expires_on), ...costs, ...shortened, ...missing].join(', ')
  return { names, what, tone: missing.length + shortened.length > 0 ? 'warn' : 'good' }
}

function missingOf(desk: Desk, plan: RenewalPlan, home_on: string | null, fee: number | null): readonly string[] {
  const { card, family } = speechOf(desk).words.outcomes.patron
  return [
    ...(plan.is_capped_at_home_card && home_on === null ? [family.asks_home] : []),
    ...(fee === null && 'asks' in plan.fee ? [card.fee_asks[plan.fee.asks]] : []),
  ]
}
