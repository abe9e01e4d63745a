/**
 * Facts about patrons. Who a disclosure went to is kept beside the sealed content (main/journal, `personal`), where it
 * can be erased alone.
 */
import { z } from 'zod'
import { ANOTHER_REASONS, PATRON_CHOICES } from '../../kernel/patron-field.ts'
import { code, fact, itemBarcode, onDate, ref } from './fields.ts'

export const PATRON_EVENTS = {
  'preference-set': fact(1, {
    receipt: z.enum(['print', 'email', 'none']),
    is_large_print: z.boolean(),
    language: z.string().max(20),
  }),
  /** Whose it was is kept by the day alone, beside the journal. `reason` is a code, empty when none was asked. */
  'record-viewed': fact(1, { viewed_on: onDate, place: code, reason: z.string().max(64) }),
  /** A list that names patrons was read: whom it named is not kept. */
  'list-viewed': fact(1, { list: z.enum(['overdue']) }),
  /** A list that names patrons was saved to a file: how many it named, and never whom. */
  'list-exported': fact(1, { list: z.enum(['overdue']), rows_count: z.int().min(0) }),
  /** All patrons were written into files, in which form: how many, and never whom. */
  'patrons-exported': fact(1, { form: z.enum(['datestamp', 'koha', 'evergreen']), rows_count: z.int().min(0) }),
  'record-disclosed': fact(1, {
    basis: z.enum(['patron-asked', 'guardian-asked', 'court-order', 'emergency', 'other']),
    what: z.enum(['identity', 'account', 'everything']),
  }),
  'patron-exported': fact(1, {}),
  'patron-erased': fact(1, {}),
  /** Who it is, and what they got: all of it beside the seal (`patronWords`). */
  'patron-registered': fact(1, {}),
  /** They were registered by mistake: nothing is kept of who they are. An undoing. */
  'registration-undone': fact(1, { of: ref }),
  'patron-changed': fact(1, {}),
  'card-renewed': fact(1, {}),
  /** `lost` stops the former card at once; `worn` keeps it as one that still finds the patron; `extra` keeps both. */
  'card-replaced': fact(1, { reason: z.enum(['lost', 'worn', 'extra']) }),
  /** Reported lost, and no other card given yet. */
  'card-lost': fact(1, {}),
  /** Who answers for a child, and that it is over: whom it is beside the seal. */
  'guardian-linked': fact(1, {}),
  'guardian-unlinked': fact(1, {}),
  /** Somebody is family without guardianship, and that it is over: who it is beside the seal. */
  'family-linked': fact(1, {}),
  'family-unlinked': fact(1, {}),
  /** Who they are and which cards they have is as before that entry: what it was is beside the seal. */
  'patron-change-undone': fact(1, { of: ref }),
  /** Two records of one person became one: which, and what of the former one is kept, beside the seal. */
  'patrons-merged': fact(1, {}),
  /** This patron and another one, whom they resemble, are two people: which, beside the seal. */
  'patrons-distinguished': fact(1, {}),
  /** What was sent to their e-mail address came back, and that it arrives after all: the day is beside the seal. */
  'email-bounced': fact(1, {}),
  'email-arrives': fact(1, {}),
  /** Mail to their address came back: the day is beside the seal. */
  'mail-returned': fact(1, {}),
  /** They are two again, as they were: an undoing. */
  'merge-undone': fact(1, { of: ref }),
  /** The patron chose a PIN, or has none any more: its hash is beside the seal. */
  'patron-pin-set': fact(1, {}),
  'patron-pin-cleared': fact(1, {}),
} as const

/** Of any length: the library's data may say more than a field of the form takes, and a merge or an undo puts it. */
const line = z.string()
const hex = z.string().regex(/^(?:[0-9a-f]{2}){1,64}$/)
const patronFields = z.strictObject({
  surname: line,
  given: line,
  preferred_given: line,
  born_on: onDate.nullable(),
  category_code: code,
  branch_code: code,
  expires_on: onDate.nullable(),
  email: line,
  phone: line,
  guardian: line,
  /** Who answers for them, where that is a patron; null: nobody any more. */
  guardian_patron_id: z.int().positive().nullable(),
  language: line,
  /** When a proof of the address was last seen. */
  address_checked_on: onDate.nullable(),
  home_library_name: line,
  /** When the registration was read once more. */
  registration_checked_on: onDate.nullable(),
  /** How they want to be told, and what they agreed to; empty: they were not asked. */
  notice_kind: z.enum(['', ...PATRON_CHOICES.notice_kind]),
  history_consent_kind: z.enum(['', ...PATRON_CHOICES.history_consent_kind]),
  news_consent_kind: z.enum(['', ...PATRON_CHOICES.news_consent_kind]),
  /** When they last said what they agree to. */
  consented_on: onDate.nullable(),
  /** What was seen when their name was last changed here, by its kind, and when. */
  name_proof_code: z.string().max(64),
  name_changed_on: onDate.nullable(),
  /**
   * Whom they name as family without guardianship; null: nobody. Of a link and its end, and of an adult who is
   * registered from an account.
   */
  family_patron_id: z.int().positive().nullable(),
  /** Since when the card does not fit where they live; null: it fits. Of an edit, a renewal, a merge and an undoing. */
  unfit_on: onDate.nullable(),
  /** Whether the account is open: 1, or 0 once it is closed. */
  is_active: z.int().min(0).max(1),
})

/** The columns of a patron that entries put. */
export const PATRON_COLUMNS = Object.keys(patronFields.shape) as (keyof typeof patronFields.shape)[]

const address = z.strictObject({ street: line, city: line, region: line, postal_code: line })

const put = <What extends string, Shape extends z.ZodRawShape>(what: What, shape: Shape) =>
  z.strictObject({ put: z.literal(what), ...shape })

/** What else an entry puts of a patron, each by itself (shared/patron/record.ts). */
const patronPut = z.discriminatedUnion('put', [
  /** Of a registration: why it is another person than a patron whom they resemble. */
  put('another', { because: z.enum(ANOTHER_REASONS) }),
  /** Of an undoing: their addresses as they were, each of its kind. */
  put('addresses', {
    addresses: z.array(address.extend({ kind: z.string().max(40), is_in_city_limits: z.int().nullable() })).max(20),
  }),
  /** Of an undoing: numbers of cards that they do not have any more. */
  put('cards-gone', { barcodes: z.array(itemBarcode).max(20) }),
  /** The record of somebody else whom they resemble; of an undoing, who may be the same after all. */
  put('distinct', { distinct_patron_id: z.int().positive() }),
  put('not-distinct', { distinct_patron_id: z.int().positive() }),
  /** When their e-mail address bounced; null: it does not. Also of an undoing, or a merge, that gives an address. */
  put('bounced', { on: onDate.nullable() }),
  /** Since when mail to their address comes back; of an undoing, the day that is taken back. Also of a merge. */
  put('mail-back', { on: onDate }),
  put('not-mail-back', { on: onDate }),
  /** Of a merge: the record that became this one. */
  put('merged', { merged_patron_id: z.int().positive() }),
  /** The hash of a PIN as hexadecimal text, and the day of the library on which it was chosen; null: none any more. */
  put('pin', { pin: z.strictObject({ pin_salt: hex, pin_hash: hex, set_on: onDate }).nullable() }),
])
export type PatronPut = z.infer<typeof patronPut>

/**
 * What lies beside an entry about who a patron is and which cards they have, as JSON: what it puts. What is absent
 * stays as it was. Kept until the patron is erased.
 */
export const patronWords = z.strictObject({
  v: z.literal(1),
  fields: patronFields.partial(),
  /** Where they live, whole; null: it stays. */
  address: address.nullable(),
  cards: z.array(z.strictObject({ barcode: itemBarcode, status: z.enum(['current', 'former', 'lost']) })).max(20),
  /** Kinds of proofs that were seen, never what they say. */
  proof_codes: z.array(code),
  /** Of a registration: since when. */
  registered_on: onDate.nullable(),
  also: z.array(patronPut).max(20),
})
export type PatronWords = z.infer<typeof patronWords>

/** What an entry puts of this kind, if it does. */
export function putOf<What extends PatronPut['put']>({ also }: Pick<PatronWords, 'also'>, what: What) {
  return also.find((one): one is Extract<PatronPut, { put: What }> => one.put === what)
}
