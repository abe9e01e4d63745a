/**
 * Erases who a patron was. What they did stays as figures that name nobody, and the sealed chain stays intact. Must
 * never erase a patron with something out, on hold, owed or to be refunded: nobody could settle it any more.
 */
import { NO_PAPERS } from '../../../shared/desk/papers.ts'
import { refuse, type Refusal } from '../../../shared/refusals/refusals.ts'
import { eraseRefusal, isCardTail } from '../../../shared/patron/privacy.ts'
import { cleared, withBand } from '../../../shared/desk/session/session.ts'
import { withoutPatron } from '../../../shared/desk/session/privacy-session.ts'
import { silentBand } from '../../../shared/desk/words/words.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { emptyLogs, noteForgotten } from '../../journal/journal-files.ts'
import { forgetPatron } from '../../journal/forget.ts'
import { openJobsReady } from '../../journal/queue-jobs.ts'
import { settleAlone } from '../../journal/settle.ts'
import { erasedPatrons } from '../../store/journal/forget-rows.ts'
import { cardsOfPatron } from '../../store/privacy/page-rows.ts'
import { openHoldsCount } from '../../store/privacy/privacy-rows.ts'
import { outCount, readAccount } from '../../circulation/accounts/account.ts'
import { childrenOf } from '../../store/circulation/eligibility-rows.ts'
import { openCharges } from '../../circulation/charges/charge-reading.ts'
import { Gathering } from '../../circulation/charges/gathering.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'
import { record } from '../../library/record.ts'
import type { Command } from '../../library/command.ts'
import { here } from '../../library/here.ts'
import { openPatron } from '../patrons/open-patron.ts'
import type { Library } from '../../library/library.ts'
import { deleteAllReports, stillIn } from './still-held.ts'
import { actorOf } from '../desk.ts'

/** What prevents erasing this patron now; null when nothing does. */
export function whyNotErased(library: Library, patron_id: PatronId): Refusal | null {
  const account = readAccount(library, patron_id, here(library).today)
  if (!account) return refuse('patron-gone')
  const refund_due = openCharges(library, patron_id).reduce((sum, { row }) => sum + row.refund_due_cents, 0)
  return eraseRefusal({
    loans_count: outCount(account),
    holds_count: library.db.get(openHoldsCount, { patron_id })?.holds_count ?? 0,
    owed_cents: account.owed,
    refund_due_cents: cents(refund_due),
    wards_count: library.db.all(childrenOf, { patron_id }).length,
  })
}

export function erasePatron(desk: Desk, command: Command, input: Input<'privacy.erase'>): Refusal | null {
  const open = openPatron(desk)
  if ('code' in open) return open
  const { patron_id } = open
  const refused = whyNotErased(desk.library, patron_id)
  if (refused) return refused
  const cards = desk.library.db.all(cardsOfPatron, { patron_id }).map((card) => card.barcode)
  if (!isCardTail(input.card_tail, cards)) return refuse('card-tail-wrong')
  // What ended lately is still in the overlay, with their number: where this desk is alone, the reference file takes it
  // over first.
  settleAlone(desk.library)
  const to = new Gathering()
  to.about(patron_id, { kind: 'patron-erased', body: {} })
  const taken = papersTaken(desk)
  record(desk.library, actorOf(desk), command, to.drafts, { parties: to.parties })
  leaveErased(desk, patron_id, taken)
  const { erased, erased_says, still_in } = speechOf(desk).words.pages.privacy.erase
  const places = stillIn(desk.library)
  const copies = places.length === 0 ? '' : still_in(places.join(', '))
  desk.session = withBand(desk.session, silentBand(erased, erased_says, copies))
  return null
}

/**
 * Nothing of them is left beside the journal, on the screen, or in a printer.
 * @param taken what printers had before the entry, which forgets some papers itself
 */
export function leaveErased(desk: Desk, patron_id: PatronId, taken: readonly string[]): void {
  finishErasures(desk.library)
  const left = papersTaken(desk)
  for (const job_ref of taken) if (!left.includes(job_ref)) desk.devices.cancel(job_ref)
  const session = desk.session.patron_id === patron_id ? cleared(desk.session) : desk.session
  // Otherwise their last receipt could be shown again.
  desk.session = { ...withoutPatron(session, patron_id), papers: NO_PAPERS }
}

/** The papers that printers have. */
export function papersTaken({ library }: Desk): readonly string[] {
  const open = openJobsReady(library.journal)
  return open.flatMap(({ kind, status, job_ref }) => (kind === 'receipt' && status === 'taken' ? [job_ref] : []))
}

/**
 * Deletes what is kept beside the journal about every patron whose erasure is recorded, and the reports of imports, or
 * whose registration was undone; again, if the desk died since.
 */
export function finishErasures(library: Library): number {
  const erased = library.db.all(erasedPatrons, {})
  if (erased.some(({ kind }) => kind === 'patron-erased')) deleteAllReports(library)
  for (const { patron_id } of erased) forgetPatron(library.journal, patron_id)
  if (erased.length === 0) return 0
  library.countPatrons()
  noteForgotten(library.journal)
  emptyLogs(library.journal)
  return erased.length
}
