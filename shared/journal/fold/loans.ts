/** What facts about loans change. */
import { eventRefText, type Folds } from '../event.ts'
import { otherDue, type SealedLoan } from '../sealing.ts'
import type { LoanState } from '../events/fields.ts'
import type { LOAN_EVENTS } from '../events/loans.ts'
import { placedAt, type ItemChange } from './items.ts'

/** What of a loan can change; beside the facts of its events, which due date their seals say. */
export type LoanFields = Readonly<LoanState> & Pick<SealedLoan, 'sealed_due_at_ms'>

export type LoanChange =
  | ({ readonly kind: 'loan-opened'; readonly item_barcode: string } & LoanFields)
  | {
      readonly kind: 'loan-changed'
      readonly item_barcode: string
      readonly loan_ref: string
      /** What is different from now on; the rest stays as it was. */
      readonly to: Readonly<Partial<LoanFields>>
    }
  /** It shows the date that is sealed from now on: the other is forgotten, and its row may outlive that. */
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
  'item-checked-out': ({ head, body: { item_barcode, due_at_ms }, sealed }) => {
    const loan = { loan_ref: eventRefText(head), loan_branch: head.branch, out_at_ms: head.at_ms, due_at_ms }
    return [{ kind: 'loan-opened', item_barcode, ...NEW_LOAN, ...loan, sealed_due_at_ms: otherDue(sealed) }]
  },
  // A renewal is made by the rules of its moment and ends a recall; undone, what was before holds again.
  'loan-renewed': (event) => {
    const { unseen_renewals_count } = event.body
    const renewed = { unseen_renewals_count, due_staff_code: '', rules_at_ms: event.head.at_ms, recalled_at_ms: null }
    return [movedTo(event, renewed)]
  },
  'renewal-undone': (event) => {
    const { unseen_renewals_count, rules_at_ms, recalled_at_ms, set_by: due_staff_code } = event.body
    return [movedTo(event, { unseen_renewals_count, due_staff_code, rules_at_ms, recalled_at_ms })]
  },
  'due-date-set': (event) => [movedTo(event, { due_staff_code: event.body.set_by })],
  'loan-recalled': (event) => [movedTo(event, { due_staff_code: '', recalled_at_ms: event.head.at_ms })],
  'recall-undone': (event) => [movedTo(event, { due_staff_code: event.body.set_by, recalled_at_ms: null })],
  'loan-status-set': ({ head, body: { item_barcode, loan_ref, loan_status, since_ms, status } }) => {
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
  'check-in-undone': ({ head, body: { item_barcode, loan, at_branch, status }, sealed }) => {
    const placed = placedAt(item_barcode, at_branch, status, head.at_ms)
    const sealed_due_at_ms = otherDue(sealed?.loan)
    return loan ? [{ kind: 'loan-opened', item_barcode, ...loan, sealed_due_at_ms }, placed] : [placed]
  },
}

type Moving = {
  readonly body: Pick<LoanState, 'loan_ref' | 'due_at_ms' | 'renewals_count'> & { readonly item_barcode: string }
  readonly sealed?: { readonly due_at_ms?: number }
}

function movedTo({ body, sealed }: Moving, to: Partial<LoanState>): LoanChange {
  const { item_barcode, loan_ref, due_at_ms, renewals_count } = body
  const due = { due_at_ms, sealed_due_at_ms: otherDue(sealed) }
  return { kind: 'loan-changed', item_barcode, loan_ref, to: { ...due, renewals_count, ...to } }
}
