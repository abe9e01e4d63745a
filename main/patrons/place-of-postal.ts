/**
 * The town that a ZIP code is of, so that nobody types it: what most patrons of that code wrote, else what a residency
 * rule says. Must never overwrite what was typed.
 */
import { postalArea, postalCode } from '../../shared/catalog/patron-keys.ts'
import type { Typed } from '../../shared/patron/registration.ts'
import type { Library } from '../library/library.ts'
import { placesNear } from '../store/patrons/person-rows.ts'

/** So many neighbors say what a town is called. */
const NEIGHBORS_MAX = 25

type Place = { readonly city: string; readonly region: string }

function placeOf(library: Library, postal_code: string): Place | null {
  const postal = postalArea(postalCode(postal_code))
  if (postal === '') return null
  const near = library.db.all(placesNear, { from: `${postal} `, below: `${postal}!`, limit: NEIGHBORS_MAX })
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
