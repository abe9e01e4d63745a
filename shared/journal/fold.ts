/**
 * What an event changes: one exhaustive function that the desk, the central server and the auditor share.
 * Pure: names things by barcode, title name and party, never by record number, so that each side finds its own rows.
 */
import { unreachable } from '../kernel/assert.ts'
import type { ChargeKind, ChargeMove } from './events-charge.ts'
import { eventRefText, type DeskEvent } from './event.ts'
import type { HoldState, LoanStanding, LoanState } from './event-fields.ts'

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
      readonly standing: LoanStanding
      readonly standing_since_ms: number | null
    }
  | { readonly kind: 'loan-closed'; readonly item_barcode: string; readonly loan_ref: string }

export type ItemChange = {
  readonly kind: 'item-placed'
  readonly item_barcode: string
  readonly at_branch: string
  readonly status: string
  readonly seen_at_ms: number
}

export type HoldChange =
  | {
      readonly kind: 'hold-opened'
      readonly hold_ref: string
      readonly party: string
      readonly title_ref: string
      readonly is_copy_hold: boolean
      readonly placed_at_ms: number
      readonly state: HoldState
    }
  | { readonly kind: 'hold-moved'; readonly hold_ref: string; readonly state: HoldState }
  | { readonly kind: 'hold-closed'; readonly hold_ref: string }

export type ChargeChange =
  | {
      readonly kind: 'charge-opened'
      readonly charge_ref: string
      readonly party: string
      readonly charge: ChargeKind
      readonly amount_cents: number
      readonly item_barcode: string | null
      readonly loan_ref: string | null
    }
  | {
      readonly kind: 'charge-moved'
      readonly charge_ref: string
      readonly why: ChargeMove
      readonly amount_cents: number
      readonly owed_cents: number
      readonly refund_due_cents: number
      readonly reason: string
    }

/** What a return still asks: open while its row stands, and gone with the answer. */
export type QuestionChange =
  | {
      readonly kind: 'question-opened'
      readonly question_ref: string
      readonly party: string
      readonly loan_ref: string
      readonly branch: string
      readonly asked_at_ms: number
    }
  | { readonly kind: 'question-closed'; readonly question_ref: string }

export type Change = LoanChange | ItemChange | HoldChange | ChargeChange | QuestionChange

/** The changes of one event, in order. One that only patches the reference file, or is a log entry, gives none. */
export function fold(event: DeskEvent): readonly Change[] {
  switch (event.kind) {
    case 'item-checked-out':
    case 'loan-renewed':
    case 'renewal-undone':
    case 'due-date-set':
    case 'loan-recalled':
    case 'recall-undone':
    case 'loan-stands':
    case 'item-checked-in':
    case 'check-out-undone':
    case 'check-in-undone':
    case 'item-marked':
      return materialChanges(event)
    case 'hold-placed':
    case 'hold-changed':
    case 'hold-ended':
    case 'hold-reopened':
      return [holdChange(event)]
    case 'charge-made':
    case 'charge-moved':
      return [chargeChange(event)]
    case 'return-asked':
    case 'return-answered':
    case 'return-reopened':
      return [questionChange(event)]
    case 'epoch-opened':
    case 'missing-acknowledged':
    case 'staff-signed-in':
    case 'staff-signed-out':
    case 'data-imported':
    case 'clock-confirmed':
    case 'item-used-here':
    case 'item-made':
    case 'item-edited':
    case 'note-written':
    case 'note-removed':
    case 'claim-made':
    case 'claim-checked':
    case 'claim-ended':
    case 'preference-set':
    case 'record-viewed':
    case 'record-disclosed':
    case 'patron-exported':
    case 'patron-erased':
    case 'act-refused':
    case 'act-approved':
    case 'policy-changed':
    case 'staff-changed':
    case 'recovery-key-shown':
    case 'policy-applied':
    case 'outage-declared':
    case 'outage-withdrawn':
      return []
    default:
      return unreachable(event)
  }
}

type MaterialKind =
  | 'item-checked-out'
  | 'loan-renewed'
  | 'renewal-undone'
  | 'due-date-set'
  | 'loan-recalled'
  | 'recall-undone'
  | 'loan-stands'
  | 'item-checked-in'
  | 'check-out-undone'
  | 'check-in-undone'
  | 'item-marked'

function materialChanges(event: Extract<DeskEvent, { kind: MaterialKind }>): readonly Change[] {
  const { head } = event
  switch (event.kind) {
    case 'item-checked-out': {
      const { item_barcode, party, due_at_ms } = event.body
      const loan = { party, loan_branch: head.branch, out_at_ms: head.at_ms, due_at_ms, renewals_count: 0 }
      const stands = { standing: 'out', standing_since_ms: null } as const
      return [{ kind: 'loan-opened', item_barcode, loan_ref: eventRefText(head), ...loan, ...stands }]
    }
    case 'loan-renewed':
    case 'renewal-undone':
    case 'due-date-set':
    case 'loan-recalled':
    case 'recall-undone':
      return [loanMoved(event)]
    case 'loan-stands': {
      const { item_barcode, loan_ref, standing, since_ms, status } = event.body
      const standing_since_ms = standing === 'out' ? null : since_ms
      const stood = { kind: 'loan-stood', item_barcode, loan_ref, standing, standing_since_ms } as const
      return [stood, placedAt(item_barcode, head.branch, status, head.at_ms)]
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
    case 'item-marked': {
      const { item_barcode, at_branch = head.branch, status } = event.body
      return [placedAt(item_barcode, at_branch, status, head.at_ms)]
    }
    default:
      return unreachable(event)
  }
}

type MovingKind = 'loan-renewed' | 'renewal-undone' | 'due-date-set' | 'loan-recalled' | 'recall-undone'

/** A renewal is made by the rules of its moment and ends a recall; undone, what was before holds again. */
function loanMoved({ head, kind, body }: Extract<DeskEvent, { kind: MovingKind }>): LoanChange {
  const { item_barcode, loan_ref, due_at_ms, renewals_count } = body
  const moved = { kind: 'loan-moved', item_barcode, loan_ref, due_at_ms, renewals_count } as const
  const same = { unseen_renewals_count: null, rules_at_ms: undefined, recalled_at_ms: undefined }
  switch (kind) {
    case 'loan-renewed': {
      const { unseen_renewals_count = null } = body
      return { ...moved, unseen_renewals_count, due_staff_code: '', rules_at_ms: head.at_ms, recalled_at_ms: null }
    }
    case 'renewal-undone': {
      const { unseen_renewals_count = null, rules_at_ms, recalled_at_ms } = body
      return { ...moved, unseen_renewals_count, due_staff_code: '', rules_at_ms, recalled_at_ms }
    }
    case 'due-date-set':
      return { ...moved, ...same, due_staff_code: body.set_by ?? '' }
    case 'loan-recalled':
      return { ...moved, ...same, due_staff_code: '', recalled_at_ms: head.at_ms }
    case 'recall-undone':
      return { ...moved, ...same, due_staff_code: body.set_by, recalled_at_ms: null }
    default:
      return unreachable(kind)
  }
}

function placedAt(item_barcode: string, at_branch: string, status: string, seen_at_ms: number): ItemChange {
  return { kind: 'item-placed', item_barcode, at_branch, status, seen_at_ms }
}

type HoldEvent = Extract<DeskEvent, { kind: `hold-${string}` }>

function holdChange(event: HoldEvent): HoldChange {
  switch (event.kind) {
    case 'hold-placed': {
      const { party, title_ref, item_barcode, pickup_branch, expires_on } = event.body
      const state: HoldState = {
        status: 'waiting',
        pickup_branch,
        expires_on,
        suspended_until_on: null,
        item_barcode,
        shelf_until_on: null,
        pickup_code: '',
      }
      const hold_ref = eventRefText(event.head)
      const opened = { hold_ref, party, title_ref, is_copy_hold: item_barcode !== null }
      return { kind: 'hold-opened', ...opened, placed_at_ms: event.head.at_ms, state }
    }
    case 'hold-changed':
      return { kind: 'hold-moved', hold_ref: event.body.hold_ref, state: event.body.after }
    case 'hold-ended':
      return { kind: 'hold-closed', hold_ref: event.body.hold_ref }
    case 'hold-reopened': {
      const { hold_ref, party, title_ref, is_copy_hold, placed_at_ms, state } = event.body
      return { kind: 'hold-opened', hold_ref, party, title_ref, is_copy_hold, placed_at_ms, state }
    }
    default:
      return unreachable(event)
  }
}

function chargeChange(event: Extract<DeskEvent, { kind: 'charge-made' | 'charge-moved' }>): ChargeChange {
  if (event.kind === 'charge-made') {
    const { party, kind, amount_cents, item_barcode, loan_ref } = event.body
    const charge_ref = eventRefText(event.head)
    return { kind: 'charge-opened', charge_ref, party, charge: kind, amount_cents, item_barcode, loan_ref }
  }
  const { charge_ref, why, amount_cents, owed_after_cents, refund_due_after_cents, reason } = event.body
  const after = { owed_cents: owed_after_cents, refund_due_cents: refund_due_after_cents }
  return { kind: 'charge-moved', charge_ref, why, amount_cents, ...after, reason }
}

function questionChange(
  event: Extract<DeskEvent, { kind: 'return-asked' | 'return-answered' | 'return-reopened' }>,
): QuestionChange {
  const { branch, at_ms: asked_at_ms } = event.head
  switch (event.kind) {
    case 'return-asked': {
      const { party, loan } = event.body
      const question_ref = eventRefText(event.head)
      return { kind: 'question-opened', question_ref, party, loan_ref: loan.loan_ref, branch, asked_at_ms }
    }
    case 'return-reopened':
      return { kind: 'question-opened', ...event.body, branch, asked_at_ms }
    case 'return-answered':
      return { kind: 'question-closed', question_ref: event.body.question_ref }
    default:
      return unreachable(event)
  }
}
