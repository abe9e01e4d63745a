/**
 * Every version of an event that ever shipped stays readable: for each kind and version that is no longer recorded, a
 * step that makes its body one of the next version. Pure. A step never changes once it shipped.
 */
import { OperatingError } from '../kernel/outcome.ts'

/** Makes a body of one version one of the next. What comes out of the last step is held against today's shape. */
export type Upcast = (body: unknown) => unknown

/** By kind, then by the version that it makes a next one of. */
export type Upcasts = Readonly<Record<string, Readonly<Record<number, Upcast>>>>

const same: Upcast = (body) => body

/** A receipt on paper was of the session in which it was keyed in. */
const paperOfBefore: Upcast = (body) => {
  const receipt = body as { readonly paper: object | null }
  const paper = receipt.paper && { ...receipt.paper, written_minute: null, of_session_ref: null }
  return { ...receipt, paper }
}

const withoutInKind: Upcast = (body) => {
  const { receipt, ...rest } = body as { readonly receipt: object }
  return { ...rest, receipt: { ...receipt, in_kind: [] } }
}

const withoutLineNumbers: Upcast = (body) => {
  const refund = body as { readonly lines: readonly object[] }
  return { ...refund, lines: refund.lines.map((line) => ({ ...line, line_count: null })) }
}

export const UPCASTS: Upcasts = {
  // What the card batch differed by was told and in no account.
  'drawer-closed': { 1: (body) => ({ ...(body as object), is_card_posted: false }) },
  // The second version has the tables of cash too, the third that of goods and work, the fourth those of cards.
  'policy-changed': { 1: same, 2: same, 3: same },
  'policy-applied': { 1: same, 2: same, 3: same },
  // Only the bag of a close could be confirmed.
  'deposit-banked': { 1: (body) => ({ ...(body as object), drop_ref: null }) },
  // Each opening was an entry.
  'drawer-key-opened': { 1: (body) => ({ ...(body as object), openings_count: 1 }) },
  // Who took a drawer over did not keep a count of their own.
  'drawer-counted': { 1: same },
  // What was refused of the safe was not kept.
  'out-refused': { 1: same },
  // The first look ended the review, whatever it said.
  'close-reviewed': { 1: (body) => ({ ...(body as object), is_ended: true }) },
  // Who was named for a break had the drawer, and what was expected at its quick count was not kept.
  'custody-changed': { 1: (body) => ({ ...(body as object), named_code: '', expected_cents: null }) },
  // A float that differs from what was left needed no reason.
  'drawer-opened': { 1: (body) => ({ ...(body as object), reason_code: '', approved_by: '' }) },
  // The second version has credit of a patron, and goods and work.
  'charge-made': { 1: same },
  'charge-moved': { 1: same },
  // The second version knows one more form.
  'patrons-exported': { 1: same },
  // The second version may have beside it why somebody is another person than a patron.
  // The third how they want to be told.
  'patron-registered': { 1: same, 2: same },
  // The second version may have beside it how they want to be told; the third that e-mail bounces, what was seen for a
  // name, and whom they are linked to as family; the fourth that mail came back.
  'patrons-merged': { 1: same, 2: same, 3: same },
  // The second version may have beside it that a registration was looked at again.
  // The third what was seen for a changed name.
  'patron-changed': { 1: same, 2: same },
  // The fourth version may have beside it that mail did not come back.
  'patron-change-undone': { 1: same, 2: same, 3: same },
  'refund-paid': { 1: same, 2: withoutLineNumbers },
  'receipt-made': { 1: paperOfBefore, 2: withoutInKind },
  'receipt-voided': { 1: withoutInKind },
  // The second version also has dates that a renewed card put right.
  'due-date-set': { 1: same },
  // Who had set the date that a renewal moved was not kept.
  'loan-renewed': { 1: (body) => ({ ...(body as object), set_by_before: '' }) },
  'renewal-undone': { 1: (body) => ({ ...(body as object), set_by: '' }) },
  // Debts and credits were not added up.
  'data-imported': { 1: (body) => ({ ...(body as object), opening: [] }) },
}

export function upcast(steps: Upcasts, kind: string, from_v: number, to_v: number, was: unknown): unknown {
  let body = was
  for (let v = from_v; v < to_v; v += 1) {
    const step = steps[kind]?.[v]
    if (!step) throw new OperatingError('chain-broken', `no step from version ${v} of ${kind}`)
    body = step(body)
  }
  return body
}
