/** The method about why a drawer is over or short. */
import { z } from 'zod'
import { VARIANCE_CODES } from '../../cash/drawer/variance.ts'
import { method, type MethodSpec } from '../method.ts'
import { drawerCode, paperNumber } from '../methods-cash.ts'

const cause = z.strictObject({
  code: z.enum(VARIANCE_CODES),
  /** What may have happened, and what would prove it, in the clerk's language. */
  says: z.string(),
  proof: z.string(),
  /** Any one of these. */
  receipts: z.array(z.string()),
  event_refs: z.array(z.string()),
  /** The bill that was in the hand or was given, or the amount that was typed; what it should have been. */
  note_cents: z.int().nullable(),
  meant_cents: z.int().nullable(),
  piece_cents: z.int().nullable(),
  by_count: z.int().nullable(),
  /** Of a count: what else comes to the same; `meant_cents`: pieces of this value were counted as those. */
  or_pieces: z.array(z.strictObject({ piece_cents: z.int(), by_count: z.int(), meant_cents: z.int().nullable() })),
  /** What was sold and not entered. */
  product_code: z.string().nullable(),
  /** The receipt that was made after a void. */
  followed_by: z.string().nullable(),
})

export const EXPLAIN_METHODS = {
  'drawer.explain': method({
    does:
      'Names what could explain to the cent why the cash of a counted or closed session is over or short, likeliest ' +
      'first. It settles nothing.',
    permission: 'staff',
    confidentiality: 'library',
    changes: false,
    input: z.strictObject({
      /** Empty: the session that is open. */
      session_ref: z.string().max(120),
      drawer_code: drawerCode,
      /** Receipts on paper that somebody has: those that this desk does not have are told. */
      papers: z
        .array(z.strictObject({ number: paperNumber, amount_cents: z.int().positive().max(10_000_000).nullable() }))
        .max(20),
    }),
    output: z.strictObject({
      /** Counted less expected. */
      variance_cents: z.int(),
      /** Each is one cause, or two that come to it together. */
      candidates: z.array(z.strictObject({ causes: z.array(cause) })),
    }),
    refusals: ['session-unknown', 'session-open', 'drawer-not-open', 'drawer-which', 'count-first', 'not-permitted'],
    example: {
      session_ref: '',
      drawer_code: '',
      papers: [{ number: 'K4N7QW-1-0014', amount_cents: 600 }],
    },
  }),
} as const satisfies Record<string, MethodSpec>
