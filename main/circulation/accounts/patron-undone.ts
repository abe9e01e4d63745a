/**
 * What undoes an act on who a patron is or which cards they have. Must never undo it once something was built on it:
 * what goes back would not be what was there.
 */
import { patronWords, putOf, type PatronWords } from '../../../shared/journal/events/patrons.ts'
import { eventRefText, type DeskEvent, type EventDraft } from '../../../shared/journal/event.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { isAsPut } from '../../../shared/patron/record.ts'
import type { Beside, Parties } from '../../journal/beside.ts'
import { isTakingIn } from '../../journal/lay.ts'
import type { Library } from '../../library/library.ts'
import { rulesMoment } from '../../library/whose-rule.ts'
import { lentAfter, readPersonal } from '../../store/journal/journal-rows.ts'
import { beforeAt, changesAfter } from '../../store/patrons/before-rows.ts'
import { becameOf } from '../../store/patrons/merge-rows.ts'
import { loansOfPatron } from '../../store/patrons/patron-rows.ts'
import { readRecord } from '../../store/patrons/record-rows.ts'
import { isCategoryGone, isGuardianshipUnfit } from './given-back.ts'

type Undone = {
  readonly drafts: readonly EventDraft[]
  readonly parties: Parties
  readonly personal: Beside['personal']
}

/** Null: something was built on it, or what was there before is not kept. */
export function patronChangeUndone(library: Library, { kind, head }: DeskEvent): Undone | null {
  const { db, journal } = library
  const place = { epoch: head.epoch, seq: head.seq }
  const [kept, said] = [db.get(beforeAt, place), db.get(readPersonal, place)]
  const of = eventRefText(head)
  // Of a record that became another one since, nothing goes back.
  if (kept === null || said === null || kept.patron_id !== journal.partyOf(of) || isTakingIn(journal)) return null
  const { patron_id, content } = kept
  const put = wordsOf(said.text)
  const [before, now] = [wordsOf(content), readRecord(db, patron_id)]
  const isBuiltOn = isMailSaidAgain(library, { ...place, patron_id }, put) || isApartMerged(library, put)
  if (isBuiltOn || now === null || !isAsPut(now, put, before)) return null
  const { fields } = before
  if (isGuardianshipUnfit(library, patron_id, fields) || isCategoryGone(library, fields.category_code)) return null
  if (kind === 'card-renewed' && isLentSince(library, patron_id, head)) return null
  const draft: EventDraft = { kind: 'patron-change-undone', body: { of } }
  return { drafts: [draft], parties: new Map([[draft, patron_id]]), personal: new Map([[draft, content]]) }
}

function wordsOf(text: string): PatronWords {
  return patronWords.parse(JSON.parse(text))
}

/** The pair is that of the record which the other one became: once the merge is undone, it can be undone as well. */
function isApartMerged({ db }: Library, put: PatronWords): boolean {
  const other = putOf(put, 'distinct')?.distinct_patron_id
  return other !== undefined && db.get(becameOf, { patron_id: other as PatronId }) !== null
}

/**
 * Mail came back once more the same day, after a check between or to a record that became this one: both are one row,
 * and the second would be gone with the first.
 */
function isMailSaidAgain({ db }: Library, after: Parameters<typeof changesAfter.bind>[0], put: PatronWords): boolean {
  const on = putOf(put, 'mail-back')?.on
  if (on === undefined) return false
  return db.all(changesAfter, after).some(({ text }) => putOf(wordsOf(text), 'mail-back')?.on === on)
}

/**
 * Something was lent or renewed since, and is still out, to whom the former card had ended or would have cut it short.
 * Goes by the place in the journal: the clock may have been set in between, and many entries may be of one millisecond.
 */
function isLentSince({ db }: Library, patron_id: PatronId, { epoch, seq }: DeskEvent['head']): boolean {
  const loans = db.all(loansOfPatron, { patron_id })
  if (loans.length === 0) return false
  const since = db.all(lentAfter, { epoch, seq })
  return loans.some((loan) => since.some((one) => one.barcode === loan.barcode && one.at_ms === rulesMoment(loan)))
}
