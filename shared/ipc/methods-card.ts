/** The methods about cards and who has them: register, renew, replace, edit. Each change answers with the snapshot. */
import { z } from 'zod'
import { ANOTHER_REASONS, CHECKED, MERGE_FIELDS, PATRON_FIELDS, type PatronField } from '../kernel/patron-field.ts'
import { outsideDate } from '../kernel/outside-date.ts'
import {
  accountAct,
  accountView,
  alikeSchema,
  commandId,
  EXAMPLE_ID,
  method,
  type MethodSpec,
  ofPatron,
  previewReply,
} from './method.ts'
import { PATRON_PIN_METHODS } from './methods-patron.ts'

/** Longer than any field may be: what is too long is told by its field. */
const typedText = z.string().max(4000)
const byField = <Value extends z.ZodType>(value: Value) =>
  z.strictObject(
    Object.fromEntries(PATRON_FIELDS.map((field) => [field, value])) as { readonly [Field in PatronField]: Value },
  )
/** A field left blank is sent as nothing. */
const typed = ofPatron(byField(typedText.nullable()))
const category_code = ofPatron(z.string().max(64))
/** Absent: the home branch stays. */
const branch_code = ofPatron(z.string().max(64)).optional()
/** What was seen for a changed name, by its kind; empty: the name stays. */
const name_proof = ofPatron(z.string().max(64))
/** Empty: the next number of this desk's own range. */
const barcode = ofPatron(z.string().max(200))
/** Which of their cards in use stops: its number, or all; empty: the only one. */
const which = ofPatron(z.string().max(200))
const fee = {
  /** What the fee is computed from, where the rule asks; null: not told. */
  household_count: ofPatron(z.int().min(1).max(50).nullable()),
  basis_cents: ofPatron(z.int().min(0).max(1_000_000_000).nullable()),
  /** Until when the card of the library at home is valid; null: not known. */
  home_expires_on: ofPatron(outsideDate.nullable()),
}
const registration = {
  typed,
  category_code,
  barcode,
  /** Kinds of proofs by their codes, those that were seen. */
  proofs: ofPatron(z.record(z.string().max(200), z.boolean())),
  /** Whose family they are of: a child gets the guardian of that family; null: nobody's who is known. */
  family_of: ofPatron(z.int().positive().nullable()),
  ...fee,
}

const ofMembers = <Value extends z.ZodType>(value: Value) =>
  ofPatron(z.record(z.string().regex(/^[1-9]\d{0,14}$/), value).refine((all) => Object.keys(all).length <= 200))
const familyRenewal = {
  /** Whose cards are renewed, by the number of their record. */
  members: ofMembers(z.boolean()),
  /** Who told the address, and it is the same: it counts for all of them who live there. */
  checked: ofMembers(z.boolean()),
  /** Until when the card of the library at home is valid; null: not known. */
  home: ofMembers(outsideDate.nullable()),
  household_count: fee.household_count,
  basis_cents: fee.basis_cents,
}

const recorded = ['command-changed', 'recording-stopped', 'import-running'] as const
const NUMBER = [
  'card-given',
  'card-other-desk',
  'card-not-ours',
  'card-range-used-up',
  'card-range-unsure',
  'card-number-missing',
] as const
const WRONG = ['patron-field-wrong', 'guardian-unfit'] as const
const OPEN = ['nobody-open', 'patron-gone', 'card-category-missing'] as const
const RENEWAL = [
  'fee-unknown',
  'home-card-undated',
  'card-over',
  'renewal-no-later',
  'renewal-endless',
  'card-settle-first',
] as const

const NOBODY = Object.fromEntries(PATRON_FIELDS.map((field) => [field, ''])) as Record<PatronField, string>
const NO_FEE = { household_count: null, basis_cents: null } as const
const EXAMPLE = {
  typed: { ...NOBODY, surname: 'Ortiz', given: 'Leo', born_on: '1988-03-06', postal_code: '60015' },
  category_code: 'ADULT',
  barcode: '21234000012345',
  proofs: { LICENSE: true },
  family_of: null,
  ...NO_FEE,
  home_expires_on: null,
}
const FAMILY = { members: { 12: true, 13: true }, checked: { 12: true }, home: { 12: null }, ...NO_FEE }

export const CARD_METHODS = {
  'patron.register': method({
    does: 'Registers a patron and gives them a card, by the rules of the library; the account opens.',
    ...accountAct,
    input: z.strictObject({
      commandId,
      ...registration,
      /** Why it is another person than a patron who is nearly certainly the same; empty: nobody was said to be. */
      another_because: ofPatron(z.enum(['', ...ANOTHER_REASONS])),
      is_undated_meant: z.boolean().optional(),
    }),
    refusals: [
      'nobody-open',
      'card-category-missing',
      ...WRONG,
      'proofs-missing',
      'fee-unknown',
      'home-card-undated',
      'card-over',
      'patron-likely-known',
      ...NUMBER,
      ...recorded,
    ],
    example: { commandId: EXAMPLE_ID, ...EXAMPLE, another_because: '' },
  }),
  'patron.register-preview': method({
    does:
      'Says what registering would give while the form is filled in: residency, card, expiry, fee, proof, and ' +
      'who may be a patron already.',
    permission: 'staff',
    confidentiality: 'patron',
    changes: false,
    // What is still blank is nothing.
    input: z.strictObject({ ...registration, category_code: category_code.nullable() }),
    output: previewReply.extend({ alike: z.array(alikeSchema) }),
    refusals: [],
    example: EXAMPLE,
  }),
  'patron.edit': method({
    does: 'Changes who the open patron is. Fields that stay as they are are not checked.',
    ...accountAct,
    input: z.strictObject({ commandId, typed, category_code, branch_code, name_proof }),
    refusals: [...OPEN, 'patron-field-wrong', 'branch-unknown', 'name-proof-missing', 'patron-unchanged', ...recorded],
    example: { commandId: EXAMPLE_ID, typed: EXAMPLE.typed, category_code: 'ADULT', name_proof: '' },
  }),
  'patron.edit-preview': method({
    does:
      'Says what an edit would change, while the form is filled in: the card that a new address gives, and what ' +
      'another category changes for open loans. Empty where neither is changed.',
    permission: 'staff',
    confidentiality: 'patron',
    changes: false,
    input: z.strictObject({
      typed,
      category_code: category_code.nullable(),
      branch_code: ofPatron(z.string().max(64).nullable()).optional(),
      name_proof: name_proof.nullable(),
    }),
    output: previewReply,
    refusals: [],
    example: { typed: EXAMPLE.typed, category_code: 'ADULT', name_proof: null },
  }),
  'card.renew': method({
    does: 'Renews the card of the open patron, by the rules of the library.',
    ...accountAct,
    input: z.strictObject({
      commandId,
      is_address_checked: z.boolean(),
      is_undated_meant: z.boolean().optional(),
      ...fee,
    }),
    refusals: [...OPEN, 'renewal-closed', 'address-unchecked', ...RENEWAL, ...recorded],
    example: { commandId: EXAMPLE_ID, is_address_checked: true, ...NO_FEE, home_expires_on: null },
  }),
  'card.renew-family': method({
    does: 'Renews the cards of several of the open patron’s family in one act, by the rules of the library.',
    ...accountAct,
    input: z.strictObject({ commandId, ...familyRenewal }),
    refusals: [...OPEN, 'family-renewal-unfit', 'family-address-unchecked', ...RENEWAL, ...recorded],
    example: { commandId: EXAMPLE_ID, ...FAMILY },
  }),
  'card.renew-family-preview': method({
    does: 'Says what renewing several of a family would give each of them, while they are chosen.',
    permission: 'staff',
    confidentiality: 'patron',
    changes: false,
    input: z.strictObject(familyRenewal),
    output: previewReply,
    refusals: [],
    example: FAMILY,
  }),
  'card.replace': method({
    does: 'Gives the open patron another card. A lost one stops; a worn one still finds the patron.',
    ...accountAct,
    input: z.strictObject({ commandId, reason: z.enum(['lost', 'worn', 'extra']), which, barcode }),
    refusals: [...OPEN, 'card-none', 'card-unclear', 'card-settle-first', ...NUMBER, ...recorded],
    example: { commandId: EXAMPLE_ID, reason: 'lost', which: '', barcode: '21234000012345' },
  }),
  'guardian.link': method({
    does: 'Links the guardian of the open patron, who is a child: whoever has this card answers for them.',
    ...accountAct,
    input: z.strictObject({ commandId, barcode }),
    refusals: ['nobody-open', 'patron-gone', 'guardian-unfit', ...recorded],
    example: { commandId: EXAMPLE_ID, barcode: '21234000012345' },
  }),
  'guardian.end': method({
    does: 'Ends the guardianship for the open patron. It asks again where their card needs a guardian.',
    ...accountAct,
    input: z.strictObject({ commandId, is_unguarded_meant: z.boolean().optional() }),
    refusals: ['nobody-open', 'patron-gone', 'guardian-none', 'guardian-needed', ...recorded],
    example: { commandId: EXAMPLE_ID },
  }),
  'family.link': method({
    does: 'Links the open patron and whoever has this card as family, without guardianship. A link gives no right.',
    ...accountAct,
    input: z.strictObject({ commandId, barcode }),
    refusals: ['nobody-open', 'patron-gone', 'family-unfit', ...recorded],
    example: { commandId: EXAMPLE_ID, barcode: '21234000012345' },
  }),
  'family.end': method({
    does: 'Ends that the open patron and another one are linked as family.',
    ...accountAct,
    input: z.strictObject({ commandId, other_patron_id: ofPatron(z.int().positive()) }),
    refusals: ['nobody-open', 'patron-gone', 'family-none', ...recorded],
    example: { commandId: EXAMPLE_ID, other_patron_id: 12 },
  }),
  'pickup.allow': method({
    does: 'Lets another patron pick up what waits for the open one: whoever has this card.',
    ...accountAct,
    input: z.strictObject({ commandId, barcode }),
    refusals: ['nobody-open', 'patron-gone', 'pickup-unfit', ...recorded],
    example: { commandId: EXAMPLE_ID, barcode: '21234000012345' },
  }),
  'pickup.end': method({
    does: 'Ends that another patron may pick up for the open one.',
    ...accountAct,
    input: z.strictObject({ commandId, pickup_ref: ofPatron(z.string().max(64)) }),
    refusals: ['nobody-open', 'patron-gone', 'pickup-none', ...recorded],
    example: { commandId: EXAMPLE_ID, pickup_ref: 'K4N7QW.1.105' },
  }),
  'patron.compare': method({
    does: 'Shows the open patron and another record side by side, before they become one: by card, or by record.',
    ...accountView,
    input: z.strictObject({ patron_id: ofPatron(z.int().positive().nullable()), barcode }),
    refusals: ['nobody-open', 'patron-gone', 'merge-unfit'],
    example: { patron_id: null, barcode: '21234000012345' },
  }),
  'patron.merge': method({
    does: 'Makes one record of two: everything of the other record is the open patron’s from then on.',
    ...accountAct,
    input: z.strictObject({
      commandId,
      other_patron_id: ofPatron(z.int().positive()),
      /** Fields that are kept from the other record than usual: usually the open one’s, where that says anything. */
      turned: ofPatron(z.array(z.enum(MERGE_FIELDS)).max(MERGE_FIELDS.length)),
      /** They are left without a card in use, and that is meant. */
      is_cardless_meant: z.boolean().optional(),
    }),
    refusals: ['nobody-open', 'patron-gone', 'merge-unfit', 'merge-cardless', ...recorded],
    example: { commandId: EXAMPLE_ID, other_patron_id: 12, turned: ['phone'] },
  }),
  'patron.tell-apart': method({
    does: 'Notes that the open patron and another one like them are two people: no list shows the pair again.',
    ...accountAct,
    input: z.strictObject({ commandId, other_patron_id: ofPatron(z.int().positive()) }),
    refusals: ['nobody-open', 'patron-gone', 'merge-unfit', 'patron-unchanged', ...recorded],
    example: { commandId: EXAMPLE_ID, other_patron_id: 12 },
  }),
  'patron.check': method({
    does:
      'Notes that the address of the open patron was checked and is the same, that their registration was read once ' +
      'more, that e-mail to them came back (`bounced`), that it arrives after all, that mail came back (`mail`), or ' +
      'that their account is `closed`, or `opened` again.',
    ...accountAct,
    input: z.strictObject({ commandId, what: z.enum(CHECKED) }),
    refusals: ['nobody-open', 'patron-gone', 'patron-unchanged', ...recorded],
    example: { commandId: EXAMPLE_ID, what: 'address' },
  }),
  ...PATRON_PIN_METHODS,
  'card.lose': method({
    does: 'Stops a card of the open patron, who lost it and gets no other yet. An extra card stays in use.',
    ...accountAct,
    input: z.strictObject({ commandId, which }),
    refusals: ['nobody-open', 'patron-gone', 'card-none', 'card-unclear', ...recorded],
    example: { commandId: EXAMPLE_ID, which: '' },
  }),
} as const satisfies Record<string, MethodSpec>
