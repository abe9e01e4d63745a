/**
 * Loans whose item is gone from the library's data. The book is out even so: it shows on the account, and is checked in
 * when scanned. Must never charge for one: nobody knows what it is and which rule applies.
 */
import type { Scanned } from '../../../shared/catalog/barcode.ts'
import { lateness } from '../../../shared/circulation/loans/lateness.ts'
import { refuse } from '../../../shared/refusals/refusals.ts'
import { refusedWords } from '../../../shared/desk/words/words.ts'
import { goneBackWords } from '../../../shared/desk/words/words-in.ts'
import { eventRefText, type DeskEvent } from '../../../shared/journal/event.ts'
import { must } from '../../../shared/kernel/assert.ts'
import { instant } from '../../../shared/kernel/time.ts'
import { goneLoansOfDesk } from '../../store/circulation/gone-rows.ts'
import { say } from '../acts.ts'
import type { Desk } from '../desk.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { here } from '../../library/here.ts'
import { sealing } from '../../../shared/journal/sealing.ts'
import { goneLoansOf, withBarcode, type GoneLoan } from '../../circulation/loans/gone-loans.ts'
import { returnSealed } from '../../circulation/loans/take-back.ts'
import { loanBody } from '../../store/circulation/loan-columns.ts'
import { speechOf } from '../clerk-language.ts'
import type { Actor } from '../../library/actor.ts'
import type { Library } from '../../library/library.ts'
import { actorOf } from '../desk.ts'

type CheckedIn = Extract<DeskEvent, { kind: 'item-checked-in' }>

/**
 * Searches what this desk changed lately, and the loans of the open and the last patron: searching every loan at each
 * unknown number would take too long.
 */
function goneByBarcode(desk: Desk, { barcode, also }: Pick<Scanned, 'barcode' | 'also'>): GoneLoan | null {
  const { patron_id, last_patron_id } = desk.session
  const theirs = [patron_id, last_patron_id].filter((one) => one !== null)
  const loans = [
    ...desk.library.db.all(goneLoansOfDesk, {}).map((loan) => withBarcode(desk.library, loan)),
    ...theirs.flatMap((one) => goneLoansOf(desk.library, one)),
  ]
  return loans.find((loan) => loan.barcode !== null && [barcode, ...also].includes(loan.barcode)) ?? null
}

/** A number without a record that is out here even so: reports it, or checks it in. False: there is no such loan. */
export function takenAsGone(desk: Desk, command: Command, reading: Scanned): boolean {
  const loan = goneByBarcode(desk, reading)
  const barcode = loan?.barcode ?? null
  if (loan === null || barcode === null) return false
  if (desk.session.mode === 'in') sayGoneBack(desk, command, loan, barcode)
  else {
    const refusals = [refuse('item-gone', { barcode })]
    const at = desk.library.clock.now()
    say(desk, refusedWords(speechOf(desk), { at, item: null, scanned: barcode, refusals, choices: [], pending: null }))
  }
  return true
}

function sayGoneBack(desk: Desk, command: Command, loan: GoneLoan, barcode: string): void {
  const { head, body } = takeBackGone(desk.library, actorOf(desk), command, loan, barcode)
  const days_late_count = body.days_overdue_count
  say(
    desk,
    goneBackWords(speechOf(desk), { at: instant(head.at_ms), barcode, days_late_count, event: eventRefText(head) }),
    command,
  )
}

/** The same for a script, which shows nothing. Null: there is no such loan. */
export function checkInGone(desk: Desk, command: Command, barcode: string): CheckedIn | null {
  const loan = goneByBarcode(desk, { barcode, also: [] })
  return loan && takeBackGone(desk.library, actorOf(desk), command, loan, barcode)
}

function takeBackGone(
  library: Library,
  actor: Actor,
  command: Command,
  loan: GoneLoan,
  item_barcode: string,
): CheckedIn {
  const { branch, now } = here(library)
  const calendar = library.calendar(library.branch(loan.branch_code) ?? branch)
  const late = lateness(calendar, loan.due_at_ms, now)
  // If its record comes back, the book is in, where it was put down.
  const stands = { at_branch: branch.branch_code, status: 'available' }
  const body = {
    item_barcode,
    loan: loanBody(loan),
    mode: 'normal',
    effective_at_ms: now,
    days_overdue_count: late.days_overdue,
    place: 'set-aside',
    to_branch: branch.branch_code,
    status: stands.status,
    before: stands,
  } as const
  const items = new Map([[item_barcode, loan.item_id]])
  const back = sealing('item-checked-in', body, returnSealed(loan, calendar, now))
  const [event] = record(library, actor, command, [back], { items })
  return must(event?.kind === 'item-checked-in' ? event : null, 'the check-in')
}
