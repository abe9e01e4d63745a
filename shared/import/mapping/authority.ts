/**
 * The columns for which an import can be the authority: what a desk can change of a patron. There a file wins over this
 * desk, as after a yearly check of addresses, a school load, or with the export of another desk. Pure.
 */
import { z } from 'zod'

/** Columns of patrons.csv; `street` of addresses.csv, for the home address as a whole. */
export const AUTHORITY_COLUMNS = [
  'surname',
  'given',
  'preferred_given',
  'born_on',
  'category_code',
  'branch_code',
  'expires_on',
  'email',
  'phone',
  'street',
  'guardian',
  'guardian_id',
  'family_id',
  'language',
  'address_checked_on',
  'registration_checked_on',
  'home_library_name',
  'name_proof_code',
  'name_changed_on',
  'unfit_on',
  'notice_kind',
  'history_consent_kind',
  'news_consent_kind',
  'consented_on',
  'is_barred',
  'is_active',
] as const
export type AuthorityColumn = (typeof AUTHORITY_COLUMNS)[number]

/** Columns as a list; a form sends a checkbox each. */
export const authoritySchema = z.union([
  z.array(z.enum(AUTHORITY_COLUMNS)),
  z.partialRecord(z.enum(AUTHORITY_COLUMNS), z.boolean()),
])

/** In how many rows the value of this desk stayed in a column, and in how many the file won. */
export const besideDeskSchema = z.strictObject({
  column: z.enum(AUTHORITY_COLUMNS),
  kept_count: z.int(),
  won_count: z.int(),
})
export type BesideDesk = z.infer<typeof besideDeskSchema>

export function isAuthorityColumn(name: string): name is AuthorityColumn {
  return (AUTHORITY_COLUMNS as readonly string[]).includes(name)
}
