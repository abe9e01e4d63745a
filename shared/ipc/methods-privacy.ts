/**
 * The methods about confidentiality: disclosures, who looked, a patron's own data, erasure. They act on the open
 * account, so that the caller sees whose it is.
 */
import { z } from 'zod'
import { DISCLOSED, DISCLOSURE_BASES } from '../patron/privacy.ts'
import {
  asSent,
  commandId,
  EXAMPLE_ID,
  limit,
  method,
  ofPatron,
  path,
  snapshotReply,
  type MethodSpec,
  NEW_FILE_REFUSALS,
} from './method.ts'

const recorded = ['command-changed', 'recording-stopped'] as const
const basis = z.enum(DISCLOSURE_BASES)
const what = z.enum(DISCLOSED)

const viewSchema = z.strictObject({
  patron_id: z.int(),
  name: z.string(),
  viewed_on: z.string(),
  staff_code: z.string(),
  initials: z.string(),
  place: z.string(),
  reason: z.string(),
  views_count: z.int(),
})

const listsSchema = z.strictObject({ looked_on: z.string(), lists_count: z.int() })

const disclosureSchema = z.strictObject({
  event: z.string(),
  at_ms: z.int(),
  initials: z.string(),
  basis: z.string(),
  what: z.string(),
  /** Empty once the patron was erased. */
  to_whom: z.string(),
  name: z.string(),
})

export const PRIVACY_METHODS = {
  'privacy.disclose': method({
    does: 'Records that something from the open account was disclosed: on what basis, how much and to whom.',
    permission: 'disclose',
    confidentiality: 'patron',
    changes: true,
    input: z.strictObject({ commandId, basis, what, to_whom: ofPatron(z.string().max(500)) }),
    output: snapshotReply,
    refusals: [
      'nobody-open',
      'patron-gone',
      'disclosure-identity-only',
      'disclosure-not-guardian',
      'recipient-missing',
      ...recorded,
    ],
    example: { commandId: EXAMPLE_ID, basis: 'court-order', what: 'account', to_whom: 'Cook County, order 26-118' },
  }),
  'privacy.export': method({
    does: 'Writes everything the desk has about the open patron to a new file, and the same as plain text beside it.',
    permission: 'export-patron',
    confidentiality: 'patron',
    changes: true,
    input: z.strictObject({ commandId, to_file: ofPatron(asSent(path.clone())) }),
    output: snapshotReply,
    refusals: ['nobody-open', 'patron-gone', ...NEW_FILE_REFUSALS, ...recorded],
    example: { commandId: EXAMPLE_ID, to_file: '/media/stick/my-data.json' },
  }),
  'privacy.erase': method({
    does:
      'Erases who the open patron is, once nothing is out, on hold or owed. The last four digits of the card confirm ' +
      'it. Import reports are deleted; `still_in` names earlier copies that can still have the patron’s data.',
    permission: 'erase-patron',
    confidentiality: 'patron',
    changes: true,
    input: z.strictObject({ commandId, card_tail: ofPatron(z.string().min(1).max(20)) }),
    output: snapshotReply.extend({ still_in: z.array(z.string()) }),
    refusals: [
      'nobody-open',
      'patron-gone',
      'erase-loans-out',
      'erase-holds-open',
      'erase-money-owed',
      'erase-refund-due',
      'erase-is-guardian',
      'card-tail-wrong',
      'import-running',
      ...recorded,
    ],
    example: { commandId: EXAMPLE_ID, card_tail: '3456' },
  }),
  'privacy.disclosures': method({
    does: 'Lists what was disclosed about any patron, newest first.',
    permission: 'see-privacy-log',
    confidentiality: 'patron',
    changes: false,
    input: z.strictObject({ limit: limit.default(100) }),
    output: z.strictObject({ disclosures: z.array(disclosureSchema) }),
    refusals: [],
    example: { limit: 100 },
  }),
  'privacy.views': method({
    does:
      'Lists, by day, which records a staff member viewed and how many lists of patrons. An empty code lists who ' +
      'viewed the open account.',
    permission: 'see-privacy-log',
    confidentiality: 'patron',
    changes: false,
    input: z.strictObject({ staff_code: z.string().max(64), limit: limit.default(100) }),
    output: z.strictObject({ views: z.array(viewSchema), lists: z.array(listsSchema) }),
    refusals: ['nobody-open', 'patron-gone'],
    example: { staff_code: 'rortiz', limit: 100 },
  }),
} as const satisfies Record<string, MethodSpec>
