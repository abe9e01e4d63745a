/**
 * Who everybody is, as the journal tells it with the words beside its entries. What a merge, an undoing or an import
 * made of a record is not in any words: of that it knows nothing. Pure; changes the map that it is given.
 */
import { PERSON_KINDS } from '../journal/event-kinds.ts'
import type { DeskEvent, EventKind } from '../journal/event.ts'
import { putOf, type PatronWords } from '../journal/events/patrons.ts'
import { applyPatron, mergedRecord, NEWCOMER, UNTOLD, type PatronRecord } from './record.ts'

/** By their record numbers. */
export type People = Map<number, PatronRecord>

/** Whom an entry is about, and its words; null: forgotten by now. */
export type Beside = { readonly patron_id: number | null; readonly words: PatronWords | null }

const PERSON: ReadonlySet<EventKind> = new Set<EventKind>(PERSON_KINDS)
const ENDS: ReadonlySet<EventKind> = new Set<EventKind>(['patron-erased', 'registration-undone'])

/** @param besideOf asked of an entry about a person alone */
export function tellPerson(people: People, event: DeskEvent, besideOf: () => Beside): void {
  const { kind } = event
  // The library's data may say otherwise of anybody.
  if (kind === 'data-imported') people.clear()
  const isPerson = PERSON.has(kind)
  if (!isPerson && !ENDS.has(kind) && kind !== 'merge-undone') return
  const { patron_id, words } = besideOf()
  if (patron_id === null) return
  if (!isPerson || words === null) return forget(people, patron_id)
  if (kind === 'patrons-merged') return merge(people, patron_id, words)
  const isNew = words.registered_on !== null
  people.set(patron_id, applyPatron(isNew ? NEWCOMER : (people.get(patron_id) ?? UNTOLD), words))
}

function merge(people: People, patron_id: number, words: PatronWords): void {
  const former = putOf(words, 'merged')?.merged_patron_id
  if (former !== undefined) forget(people, former)
  people.set(patron_id, mergedRecord(people.get(patron_id) ?? UNTOLD, words))
}

/** Forgets a record, and who names it as guardian, as family or as another person. */
function forget(people: People, patron_id: number): void {
  people.delete(patron_id)
  for (const [other, { fields, apart, ...rest }] of people) {
    const { guardian_patron_id, family_patron_id, guardian, ...others } = fields
    const isGuardian = guardian_patron_id === patron_id
    const isFamily = family_patron_id === patron_id
    if (!isGuardian && !isFamily && !apart.includes(patron_id)) continue
    const left = {
      ...others,
      ...(!isGuardian && { guardian_patron_id, guardian }),
      ...(!isFamily && { family_patron_id }),
    }
    people.set(other, { ...rest, fields: left, apart: apart.filter((one) => one !== patron_id) })
  }
}
