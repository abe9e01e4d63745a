/**
 * What a charge is for, and its history line by line, in the reader's language. Names no title: charge-label.ts does,
 * where the patron who owes for it is told.
 */
import { isChargeKind } from '../../../shared/ledger/charge-kinds.ts'
import type { Speech } from '../../../shared/words/speech.ts'
import { reasonLabel } from '../../../shared/staff/reasons.ts'
import { basisSteps } from './basis-steps.ts'
import { madeBy, noteOf, type Entry, type ReadCharge } from './charge-reading.ts'
import type { Library } from '../../library/library.ts'
import { initialsOfStaff } from '../../store/policy/staff-rows.ts'

/** "Fine", "Lost item"; the kind itself where another system has kinds of its own. */
export function chargeWords({ words }: Speech, kind: string): string {
  if (isChargeKind(kind)) return words.charges.kinds[kind]
  return kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ')
}

/** "waived", "charged again: undone". */
export function movedWords({ words }: Speech, { code, of, debit, credit }: Entry): string {
  const { moved, refund_due, undone } = words.charges
  const [gives, takes] = of === null ? [debit, credit] : [credit, debit]
  const isBilled = code === 'charged' && gives.account === 'canceled'
  const due: string | undefined = refund_due[takes.account as keyof typeof refund_due]
  const what = isBilled ? moved.billed : (due ?? moved[code])
  return of === null ? what : undone(what)
}

function entryWords(library: Library, speech: Speech, entry: Entry): string {
  const { at_ms, amount_cents, reason, staff_code } = entry
  const why = reason === '' ? [] : [reasonLabel(speech.words.outcomes.reasons, reason)]
  // Nobody signs what the desk did by itself.
  const by = staff_code === '' ? [] : [library.db.get(initialsOfStaff, { staff_code })?.initials ?? staff_code]
  const said = [`${speech.money(amount_cents)} ${movedWords(speech, entry)}`, ...why, ...by]
  return speech.words.charges.entry(speech.moment(at_ms), said.join(', '))
}

/** The history of a charge at this desk, oldest first. Empty for one that came from elsewhere and has not moved. */
export function historyWords(library: Library, speech: Speech, { entries }: Pick<ReadCharge, 'entries'>): string[] {
  return entries.map((entry) => entryWords(library, speech, entry))
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
