/** English for every "no" of the desk. */
import type { REFUSALS } from '../../refusals/refusals.ts'
import type { WordsFor } from '../refusal-words.ts'
import { CASH } from './refusals/cash.ts'
import { CASH_CLOSE } from './refusals/cash-close.ts'
import { CHARGE } from './refusals/charge.ts'
import { CLOSING, DESK } from './refusals/desk.ts'
import { DEVICE } from './refusals/device.ts'
import { DRAWER } from './refusals/drawer.ts'
import { DUE_DATE } from './refusals/due.ts'
import { FILES } from './refusals/files.ts'
import { HOLD } from './refusals/hold.ts'
import { LOAN } from './refusals/loan.ts'
import { PATRON } from './refusals/patron.ts'
import { POLICY } from './refusals/policy.ts'
import { PRIVACY } from './refusals/privacy.ts'
import { RECALL } from './refusals/recall.ts'
import { REFUND } from './refusals/refund.ts'
import { STAFF } from './refusals/staff.ts'
import { STOCK } from './refusals/stock.ts'

export const REFUSAL_WORDS: WordsFor<typeof REFUSALS> = {
  ...DESK,
  ...LOAN,
  ...DUE_DATE,
  ...RECALL,
  ...HOLD,
  ...CHARGE,
  ...CASH,
  ...DRAWER,
  ...REFUND,
  ...CASH_CLOSE,
  ...STOCK,
  ...PATRON,
  ...PRIVACY,
  ...POLICY,
  ...STAFF,
  ...DEVICE,
  ...CLOSING,
  ...FILES,
}
