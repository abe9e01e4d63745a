/** What opens the drawer, and what leaves it shut: one line an act. */
import { expect, test } from 'vitest'
import { opensDrawer } from '../../shared/cash/drawer/opens-drawer.ts'
import type { EventDraft } from '../../shared/journal/event.ts'
import type { SealedReceipt } from '../../shared/journal/events/cash.ts'
import { readGolden } from '../support/golden-event.ts'

const S = 'D.1.1'

function receipt(tendered_cents: number, ...others: SealedReceipt['others']): SealedReceipt {
  return { lines: [], in_kind: [], tendered_cents, change_cents: 0, rounding_cents: 0, others }
}

const CHECK = { tender: 'check', amount_cents: 500 } as const
const CARD = { tender: 'card', amount_cents: 500 } as const
const NO_PAPER = { session_ref: S, receipt_number: 1, others_credit_cents: 0, paper: null }
const BY_HAND = { paper_number: '17', written_on: '2026-11-24', written_minute: null, of_session_ref: null }

const taken = (of: SealedReceipt): EventDraft => ({ kind: 'receipt-made', body: { ...NO_PAPER, receipt: of } })
const keyed = (of: SealedReceipt): EventDraft => {
  return { kind: 'receipt-made', body: { ...NO_PAPER, receipt: of, paper: BY_HAND } }
}
const voided = (of: SealedReceipt): EventDraft => {
  const body = {
    session_ref: S,
    receipt_ref: 'D.1.2',
    receipt_number: 1,
    receipt: of,
    reason_code: 'X',
    approved_by: '',
  }
  return { kind: 'receipt-voided', body }
}
const refunded = (tender: 'cash' | 'card' | 'office-check'): EventDraft => {
  const golden = readGolden('refund-paid')
  return { kind: 'refund-paid', body: { ...golden.body, tender } }
}
const closed = (handed_to: string): EventDraft => {
  return { kind: 'drawer-closed', body: { ...readGolden('drawer-closed').body, handed_to } }
}
const as = (kind: Parameters<typeof readGolden>[0]): EventDraft => readGolden(kind)

/** The act, whether it opens the drawer, and whether it does where card slips are kept in the drawer. */
test.each<[string, EventDraft, string, string]>([
  ['a payment in cash', taken(receipt(500)), 'opens', 'opens'],
  ['a payment by check', taken(receipt(0, CHECK)), 'opens', 'opens'],
  ['a payment by card', taken(receipt(0, CARD)), 'shut', 'opens'],
  ['a payment by cash and card', taken(receipt(200, CARD)), 'opens', 'opens'],
  ['a payment with goods alone', taken(receipt(0)), 'shut', 'shut'],
  ['a receipt on paper, keyed in later', keyed(receipt(500)), 'shut', 'shut'],
  ['a void of a payment in cash', voided(receipt(500)), 'opens', 'opens'],
  ['a void of a payment by check', voided(receipt(0, CHECK)), 'opens', 'opens'],
  ['a void of a payment by card', voided(receipt(0, CARD)), 'shut', 'opens'],
  ['a refund in cash', refunded('cash'), 'opens', 'opens'],
  ['a refund to a card', refunded('card'), 'shut', 'shut'],
  ['a refund by a check of the office', refunded('office-check'), 'shut', 'shut'],
  ['cash to the safe or the bank', as('cash-placed'), 'opens', 'opens'],
  ['cash paid in or out', as('cash-paid'), 'opens', 'opens'],
  ['making change, or no sale', as('drawer-unlocked'), 'opens', 'opens'],
  ['trying the drawer, or opening it again', as('drawer-pulsed'), 'opens', 'opens'],
  ['opening the session', as('drawer-opened'), 'opens', 'opens'],
  ['closing it', closed(''), 'opens', 'opens'],
  ['the close of a hand-over', closed('BC-2'), 'shut', 'shut'],
  ['a count', as('drawer-counted'), 'shut', 'shut'],
  ['a count of checks and cards', as('tenders-counted'), 'shut', 'shut'],
  ['a break, or a drawer that rests', as('custody-changed'), 'shut', 'shut'],
  ['a paper receipt that credit paid', as('paper-credited'), 'shut', 'shut'],
  ['what was refused', as('withdrawal-refused'), 'shut', 'shut'],
  ['the key', as('drawer-key-opened'), 'shut', 'shut'],
  ['what the bank took in', as('deposit-banked'), 'shut', 'shut'],
  ['a look at a close', as('close-reviewed'), 'shut', 'shut'],
  ['a copy', as('copy-printed'), 'shut', 'shut'],
  ['a draw for a surprise count', as('count-drawn'), 'shut', 'shut'],
  ['a count of the safe', as('place-counted'), 'shut', 'shut'],
  ['what that count was over or short', as('place-settled'), 'shut', 'shut'],
  ['cash of the safe into a bag', as('place-moved'), 'shut', 'shut'],
  ['a loan', as('item-checked-out'), 'shut', 'shut'],
])('%s', (_, draft, usual, with_slips) => {
  const by = (is_drawer_opened_for_card: boolean): string =>
    opensDrawer(draft, { is_drawer_opened_for_card }) ? 'opens' : 'shut'
  expect([by(false), by(true)]).toEqual([usual, with_slips])
})
