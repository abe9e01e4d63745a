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
  'notice_kind',
  'history_consent_kind',
  'news_consent_kind',
] as const
export type PatronField = (typeof PATRON_FIELDS)[number]

/** Fields of which one of a few values is chosen; blank: the patron was not asked. */
export const PATRON_CHOICES = {
  notice_kind: ['email', 'text', 'phone', 'mail', 'none'],
  history_consent_kind: ['yes', 'no'],
  news_consent_kind: ['yes', 'no'],
} as const satisfies Partial<Readonly<Record<PatronField, readonly string[]>>>
export type ChoiceField = keyof typeof PATRON_CHOICES

export function isChoiceField(field: PatronField): field is ChoiceField {
  return field in PATRON_CHOICES
}

/** What a patron agrees to: the day on which they last said so is kept. */
export const CONSENT_FIELDS: ReadonlySet<string> = new Set<PatronField>(['history_consent_kind', 'news_consent_kind'])

/** Why somebody is another person than the patron whom they resemble. */
export const ANOTHER_REASONS = ['twin', 'relative', 'checked'] as const
export type AnotherWhy = (typeof ANOTHER_REASONS)[number]

export const FIELD_FAULTS = [
  'required',
  'too-long',
  'no-date',
  'too-early',
  'in-future',
  'not-phone',
  'two-phones',
  'not-email',
  'one-line',
  'not-listed',
  'linked',
  'has-wards',
  'organization',
] as const
export type FieldFault = (typeof FIELD_FAULTS)[number]

/** What is noted of a patron's record: that something was checked or came back, that the account is closed or open. */
export const CHECKED = ['address', 'registration', 'bounced', 'arrives', 'mail', 'closed', 'opened'] as const
export type Checked = (typeof CHECKED)[number]

/** Why somebody cannot be let pick up for a patron. */
export const PICKUP_FAULTS = ['unknown', 'self', 'known'] as const
export type PickupFault = (typeof PICKUP_FAULTS)[number]

/** Why cards of a family are not renewed together. */
export const FAMILY_RENEWAL_FAULTS = ['nobody', 'stranger', 'closed'] as const

/** Why two patrons cannot be linked as family. `full`: both are linked to somebody else already. */
export const FAMILY_LINK_FAULTS = ['unknown', 'self', 'known', 'full'] as const
export type FamilyLinkFault = (typeof FAMILY_LINK_FAULTS)[number]

/** Why somebody cannot answer for a child. */
export const GUARDIAN_FAULTS = ['unknown', 'self', 'minor', 'ward', 'not-needed', 'has-wards'] as const
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
  'notice_kind',
  'history_consent_kind',
  'news_consent_kind',
] as const
export type MergeField = (typeof MERGE_FIELDS)[number]

/** Why two records cannot be made one. `unopened`: the library asks why an account is opened, and it was not. */
export const MERGE_FAULTS = [
  'unknown',
  'same',
  'erased',
  'staff',
  'ward',
  'family',
  'linked',
  'at-desk',
  'unopened',
] as const
export type MergeFault = (typeof MERGE_FAULTS)[number]
