/**
 * Lists of people where the library asks why an account is opened: they say the name and the end of the card, and how
 * many a staff member read is kept by day. Must never say more of a person than tells the clerk which one to open: the
 * rest is shown once the reason is given.
 */
import type { PatronHit } from '../../../shared/ipc/contract.ts'
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { cardTail } from '../../../shared/patron/privacy.ts'
import type { Actor } from '../../library/actor.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import { here } from '../../library/here.ts'
import type { Library } from '../../library/library.ts'
import { personName } from '../../search/search-patrons.ts'
import { currentCard, patronById, type PatronRow } from '../../store/patrons/patron-rows.ts'

export function isListCurbed(library: Library): boolean {
  return library.policy().settings.is_view_reason_required
}

/** Name and end of the card. That a card is expired is said too: it is often why its owner stands at the desk. */
export function curbed(hit: PatronHit): PatronHit {
  const badges = hit.badges.filter((badge) => badge === 'expired')
  return { ...hit, former: '', born_on: '', age: null, street: '', category: '', badges }
}

/** Somebody on a list that is no search: what tells the clerk which one to open. */
export type Listed = { readonly patron_id: PatronId; readonly name: string; readonly card: string }

/** Null: they are no patron any more. */
export function listedPerson(library: Library, patron_id: PatronId): (Listed & { readonly row: PatronRow }) | null {
  const row = library.db.get(patronById, { patron_id })
  if (!row) return null
  const card = library.db.get(currentCard, { patron_id })?.barcode ?? ''
  return { row, patron_id, name: personName(row), card: isListCurbed(library) ? cardTail(card) : card }
}

type Last = { readonly staff_code: string; readonly on: LocalDate; readonly text: string }

/** The last counted text at each desk, in memory. */
const lasts = new WeakMap<Library, Last>()

/** Counts a list that named somebody. A text that was only typed on is the same list; one taken back is another. */
export function noteList(library: Library, { staff }: Actor, text: string): void {
  const now = { staff_code: staff?.staff_code ?? '', on: here(library).today, text: text.trim().toLowerCase() }
  const last = lasts.get(library)
  lasts.set(library, now)
  const isTypedOn = last?.staff_code === now.staff_code && last.on === now.on && now.text.startsWith(last.text)
  if (!isTypedOn) library.journal.countList(now.staff_code, now.on)
}
