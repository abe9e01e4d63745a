/** The methods about staff, branches, and finding people and titles. */
import { z } from 'zod'
import { loanLineSchema } from '../desk/screen.ts'
import {
  barcode,
  commandId,
  EXAMPLE_ID,
  initialsOrBadge,
  libraryAct,
  limit,
  method,
  type MethodSpec,
  nothing,
  typedPin,
} from './method.ts'

const patronHitSchema = z.strictObject({
  patron_id: z.int(),
  name: z.string(),
  former: z.string().describe('the former name by which the patron was found; else empty'),
  card_tail: z.string(),
  born_on: z.string(),
  age: z.int().nullable(),
  street: z.string(),
  category: z.string(),
  badges: z.array(z.string()),
  is_inside: z.boolean().describe('found by letters from inside a name, beside others whose name begins so'),
})

const titleHitSchema = z.strictObject({
  title_id: z.int(),
  title: z.string(),
  author: z.string(),
  year: z.string(),
  format: z.string(),
  call_number: z.string(),
  /** "2 of 3 in at Maple Street, 1 at North". */
  availability: z.string(),
  in_count: z.int(),
  items_count: z.int(),
})

export const PEOPLE_METHODS = {
  'set-up.look': method({
    does:
      'Lists the choices for setting up the desk: the branches and staff of the imported data, and where the sample ' +
      'library is. Works only until the desk is set up.',
    permission: 'anyone',
    confidentiality: 'library',
    changes: false,
    input: nothing,
    output: z.strictObject({
      branches: z.array(z.strictObject({ branch_code: z.string(), name: z.string() })),
      /** Managers first. */
      staff: z.array(
        z.strictObject({
          staff_code: z.string(),
          name: z.string(),
          initials: z.string(),
          role: z.string(),
          role_name: z.string(),
        }),
      ),
      /** How many patrons and items are in. */
      patrons_count: z.int(),
      items_count: z.int(),
      /** Empty where the program came without it, or where data is in already. */
      sample_folder: z.string(),
    }),
    refusals: ['already-set-up'],
    example: {},
  }),
  'branch.list': method({
    does: 'Lists the library’s branches, for choosing which one this desk is in.',
    permission: 'anyone',
    confidentiality: 'public',
    changes: false,
    input: nothing,
    output: z.strictObject({ branches: z.array(z.strictObject({ branch_code: z.string(), name: z.string() })) }),
    refusals: [],
    example: {},
  }),
  'staff.sign-in': method({
    does:
      'Signs in a staff member by initials (or badge number) and PIN. If a scanned badge needs a PIN too, the ' +
      'snapshot’s `asked_pin` says so: send the PIN with empty initials.',
    permission: 'anyone',
    ...libraryAct,
    input: z.strictObject({ commandId, initials: initialsOrBadge, pin: typedPin }),
    refusals: ['badge-over', 'sign-in-failed', 'sign-in-paused', 'rows-undecided'],
    example: { commandId: EXAMPLE_ID, initials: 'RO', pin: '471108' },
  }),
  'staff.sign-out': method({
    does: 'Signs out of the desk, and clears the account from the screen.',
    permission: 'staff',
    ...libraryAct,
    input: z.strictObject({ commandId }),
    refusals: [],
    example: { commandId: EXAMPLE_ID },
  }),
  'search.patrons': method({
    does: 'Finds patrons as you type. Each word is part of a name, street, card number, phone, e-mail or birth date.',
    permission: 'staff',
    confidentiality: 'patron',
    changes: false,
    input: z.strictObject({ text: z.string().max(200), limit: limit.default(12) }),
    output: z.strictObject({ hits: z.array(patronHitSchema), has_more: z.boolean() }),
    refusals: [],
    example: { text: 'smi jo', limit: 12 },
  }),
  'search.titles': method({
    does: 'Finds titles as you type, by title and author words or ISBN, with how many items are in and where.',
    permission: 'staff',
    confidentiality: 'public',
    changes: false,
    input: z.strictObject({ text: z.string().max(200), limit: limit.default(12) }),
    output: z.strictObject({ hits: z.array(titleHitSchema), has_more: z.boolean() }),
    refusals: [],
    example: { text: 'warmth other', limit: 12 },
  }),
  'patron.get': method({
    does: 'Returns an account by card number, current or former: what the patron has out and owes, and their blocks.',
    permission: 'staff',
    confidentiality: 'patron',
    changes: false,
    /** `reason`: where the library asks it of whoever views a record. */
    input: z.strictObject({ card_barcode: barcode, reason: z.string().max(64).optional() }),
    output: z.strictObject({
      patron_id: z.int(),
      name: z.string(),
      card_barcode: z.string(),
      former_card: z.boolean(),
      category_code: z.string(),
      expires_on: z.string(),
      owed_cents: z.int(),
      blocks: z.array(z.string()),
      loans: z.array(loanLineSchema),
    }),
    refusals: ['patron-unknown', 'reason-unknown'],
    example: { card_barcode: '21234000123456' },
  }),
  'item.get': method({
    does: 'Returns one item by barcode: what it is, where it belongs, and whether it is out. Never says who has it.',
    permission: 'staff',
    confidentiality: 'library',
    changes: false,
    input: z.strictObject({ item_barcode: barcode }),
    output: z.strictObject({
      item_barcode: z.string(),
      title: z.string(),
      author: z.string(),
      call_number: z.string(),
      item_type_code: z.string(),
      home_branch: z.string(),
      status: z.string(),
      is_out: z.boolean(),
      due_at_ms: z.int().nullable(),
    }),
    refusals: ['item-unknown'],
    example: { item_barcode: '31234000123457' },
  }),
} as const satisfies Record<string, MethodSpec>
