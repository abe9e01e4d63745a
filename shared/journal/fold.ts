/**
 * What an event changes: one exhaustive function that the desk, the central server and the auditor share.
 * Pure: names things by barcode and party, never by record number, so that each side finds its own rows.
 */
import { unreachable } from '../kernel/assert.ts'
import { eventRefText, type DeskEvent } from './event.ts'

export type Change =
  | {
      readonly kind: 'loan-opened'
      readonly item_barcode: string
      readonly loan_ref: string
      readonly party: string
      readonly loan_branch: string
      readonly out_at_ms: number
      readonly due_at_ms: number
      readonly renewals_count: number
    }
  | {
      readonly kind: 'loan-moved'
      readonly item_barcode: string
      readonly loan_ref: string
      readonly due_at_ms: number
      readonly renewals_count: number
    }
  | { readonly kind: 'loan-closed'; readonly item_barcode: string; readonly loan_ref: string }
  | {
      readonly kind: 'item-placed'
      readonly item_barcode: string
      readonly at_branch: string
      readonly status: string
      readonly seen_at_ms: number
    }

/** The changes of one event, in order. An event that changes no material gives none. */
export function fold(event: DeskEvent): readonly Change[] {
  const { head } = event
  switch (event.kind) {
    case 'epoch-opened':
    case 'staff-signed-in':
    case 'staff-signed-out':
    case 'data-imported':
    case 'clock-confirmed':
      return []
    case 'item-checked-out': {
      const { item_barcode, party, due_at_ms } = event.body
      const loan = { party, loan_branch: head.branch, out_at_ms: head.at_ms, due_at_ms, renewals_count: 0 }
      return [{ kind: 'loan-opened', item_barcode, loan_ref: eventRefText(head), ...loan }]
    }
    case 'loan-renewed':
    case 'renewal-undone': {
      const { item_barcode, loan_ref, due_at_ms, renewals_count } = event.body
      return [{ kind: 'loan-moved', item_barcode, loan_ref, due_at_ms, renewals_count }]
    }
    case 'item-checked-in': {
      const { item_barcode, loan, status } = event.body
      const placed = placedAt(item_barcode, head.branch, status, head.at_ms)
      return loan ? [{ kind: 'loan-closed', item_barcode, loan_ref: loan.loan_ref }, placed] : [placed]
    }
    case 'check-out-undone': {
      const { item_barcode, loan_ref } = event.body
      return [{ kind: 'loan-closed', item_barcode, loan_ref }]
    }
    case 'check-in-undone': {
      const { item_barcode, loan, at_branch, status } = event.body
      const placed = placedAt(item_barcode, at_branch, status, head.at_ms)
      return loan ? [{ kind: 'loan-opened', item_barcode, ...loan }, placed] : [placed]
    }
    default:
      return unreachable(event)
  }
}

function placedAt(item_barcode: string, at_branch: string, status: string, seen_at_ms: number): Change {
  return { kind: 'item-placed', item_barcode, at_branch, status, seen_at_ms }
}
