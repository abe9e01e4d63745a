/**
 * The desk's words for charges: what one is for, and its history, line by line. Must never name a title: statements for
 * the desk are read over a shoulder.
 */
import { sayMoment } from '../../../shared/kernel/say-date.ts'
import type { TransferCode } from '../../../shared/ledger/accounts.ts'
import { isChargeKind, type ChargeKind } from '../../../shared/ledger/charge-kinds.ts'
import { moneyText } from '../../../shared/kernel/money.ts'
import type { Speech } from '../../../shared/words/speech.ts'
import { reasonLabel } from '../../../shared/staff/reasons.ts'
import { en } from '../../../shared/words/en/en.ts'
import { staffByCode } from '../../store/policy/library-rows.ts'
import { here } from '../../library/here.ts'
import { basisSteps } from './basis-steps.ts'
import { madeBy, noteOf, type Entry, type ReadCharge } from './charge-reading.ts'
import type { Library } from '../../library/library.ts'

const KIND_WORDS: Readonly<Record<ChargeKind, string>> = {
  overdue: 'Fine',
  lost: 'Lost item',
  processing: 'Processing fee',
  damaged: 'Damage',
  part: 'Missing part',
  rental: 'Rental',
  card: 'New card',
  program: 'Program',
  manual: 'Charge',
  other: 'Fee',
}

/** "Fine", "Lost item"; the kind itself where another system has kinds of its own. */
export function chargeWords(kind: string): string {
  return isChargeKind(kind) ? KIND_WORDS[kind] : kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ')
}

const CODE_WORDS: Readonly<Record<TransferCode, string>> = {
  charged: 'charged',
  waived: 'waived',
  amnesty: 'let off',
  found: 'cancelled: found',
  'claim-found': 'cancelled: the claim was right',
  outage: 'cancelled: outage',
  voided: 'cancelled',
  billed: 'cancelled: billed as lost',
  applied: 'settled from what the library owed',
  restored: 'charged again',
  paid: 'paid',
  'paid-back': 'paid back',
}

const REFUND_WORDS: Readonly<Record<string, string>> = {
  'refund-due-credit': 'to be paid back',
  'refund-due-drawer': 'to be paid back from the drawer',
  'refund-due-check': 'to be paid back by check from the office',
}

/** "waived", "charged again: undone". */
export function movedWords({ code, of, debit, credit }: Entry): string {
  const undone = of === null ? '' : ': undone'
  const [gives, takes] = of === null ? [debit, credit] : [credit, debit]
  const isBilled = code === 'charged' && gives.account === 'cancelled'
  return `${isBilled ? CODE_WORDS.billed : (REFUND_WORDS[takes.account] ?? CODE_WORDS[code])}${undone}`
}

function entryWords(library: Library, entry: Entry): string {
  const { branch, today } = here(library)
  const when = sayMoment(entry.at_ms, branch.zone, today)
  const reason = entry.reason === '' ? '' : `, ${reasonLabel(en.outcomes.reasons, entry.reason)}`
  return `${when}: ${moneyText(entry.amount_cents)} ${movedWords(entry)}${reason}${byWhom(library, entry.staff_code)}`
}

/** ", BC"; empty for what the desk did by itself. */
function byWhom(library: Library, staff_code: string): string {
  if (staff_code === '') return ''
  return `, ${library.db.get(staffByCode, { staff_code })?.initials ?? staff_code}`
}

/** The history of a charge at this desk, oldest first. Empty for one that came from elsewhere and has not moved. */
export function historyWords(library: Library, { entries }: Pick<ReadCharge, 'entries'>): string[] {
  return entries.map((entry) => entryWords(library, entry))
}

/** What a charge is for besides its kind: a person's note, else the steps of its making. */
export function whyWords(
  library: Library,
  speech: Speech,
  charge_ref: string,
): { readonly note: string; readonly steps: readonly string[] } {
  const made = madeBy(library, charge_ref)
  return { note: noteOf(library, charge_ref), steps: made ? basisSteps(library, made).map(speech.step) : [] }
}
