/** What facts about loans change. */
import { eventRefText, type Folds } from '../event.ts'
import type { LoanStatus, LoanState } from '../events/fields.ts'
import type { LOAN_EVENTS } from '../events/loans.ts'
import { placedAt, type ItemChange } from './items.ts'

export type LoanChange =
  | ({ readonly kind: 'loan-opened'; readonly item_barcode: string } & Readonly<LoanState>)
  | {
      readonly kind: 'loan-moved'
      readonly item_barcode: string
      readonly loan_ref: string
      readonly due_at_ms: number
      readonly renewals_count: number
      /** The moment whose rules hold from now on; undefined: as before. */
      readonly rules_at_ms: number | null | undefined
      /** Null: as it was. */
      readonly unseen_renewals_count: number | null
      /** Who set the date by hand; empty: a rule made it. */
      readonly due_staff_code: string
      /** Since when it is recalled, null when it is not; undefined: as before. */
      readonly recalled_at_ms: number | null | undefined
    }
  | {
      readonly kind: 'loan-stood'
      readonly item_barcode: string
      readonly loan_ref: string
      readonly loan_status: LoanStatus
      readonly status_since_ms: number | null
    }
  | { readonly kind: 'loan-closed'; readonly item_barcode: string; readonly loan_ref: string }

export const LOAN_FOLDS: Folds<typeof LOAN_EVENTS, LoanChange | ItemChange> = {
  'item-checked-out': ({ head, body: { item_barcode, due_at_ms } }) => {
    const loan = { loan_branch: head.branch, out_at_ms: head.at_ms, due_at_ms, renewals_count: 0 }
    const counted = { unseen_renewals_count: 0, due_staff_code: '', rules_at_ms: null, recalled_at_ms: null }
    const stands = { loan_status: 'out', status_since_ms: null, ...counted } as const
    return [{ kind: 'loan-opened', item_barcode, loan_ref: eventRefText(head), ...loan, ...stands }]
  },
  // A renewal is made by the rules of its moment and ends a recall; undone, what was before holds again.
  'loan-renewed': ({ head, body }) => {
    const { unseen_renewals_count } = body
    const moved = { unseen_renewals_count, due_staff_code: '', rules_at_ms: head.at_ms, recalled_at_ms: null }
    return [{ ...movedTo(body), ...moved }]
  },
  'renewal-undone': ({ body }) => {
    const { unseen_renewals_count, rules_at_ms, recalled_at_ms } = body
    return [{ ...movedTo(body), unseen_renewals_count, due_staff_code: '', rules_at_ms, recalled_at_ms }]
  },
  'due-date-set': ({ body }) => [{ ...movedTo(body), ...SAME, due_staff_code: body.set_by }],
  'loan-recalled': ({ head, body }) => [{ ...movedTo(body), ...SAME, due_staff_code: '', recalled_at_ms: head.at_ms }],
  'recall-undone': ({ body }) => [{ ...movedTo(body), ...SAME, due_staff_code: body.set_by, recalled_at_ms: null }],
  'loan-stands': ({ head, body: { item_barcode, loan_ref, loan_status, since_ms, status } }) => {
    const status_since_ms = loan_status === 'out' ? null : since_ms
    const stood = { kind: 'loan-stood', item_barcode, loan_ref, loan_status, status_since_ms } as const
    return [stood, placedAt(item_barcode, head.branch, status, head.at_ms)]
  },
  'item-checked-in': ({ head, body: { item_barcode, loan, status } }) => {
    const placed = placedAt(item_barcode, head.branch, status, head.at_ms)
    return loan ? [{ kind: 'loan-closed', item_barcode, loan_ref: loan.loan_ref }, placed] : [placed]
  },
  'check-out-undone': ({ body: { item_barcode, loan_ref } }) => [{ kind: 'loan-closed', item_barcode, loan_ref }],
  'check-in-undone': ({ head, body: { item_barcode, loan, at_branch, status } }) => {
    const placed = placedAt(item_barcode, at_branch, status, head.at_ms)
    return loan ? [{ kind: 'loan-opened', item_barcode, ...loan }, placed] : [placed]
  },
}

const SAME = { unseen_renewals_count: null, rules_at_ms: undefined, recalled_at_ms: undefined } as const

type Moving = Pick<
  Extract<LoanChange, { kind: 'loan-moved' }>,
  'item_barcode' | 'loan_ref' | 'due_at_ms' | 'renewals_count'
>

function movedTo({
  item_barcode,
  loan_ref,
  due_at_ms,
  renewals_count,
}: Moving): Moving & { readonly kind: 'loan-moved' } {
  return { kind: 'loan-moved', item_barcode, loan_ref, due_at_ms, renewals_count }
}
