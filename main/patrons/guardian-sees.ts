/** What a guardian may be told of a child's account, today and by the library's own age. */
import { seesOf, type Sees } from '../../shared/patron/guardians.ts'
import { ageHere } from '../library/here.ts'
import type { Library } from '../library/library.ts'

export function guardianSees(library: Library, { born_on }: { readonly born_on: string | null }): Sees {
  return seesOf('guardian', ageHere(library, born_on), library.policy().settings.guardian_told_below_age_count)
}
