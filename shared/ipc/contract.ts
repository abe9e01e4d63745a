/**
 * The one contract: every method that screens, scripts and tests may call, with who may call it, how confidential its
 * answer is, its input and its output. Parsed on both sides of every process boundary. `docs/commands.md` is generated
 * from it. Holds no code that does anything.
 */
import type { z } from 'zod'
import type { MethodSpec } from './method.ts'
import { CASH_METHODS } from './methods-cash.ts'
import { DRAWER_METHODS } from './cash/methods-drawer.ts'
import { EVIDENCE_METHODS } from './cash/methods-evidence.ts'
import { REFUND_METHODS } from './cash/methods-refund.ts'
import { CARD_METHODS } from './methods-card.ts'
import { CHARGE_METHODS } from './methods-charge.ts'
import { DRAWER_CLOSE_METHODS } from './cash/methods-drawer-close.ts'
import { DEPOSIT_METHODS } from './cash/methods-deposit.ts'
import { PLACE_METHODS } from './cash/methods-place.ts'
import { EXPLAIN_METHODS } from './cash/methods-explain.ts'
import { DATA_METHODS } from './methods-data.ts'
import { DESK_METHODS } from './methods-desk.ts'
import { DEVICE_METHODS } from './this-desk/methods-device.ts'
import { DISPLAY_METHODS } from './this-desk/methods-display.ts'
import { DRAWER_DEVICE_METHODS } from './this-desk/methods-drawer-device.ts'
import { JOB_METHODS } from './this-desk/methods-job.ts'
import { PRINTER_METHODS } from './this-desk/methods-printer.ts'
import { HOLD_METHODS } from './methods-hold.ts'
import { ITEM_METHODS } from './methods-item.ts'
import { LOAN_METHODS } from './methods-loan.ts'
import { PAPER_METHODS } from './methods-paper.ts'
import { PATRON_METHODS } from './methods-patron.ts'
import { PAY_METHODS } from './cash/methods-pay.ts'
import { PULSE_METHODS } from './cash/methods-pulse.ts'
import { PEOPLE_METHODS } from './methods-people.ts'
import { POLICY_METHODS } from './methods-policy.ts'
import { PRACTICE_METHODS } from './this-desk/methods-practice.ts'
import { TRAINING_METHODS } from './this-desk/methods-training.ts'
import { PATRONS_OUT_METHODS } from './this-desk/methods-patrons-out.ts'
import { PRIVACY_METHODS } from './methods-privacy.ts'
import { REPORT_METHODS } from './methods-report.ts'
import { RESCUE_METHODS } from './this-desk/methods-rescue.ts'
import { ROLE_METHODS } from './methods-role.ts'
import { CLOSING_METHODS } from './cash/methods-closing.ts'
import { SHELF_METHODS } from './methods-shelf.ts'
import { WEDGE_METHODS } from './this-desk/methods-wedge.ts'
import { STAFF_METHODS } from './methods-staff.ts'

export const CONTRACT = {
  ...DESK_METHODS,
  ...PEOPLE_METHODS,
  ...STAFF_METHODS,
  ...ROLE_METHODS,
  ...LOAN_METHODS,
  ...HOLD_METHODS,
  ...CHARGE_METHODS,
  ...CASH_METHODS,
  ...DRAWER_METHODS,
  ...PULSE_METHODS,
  ...EVIDENCE_METHODS,
  ...REFUND_METHODS,
  ...PAY_METHODS,
  ...DRAWER_CLOSE_METHODS,
  ...DEPOSIT_METHODS,
  ...PLACE_METHODS,
  ...EXPLAIN_METHODS,
  ...PATRON_METHODS,
  ...CARD_METHODS,
  ...ITEM_METHODS,
  ...CLOSING_METHODS,
  ...DEVICE_METHODS,
  ...DISPLAY_METHODS,
  ...WEDGE_METHODS,
  ...DRAWER_DEVICE_METHODS,
  ...JOB_METHODS,
  ...PRINTER_METHODS,
  ...SHELF_METHODS,
  ...PAPER_METHODS,
  ...PRACTICE_METHODS,
  ...TRAINING_METHODS,
  ...PRIVACY_METHODS,
  ...POLICY_METHODS,
  ...DATA_METHODS,
  ...PATRONS_OUT_METHODS,
  ...RESCUE_METHODS,
  ...REPORT_METHODS,
} as const satisfies Record<string, MethodSpec>

export type MethodName = keyof typeof CONTRACT
export type Input<Name extends MethodName> = z.infer<(typeof CONTRACT)[Name]['input']>
export type Output<Name extends MethodName> = z.infer<(typeof CONTRACT)[Name]['output']>

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(CONTRACT, name)
}

export type PatronHit = Output<'search.patrons'>['hits'][number]
export type TitleHit = Output<'search.titles'>['hits'][number]
export type ImportStatus = Output<'import.status'>
