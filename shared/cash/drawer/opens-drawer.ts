/**
 * Which entry opens the drawer, as a table. The desk opens a drawer for an entry and for nothing else, so that each
 * opening has its cause in the journal. Pure.
 */
import { isCashKind } from '../../journal/events/cash.ts'
import type { EventDraft } from '../../journal/event.ts'
import type { CashEvent } from '../../journal/fold/cash.ts'
import type { CashRules } from '../rules.ts'

/**
 * `cash-or-check`: something is put into the drawer or handed back from it. `cash`: bills and coins go out of it.
 * `unless-handed-over`: who takes a drawer over opens it with the entry that follows.
 */
type Opens = 'always' | 'never' | 'cash-or-check' | 'cash' | 'unless-handed-over'

const OPENS: Readonly<Record<CashEvent['kind'], Opens>> = {
  // The counted float is put in.
  'drawer-opened': 'always',
  'receipt-made': 'cash-or-check',
  'receipt-voided': 'cash-or-check',
  'refund-paid': 'cash',
  'cash-placed': 'always',
  'cash-paid': 'always',
  'drawer-unlocked': 'always',
  'drawer-pulsed': 'always',
  // The bag is filled, and what stays is put back.
  'drawer-closed': 'unless-handed-over',
  // Who counts has opened it before, for the count.
  'float-counted': 'never',
  'drawer-counted': 'never',
  'tenders-counted': 'never',
  'custody-changed': 'never',
  'paper-credited': 'never',
  'withdrawal-refused': 'never',
  'drawer-key-opened': 'never',
  'deposit-banked': 'never',
  'card-settled': 'never',
  'close-reviewed': 'never',
  'copy-printed': 'never',
  'count-drawn': 'never',
  'place-counted': 'never',
  'place-settled': 'never',
  'place-moved': 'never',
}

/** Whether this entry opens its drawer. */
export function opensDrawer(draft: EventDraft, rules: Pick<CashRules, 'is_drawer_opened_for_card'>): boolean {
  if (!isCashKind(draft.kind)) return false
  switch (OPENS[draft.kind]) {
    case 'always':
      return true
    case 'never':
      return false
    case 'cash':
      return draft.kind === 'refund-paid' && draft.body.tender === 'cash'
    case 'unless-handed-over':
      return draft.kind === 'drawer-closed' && draft.body.handed_to === ''
    case 'cash-or-check':
      return isReceipt(draft) && isMoneyIn(draft, rules)
  }
}

type ReceiptDraft = Extract<EventDraft, { kind: 'receipt-made' | 'receipt-voided' }>

function isReceipt(draft: EventDraft): draft is ReceiptDraft {
  return draft.kind === 'receipt-made' || draft.kind === 'receipt-voided'
}

function isMoneyIn(
  draft: ReceiptDraft,
  { is_drawer_opened_for_card }: Pick<CashRules, 'is_drawer_opened_for_card'>,
): boolean {
  // What a receipt on paper took was put away when it was written.
  if (draft.kind === 'receipt-made' && draft.body.paper !== null) return false
  const { tendered_cents, others } = draft.body.receipt
  if (tendered_cents > 0) return true
  return others.some(({ tender }) => tender === 'check' || is_drawer_opened_for_card)
}
