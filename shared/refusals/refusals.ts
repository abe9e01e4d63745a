/**
 * Every "no" of the desk, in the order in which they are told when several apply: the first one named wins.
 * Each has its class, its words, who may override it, and the way out. A test walks the list.
 */

import type { RefusalEntry } from './entry.ts'
import { CHARGE_REFUSALS } from './charge.ts'
import { CLOSING_REFUSALS, DESK_REFUSALS } from './desk.ts'
import { DUE_DATE_REFUSALS } from './due.ts'
import { FILE_REFUSALS } from './files.ts'
import { HOLD_REFUSALS } from './hold.ts'
import { LOAN_REFUSALS } from './loan.ts'
import { POLICY_REFUSALS } from './policy.ts'
import { PRIVACY_REFUSALS } from './privacy.ts'
import { RECALL_REFUSALS } from './recall.ts'
import { STAFF_REFUSALS } from './staff.ts'
import { STOCK_REFUSALS } from './stock.ts'

export const REFUSALS = [
  ...DESK_REFUSALS,
  ...LOAN_REFUSALS,
  ...DUE_DATE_REFUSALS,
  ...RECALL_REFUSALS,
  ...HOLD_REFUSALS,
  ...CHARGE_REFUSALS,
  ...STOCK_REFUSALS,
  ...PRIVACY_REFUSALS,
  ...POLICY_REFUSALS,
  ...STAFF_REFUSALS,
  ...CLOSING_REFUSALS,
  ...FILE_REFUSALS,
] as const

export type RefusalCode = (typeof REFUSALS)[number]['code']
export type RefusalFacts = Readonly<Record<string, string | number>>

/** A "no" as a value: its code and what fills the braces of its words. */
export type Refusal = { readonly code: RefusalCode; readonly facts: RefusalFacts }

const BY_CODE: ReadonlyMap<string, (typeof REFUSALS)[number]> = new Map(REFUSALS.map((entry) => [entry.code, entry]))

export function refusalEntry(code: RefusalCode): RefusalEntry {
  const entry = BY_CODE.get(code)
  if (!entry) throw new TypeError(`no such refusal: ${code}`)
  return entry
}

export function refuse(code: RefusalCode, facts: RefusalFacts = {}): Refusal {
  return { code, facts }
}

/** Tells a "no" from what was asked for. */
export function isRefusal(answer: object): answer is Refusal {
  return 'code' in answer && 'facts' in answer
}

function fill(text: string, facts: RefusalFacts): string {
  const filled = text.replace(/\{(\w+)\}/g, (braces, name: string) => String(facts[name] ?? braces))
  // A note that somebody wrote may end with its own full stop.
  return filled.replace(/([.!?])\.$/, '$1')
}

/** The words for a refusal: what is wrong, and the way out. */
export function refusalWords(refusal: Refusal): { readonly says: string; readonly way_out: string } {
  const entry = refusalEntry(refusal.code)
  return { says: fill(entry.says, refusal.facts), way_out: fill(entry.way_out, refusal.facts) }
}
