/**
 * Renews the cards of several of a family as one command: what each renewal would give, who cannot be renewed and why,
 * and the entries. Must never renew some of the chosen alone. Records nothing itself.
 */
import type { PatronId } from '../../shared/kernel/ids.ts'
import { cents, type Cents } from '../../shared/kernel/money.ts'
import { localDate, type LocalDate } from '../../shared/kernel/time.ts'
import { addressText } from '../../shared/patron/address-text.ts'
import { isRenewalDue } from '../../shared/patron/cards.ts'
import { familyFees } from '../../shared/patron/family-fees.ts'
import { householdKey } from '../../shared/patron/residency.ts'
import { isRefusal, refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { Gathering } from '../circulation/charges/gathering.ts'
import { blocksNow } from '../circulation/accounts/account.ts'
import { here } from '../library/here.ts'
import type { Library } from '../library/library.ts'
import { owedByPatron } from '../store/money/charge-rows.ts'
import { isErased } from '../store/patrons/erased-patrons.ts'
import { patronById, type PatronRow } from '../store/patrons/patron-rows.ts'
import { homeAddress } from '../store/patrons/person-rows.ts'
import type { FeeTyped } from './card-choice.ts'
import type { PutRight } from './cut-back.ts'
import { familyOf } from './family.ts'
import { cardOver } from './register.ts'
import { noLater, renewalPlan, renewing, type RenewalPlan, type Renewed } from './renew-card.ts'
import { unsettled } from './unsettled.ts'

export type FamilyTyped = FeeTyped & {
  /** Until when the cards of their libraries at home are valid. */
  readonly home: ReadonlyMap<PatronId, LocalDate | null>
}

export type FamilyChosen = FamilyTyped & {
  readonly chosen: ReadonlySet<PatronId>
  /** Those who told the address, and it is the same: it counts for all who live there. */
  readonly checked: ReadonlySet<PatronId>
}

export type Member = {
  readonly row: PatronRow
  readonly is_due: boolean
  readonly owed: Cents
  readonly is_blocked: boolean
  /** Where they live, in one line; empty: no address is known. */
  readonly address: string
  /** The same for all who live there; empty: no address is known. */
  readonly house: string
  /** What renewing would give, or why they cannot be renewed. */
  readonly plan: RenewalPlan | Refusal
}

export const NOTHING_TYPED: FamilyTyped = { household_count: null, basis_cents: null, home: new Map() }

function planOf(library: Library, { patron_id, is_active }: PatronRow, typed: FamilyTyped): RenewalPlan | Refusal {
  if (is_active !== 1) return refuse('family-renewal-unfit', { reason: 'closed' })
  const plan = renewalPlan(library, patron_id, { ...typed, home_expires_on: typed.home.get(patron_id) ?? null })
  if (isRefusal(plan)) return plan
  return cardOver(library, plan.expires_on) ?? unsettled(library, patron_id, 'renewals') ?? plan
}

function memberOf(library: Library, patron_id: PatronId, typed: FamilyTyped): readonly Member[] {
  const { db } = library
  const { today } = here(library)
  const row = isErased(db, patron_id) ? null : db.get(patronById, { patron_id })
  if (!row) return []
  const home = db.get(homeAddress, { patron_id })
  return [
    {
      row,
      is_due: isRenewalDue(row.expires_on === null ? null : localDate(row.expires_on), today),
      owed: cents(db.get(owedByPatron, { patron_id })?.owed_cents ?? 0),
      is_blocked: row.is_barred === 1 || blocksNow(library, patron_id, today).length > 0,
      address: home ? addressText(home) : '',
      house: home ? householdKey(home) : '',
      plan: planOf(library, row, typed),
    },
  ]
}

/** The patron and their family, whoever answers for the others first. */
export function familyRenewals(library: Library, patron_id: PatronId, typed: FamilyTyped): readonly Member[] {
  const family = familyOf(library, patron_id)
  const heads = [...family].flatMap(([member, is]) => (is === 'guardian' ? [member] : []))
  return [...new Set([...heads, patron_id, ...family.keys()])].flatMap((one) => memberOf(library, one, typed))
}

/** Who lives together, however the address was typed: somebody without an address lives with nobody. */
export function houseOf({ house, row }: Member): string {
  return house || `of ${row.patron_id}`
}

/** Whether their address is to be told before the card is renewed. */
export const isAddressAsked = ({ plan }: Member): boolean => !isRefusal(plan) && plan.is_address_asked

/** The name of the box that says that the address of a member was checked: the first who lives there has it. */
export function checkedField(family: readonly Member[], member: Member): `checked.${number}` {
  const first = family.find((one) => isAddressAsked(one) && houseOf(one) === houseOf(member)) ?? member
  return `checked.${first.row.patron_id}`
}

/** Whose address is checked, of those who are renewed. */
export function housesChecked(members: readonly Member[], checked: ReadonlySet<PatronId>): ReadonlySet<string> {
  return new Set(members.filter(({ row }) => checked.has(row.patron_id)).map(houseOf))
}

/** What each is charged, of those who can be renewed; null: what it is computed from was not typed. */
export function feesOf(members: readonly Member[]): ReadonlyMap<PatronId, Cents | null> {
  const priced = members.flatMap((member) => {
    const { plan, row } = member
    if (isRefusal(plan)) return []
    const fee_cents = 'asks' in plan.fee ? null : plan.fee.fee_cents
    return [{ patron_id: row.patron_id, house: houseOf(member), fee_kind: plan.fee_kind, fee_cents }]
  })
  const fees = familyFees(priced)
  return new Map(priced.map(({ patron_id }, at) => [patron_id, fees[at] ?? null]))
}

/**
 * Those who are renewed together, without the renewals that end no later for a fee. Where the fee of the household is
 * charged to another one of it, there is none; and where that one is not renewed, there is again.
 */
export function renewedTogether(members: readonly Member[]): readonly Member[] {
  const fees = feesOf(members)
  const checked = members.map((member): Member => {
    const { plan, row } = member
    if (isRefusal(plan)) return member
    const fee = fees.get(row.patron_id) === 0 ? { fee_cents: cents(0) } : plan.fee
    const refusal = noLater({ ...plan, fee })
    return refusal === null ? member : { ...member, plan: refusal }
  })
  return checked.every(({ plan }, at) => plan === members[at]?.plan) ? members : renewedTogether(checked)
}

export type FamilyRenewed = {
  readonly gathered: Gathering
  /** The new ends of the cards, each once. */
  readonly ends: readonly (LocalDate | null)[]
  readonly count: number
  readonly fee_cents: Cents
  /** What each is charged. */
  readonly fees: readonly { readonly patron_id: PatronId; readonly fee_cents: Cents }[]
  readonly put_right: readonly PutRight[]
}

/** The entries that renew all who were chosen, or why not one of them is. */
export function renewingFamily(library: Library, patron_id: PatronId, asked: FamilyChosen): FamilyRenewed | Refusal {
  const family = familyRenewals(library, patron_id, asked)
  const members = renewedTogether(family.filter(({ row }) => asked.chosen.has(row.patron_id)))
  if (members.length < asked.chosen.size) return refuse('family-renewal-unfit', { reason: 'stranger' })
  if (members.length === 0) return refuse('family-renewal-unfit', { reason: 'nobody' })
  const houses = housesChecked(family, asked.checked)
  const unchecked = members.find((one) => isAddressAsked(one) && !houses.has(houseOf(one)))
  if (unchecked) return refuse('family-address-unchecked', { field: checkedField(family, unchecked) })
  const fees = feesOf(members)
  const gathered = new Gathering()
  const renewed: (Renewed & { readonly patron_id: PatronId })[] = []
  for (const member of members) {
    if (isRefusal(member.plan)) return member.plan
    const { row } = member
    const made = renewing(library, row.patron_id, {
      household_count: asked.household_count,
      basis_cents: asked.basis_cents,
      home_expires_on: asked.home.get(row.patron_id) ?? null,
      // The form says beside each that the date is missing.
      is_undated_meant: true,
      is_address_checked: houses.has(houseOf(member)),
      is_charged_to_another: fees.get(row.patron_id) === 0,
    })
    if (isRefusal(made)) return made
    gathered.join(made.gathered)
    renewed.push({ ...made, patron_id: row.patron_id })
  }
  return {
    gathered,
    ends: [...new Set(renewed.map(({ expires_on }) => expires_on))],
    count: renewed.length,
    fee_cents: cents(renewed.reduce((sum, one) => sum + one.fee_cents, 0)),
    fees: renewed,
    put_right: renewed.flatMap((one) => one.put_right),
  }
}
