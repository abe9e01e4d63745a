/** What a guardian may be told of a child's account, today and by the library's own age. */
import { ageOn } from '../../shared/catalog/read-people.ts'
import { localDate } from '../../shared/kernel/time.ts'
import { seesOf, type Sees } from '../../shared/patron/guardians.ts'
import { here } from '../library/here.ts'
import type { Library } from '../library/library.ts'

export function guardianSees(library: Library, { born_on }: { readonly born_on: string | null }): Sees {
  const age_count = born_on === null ? null : ageOn(localDate(born_on), here(library).today)
  return seesOf('guardian', age_count, library.policy().settings.guardian_told_below_age_count)
}
