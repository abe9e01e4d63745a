/** The fields of a registration, and what can be wrong with what is typed in one. Codes alone. */

/** In the order of the form. */
export const PATRON_FIELDS = [
  'surname',
  'given',
  'preferred_given',
  'born_on',
  'postal_code',
  'city',
  'region',
  'street',
  'phone',
  'email',
  'guardian',
  'language',
] as const
export type PatronField = (typeof PATRON_FIELDS)[number]

/** Why somebody is another person than the patron whom they resemble. */
export const ANOTHER_WHYS = ['twin', 'relative', 'checked'] as const
export type AnotherWhy = (typeof ANOTHER_WHYS)[number]

export const FIELD_FAULTS = [
  'required',
  'too-long',
  'no-date',
  'too-early',
  'in-future',
  'not-phone',
  'not-email',
  'one-line',
] as const
export type FieldFault = (typeof FIELD_FAULTS)[number]

/** Why somebody cannot answer for a child. */
/** Why somebody cannot be let pick up for a patron. */
export const PICKUP_FAULTS = ['unknown', 'self', 'known'] as const
export type PickupFault = (typeof PICKUP_FAULTS)[number]

export const GUARDIAN_FAULTS = ['unknown', 'self', 'minor', 'ward', 'not-needed'] as const
export type GuardianFault = (typeof GUARDIAN_FAULTS)[number]

/** What two records of one person may say differently, in the order of the page that makes them one. */
export const MERGE_FIELDS = [
  'surname',
  'given',
  'preferred_given',
  'born_on',
  'card',
  'category_code',
  'branch_code',
  'expires_on',
  'address',
  'phone',
  'email',
  'guardian',
  'language',
  'home_library_name',
] as const
export type MergeField = (typeof MERGE_FIELDS)[number]

/** Why two records cannot be made one. `unopened`: the library asks why an account is opened, and it was not. */
export const MERGE_FAULTS = [
  'unknown',
  'same',
  'erased',
  'staff',
  'ward',
  'other-library',
  'at-desk',
  'unopened',
] as const
export type MergeFault = (typeof MERGE_FAULTS)[number]
