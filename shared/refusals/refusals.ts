/**
 * Every refusal of the desk, in the order in which they are told when several apply: the first one wins. An entry has
 * all that the program needs; shared/words/{en,es}/refusals has its words, and the compiler requires each.
 */
import { CASH_REFUSALS } from './cash.ts'
import { CASH_CLOSE_REFUSALS } from './cash-close.ts'
import { CHARGE_REFUSALS } from './charge.ts'
import { CLOSING_REFUSALS, DESK_REFUSALS } from './desk.ts'
import { DEVICE_REFUSALS } from './device.ts'
import { DRAWER_REFUSALS } from './drawer.ts'
import { DUE_DATE_REFUSALS } from './due.ts'
import type { Coded, FactsOf, RefusalEntry } from './entry.ts'
import { FILE_REFUSALS } from './files.ts'
import { HOLD_REFUSALS } from './hold.ts'
import { LOAN_REFUSALS } from './loan.ts'
import { PATRON_REFUSALS } from './patron.ts'
import { POLICY_REFUSALS } from './policy.ts'
import { PRIVACY_REFUSALS } from './privacy.ts'
import { RECALL_REFUSALS } from './recall.ts'
import { REFUND_REFUSALS } from './refund.ts'
import { STAFF_REFUSALS } from './staff.ts'
import { STOCK_REFUSALS } from './stock.ts'

export const REFUSALS = {
  ...DESK_REFUSALS,
  ...LOAN_REFUSALS,
  ...DUE_DATE_REFUSALS,
  ...RECALL_REFUSALS,
  ...HOLD_REFUSALS,
  ...CHARGE_REFUSALS,
  ...CASH_REFUSALS,
  ...DRAWER_REFUSALS,
  ...REFUND_REFUSALS,
  ...CASH_CLOSE_REFUSALS,
  ...STOCK_REFUSALS,
  ...PATRON_REFUSALS,
  ...PRIVACY_REFUSALS,
  ...POLICY_REFUSALS,
  ...STAFF_REFUSALS,
  ...DEVICE_REFUSALS,
  ...CLOSING_REFUSALS,
  ...FILE_REFUSALS,
}

export type RefusalCode = keyof typeof REFUSALS
export type RefusalFacts = Readonly<Record<string, string | number | null | Coded>>

/** A refusal as a value: its code and its raw facts. Its words are made where it is shown (shared/words). */
export type Refusal = { readonly code: RefusalCode; readonly facts: RefusalFacts }

/** All of them, in order of precedence. */
export const REFUSAL_CODES = Object.keys(REFUSALS) as readonly RefusalCode[]

export function refusalEntry(code: RefusalCode): RefusalEntry {
  return REFUSALS[code]
}

export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(REFUSALS, code)
}

/** Tells a refusal from an answer. */
export function isRefusal(answer: object): answer is Refusal {
  return 'code' in answer && 'facts' in answer
}

type FactsFor<Code extends RefusalCode> = FactsOf<(typeof REFUSALS)[Code]['facts']>

/** Codes without facts. */
export type BareCode = { [Code in RefusalCode]: keyof FactsFor<Code> extends never ? Code : never }[RefusalCode]

/** What goes with a code: its facts, or nothing where it has none. */
export type WithFacts<Code extends RefusalCode> = Code extends BareCode ? [] : [facts: FactsFor<Code>]

export function refuse<Code extends RefusalCode>(code: Code, ...[facts]: WithFacts<Code>): Refusal {
  return { code, facts: facts ?? {} }
}
