/** The methods about the library's rules: viewed, checked before they are saved, changed, undone, applied to loans. */
import { z } from 'zod'
import { ROW_TABLES } from '../policy/tables.ts'
import {
  asSent,
  commandId,
  EXAMPLE_ID,
  libraryAct,
  libraryView,
  limit,
  method,
  previewReply,
  type MethodSpec,
} from './method.ts'

const SETTING = 'library_setting'
const table = z.enum([...ROW_TABLES, SETTING])
/** The code that names a row; of a setting, its name. */
const key = z.string().trim().min(1).max(64)
const value = z.union([
  z.string().max(4000),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().max(64)).max(500),
  z.record(z.string(), z.boolean()),
])
/** A whole row by the names of its columns; null: the row is deleted, and a setting goes back to its default. */
const after = z.record(z.string(), value).nullable()
const change = { table, key, after }
const EXAMPLE_CHANGE = { table: 'rental_rule', key: 'kit', after: null } as const

export const findingSchema = z.strictObject({
  /** The name by which a person accepts it. */
  name: z.string(),
  kind: z.enum(['stops', 'warns']),
  says: z.string(),
})
const row = z.strictObject({ key: z.string(), values: z.record(z.string(), value), says: z.string() })

const changing = [
  'policy-row-invalid',
  'policy-key-kept',
  'policy-row-unknown',
  'policy-code-taken',
  'policy-row-used',
  'drawer-in-use',
  'policy-contradiction',
  'import-running',
  'not-permitted',
  'command-changed',
  'recording-stopped',
] as const

export const POLICY_METHODS = {
  'policy.get': method({
    does: 'Returns the library’s rules: every row of a table, or every setting, with what it says in words.',
    permission: 'edit-policy',
    confidentiality: 'library',
    changes: false,
    input: z.strictObject({ table }),
    output: z.strictObject({ rows: z.array(row) }),
    refusals: ['not-permitted'],
    example: { table: 'fine_rule' },
  }),
  'policy.check': method({
    does: 'Checks the rules as they are, or as a change would make them, for errors and warnings. Changes nothing.',
    permission: 'edit-policy',
    confidentiality: 'library',
    changes: false,
    input: z.strictObject({ change: z.strictObject(change).nullable() }),
    /** `fresh`: findings that the change would add. */
    output: z.strictObject({
      findings: z.array(findingSchema),
      fresh: z.array(findingSchema),
      /** Each sign, with the change if there is one, and how many items of the library it covers. */
      signs: z.array(z.strictObject({ sign_code: z.string(), items_count: z.int() })),
    }),
    refusals: ['policy-row-invalid', 'policy-row-unknown', 'policy-row-used', 'drawer-in-use', 'not-permitted'],
    example: { change: EXAMPLE_CHANGE },
  }),
  'policy.change': method({
    does: 'Changes, adds or deletes a row of the rules. Accept warnings by name. Current loans do not change.',
    permission: 'edit-policy',
    ...libraryAct,
    input: z.strictObject({ commandId, ...change, accept_findings: asSent(z.array(z.string().max(400)).max(5000)) }),
    refusals: ['approval-asked', 'policy-findings', ...changing],
    example: { commandId: EXAMPLE_ID, ...EXAMPLE_CHANGE, accept_findings: [] },
  }),
  'policy.edit': method({
    does: 'Saves a row of the rules from its form. If there are warnings, saves nothing and opens a page that asks.',
    permission: 'edit-policy',
    ...libraryAct,
    input: z.strictObject({
      commandId,
      table,
      /** Empty for a new row, which is named by its own code. */
      key: z.string().max(64),
      values: z.record(z.string(), value).nullable(),
    }),
    refusals: ['approval-asked', ...changing],
    example: { commandId: EXAMPLE_ID, table: SETTING, key: 'hold_shelf_days_count', values: { value: 7 } },
  }),
  'policy.fine-preview': method({
    does: 'Previews a fine rule as its form is filled in: a sentence and a curve over time. Saves nothing.',
    permission: 'edit-policy',
    confidentiality: 'library',
    changes: false,
    /** The values of the form; null where nothing is filled in. */
    input: z.strictObject({ values: z.record(z.string(), value) }),
    output: previewReply,
    refusals: [],
    example: { values: { amount_cents: 25, per_count: 1, per_unit: 'days', fine_cents_max: 500 } },
  }),
  'policy.history': method({
    does: 'Lists the changes to the rules at this desk, newest first: who, when, before and after.',
    permission: 'edit-policy',
    confidentiality: 'library',
    changes: false,
    input: z.strictObject({ limit: limit.default(50) }),
    output: z.strictObject({
      entries: z.array(
        z.strictObject({
          event: z.string(),
          at_ms: z.int(),
          at_text: z.string(),
          initials: z.string(),
          what: z.string(),
          notes: z.array(z.string()),
        }),
      ),
    }),
    refusals: ['not-permitted'],
    example: { limit: 50 },
  }),
  'policy.undo-last': method({
    does: 'Undoes the last change to the rules with a further entry. A second call puts the change back.',
    permission: 'edit-policy',
    ...libraryAct,
    input: z.strictObject({ commandId }),
    refusals: ['approval-asked', 'nothing-to-undo', 'policy-overtaken', ...changing],
    example: { commandId: EXAMPLE_ID },
  }),
  'policy.apply-row': method({
    does: 'Applies a row of the rules as it is now to current loans, which otherwise keep its earlier version.',
    permission: 'edit-policy',
    ...libraryAct,
    input: z.strictObject({ commandId, table, key }),
    refusals: [
      'approval-asked',
      'policy-no-loans',
      'import-running',
      'not-permitted',
      'command-changed',
      'recording-stopped',
    ],
    example: { commandId: EXAMPLE_ID, table: 'fine_rule', key: 'BOOKS' },
  }),
  'policy.look-at-loans': method({
    does: 'Shows which current loans a loan rule would change, with the old and new due dates. Changes nothing.',
    permission: 'edit-policy',
    ...libraryView,
    input: z.strictObject({ rule_code: key, is_shortening: z.boolean() }),
    refusals: ['policy-row-unknown', 'not-permitted'],
    example: { rule_code: 'book', is_shortening: false },
  }),
  'policy.apply-to-loans': method({
    does: 'Gives current loans the due date of a loan rule as it is now, a limited number at a time.',
    permission: 'edit-policy',
    ...libraryAct,
    input: z.strictObject({ commandId, rule_code: key, is_shortening: z.boolean() }),
    refusals: [
      'approval-asked',
      'policy-row-unknown',
      'policy-no-loans',
      'import-running',
      'not-permitted',
      'command-changed',
      'recording-stopped',
    ],
    example: { commandId: EXAMPLE_ID, rule_code: 'book', is_shortening: false },
  }),
} as const satisfies Record<string, MethodSpec>
