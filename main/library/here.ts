/** Where and when the desk acts, and what depends on that: for every service that lends, checks in or renews. */
import { isOfPatron } from '../../shared/refusals/overrides.ts'
import type { Refusal } from '../../shared/refusals/refusals.ts'
import { givenFor, givenOnce, type Given } from '../../shared/desk/approvals.ts'
import type { Override } from '../../shared/desk/pending.ts'
import { ageOn } from '../../shared/catalog/read-people.ts'
import { must } from '../../shared/kernel/assert.ts'
import { localDate, type Instant } from '../../shared/kernel/time.ts'
import { parseZoneName, toLocalDate, type ZoneName } from '../../shared/kernel/zone.ts'
import type { KnownItems } from '../journal/beside.ts'
import { itemByBarcode, type ItemRow } from '../store/circulation/item-rows.ts'
import type { Branch, Library } from './library.ts'

export type Refused = { readonly kind: 'refused'; readonly refusals: readonly Refusal[]; readonly item: ItemRow | null }

export type Here = { readonly branch: Branch; readonly now: Instant; readonly today: ReturnType<typeof toLocalDate> }

export function here(library: Library): Here {
  const branch = must(library.here(), 'the desk stands in a branch')
  const now = library.clock.now()
  return { branch, now, today: toLocalDate(now, branch.zone) }
}

/** How old somebody is here today, in whole years; null: nobody knows when they were born, or not yet. */
export function ageHere(library: Library, born_on: string | null): number | null {
  return born_on === null ? null : ageOn(localDate(born_on), here(library).today)
}

/** Before a branch is chosen there is no library zone; nothing that matters is computed in this one. */
export const ZONE_BEFORE_SET_UP = must(parseZoneName('UTC'), 'UTC is known everywhere')

export function deskZone(library: Library): ZoneName {
  return library.here()?.zone ?? ZONE_BEFORE_SET_UP
}

export function findItem(library: Library, barcode: string): ItemRow | null {
  return library.db.get(itemByBarcode, { barcode })
}

/** Items just read, for the journal. */
export function known(items: readonly ItemRow[]): KnownItems {
  return new Map(items.map((item) => [item.barcode, item.item_id]))
}

type Approval = { readonly overridden: string[]; readonly approvals: Given[] }

/** What an entry keeps of an override: what, approved by whom, why. */
export function approvalOf(overrode: readonly Refusal[], overrides: readonly Override[]): Approval {
  const codes = [...new Set(overrode.map((refusal) => refusal.code))]
  return { overridden: codes, approvals: givenFor(codes, overrides) }
}

/** What of it is sealed: nothing about the patron. Who approved is always sealed. */
export function approvalSealed({ overridden, approvals }: Approval): Approval {
  const sealed = overridden.filter((code) => !isOfPatron(code))
  if (sealed.length === overridden.length) return { overridden, approvals }
  return { overridden: sealed, approvals: givenOnce(approvals.map((one) => ({ ...one, reason: '' }))) }
}
