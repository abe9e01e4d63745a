/** What becomes of something lost, claimed or found, and of its charges, as codes and facts. Types only. */
import type { RefundMethod } from '../../ledger/accounts.ts'
import type { FineReason } from '../fines/fine-steps.ts'

export type LostStep =
  /** When it is billed if it stays out; `on` null: only once a person declares it lost. */
  | { readonly code: 'billed-as-lost'; readonly on: string | null }
  | { readonly code: 'no-fine-never-had' }
  | { readonly code: 'fine-stops-at-claim' }

export type FoundReason =
  | { readonly code: 'too-long-overdue'; readonly days_count: number }
  | { readonly code: 'lost-charge-stays' }
  | { readonly code: 'lost-charge-canceled'; readonly amount_cents: number }
  | { readonly code: 'processing-fee-stays' }
  | { readonly code: 'fine-up-to-return'; readonly amount_cents: number }
  | { readonly code: 'fine-comes-back'; readonly amount_cents: number }
  | { readonly code: 'refund-too-late' }
  | { readonly code: 'refund-needs-receipt' }
  | { readonly code: 'refund-too-small'; readonly least_cents: number }
  | { readonly code: 'stays-paid'; readonly amount_cents: number }
  | { readonly code: 'pays-other-debts'; readonly amount_cents: number }
  | { readonly code: 'goes-back'; readonly amount_cents: number; readonly method: RefundMethod }

export type FoundStep = FoundReason | Extract<FineReason, { readonly code: 'fine-let-off' }>
