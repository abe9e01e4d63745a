/** English for what comes with the program where a library has no rules of cash of its own. */
import type { UsualReason } from '../../../cash/rules.ts'

const REASONS: Readonly<Record<UsualReason, string>> = {
  'LEFT-OUT': 'A bill, coin or check was left out',
  'CHECK-DRAWER': 'Check what is in the drawer',
  STUCK: 'The drawer or a slot is stuck',
  'OTHER-NO-SALE': 'Another reason',
  'FOUND-MONEY': 'Money found at the desk',
  'COIN-BOX': 'Coins from the copier',
  'OTHER-IN': 'Other money in',
  SUPPLIES: 'Supplies',
  POSTAGE: 'Postage',
  'COIN-REFUND': 'Coins that a machine kept',
  'OTHER-OUT': 'Other money out',
  'WRONG-AMOUNT': 'Wrong amount',
  'WRONG-PATRON': 'Wrong patron',
  'WRONG-TENDER': 'Wrong kind of payment',
  'CHANGED-MIND': 'The patron changed their mind',
  'ITEM-FOUND': 'The item was found',
  'CHARGED-IN-ERROR': 'Charged in error',
  'PAID-TWICE': 'Paid twice',
  'OTHER-REFUND': 'Another reason',
  'WRONG-CHANGE': 'Wrong change was given',
  'NOT-RECORDED': 'A payment or refund was not recorded',
  'WRONG-FLOAT': 'The drawer was opened with another amount',
  'NOT-KNOWN': 'The cause is not known',
}

export const USUAL_CASH = { drawer: 'Cash drawer', reasons: REASONS }
