/** Notes that two patrons who resemble each other are two people: makes the entry. Records nothing itself. */
import type { PatronId } from '../../shared/kernel/ids.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { Gathering } from '../circulation/charges/gathering.ts'
import type { Library } from '../library/library.ts'
import { apartPair, pairOf } from '../store/patrons/apart-rows.ts'
import { NOTHING, wordsText } from './words-text.ts'

/** Whether somebody said so, for good: a later change of either record does not make them one person. */
export function areApart({ db }: Pick<Library, 'db'>, one: PatronId, other: PatronId): boolean {
  return db.get(apartPair, pairOf(one, other)) !== null
}

export function tellingApart(library: Library, patron_id: PatronId, other: PatronId): Gathering | Refusal {
  if (areApart(library, patron_id, other)) return refuse('patron-unchanged')
  const gathered = new Gathering()
  const words = wordsText({ ...NOTHING, also: [{ put: 'distinct', distinct_patron_id: other }] })
  gathered.about(patron_id, { kind: 'patrons-distinguished', body: {} }, words)
  return gathered
}
