/** Applies what an entry of a drawer changes: its session, its place in the list, the money that it moved. */
import { must, unreachable } from '../../../shared/kernel/assert.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { accountOf } from '../../../shared/ledger/accounts.ts'
import { parseEventRef } from '../../../shared/journal/event.ts'
import type { CashChange, SessionState } from '../../../shared/journal/fold/cash.ts'
import {
  emptyCloseBag,
  emptyDropBag,
  freePaper,
  insertCashEvent,
  insertMoneyTransfer,
  putSession,
  sessionByRef,
} from '../../store/money/cash-rows.ts'
import type { Applying } from '../beside.ts'

export function isCashChange(change: { readonly kind: string }): change is CashChange {
  return change.kind === 'session-opened' || change.kind === 'session-changed' || change.kind === 'cash-moved'
}

export function applyCash(change: CashChange, { desk, event }: Pick<Applying, 'desk' | 'event'>): void {
  const { session_ref } = change
  switch (change.kind) {
    case 'session-opened':
      desk.run(putSession, { session_ref, ...columnsOf(change.state), ...placeOf(event) })
      return
    case 'session-changed': {
      const row = must(desk.get(sessionByRef, { session_ref }), 'a session to change')
      desk.run(putSession, { ...row, ...columnsOf({ ...change.to }) })
      return
    }
    case 'cash-moved': {
      const { receipt_number, paper_number, of_ref, bag_number } = change
      const place = { session_ref, ...placeOf(event) }
      desk.run(insertCashEvent, { ...place, kind: event.kind, receipt_number, paper_number, of_ref, bag_number })
      if (event.kind === 'deposit-banked') emptyBag(desk, session_ref, of_ref)
      const voided = event.kind === 'receipt-voided' && of_ref !== null ? parseEventRef(of_ref) : null
      if (voided) desk.run(freePaper, { session_ref, epoch: voided.epoch, seq: voided.seq })
      for (const [transfer_number, { debit, credit, amount_cents, code, fund }] of change.transfers.entries()) {
        const sides = { debit_code: debit.account, debit_of_ref: accountOf(debit), credit_code: credit.account }
        const moved = { ...sides, credit_of_ref: accountOf(credit), transfer_code: code, amount_cents, fund_code: fund }
        desk.run(insertMoneyTransfer, { ...place, transfer_number, ...moved })
      }
      return
    }
    default:
      unreachable(change)
  }
}

/** @param drop_ref the entry that filled it; null: the close did */
function emptyBag(desk: Applying['desk'], session_ref: string, drop_ref: string | null): void {
  const drop = drop_ref === null ? null : parseEventRef(drop_ref)
  if (drop === null) desk.run(emptyCloseBag, { session_ref })
  else desk.run(emptyDropBag, { session_ref, epoch: drop.epoch, seq: drop.seq })
}

function placeOf({ head }: Applying['event']): { readonly epoch: number; readonly seq: number } {
  return { epoch: head.epoch, seq: head.seq }
}

function columnsOf(state: SessionState): Omit<Parameters<typeof putSession.bind>[0], 'session_ref' | 'epoch' | 'seq'>
function columnsOf(
  state: Partial<SessionState>,
): Partial<Omit<Parameters<typeof putSession.bind>[0], 'session_ref' | 'epoch' | 'seq'>>
function columnsOf(state: Partial<SessionState>): object {
  const { opened_at_ms, closed_at_ms, left_cents, left_checks_cents, is_review_needed, is_card_waiting, ...same } =
    state
  return {
    ...same,
    ...(opened_at_ms !== undefined && { opened_at_ms: instant(opened_at_ms) }),
    ...(closed_at_ms !== undefined && { closed_at_ms: closed_at_ms === null ? null : instant(closed_at_ms) }),
    ...(left_cents !== undefined && { left_cents: cents(left_cents) }),
    ...(left_checks_cents !== undefined && { left_checks_cents: cents(left_checks_cents) }),
    ...(is_review_needed !== undefined && { is_review_needed: Number(is_review_needed) }),
    ...(is_card_waiting !== undefined && { is_card_waiting: Number(is_card_waiting) }),
  }
}
