/** The short lists that papers use: reasons, tasks. Every catalog of words covers each. */
import type { LibrarySettings } from '../policy/library-settings.ts'
import type { DocumentKind } from './document.ts'

/** Whether this slip comes out of the receipt printer at the return that needs it, without being asked for. */
export function isSlipPrinted({ slips_printed }: Pick<LibrarySettings, 'slips_printed'>, slip: DocumentKind): boolean {
  if (slip === 'hold-slip') return slips_printed !== 'none'
  return slip === 'transit-slip' && slips_printed === 'holds-and-transits'
}

/** Why a loan could not be renewed, as a patron is told. Blocks and bars are discussed at the desk, not on paper. */
export type NotRenewedReason =
  | 'somebody-waits'
  | 'recalled'
  | 'no-more-renewals'
  | 'no-later-date'
  | 'card-expired'
  | 'money-owed'
  | 'ask-at-the-desk'

/** The last two go to another library. */
export type TransitReason = 'hold' | 'home' | 'repair' | 'other' | 'lender' | 'not-ours'

/** What a slip asks the staff to do with an item. */
export type ItemTask = 'damaged' | 'missing-parts' | 'claims-returned' | 'claims-never-had'

/** Cash that goes from one hand to another, on a slip that both sign. */
export type CashSlipKind = 'safe-drop' | 'bank-bag' | 'change-order' | 'paid-in' | 'paid-out' | 'hand-over'
