/**
 * The town that a ZIP code is of, so that nobody types it: what most patrons of that code wrote, else what a residency
 * rule says. Must never overwrite what was typed.
 */
import { postalArea, postalCode, storedKey } from '../../shared/catalog/patron-keys.ts'
import type { Typed } from '../../shared/patron/registration.ts'
import { residencyRule } from '../../shared/patron/residency.ts'
import type { Library } from '../library/library.ts'
import { placesNear } from '../store/patrons/person-rows.ts'

/** So many neighbors say what a town is called. */
const NEIGHBORS_MAX = 25

type Place = { readonly city: string; readonly region: string }

function neighbors(library: Library, postal: string): readonly Place[] {
  const start = storedKey({ kind: 'postal', key: postal })
  return library.db.all(placesNear, { from: `${start} `, below: `${start}!`, limit: NEIGHBORS_MAX })
}

function placeOf(library: Library, postal_code: string): Place | null {
  const postal = postalArea(postalCode(postal_code))
  if (postal === '') return null
  const near = neighbors(library, postal)
  const counted = Map.groupBy(near, ({ city, region }) => `${city}|${region}`)
  const [most] = [...counted.values()].toSorted((one, other) => other.length - one.length)
  if (most?.[0]) return most[0]
  const rule = library.policy().source.residency_rules.find((one) => one.postal_code === postal && one.city !== null)
  return rule ? { city: rule.city ?? '', region: '' } : null
}

/** What was typed, with the town of the ZIP code where none was. */
export function withPlace(library: Library, typed: Typed): Typed {
  if (typed.city.trim() !== '' || typed.postal_code.trim() === '') return typed
  const place = placeOf(library, typed.postal_code)
  if (!place) return typed
  return { ...typed, city: place.city, region: typed.region.trim() === '' ? place.region : typed.region }
}

/** Whether another town of the same ZIP code gives another standing there: then the town is not to be passed over. */
export function isTownTelling(library: Library, typed: Typed): boolean {
  const postal = postalArea(postalCode(typed.postal_code))
  if (postal === '') return false
  const { residency_rules } = library.policy().source
  const standingIn = (city: string) => residencyRule(residency_rules, { ...typed, city })?.standing_kind
  const ruled = residency_rules.flatMap((rule) => (rule.postal_code === postal ? [rule.city ?? ''] : []))
  const towns = new Set([...ruled, ...neighbors(library, postal).map(({ city }) => city)])
  return [...towns].some((city) => standingIn(city) !== standingIn(typed.city))
}
