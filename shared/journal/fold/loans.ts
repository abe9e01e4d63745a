/** What facts about loans change. */
import { eventRefText, type Folds } from '../event.ts'
import type { LoanState } from '../events/fields.ts'
import type { LOAN_EVENTS } from '../events/loans.ts'
import { placedAt, type ItemChange } from './items.ts'

export type LoanChange =
  | ({ readonly kind: 'loan-opened'; readonly item_barcode: string } & Readonly<LoanState>)
  | {
      readonly kind: 'loan-changed'
      readonly item_barcode: string
      readonly loan_ref: string
      /** What is different from now on; the rest stays as it was. */
      readonly to: Readonly<Partial<LoanState>>
    }
  | { readonly kind: 'loan-closed'; readonly item_barcode: string; readonly loan_ref: string }

/** The state of a new loan. */
export const NEW_LOAN = {
  renewals_count: 0,
  loan_status: 'out',
  status_since_ms: null,
  rules_at_ms: null,
  unseen_renewals_count: 0,
  due_staff_code: '',
  recalled_at_ms: null,
} as const satisfies Partial<LoanState>

export const LOAN_FOLDS: Folds<typeof LOAN_EVENTS, LoanChange | ItemChange> = {
  'item-checked-out': ({ head, body: { item_barcode, due_at_ms } }) => {
    const loan = { loan_ref: eventRefText(head), loan_branch: head.branch, out_at_ms: head.at_ms, due_at_ms }
    return [{ kind: 'loan-opened', item_barcode, ...NEW_LOAN, ...loan }]
  },
  // A renewal is made by the rules of its moment and ends a recall; undone, what was before holds again.
  'loan-renewed': ({ head, body }) => {
    const { unseen_renewals_count } = body
    return [movedTo(body, { unseen_renewals_count, due_staff_code: '', rules_at_ms: head.at_ms, recalled_at_ms: null })]
  },
  'renewal-undone': ({ body }) => {
    const { unseen_renewals_count, rules_at_ms, recalled_at_ms } = body
    return [movedTo(body, { unseen_renewals_count, due_staff_code: '', rules_at_ms, recalled_at_ms })]
  },
  'due-date-set': ({ body }) => [movedTo(body, { due_staff_code: body.set_by })],
  'loan-recalled': ({ head, body }) => [movedTo(body, { due_staff_code: '', recalled_at_ms: head.at_ms })],
  'recall-undone': ({ body }) => [movedTo(body, { due_staff_code: body.set_by, recalled_at_ms: null })],
  'loan-stands': ({ head, body: { item_barcode, loan_ref, loan_status, since_ms, status } }) => {
    const to = { loan_status, status_since_ms: loan_status === 'out' ? null : since_ms }
    return [
      { kind: 'loan-changed', item_barcode, loan_ref, to },
      placedAt(item_barcode, head.branch, status, head.at_ms),
    ]
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

type Moving = Pick<LoanState, 'loan_ref' | 'due_at_ms' | 'renewals_count'> & { readonly item_barcode: string }

function movedTo({ item_barcode, loan_ref, due_at_ms, renewals_count }: Moving, to: Partial<LoanState>): LoanChange {
  return { kind: 'loan-changed', item_barcode, loan_ref, to: { due_at_ms, renewals_count, ...to } }
}
