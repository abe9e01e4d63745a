/** The short lists that papers use: reasons, tasks. Every catalog of words covers each. */
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
