/** Which patrons are organizations, by their category, and what is asked of each category. Reads only. */
import { isWithoutBirth, withOrganizations } from '../../shared/patron/organizations.ts'
import type { CategoryPolicy } from '../../shared/policy/policy-facts.ts'
import type { FieldRule } from '../../shared/policy/card-facts.ts'
import type { Library } from './library.ts'

export function isOrganization(library: Library, category_code: string): boolean {
  return library.policy().settings.organization_category_codes.includes(category_code)
}

/** The library's categories of organizations. */
export function organizationCategories(library: Library): readonly CategoryPolicy[] {
  return library.policy().source.categories.filter((one) => isOrganization(library, one.category_code))
}

export function fieldRulesOf(library: Library): readonly FieldRule[] {
  const { source, settings } = library.policy()
  return withOrganizations(source.field_rules, settings.organization_category_codes)
}

/** Somebody with a birth date is no organization, whoever chose its category. */
export function isBornOrganization(library: Library, category_code: string, born_on: string): boolean {
  const codes = library.policy().settings.organization_category_codes
  return born_on.trim() !== '' && isWithoutBirth(fieldRulesOf(library), codes, category_code)
}
