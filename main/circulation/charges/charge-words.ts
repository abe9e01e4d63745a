/**
 * What a charge is for, and its history line by line, in the reader's language. Names no title: charge-label.ts does,
 * where the patron who owes for it is told.
 */
import { openedBefore } from '../../../shared/ledger/charge.ts'
import { isCreditKind, isChargeKind } from '../../../shared/ledger/charge-kinds.ts'
import type { Speech } from '../../../shared/words/speech.ts'
import { reasonLabel } from '../../../shared/staff/reasons.ts'
import { reasonName } from '../../../shared/words/cash-names.ts'
import { basisSteps } from './basis-steps.ts'
import { madeBy, noteOf, receiptNumberAt, type Entry, type ReadCharge } from './charge-reading.ts'
import type { Library } from '../../library/library.ts'
import { nameBefore } from '../../library/row-names.ts'
import { staffInitials } from '../../library/staff-known.ts'

/** "Fine", "Lost item"; the kind itself where another system has kinds of its own. */
export function chargeWords({ words }: Speech, kind: string): string {
  if (isChargeKind(kind)) return words.charges.kinds[kind]
  if (isCreditKind(kind)) return words.charges.credits[kind]
  return kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ')
}

/** "waived", "charged again: undone". @param kind of its charge: change that stays as credit is worth nothing either */
export function movedWords({ words }: Speech, kind: string, { code, of, debit, credit }: Entry): string {
  const { moved, kept, refund_due, undone } = words.charges
  const [gives, takes] = of === null ? [debit, credit] : [credit, debit]
  const isCanceled = code === 'charged' && gives.account === 'canceled'
  const due: string | undefined = refund_due[takes.account as keyof typeof refund_due]
  const canceled = kind === 'credit' ? kept : moved.billed
  const what = isCanceled ? canceled : (due ?? moved[code])
  return of === null ? what : undone(what)
}

/** Why, or what goods or work it was, by the library's name of that day. */
function whySaid(library: Library, { words }: Speech, { code, reason, at_ms }: Entry): string {
  const { in_kind_tenders, cash_reasons } = library.policy().source
  if (code === 'in-kind') {
    const now = in_kind_tenders.find((one) => one.kind_code === reason)?.name ?? reason
    return nameBefore(library, 'in_kind_tender', reason, at_ms) ?? now
  }
  const own = cash_reasons.find((one) => one.reason_code === reason)
  const said = reasonLabel(words.outcomes.reasons, reason)
  return said === reason ? reasonName(words, own ?? { name: '', reason_code: reason }) : said
}

function entryWords(library: Library, speech: Speech, kind: string, entry: Entry): string {
  const { at_ms, amount_cents, reason, staff_code } = entry
  const detail = reason === '' ? [] : [whySaid(library, speech, entry)]
  const number = receiptNumberAt(library, entry.receipt_ref)
  const on = number === '' ? [] : [speech.words.charges.receipt(number)]
  // Nobody signs what the desk did by itself.
  const by = staff_code === '' ? [] : [staffInitials(library, staff_code)]
  const said = [`${speech.money(amount_cents)} ${movedWords(speech, kind, entry)}`, ...on, ...detail, ...by]
  return speech.words.charges.entry(speech.moment(at_ms), said.join(', '))
}

/** How it came with the library's data: charged, and what of it was settled before; or credited. */
function openedWords(speech: Speech, { row, entries }: Pick<ReadCharge, 'row' | 'entries'>): readonly string[] {
  const { charged, settled, credited } = speech.words.charges.opened
  return openedBefore(row, entries).map(({ debit, credit, amount_cents }) => {
    const amount = speech.money(amount_cents)
    if (debit.account !== 'opening') return charged(amount)
    return credit.account === 'receivable' ? settled(amount) : credited(amount)
  })
}

/** The history of a charge, oldest first: how it came with the library's data, and what became of it at this desk. */
export function historyWords(
  library: Library,
  speech: Speech,
  charge: Pick<ReadCharge, 'row' | 'entries'>,
): readonly string[] {
  return [
    ...openedWords(speech, charge),
    ...charge.entries.map((entry) => entryWords(library, speech, charge.row.kind, entry)),
  ]
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
