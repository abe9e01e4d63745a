/** Facts about loans and the material in the clerk's hand. */
import { z } from 'zod'
import { dueStep, wholeStep } from './due-steps.ts'
import * as fields from './fields.ts'

const { approval, code, fact, factBeside, count, instantMs, itemBarcode, loanStatus, loanState, ref } = fields

/** With what cut the due date back for the patron alone. */
const BESIDE = { steps: z.array(wholeStep) }

export const LOAN_EVENTS = {
  'item-checked-out': factBeside(
    1,
    {
      item_barcode: itemBarcode,
      due_at_ms: instantMs,
      rule_code: z.string(),
      item_type_code: code,
      ...approval,
      steps: z.array(dueStep),
    },
    BESIDE,
  ),
  'loan-renewed': factBeside(
    1,
    {
      item_barcode: itemBarcode,
      loan_ref: ref,
      due_before_ms: instantMs,
      due_at_ms: instantMs,
      renewals_count: count,
      /** Whose rules held for it until now: those of that moment. From now on the rules of the renewal hold. */
      rules_before_ms: instantMs.nullable(),
      /** How often in a row it was renewed without being shown, by now and before. */
      unseen_renewals_count: count,
      unseen_before_count: count,
      /** Since when it was recalled until now: renewed, it is so no more. Null: it was not. */
      recalled_before_ms: instantMs.nullable(),
      /** Who had set the due date by hand; empty: a rule made it, as it makes the new one. */
      set_by_before: z.string(),
      rule_code: z.string(),
      ...approval,
      steps: z.array(dueStep),
    },
    BESIDE,
  ),
  /** The item was in the clerk's hand. `loan` is the loan it ended, whole, so that undoing can restore it. */
  'item-checked-in': fact(1, {
    item_barcode: itemBarcode,
    loan: loanState.nullable(),
    mode: z.enum(['normal', 'bulk']),
    /** When it came back: now, or the day of the book drop. Never later than the event. */
    effective_at_ms: instantMs,
    days_overdue_count: count,
    place: z.enum(['shelf', 'hold', 'transit', 'set-aside', 'lender']),
    to_branch: code,
    status: z.string(),
    /** Where and how it stood before, for undoing. */
    before: z.strictObject({ at_branch: code, status: z.string() }),
  }),
  'check-out-undone': fact(1, { of: ref, item_barcode: itemBarcode, loan_ref: ref }),
  'renewal-undone': fact(1, {
    of: ref,
    item_barcode: itemBarcode,
    loan_ref: ref,
    due_at_ms: instantMs,
    renewals_count: count,
    rules_at_ms: instantMs.nullable(),
    unseen_renewals_count: count,
    recalled_at_ms: instantMs.nullable(),
    /** Who had set the date that holds again; empty: a rule made it. */
    set_by: z.string(),
  }),
  'check-in-undone': fact(1, {
    of: ref,
    item_barcode: itemBarcode,
    loan: loanState.nullable(),
    at_branch: code,
    status: z.string(),
  }),
  /** The due date of one loan was set otherwise than by renewing it: by hand, in an outage, by a new rule. */
  'due-date-set': fact(1, {
    item_barcode: itemBarcode,
    loan_ref: ref,
    due_before_ms: instantMs,
    due_at_ms: instantMs,
    renewals_count: count,
    reason: z.enum(['special', 'outage', 'new-rule', 'limit-lifted', 'hand', 'undone']),
    /** By hand: who approved it when not the clerk. */
    approved_by: z.string(),
    /** By hand, or undone: who had set the date before; and once undone, who has again. Empty: a rule made it. */
    set_by_before: z.string(),
    set_by: z.string(),
  }),
  /** Recalled for a patron who waits: due earlier than before. Never says who waits. */
  'loan-recalled': fact(1, {
    item_barcode: itemBarcode,
    loan_ref: ref,
    due_before_ms: instantMs,
    due_at_ms: instantMs,
    renewals_count: count,
    /** Who had set the date before; empty: a rule made it. */
    set_by_before: z.string(),
    approved_by: z.string(),
    steps: z.array(dueStep),
  }),
  'recall-undone': fact(1, {
    of: ref,
    item_barcode: itemBarcode,
    loan_ref: ref,
    due_at_ms: instantMs,
    renewals_count: count,
    set_by: z.string(),
  }),
  /**
   * A loan was declared lost or claimed, or is out again as before. `since_ms`, of a claim: when the patron says it
   * came back.
   */
  'loan-status-set': fact(1, {
    item_barcode: itemBarcode,
    loan_ref: ref,
    before: loanStatus,
    loan_status: loanStatus,
    since_ms: instantMs,
    /** Since when the loan had its former status, so that undoing can restore it; null: the status was `out`. */
    since_before_ms: instantMs.nullable(),
    status_before: z.string(),
    status: z.string(),
    reason: z.enum(['staff', 'overdue', 'claim', 'found-on-shelf', 'undone']),
  }),
} as const
